package fonts

import (
	"io"
	"strings"
	"testing"
)

// collection joins whole fonts to a TTC.
func collection(files ...string) string {
	head := append([]byte("ttcf"), words(1, 0, 0, len(files))...)
	at := len(head) + 4*len(files)
	body := ""
	for _, f := range files {
		head = append(head, words(at>>16, at&0xFFFF)...)
		b := []byte(f)
		for i := range table(f).u16(4) {
			record := headerSize + recordSize*i + 8
			putU32(b[record:], table(b[record:][:4]).u32(0)+uint32(at))
		}
		body += string(b)
		at += len(f)
	}
	return string(head) + body
}

// rights returns font with another fsType.
func rights(t testing.TB, font string, fsType int) string {
	return edited(t, font, "OS/2", put(8, fsType))
}

func TestCollection(t *testing.T) {
	file := collection(sample{}.font(), heiData)
	for i, want := range []string{"Sample", "GongwenHei"} {
		f, err := Foreign("a.ttc", file, i)
		if err != nil {
			t.Fatal(err)
		}
		path, index, own := f.File()
		if f.Name() != want || path != "a.ttc" || index != i || !own {
			t.Errorf("face %d is %s from %s, %d, %v", i, f.Name(), path, index, own)
		}
	}
	f, _ := Foreign("a.ttc", file, 1)
	alone, _ := Parse(heiData)
	for _, r := range "一关䶮1" {
		g, _ := alone.Glyph(r)
		if got, ok := f.Glyph(r); !ok || got != g {
			t.Errorf("%c is glyph %d, %v in the collection, %d alone", r, got, ok, g)
		}
	}
	s, err := f.Subset(glyphsOf(f, noticeText))
	if err != nil {
		t.Fatal(err)
	}
	checkSubset(t, f.outlines, s)
	for _, index := range []int{-1, 2} {
		_, err := Foreign("a.ttc", file, index)
		wantError(t, err, Damaged, "")
	}
	for n := range 200 {
		if _, err := Foreign("a.ttc", file[:n], 0); err == nil {
			t.Fatalf("the first %d bytes are a font", n)
		}
	}
}

func TestRights(t *testing.T) {
	for fsType, want := range map[int]struct {
		kind  Kind
		words string
	}{
		0: {-1, "可以嵌入"}, 4: {-1, "可以嵌入供阅读、打印的文件"}, 8: {-1, "可以嵌入可编辑的文件"},
		0xA: {-1, "可以嵌入可编辑的文件"}, // restricted, and editable, which holds
		2:   {Forbidden, "不许嵌入"}, 0x202: {Forbidden, "不许嵌入"}, 0x200: {Forbidden, "不许嵌入"},
		0x100: {NoSubset, "不许嵌入"}, 0x108: {NoSubset, "不许嵌入"},
	} {
		font := rights(t, sample{}.font(), fsType)
		_, err := Foreign("a.ttf", font, 0)
		if want.kind >= 0 {
			wantError(t, err, want.kind, "OS/2")
		} else if err != nil {
			t.Errorf("fsType %#x: %v", fsType, err)
		}
		all, err := List(strings.NewReader(font), int64(len(font)))
		if err != nil || len(all) != 1 || (all[0].Err != nil) != (want.kind >= 0) || all[0].Rights.String() != want.words {
			t.Errorf("fsType %#x is listed as %+v, %v", fsType, all, err)
		}
	}
}

