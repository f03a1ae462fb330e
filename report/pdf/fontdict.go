package pdf

// write writes f as a composite font (ISO 32000-1, 9.7) and returns its object.
func (f *font) write(to *file) ref {
	first := to.alloc(5)
	whole, cid, descriptor, program, unicode := first, first+1, first+2, first+3, first+4
	uses := f.byCode()
	to.object(whole, new(buffer).str("<</Type/Font/Subtype/Type0/BaseFont/").str(f.tag).
		str("/Encoding/Identity-H/DescendantFonts[").ref(cid).str("]/ToUnicode ").ref(unicode).str(">>"))
	b := new(buffer).str("<</Type/Font/Subtype/CIDFontType2/BaseFont/").str(f.tag).
		str("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ").ref(descriptor).
		str("/DW ").num(usualWidth).str("/W")
	writeWidths(b, uses)
	b.str("/CIDToGIDMap")
	f.writeGlyphMap(to, b, uses)
	to.object(cid, b.str(">>"))
	to.object(descriptor, f.descriptor(program))
	to.font(program, f.sub)
	to.stream(unicode, "", toUnicode(uses))
	return whole
}

// usualWidth is a full-width glyph's, in thousandths of an em.
const usualWidth = 1000

// writeWidths writes /W: the widths that are not usual, by runs of codes.
func writeWidths(b *buffer, uses []*use) {
	b.str("[")
	open, last := false, 0
	for _, u := range uses {
		if u.width == usualWidth {
			continue
		}
		if open && int(u.code) == last+1 {
			b.str(" ")
		} else {
			if open {
				b.str("]")
			}
			b.num(int(u.code)).str("[")
			open = true
		}
		b.num(int(u.width))
		last = int(u.code)
	}
	if open {
		b.str("]")
	}
	b.str("]")
}

// writeGlyphMap writes the value of /CIDToGIDMap: a table only if a code is not
// the number of its glyph, and then the highest one is not.
func (f *font) writeGlyphMap(to *file, b *buffer, uses []*use) {
	if len(uses) == 0 || uses[len(uses)-1].code == uint16(uses[len(uses)-1].sub) {
		b.str("/Identity")
		return
	}
	table := make([]byte, 2*(int(uses[len(uses)-1].code)+1))
	for _, u := range uses {
		table[2*int(u.code)] = byte(u.sub >> 8)
		table[2*int(u.code)+1] = byte(u.sub)
	}
	r := to.alloc(1)
	to.stream(r, "", table)
	b.str(" ").ref(r)
}

func (f *font) descriptor(program ref) *buffer {
	m := f.face.Metrics()
	b := new(buffer).str("<</Type/FontDescriptor/FontName/").str(f.tag).str("/Flags ").num(m.Flags).
		str("/FontBBox[")
	for i, v := range m.BBox {
		if i > 0 {
			b.str(" ")
		}
		b.num(int(f.thousandths(v)))
	}
	b.str("]/ItalicAngle ").num(m.ItalicAngle)
	for _, e := range [...]struct {
		key   string
		value int
	}{{"/Ascent ", m.Ascent}, {"/Descent ", m.Descent}, {"/CapHeight ", m.CapHeight}, {"/StemV ", m.StemV}} {
		b.str(e.key).num(int(f.thousandths(e.value)))
	}
	return b.str("/FontFile2 ").ref(program).str(">>")
}
