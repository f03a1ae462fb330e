package fonts

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

// noticeText has the kinds of characters a notice has, and letters that Latin
// faces compose.
const noticeText = "天元区文化旅游和广电体育局关于巡察整改进展情况的通报ÉéÅÑñ1234—“”，。·𠮷㛃ﬁ"

// glyphsOf returns the glyphs f has for text.
func glyphsOf(f *Face, text string) []GlyphID {
	var ids []GlyphID
	for _, r := range text {
		if g, ok := f.Glyph(r); ok {
			ids = append(ids, g)
		}
	}
	return ids
}

// checkSubset asks that s draws exactly what f draws.
func checkSubset(t testing.TB, f *outlines, s *Subset) {
	t.Helper()
	tables, err := readDirectory(string(s.Data()), 0)
	if err != nil {
		t.Fatal(err)
	}
	o, err := readOutlines(tables, false)
	if err != nil {
		t.Fatal(err)
	}
	if o.glyphs != len(s.Glyphs) || len(s.Data()) != s.Size || s.Glyphs[0] != 0 {
		t.Fatalf("%d glyphs in the font, %d old ids; %d bytes, said to be %d", o.glyphs, len(s.Glyphs), len(s.Data()), s.Size)
	}
	for i, old := range s.Glyphs {
		id := GlyphID(i)
		if s.ID(old) != id {
			t.Errorf("glyph %d is said to be %d, is %d", old, s.ID(old), id)
		}
		if o.advance(id) != f.advance(old) || o.bearing(id) != f.bearing(old) {
			t.Errorf("glyph %d has advance %d, bearing %d", old, o.advance(id), o.bearing(id))
		}
		want := string(f.glyph(old))
		if got := renumbered(o.glyph(id), s.Glyphs); len(got) != padded(len(want)) || got[:len(want)] != want {
			t.Errorf("glyph %d is drawn differently", old)
		}
	}
	checkSums(t, s.Data(), tables)
}

// renumbered returns g with the components' ids as in the source.
func renumbered(g table, old []GlyphID) string {
	b := []byte(g)
	if isComposite(g) {
		eachPart(g, func(at int, id GlyphID) error {
			putU16(b[at:], int(old[id]))
			return nil
		})
	}
	return string(b)
}

func checkSums(t testing.TB, data []byte, tables map[string]table) {
	t.Helper()
	if sum := checksum(data); sum != checksumMagic {
		t.Errorf("the file sums up to %#x", sum)
	}
	last := ""
	for i := range len(tables) {
		record := table(data[headerSize+recordSize*i:])
		tag, at := string(record[:4]), record.u32(8)
		if tag <= last || at%4 != 0 {
			t.Errorf("table %s after %q at %d", tag, last, at)
		}
		last = tag
		body := bytes.Clone(data[at:][:padded(int(record.u32(12)))])
		if tag == "head" {
			putU32(body[8:], 0)
		}
		if got := checksum(body); got != record.u32(4) {
			t.Errorf("table %s sums up to %#x, the directory says %#x", tag, got, record.u32(4))
		}
	}
}

func TestSubsetDrawsTheSame(t *testing.T) {
	for _, f := range Embedded().Faces() {
		t.Run(f.Name(), func(t *testing.T) {
			ids := glyphsOf(f, noticeText)
			if len(ids) < 2 {
				t.Fatalf("only %d characters of the text", len(ids))
			}
			s, err := f.Subset(ids)
			if err != nil {
				t.Fatal(err)
			}
			checkSubset(t, f.outlines, s)
			whole, err := Parse(string(wholeFont(t, s)))
			if err != nil {
				t.Fatal(err)
			}
			g, _ := whole.Glyph(0x10000)
			if got, want := whole.Advance(g), f.Advance(s.Glyphs[1]); g != 1 || got != want {
				t.Errorf("read again, glyph %d is %d wide, want %d", g, got, want)
			}
		})
	}
}

// TestSubsetOfEverything takes all glyphs of each face, so each one is checked.
func TestSubsetOfEverything(t *testing.T) {
	for _, f := range Embedded().Faces() {
		t.Run(f.Name(), func(t *testing.T) {
			var all []GlyphID
			for g := range f.glyphs {
				all = append(all, GlyphID(g))
			}
			s, err := f.Subset(all)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(s.Glyphs, all) {
				t.Errorf("%d of %d glyphs", len(s.Glyphs), len(all))
			}
		})
	}
}

