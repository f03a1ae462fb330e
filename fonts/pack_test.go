package fonts

import (
	"bytes"
	"compress/flate"
	"hash/adler32"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
)

// unpacked is what a zlib stream of the deflated subset says, or why it says
// nothing.
func unpacked(t testing.TB, s *Subset) []byte {
	t.Helper()
	if !s.Packed() {
		t.Fatalf("%s has no pack", s.face.Name())
	}
	block, sum := s.AppendPacked([]byte("before"))
	r := bytes.NewReader(bytes.TrimPrefix(block, []byte("before")))
	outlines, err := io.ReadAll(flate.NewReader(r))
	if err != nil || r.Len() != 0 {
		t.Fatalf("%v; %d bytes behind the block", err, r.Len())
	}
	data := slices.Concat(s.Front, outlines)
	if got := adler32.Checksum(data); got != sum {
		t.Errorf("checksum %#x, want %#x", sum, got)
	}
	return data
}

func fang() *Face {
	f, _, _ := Embedded().Find(Fang, '一')
	return f
}

// TestPackDrawsTheSame takes every glyph of the face, and then sets of them: the
// file from the pack is the plain one.
func TestPackDrawsTheSame(t *testing.T) {
	f := fang()
	var all []GlyphID
	for g := range f.glyphs {
		all = append(all, GlyphID(g))
	}
	random := rand.New(rand.NewPCG(1, 2))
	sets := [][]GlyphID{nil, all, glyphsOf(f, noticeText), glyphsOf(f, packed(t))}
	for range 200 {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		sets = append(sets, slices.Clone(all[:random.IntN(400)]))
	}
	for _, ids := range sets {
		s, err := f.Subset(ids)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(unpacked(t, s), s.Data()) {
			t.Fatalf("%d glyphs are drawn differently", len(s.Glyphs))
		}
	}
}

// TestPackHasTheCommonGlyphs: without one nothing would be wrong but slow.
func TestPackHasTheCommonGlyphs(t *testing.T) {
	f := fang()
	for _, r := range packed(t) {
		g, ok := f.Glyph(r)
		if !ok || len(f.glyph(g)) == 0 || isComposite(f.glyph(g)) {
			continue
		}
		if _, n := f.pack.piece(int(g) + 1); n == 0 {
			t.Errorf("%c is not packed", r)
		}
	}
}

// TestPackOfAnotherFont: what does not fit is noticed when the face is opened.
func TestPackOfAnotherFont(t *testing.T) {
	for name, data := range map[string]string{
		"empty": "", "cut": fangPack[:len(fangPack)-1], "longer": fangPack + "\x00", "cut short": fangPack[:packSymbols+8],
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if said, _ := recover().(string); !strings.HasPrefix(said, "embedded pack") {
					t.Errorf("says %q", said)
				}
			}()
			readPack(data, fang().glyphs)
		})
	}
}

// TestCompositesBesideAPack has glyphs with new ids in it, which no pack can have.
func TestCompositesBesideAPack(t *testing.T) {
	f, err := Parse(sample{}.font())
	if err != nil {
		t.Fatal(err)
	}
	f.pack = readPack(string(makePack([][]byte{nil, []byte(square + strings.Repeat("\x00", padded(len(square))-len(square))), nil, nil, nil})), f.glyphs)
	for _, ids := range [][]GlyphID{nil, {1}, {2}, {3}, {4}, {4, 2}} {
		s, err := f.Subset(ids)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(unpacked(t, s), s.Data()) {
			t.Errorf("%v are drawn differently", ids)
		}
	}
}

// TestRepetitions: every length and distance finds its symbols, as Go's own
// reader has them.
func TestRepetitions(t *testing.T) {
	for _, c := range []struct{ length, dist int }{{3, 1}, {10, 4}, {11, 5}, {114, 9}, {257, 300}, {258, 1000}} {
		text := make([]byte, c.dist)
		for i := range text {
			text[i] = byte(i*i>>3 + i*7)
		}
		for i := range c.length {
			text = append(text, text[i])
		}
		f := makePack([][]byte{text})
		p := readPack(string(f), 1)
		var w bitWriter
		w.copy(p.piece(0))
		w.copy(p.piece(1))
		w.put(p.codes[endOfBlock])
		got, err := io.ReadAll(flate.NewReader(bytes.NewReader(w.close())))
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%d bytes from %d back: %v", c.length, c.dist, err)
		}
	}
}

// TestPacksAtOnce is for the race detector: many documents deflate one face.
func TestPacksAtOnce(t *testing.T) {
	f := fang()
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for k := range 20 {
				s, err := f.Subset(glyphsOf(f, packed(t)[3*(i*100+k*50):][:300]))
				if err != nil {
					t.Error(err)
					return
				}
				if !bytes.Equal(unpacked(t, s), s.Data()) {
					t.Error("drawn differently")
				}
			}
		})
	}
	group.Wait()
}
