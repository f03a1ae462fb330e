package layout

import (
	"unicode"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/setup"
)

// A setting is a typeface at a size, on cells of a width.
type setting struct {
	style      fonts.Style
	size, cell Unit
	bold       bool
}

// onGrid is the setting of t in the text, where each character has the sheet's
// cell.
func onGrid(t gb9704.Type, sheet *gb9704.Sheet) setting {
	return setting{setup.StyleOf(t.Face), t.Size, sheet.Cell.Unit, t.Bold}
}

// solid is the setting of t where characters stand em to em.
func solid(t gb9704.Type) setting { return setting{setup.StyleOf(t.Face), t.Size, t.Size, t.Bold} }

// A sort is a character ready to be set, as a compositor's type case holds it.
type sort struct {
	face  *fonts.Face // nil: no font has the character
	id    fonts.GlyphID
	class class
	width Unit // of its box
	inset Unit // from the box's left edge to the glyph's origin
}

// A typecase finds sorts. It remembers the latest ones, as a notice has few
// different characters and many of each; two that share a slot only cost time.
type typecase struct {
	fonts *fonts.Set
	slots [1 << slotBits]slot
}

const slotBits = 12

type slot struct {
	setting setting
	r       rune
	sort    sort
}

// sort returns r's sort in setting s, valid until the next call.
func (c *typecase) sort(s setting, r rune) *sort {
	hash := (uint32(r) + uint32(s.style)<<24) * 0x9E3779B1
	e := &c.slots[hash>>(32-slotBits)]
	if e.r != r || e.setting != s {
		*e = slot{s, r, c.find(s, r)}
	}
	return &e.sort
}

// find makes r's sort, a cell without a glyph if no font has it.
func (c *typecase) find(s setting, r rune) sort {
	out := sort{class: classOf(r), width: s.cell}
	if invisible(r) {
		return out
	}
	if face, id, ok := c.ask(s.style, r, out.class); ok {
		out.face, out.id = face, id
		out.width, out.inset = box(out, s)
	}
	return out
}

// ask asks the fonts. Letters, digits and ASCII marks are Latin in every style;
// white space other than the full cell is one blank.
func (c *typecase) ask(style fonts.Style, r rune, of class) (*fonts.Face, fonts.GlyphID, bool) {
	if !of.has(latin) {
		return c.fonts.Find(style, r)
	}
	if of.has(blank) {
		r = ' '
	}
	if face, id, ok := c.fonts.Find(fonts.Latin, r); ok {
		return face, id, true
	}
	return c.fonts.Find(style, r)
}

// invisible reports whether r shows nothing by itself, such as U+200B or a
// damaged byte, whatever a font has for it.
func invisible(r rune) bool {
	return r == unicode.ReplacementChar || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

// box returns the width of a sort's box and where in it the glyph begins. What
// is wider than half an em fills whole cells; the rest keeps its own advance, at
// the ratio of cell to em, so that a digit is exactly half a cell. A glyph too
// narrow for its cell stands in the middle.
func box(of sort, s setting) (width, inset Unit) {
	advance, em := Unit(of.face.Advance(of.id)), Unit(of.face.UnitsPerEm())
	own := gb9704.Round(advance*s.cell, em)
	if of.class.has(latin) || !of.class.has(full) && 2*advance <= em {
		return own, 0
	}
	cells := max(1, (advance+em/2)/em)
	return cells * s.cell, max(0, (cells*s.cell-gb9704.Round(advance*s.size, em))/2)
}
