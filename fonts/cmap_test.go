package fonts

import "testing"

func TestLookups(t *testing.T) {
	for _, c := range []struct {
		name string
		cmap []byte
		want map[rune]GlyphID
	}{
		{"format 12", cmap12(), map[rune]GlyphID{
			'@': 0, 'A': 1, 'B': 2, 'C': 3, 'D': 0, '𠮷': 4, '𠮷' - 1: 0, '𠮷' + 1: 0, 0x10FFFF: 0, -1: 0}},
		{"format 4", cmap4(), map[rune]GlyphID{
			'@': 0, 'A': 1, 'B': 2, 'C': 0, 'X': 0, 'Y': 3, 'Z': 4, '[': 0, 0xFFFF: 0, 0x10041: 0, -1: 0}},
		{"both, 12 first", both(cmap12(), cmap4()), map[rune]GlyphID{'C': 3, 'Z': 0, '𠮷': 4}},
		{"both, 4 first", both(cmap4(), cmap12()), map[rune]GlyphID{'C': 3, 'Z': 0, '𠮷': 4}},
		{"glyph 0 in a list", with(with(cmap4(), 12+40, 0), 12+30, 0xFFFF), map[rune]GlyphID{'Y': 0, 'Z': 3}},
		{"list with delta", with(cmap4(), 12+30, 0xFFFF), map[rune]GlyphID{'Y': 2, 'Z': 3}},
		{"too few segments", with(cmap4(), 12+6, 4), nil},
		{"to U+FFFF", with(with(cmap4(), 12+26, 0xFFFE), 12+32, 4), map[rune]GlyphID{'A': 1, 0xFFFE: 2, 0xFFFF: 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Parse(sample{cmap: c.cmap}.font())
			if c.want == nil {
				wantError(t, err, Damaged, "cmap")
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for r, want := range c.want {
				if g, ok := f.Glyph(r); g != want || ok != (want != 0) {
					t.Errorf("%#x has glyph %d, %v, want %d", r, g, ok, want)
				}
			}
		})
	}
}

// both joins two tables of one subtable each.
func both(a, b []byte) []byte {
	a, b = a[12:], b[12:]
	out := words(0, 2, 3, 1, 0, 20, 0, 4, 0, 20+len(a))
	return append(append(out, a...), b...)
}

// with returns cmap with a word changed.
func with(cmap []byte, at, value int) []byte {
	put(at, value)(cmap)
	return cmap
}
