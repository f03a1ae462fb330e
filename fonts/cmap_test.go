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
		{"format 0", dense(0, 'A', 1), map[rune]GlyphID{'@': 0, 'A': 1, 'B': 0, 0x100: 0, -1: 0}},
		{"format 6", dense(6, 'A', 1, 2, 0, 4), map[rune]GlyphID{'@': 0, 'A': 1, 'B': 2, 'C': 0, 'D': 4, 'E': 0, -1: 0}},
		{"format 10", dense(10, '𠮷', 4), map[rune]GlyphID{'𠮷': 4, '𠮷' - 1: 0, '𠮷' + 1: 0}},
		{"format 6 beyond the glyphs", dense(6, 'A', 5), nil},
		{"format 6 cut short", with(dense(6, 'A', 1), 12+8, 9), nil},
		{"6, then 4", both(dense(6, 'A', 4), cmap4()), map[rune]GlyphID{'A': 1, 'Z': 4}},
		{"symbols only by their codes", symbols(), map[rune]GlyphID{0xF041: 1, 'A': 0}},
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

// dense is a table of one subtable that lists glyphs from first on.
func dense(format int, first rune, glyphs ...int) []byte {
	b := words(0, 1, 3, 10, 0, 12, format)
	switch format {
	case 0:
		list := make([]byte, 256)
		for i, g := range glyphs {
			list[int(first)+i] = byte(g)
		}
		return append(append(b, words(262, 0)...), list...)
	case 6:
		b = append(b, words(0, 0, int(first), len(glyphs))...)
	case 10:
		b = append(b, words(0, 0, 0, 0, 0, int(first)>>16, int(first)&0xFFFF, 0, len(glyphs))...)
	}
	return append(b, words(glyphs...)...)
}

// symbols is a symbol font's table: U+F041 is glyph 1.
func symbols() []byte {
	return words(0, 1, 3, 0, 0, 12,
		4, 16+2*8, 0, 4, 0, 0, 0,
		0xF041, 0xFFFF, 0,
		0xF041, 0xFFFF,
		1-0xF041, 1,
		0, 0)
}