func TestKindsThatAreNotRead(t *testing.T) {
	font := sample{extra: []part{copied("zzzz", "1234")}}.font()
	renamed := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(font) }
	for name, c := range map[string]struct {
		font  string
		kind  Kind
		table string
	}{
		"variable": {renamed("zzzz", "fvar"), Variable, "fvar"},
		"CFF":      {"OTTO" + renamed("glyf", "CFF ")[4:], CFF, "CFF "},
		"CFF2":     {renamed("glyf", "CFF2"), CFF, "CFF "},
		"bitmaps":  {renamed("glyf", "EBDT"), Bitmap, "glyf"},
	} {
		_, err := Foreign(name, c.font, 0)
		wantError(t, err, c.kind, c.table)
		all, err := List(strings.NewReader(c.font), int64(len(c.font)))
		if err != nil || len(all) != 1 || all[0].Family != "样张" {
			t.Fatalf("%s: %+v, %v", name, all, err)
		}
		wantError(t, all[0].Err, c.kind, c.table)
	}
}

// TestRaise moves 永 up and down, of which the tables say nothing.
func TestRaise(t *testing.T) {
	f, err := Foreign("song.ttf", songData, 0)
	if err != nil {
		t.Fatal(err)
	}
	if r := f.Raise(); r < -6 || r > 6 {
		t.Errorf("our own face is raised by %d", r)
	}
	g, _ := f.Glyph('永')
	for _, up := range []int{100, -60, 900} {
		b := []byte(songData)
		ink := b[strings.Index(songData, string(f.glyph(g))):]
		putU16(ink[4:], table(ink).i16(4)+up)
		putU16(ink[8:], table(ink).i16(8)+up)
		moved, err := Foreign("song.ttf", string(b), 0)
		if err != nil {
			t.Fatal(err)
		}
		want := f.Raise() - up
		if up == 900 {
			want = 0 // no 永
		}
		if got := moved.Raise(); got != want {
			t.Errorf("moved up by %d, raised by %d, want %d", up, got, want)
		}
	}
	if own, _, _ := Embedded().Find(Song, '永'); own.Raise() != 0 {
		t.Error("the program's own face is raised")
	}
}

