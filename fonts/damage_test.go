package fonts

import (
	"errors"
	"strings"
	"testing"
)

// wantError asks that err is an *Error of that kind and table.
func wantError(t *testing.T, err error, kind Kind, table string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want an *Error about %q", err, table)
	}
	if e.Kind != kind || e.Table != table {
		t.Errorf("got kind %d, table %q (%v), want kind %d, table %q", e.Kind, e.Table, e, kind, table)
	}
}

func TestNotOurFont(t *testing.T) {
	rest := strings.Repeat("\x00", 60)
	for name, c := range map[string]struct {
		data string
		kind Kind
	}{
		"empty": {"", NotFont}, "short": {"\x00\x01\x00\x00", NotFont}, "text": {"PK\x03\x04" + rest, NotFont},
		"collection of none": {"ttcf" + rest, Damaged},
		"no tables":          {"\x00\x01\x00\x00\x00\xFF" + rest, Damaged},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(c.data)
			wantError(t, err, c.kind, "")
		})
	}
}

func TestEveryTruncationIsAnError(t *testing.T) {
	font := sample{}.font()
	for n := range len(font) {
		if _, err := Parse(font[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes parse", n, len(font))
		}
	}
}

func TestEveryTableIsNeeded(t *testing.T) {
	font := sample{}.font()
	for _, tag := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"} {
		_, err := Parse(strings.Replace(font, tag, "zzzz", 1))
		wantError(t, err, Damaged, tag)
	}
	twice := sample{extra: []part{copied("prep", "1234"), copied("zzzz", "1234")}}.font()
	_, err := Parse(strings.Replace(twice, "zzzz", "prep", 1))
	wantError(t, err, Damaged, "prep")
}

// TestCutTables shortens tables inside a whole file.
func TestCutTables(t *testing.T) {
	for _, s := range []sample{{}, {short: true}, {cmap: cmap4()}} {
		font := s.font()
		tables, err := readDirectory(font, 0)
		if err != nil {
			t.Fatal(err)
		}
		for tag, whole := range tables {
			for n := range whole {
				useAll(cut(font, tag, n)) // must not panic
			}
			needs := len(whole)
			switch tag {
			case "OS/2":
				needs = shortOS2
			case "name":
				needs = 6 + 12*4 // a text may be missing
			case "glyf":
				continue // loca is what it contradicts
			}
			_, err := Parse(cut(font, tag, needs-1))
			wantError(t, err, Damaged, tag)
		}
	}
}

// TestCutNames has two names, the second cut, and no text.
func TestCutNames(t *testing.T) {
	font := edited(t, sample{}.font(), "name", func(b []byte) {
		clear(b)
		put(2, 2, 6)(b)
	})
	_, err := Parse(cut(font, "name", 6+12+5))
	wantError(t, err, Damaged, "name")
}

func TestDamagedTables(t *testing.T) {
	const sub = 12 // where the sample's cmap subtable starts
	for _, c := range []struct {
		name, tag string
		edit      func([]byte)
		blames    string
	}{
		{"magic", "head", put(12, 1), "head"},
		{"no em", "head", put(18, 0), "head"},
		{"huge em", "head", put(18, 16385), "head"},
		{"loca format", "head", put(50, 2), "head"},
		{"short loca", "maxp", put(4, 6), "hmtx"},
		{"version of CFF", "maxp", put(0, 0, 0x5000), "maxp"},
		{"no glyphs", "maxp", put(4, 0), "maxp"},
		{"no advances", "hhea", put(34, 0), "hhea"},
		{"advances beyond the glyphs", "hhea", put(34, 6), "hhea"},
		{"hmtx short", "hhea", put(34, 5), "hmtx"},
		{"no ascent", "hhea", put(4, 0), "hhea"},
		{"descent up", "hhea", put(6, 5), "hhea"},
		{"loca falls", "loca", put(4, 0x7F, 0), "loca"},
		{"loca beyond glyf", "loca", put(20, 0, 0xFFF0), "loca"},
		{"weight", "OS/2", put(4, 0), "OS/2"},
		{"cmap count", "cmap", put(2, 99), "cmap"},
		{"cmap offset", "cmap", put(8, 1, 0), "cmap"},
		{"cmap subtable at the very end", "cmap", put(8, 0, 12+16+24), "cmap"},
		{"cmap group count", "cmap", put(sub+12, 0xFFFF, 0xFFFF), "cmap"},
		{"cmap group beyond the glyphs", "cmap", put(sub+16+8, 0, 3), "cmap"},
		{"cmap group glyph overflow", "cmap", put(sub+16+8, 0xFFFF, 0xFFFF), "cmap"},
		{"cmap group backwards", "cmap", put(sub+16, 0, 'D'), "cmap"},
		{"cmap groups out of order", "cmap", put(sub+28, 0, 'B', 0, 'B'), "cmap"},
		{"cmap groups overlap", "cmap", put(sub+28, 0, 'C', 0, 'C'), "cmap"},
		{"cmap beyond Unicode", "cmap", put(sub+28, 0x11, 0, 0x11, 0), "cmap"},
		{"name count", "name", put(2, 999), "name"},
		{"name store", "name", put(4, 0xFFFF), "name"},
		{"name texts", "name", func(b []byte) { put(6+8, 0xFFFF)(b); put(6+12+8, 0xFFFF)(b) }, "name"},
		{"no name for PDF", "name", func(b []byte) { put(6+6, 99)(b); put(6+12+6, 99)(b) }, "name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(edited(t, sample{}.font(), c.tag, c.edit))
			wantError(t, err, Damaged, c.blames)
		})
	}
}

