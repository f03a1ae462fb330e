package pdf

// toUnicode returns the CMap that gives each code's text (ISO 32000-1, 9.10.3):
// one line for each code, because ranges may not cross a first byte and save
// nothing here.
func toUnicode(uses []*use) []byte {
	const most = 100 // lines in one section, Adobe Technical Note 5014
	b := new(buffer).str("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for len(uses) > 0 {
		n := min(len(uses), most)
		b.num(n).str(" beginbfchar\n")
		for _, u := range uses[:n] {
			b.str("<").hex16(u.code).str("><").utf16(mappable(u)).str(">\n")
		}
		b.str("endbfchar\n")
		uses = uses[n:]
	}
	return b.str("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").b
}

// mappable is the text the CMap gives for u. One that stands for no words gets
// a blank without width, as each code must have a value; its words come from
// /ActualText.
func mappable(u *use) string {
	if u.text == "" {
		return "\u200B"
	}
	return u.text
}

// needsActual reports whether a glyph's words must be said apart from its code:
// none at all, or characters of private use (ISO 19005-2, 6.2.11.7.3).
func needsActual(text string) bool {
	for _, r := range text {
		if r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 {
			return true
		}
	}
	return text == ""
}
