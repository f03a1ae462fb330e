package fonts

import (
	"bytes"
	"strings"
	"testing"
)

// seeds are whole fonts, and one with hinting tables.
func seeds() []string {
	return []string{
		sample{}.font(), sample{short: true}.font(), sample{cmap: cmap4()}.font(),
		sample{extra: []part{copied("prep", "\xB8\x01\xFF\x85")}}.font(),
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) { useAll(data) })
}

// FuzzSubset takes any glyphs of any outlines: what comes out must be sound and
// draw the same.
func FuzzSubset(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s, []byte{4, 2, 4})
	}
	f.Fuzz(func(t *testing.T, data string, wanted []byte) {
		face, err := Parse(data)
		if err != nil {
			return
		}
		ids := make([]GlyphID, len(wanted))
		for i, g := range wanted {
			ids[i] = GlyphID(g)
		}
		s, err := face.Subset(ids)
		if err != nil {
			return
		}
		checkSubset(t, face.outlines, s)
		again, err := face.Subset(append(ids, s.Glyphs...))
		if err != nil || !bytes.Equal(s.Data(), again.Data()) {
			t.Errorf("the same set gives other bytes (%v)", err)
		}
	})
}

// FuzzForeign takes what an office may put into a folder: names are listed from
// parts of the file, and a face that is accepted can be embedded, each character
// it says it has.
func FuzzForeign(f *testing.F) {
	for _, s := range append(seeds(), collection(seeds()[0], seeds()[2]), sample{cmap: symbols()}.font(), sample{cmap: dense(6, 'A', 1, 2)}.font()) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		all, err := List(strings.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for _, l := range all {
			StandsFor(l.Names)
			face, err := Foreign("x", data, l.Index)
			if err != nil {
				continue
			}
			if l.Err != nil {
				t.Errorf("listed as unusable, used: %v", l.Err)
			}
			for _, r := range "ABCYZ永，—𠮷\uF041 " {
				g, ok := face.Glyph(r)
				if !ok {
					continue
				}
				if _, err := face.Subset([]GlyphID{g}); err != nil {
					t.Errorf("%c cannot be embedded: %v", r, err)
				}
			}
		}
	})
}