func TestDamagedFormat4(t *testing.T) {
	const sub = 12
	for _, c := range []struct {
		name string
		edit func([]byte)
	}{
		{"no segments", put(sub+6, 0)},
		{"too many segments", put(sub+6, 0xFFFF)},
		{"segment backwards", put(sub+22, 'C')},
		{"segments out of order", put(sub+16, 'B', 0xFFFF, 0, 'A', 'B')},
		{"delta beyond the glyphs", put(sub+28, 50)},
		{"list beyond the table", put(sub+36, 10)},
		{"listed glyph beyond the glyphs", put(sub+42, 5)},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(edited(t, sample{cmap: cmap4()}.font(), "cmap", c.edit))
			wantError(t, err, Damaged, "cmap")
		})
	}
	_, err := Parse(edited(t, sample{}.font(), "cmap", put(4, 1, 0)))
	wantError(t, err, Unsupported, "cmap")
}

// TestHeaderCutInCmap has a subtable too near the end of its table.
func TestHeaderCutInCmap(t *testing.T) {
	for _, format := range []int{4, 12} {
		_, err := Parse(sample{cmap: words(0, 1, 3, 10, 0, 12, format, 0)}.font())
		wantError(t, err, Damaged, "cmap")
	}
}

func TestErrorNamesTheTable(t *testing.T) {
	_, err := Parse(edited(t, sample{}.font(), "head", put(12, 1)))
	if got, want := err.Error(), "font table head: has a wrong magic number"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	_, err = Parse("PK..........")
	if got, want := err.Error(), "font: does not begin like a TrueType font"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDamagedGlyphs(t *testing.T) {
	deep := []string{square}
	for i := range maxDepth + 1 {
		deep = append(deep, composite(GlyphID(i)))
	}
	for name, glyphs := range map[string][]string{
		"header cut":            {square[:8]},
		"blank's header cut":    {"\x00\x00\x00\x00"},
		"end points cut":        {square[:11]},
		"instructions too long": {square[:12] + "\xFF\xFF" + square[14:]},
		"flags cut":             {square[:15]},
		"repeat cut":            {square[:16]},
		"repeat too long":       {square[:14] + "\x39\x09"},
		"coordinates cut":       {square[:20]},
		"end points fall":       {"\x00\x02" + square[2:10] + "\x00\x03\x00\x01\x00\x00\x31\x31"},
		"parts cut":             {composite(0)[:12]},
		"more parts than bytes": {square, "\xFF\xFF" + square[2:10] + "\x00\x20\x00\x00\x00\x00"},
		"part's matrix cut":     {square, "\xFF\xFF" + square[2:10] + "\x00\x80\x00\x00\x00\x00"},
		"part's hints cut":      {square, "\xFF\xFF" + square[2:10] + "\x01\x00\x00\x00\x00\x00\x00"},
		"part's hints too long": {square, "\xFF\xFF" + square[2:10] + "\x01\x00\x00\x00\x00\x00\x00\x09"},
		"no such part":          {square, composite(9)},
		"part of itself":        {square, composite(1)},
		"part of its part":      {square, composite(2), composite(1)},
		"too deep":              deep,
	} {
		t.Run(name, func(t *testing.T) {
			for len(glyphs) < len(sampleGlyphs) { // the sample's cmap names five
				glyphs = append(glyphs, "")
			}
			f, err := Parse(sample{glyf: glyphs}.font())
			if err != nil {
				t.Fatal(err)
			}
			var all []GlyphID
			for g := range glyphs {
				all = append(all, GlyphID(g))
			}
			_, err = f.Subset(all)
			wantError(t, err, Damaged, "glyf")
		})
	}
}

// TestDepthDoesNotDependOnOrder takes a glyph of the greatest depth from above
// and from below.
func TestDepthDoesNotDependOnOrder(t *testing.T) {
	glyphs := []string{square}
	for i := range maxDepth + 1 {
		glyphs = append(glyphs, composite(GlyphID(i)))
	}
	f, err := Parse(sample{glyf: glyphs}.font())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Subset([]GlyphID{maxDepth}); err != nil {
		t.Errorf("depth %d: %v", maxDepth, err)
	}
	for _, ids := range [][]GlyphID{{maxDepth + 1}, {maxDepth, maxDepth + 1}, {maxDepth + 1, maxDepth}} {
		if _, err := f.Subset(ids); err == nil {
			t.Errorf("%v is accepted", ids)
		}
	}
}

// TestNoByteMakesItPanic puts odd values at every place of three fonts and uses
// whatever still parses.
func TestNoByteMakesItPanic(t *testing.T) {
	for _, s := range []sample{{}, {short: true}, {cmap: cmap4()}} {
		font := s.font()
		for at := range font {
			for _, v := range []byte{0, 1, 0x7F, 0x80, 0xFF, font[at] ^ 1} {
				useAll(font[:at] + string([]byte{v}) + font[at+1:])
			}
		}
	}
}

// useAll calls everything a face can do.
func useAll(data string) {
	f, err := Parse(data)
	if err != nil {
		return
	}
	f.Name()
	f.Family()
	f.Version()
	f.Metrics()
	for _, r := range []rune{-1, 0, 'A', 'B', 'Z', '一', 0xFFFF, '𠮷', 0x10FFFF, 0x7FFFFFFF} {
		g, _ := f.Glyph(r)
		f.Advance(g)
	}
	f.Advance(0xFFFF)
	var all []GlyphID
	for g := range min(f.glyphs, 300) {
		all = append(all, GlyphID(g))
	}
	f.Subset(all)
}