func TestSubsetTakesComponents(t *testing.T) {
	latin, g, _ := Embedded().Find(Latin, 'É')
	s, err := latin.Subset([]GlyphID{g, g})
	if err != nil {
		t.Fatal(err)
	}
	checkSubset(t, latin.outlines, s)
	capital, _ := latin.Glyph('E')
	if !slices.Contains(s.Glyphs, capital) || len(s.Glyphs) != 4 { // .notdef, É, E and the accent
		t.Errorf("É needs %v", s.Glyphs)
	}
	for _, table := range []string{"cvt ", "fpgm", "prep"} {
		if !bytes.Contains(s.Data()[:headerSize+9*recordSize], []byte(table)) {
			t.Errorf("hinting table %s is lost", table)
		}
	}
}

func TestSubsetOfNothingIsNotdef(t *testing.T) {
	for _, data := range []string{sample{}.font(), sample{glyf: []string{"", "", "", "", ""}}.font()} {
		f, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.Subset(nil)
		if err != nil {
			t.Fatal(err)
		}
		checkSubset(t, f.outlines, s)
		if len(s.Glyphs) != 1 {
			t.Errorf("has %v", s.Glyphs)
		}
	}
}

func TestSubsetOfComposites(t *testing.T) {
	for _, short := range []bool{false, true} {
		f, err := Parse(sample{short: short}.font())
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.Subset([]GlyphID{4, 3})
		if err != nil {
			t.Fatal(err)
		}
		checkSubset(t, f.outlines, s)
		if want := []GlyphID{0, 1, 2, 3, 4}; !slices.Equal(s.Glyphs, want) {
			t.Errorf("has %v, want %v", s.Glyphs, want)
		}
	}
}

// TestSubsetKeepsTransforms has components of every length.
func TestSubsetKeepsTransforms(t *testing.T) {
	part := func(flag, id int, rest string) string { return string(words(flag, id)) + rest }
	const head = "\xFF\xFF\x00\x00\x00\x00\x00\x00\x00\x00"
	glyph := head +
		part(partMore|partWords, 4, "aabb") + part(partMore|partScale, 3, "abss") +
		part(partMore|partXYScale, 4, "abxxyy") + part(partHinted|part2x2, 3, "abssssssss") + "\x00\x02hi"
	f, err := Parse(sample{glyf: []string{square, glyph, "", square, square}}.font())
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Subset([]GlyphID{1})
	if err != nil {
		t.Fatal(err)
	}
	checkSubset(t, f.outlines, s)
	if want := []GlyphID{0, 1, 3, 4}; !slices.Equal(s.Glyphs, want) {
		t.Errorf("has %v, want %v", s.Glyphs, want)
	}
}

func TestSubsetRefusesAForeignGlyph(t *testing.T) {
	f, err := Parse(sample{}.font())
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Subset([]GlyphID{5})
	wantError(t, err, Damaged, "glyf")
}

func TestSubsetDoesNotDependOnOrder(t *testing.T) {
	f, _, _ := Embedded().Find(Song, '一')
	ids := glyphsOf(f, noticeText)
	first, err := f.Subset(ids)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		random.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		again, err := f.Subset(append(ids, ids[0]))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Data(), again.Data()) {
			t.Fatal("other order, other bytes")
		}
	}
}

// TestManyAtOnce is for the race detector: a fresh set, so that faces are
// parsed while others ask for them.
func TestManyAtOnce(t *testing.T) {
	set := newEmbedded()
	results := make([][]byte, 8)
	var group sync.WaitGroup
	for i := range results {
		group.Go(func() {
			for style := range styles {
				f, g, ok := set.Find(style, '8')
				if !ok {
					t.Errorf("style %d has no 8", style)
					return
				}
				s, err := f.Subset([]GlyphID{g})
				if err != nil {
					t.Error(err)
					return
				}
				results[i] = append(results[i], s.Data()...)
			}
		})
	}
	group.Wait()
	for i, r := range results {
		if !bytes.Equal(r, results[0]) {
			t.Errorf("goroutine %d got other bytes", i)
		}
	}
}
