package layout

import (
	"tongbao/fonts"
	"tongbao/report/gb9704"
)

// A setting is a typeface at a size, on cells of a width.
type setting struct {
	style      fonts.Style
	size, cell Unit
}

// styles are the faces that stand for the standard's classes of type.
var styles = map[gb9704.Typeface]fonts.Style{
	gb9704.FangSong: fonts.Fang, gb9704.KaiTi: fonts.Kai, gb9704.HeiTi: fonts.Hei,
	gb9704.XiaoBiao: fonts.XBS, gb9704.SongTi: fonts.Song, gb9704.RomanSerif: fonts.Latin,
}

// onGrid is the setting of t in the text, where each character has the sheet's
// cell.
func onGrid(t gb9704.Type, sheet *gb9704.Sheet) setting {
	return setting{styles[t.Face], t.Size, sheet.Cell.Unit}
}

// solid is the setting of t where characters stand em to em.
func solid(t gb9704.Type) setting { return setting{styles[t.Face], t.Size, t.Size} }

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

// sort returns r's sort in setting s.
func (c *typecase) sort(s setting, r rune) sort {
	hash := (uint32(r) + uint32(s.style)<<24) * 0x9E3779B1
	e := &c.slots[hash>>(32-slotBits)]
	if e.r != r || e.setting != s {
		*e = slot{s, r, c.find(s, r)}
	}
	return e.sort
}

// find asks the fonts. Letters, digits and ASCII marks are Latin in every style.
func (c *typecase) find(s setting, r rune) sort {
	out := sort{class: classOf(r)}
	look := r
	if out.class.has(blank) && !out.class.has(full) {
		look = ' '
	}
	var ok bool
	if out.class.has(latin) {
		out.face, out.id, ok = c.fonts.Find(fonts.Latin, look)
	}
	if !ok {
		out.face, out.id, ok = c.fonts.Find(s.style, look)
	}
	if !ok {
		out.width = s.cell
		return out
	}
	out.width, out.inset = box(out, s)
	return out
}

// box returns the width of a sort's box and where in it the glyph begins. What
// is wider than half an em fills whole cells; the rest keeps its own advance, at
// the ratio of cell to em, so that a digit is exactly half a cell. A glyph too
// narrow for its cell stands in the middle.
func box(of sort, s setting) (width, inset Unit) {
	advance, em := Unit(of.face.Advance(of.id)), Unit(of.face.UnitsPerEm())
	own := rounded(advance*s.cell, em)
	if of.class.has(latin) || !of.class.has(full) && 2*advance <= em {
		return own, 0
	}
	cells := max(1, (advance+em/2)/em)
	return cells * s.cell, max(0, (cells*s.cell-rounded(advance*s.size, em))/2)
}

// rounded is a/b to the nearest, for a ≥ 0.
func rounded(a, b Unit) Unit { return (a + b/2) / b }
