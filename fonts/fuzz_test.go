package fonts

import (
	"bytes"
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
		if err != nil || !bytes.Equal(s.Data, again.Data) {
			t.Errorf("the same set gives other bytes (%v)", err)
		}
	})
}
