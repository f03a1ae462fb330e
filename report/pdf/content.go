package pdf

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
)

// A painter writes one page's operators after another. Its numbers are the
// page's thousandths of a point, y up.
type painter struct {
	buffer
	fonts    *fontbook
	pictures *album
	tree     *structure
	sheet    pageSet

	number int         // of the page in work, from 0
	turned bool        // what is painted is turned
	height gb9704.Unit // of the sheet as what is painted is read
	open   content
	ink
	x, y int64  // where the last run of this text object began
	uses []*use // of the run in work
}

// ink is what the graphics state holds; zero is a page's beginning.
type ink struct {
	font     *font
	stroke   gb9704.Unit // of bold glyphs; 0 of others
	size     gb9704.Unit
	tracking int64
	colour   layout.Colour
}

// page returns the operators of page i, valid until the next call.
//
// A turned page is a portrait sheet like the others, so that its number stands
// where theirs do (8) and a printer takes it from one tray. What is turned is
// painted with its x up the paper and its y away from the left edge; /Rotate
// (see pageSet) has readers show it upright, and has them take its lines for
// horizontal ones when they look for text.
func (p *painter) page(i int, page *layout.Page) []byte {
	p.b, p.number = p.b[:0], i
	if len(page.Turned) > 0 {
		p.str("q\n0 1 -1 0 ").milli(p.sheet.width.MilliPt()).str(" 0 cm\n")
		p.turned, p.height = true, p.sheet.width
		p.items(page.Turned)
		p.str("Q\n")
	}
	p.turned, p.height = false, p.sheet.height
	p.items(page.Items)
	return p.b
}

// items paints a list in a graphics state that nothing was set in.
func (p *painter) items(items []layout.Item) {
	p.ink = ink{}
	for _, item := range items {
		switch item := item.(type) {
		case *layout.Run:
			p.words(item)
		case *layout.Rule:
			p.rule(item)
		case *layout.Picture:
			p.picture(item)
		}
	}
	p.enter(content{})
}

// words paints a run, in two pieces if it has a label and what is labelled.
func (p *painter) words(run *layout.Run) {
	for run != nil && len(run.Glyphs) > 0 {
		piece, rest := p.tree.split(run)
		p.enter(p.belongs(piece))
		p.run(piece)
		if piece.Node != nil {
			p.tree.say(p.open.element, piece, p.above(piece))
		}
		run = rest
	}
}

// up turns a distance from the upper edge into PDF's, from the lower edge.
func (p *painter) up(y gb9704.Unit) int64 { return (p.height - y).MilliPt() }

// above is the place that shows run at a window's upper left corner: that of
// the sheet as it is read, whose upper edge is the paper's left one if it is
// turned.
func (p *painter) above(run *layout.Run) point {
	top := run.Y - run.Size
	if p.turned {
		return point{top.MilliPt(), 0}
	}
	return point{0, p.up(top)}
}

// run writes one run: state, place, glyphs.
func (p *painter) run(run *layout.Run) {
	p.state(run)
	x, y := run.X.MilliPt(), p.up(run.Y)
	p.milli(x - p.x).str(" ").milli(y - p.y).str(" Td\n")
	p.x, p.y = x, y
	p.show(run)
}

// state sets colour, font, size, weight and tracking where they differ from the
// last run's.
func (p *painter) state(run *layout.Run) {
	p.setColour(run.Colour)
	f := p.fonts.byFace[run.Face]
	p.uses = p.uses[:0]
	for i := range run.Glyphs {
		p.uses = append(p.uses, f.find(&run.Glyphs[i]))
	}
	if f != p.font || run.Size != p.size {
		p.str("/").str(f.name).str(" ").milli(run.Size.MilliPt()).str(" Tf\n")
		p.font, p.size = f, run.Size
	}
	if w := stroke(run); w != p.stroke {
		p.weight(w)
	}
	if t := p.vote(run); t != p.tracking {
		p.milli(t).str(" Tc\n")
		p.tracking = t
	}
}

// vote finds what most glyphs of run advance beyond their width, by
// majority, in thousandths of a point.
func (p *painter) vote(run *layout.Run) int64 {
	var most int64
	votes := 0
	for i := range run.Glyphs[:max(len(run.Glyphs)-1, 1)] {
		t := (run.Glyphs[i].Advance - scale(p.uses[i].width, run.Size)).MilliPt()
		switch {
		case t == most:
			votes++
		case votes == 0:
			most, votes = t, 1
		default:
			votes--
		}
	}
	return most
}

// scale is thousandths of an em at a size.
func scale(thousandths int64, size gb9704.Unit) gb9704.Unit {
	return gb9704.Round(gb9704.Unit(thousandths)*size, 1000)
}