// TestWhatDoesNotPrint: the sample maps A, B, C and 𠮷 to glyphs 1 to 4.
func TestWhatDoesNotPrint(t *testing.T) {
	other := strings.Replace(square, "\x64\x32", "\x64\x33", 1)
	broken := other[:len(other)-4]
	for name, c := range map[string]struct {
		glyf []string
		want string
	}{
		"sound":      {[]string{square, other, other, other, other}, "ABC𠮷"},
		"blank":      {[]string{square, other, "", other, other}, "AC𠮷"},
		".notdef":    {[]string{square, other, square, other, other}, "AC𠮷"},
		"damaged":    {[]string{square, other, other, broken, other}, "AB𠮷"},
		"part of it": {[]string{square, broken, other, composite(1), composite(2)}, "B𠮷"},
		"itself":     {[]string{square, other, other, composite(3), other}, "AB𠮷"},
	} {
		f, err := Foreign(name, sample{glyf: c.glyf}.font(), 0)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range "ABC𠮷" {
			if g, ok := f.Glyph(r); ok {
				got += string(r)
				if _, err := f.Subset([]GlyphID{g}); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: prints %q, want %q", name, got, c.want)
		}
	}
	_, err := Foreign("x", sample{glyf: []string{broken, other, other, other, other}}.font(), 0)
	wantError(t, err, Damaged, "glyf")
}

// TestMarksFillTheirCells: the faces of a Chinese chain do, a Latin one's marks in
// a Chinese face would not.
func TestMarksFillTheirCells(t *testing.T) {
	for name, data := range map[string]string{"song": songData, "kai": kaiData, "hei": heiData} {
		f, err := Foreign(name, data, 0)
		if err != nil {
			t.Fatal(err)
		}
		glyf := strings.Index(data, string(f.glyf))
		for _, r := range cellMarks {
			g, ok := f.Glyph(r)
			if !ok {
				t.Errorf("%s has no %c", name, r)
				continue
			}
			b := []byte(data)
			ink := b[glyf+f.offset(int(g)):]
			shift := 600
			if strings.ContainsRune(openingMarks+"—", r) {
				shift = -600
			}
			if r == '？' || r == '！' || r == '…' || r == '—' && f.cmap.find('⸺') != 0 {
				continue
			}
			putU16(ink[2:], table(ink).i16(2)+shift)
			putU16(ink[6:], table(ink).i16(6)+shift)
			if moved, err := Foreign(name, string(b), 0); err != nil {
				t.Error(err)
			} else if _, ok := moved.Glyph(r); ok {
				t.Errorf("%s: %c is taken though it stands elsewhere in its cell", name, r)
			}
		}
	}
}

// A counter counts what is read.
type counter struct {
	io.ReaderAt
	read int
}

func (c *counter) ReadAt(b []byte, at int64) (int, error) {
	c.read += len(b)
	return c.ReaderAt.ReadAt(b, at)
}

// TestListReadsNamesOnly holds what a folder of large fonts costs.
func TestListReadsNamesOnly(t *testing.T) {
	file := collection(songData, heiData)
	c := &counter{ReaderAt: strings.NewReader(file)}
	all, err := List(c, int64(len(file)))
	if err != nil || len(all) != 2 || all[0].Family != "公文宋" || all[1].Family != "公文黑" || all[1].Index != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	if c.read > 32<<10 {
		t.Errorf("%d of %d bytes read", c.read, len(file))
	}
}

func TestWithPutsAFaceFirst(t *testing.T) {
	own, err := Foreign("x", sample{}.font(), 0)
	if err != nil {
		t.Fatal(err)
	}
	set := Embedded().With(map[Style]*Face{Fang: own})
	for r, want := range map[rune]string{'C': "Sample", '一': fangName, '䶮': rareName} {
		if f, _, ok := set.Find(Fang, r); !ok || f.Name() != want {
			t.Errorf("%c is set with %s, want %s", r, f.Name(), want)
		}
	}
	if f, _, _ := set.Find(Kai, 'C'); f == own {
		t.Error("another style has it too")
	}
	if f, _, _ := Embedded().Find(Fang, '一'); f.Name() != fangName || len(Embedded().Chain(Fang)) == len(set.Chain(Fang)) {
		t.Error("the embedded set has changed")
	}
}

// TestForgiving: faults of real fonts that are no reason to refuse them.
func TestForgiving(t *testing.T) {
	other := strings.Replace(square, "\x64\x32", "\x64\x33", 1)
	sound := sample{glyf: []string{square, other, other, other, other}}.font()
	for _, c := range []struct {
		name, font, want string
	}{
		{"glyph outside glyf", edited(t, sound, "loca", put(4*5, 0xFF, 0)), "ABC"},
		{"glyphs out of order", edited(t, sound, "loca", put(4*2, 0, 0)), "BC𠮷"},
		{"characters without glyphs", edited(t, sound, "cmap", put(12+16+12+8, 0, 99)), "ABC"},
		{"bearings missing", cut(sound, "hmtx", 8), "ABC𠮷"},
		{"ascent", edited(t, sound, "hhea", put(4, 0)), "ABC𠮷"},
		{"descent", edited(t, sound, "hhea", put(6, 5)), "ABC𠮷"},
		{"weight", edited(t, sound, "OS/2", put(4, 0)), "ABC𠮷"},
	} {
		_, err := Parse(c.font)
		if err == nil {
			t.Errorf("%s: our own face would pass", c.name)
		}
		f, err := Foreign(c.name, c.font, 0)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got, ids := "", []GlyphID(nil)
		for _, r := range "ABC𠮷" {
			if g, ok := f.Glyph(r); ok {
				got, ids = got+string(r), append(ids, g)
			}
		}
		if got != c.want {
			t.Errorf("%s: prints %q, want %q", c.name, got, c.want)
		}
		if m := f.Metrics(); m.Ascent <= 0 || m.Descent > 0 || m.Weight < 1 {
			t.Errorf("%s: %+v", c.name, m)
		}
		if s, err := f.Subset(ids); err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else {
			checkSubset(t, f.outlines, s)
		}
	}
}
