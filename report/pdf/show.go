package pdf

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
)

// show writes the glyphs of run with one TJ. Where width and tracking alone
// would leave a glyph more than half a thousandth of an em from its place, a
// number moves it back: rounding never adds up along a line.
func (p *painter) show(run *layout.Run) {
	p.str("[<")
	var want gb9704.Unit // from the run's origin
	var pen int64        // from the run's origin, thousandths of a unit
	size := int64(run.Size)
	for i, u := range p.uses {
		if off := gb9704.Round(pen-int64(want)*1000, size); off != 0 {
			p.str(">").num(int(off)).str("<")
			pen -= off * size
		}
		p.glyph(u)
		pen += u.width*size + p.tracking*int64(gb9704.Pt)
		want += run.Glyphs[i].Advance
	}
	p.str(">]TJ\n")
}

// glyph writes one code inside an open TJ string; one whose words are not its
// code's leaves the string for a span that says them.
func (p *painter) glyph(u *use) {
	if !u.actual {
		p.hex16(u.code)
		return
	}
	p.str(">]TJ\n/Span<</ActualText").text(u.text).str(">>BDC\n<").hex16(u.code).str(">Tj\nEMC\n[<")
}
