package pdf

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
)

// A painter writes one page's operators after another. Its numbers are the
// page's thousandths of a point, y up.
type painter struct {
	buffer
	fonts *fontbook
	tree  *structure
	sheet pageSet

	font     *font // as last set on this page
	bold     bool
	size     gb9704.Unit
	tracking int64
	x, y     int64  // where the last run of this text object began
	uses     []*use // of the run in work
}

// page returns the operators of page i, valid until the next call.
func (p *painter) page(i int, page *layout.Page) []byte {
	p.b, p.font, p.bold, p.size, p.tracking = p.b[:0], nil, false, 0, 0
	var node notice.Node
	open := false
	for _, item := range page.Items {
		run := item.(*layout.Run)
		if len(run.Glyphs) == 0 {
			continue
		}
		if !open || run.Node != node {
			p.end(open)
			p.begin(i, run)
			open, node = true, run.Node
		}
		p.run(run)
		p.tree.say(run)
	}
	p.end(open)
	return p.b
}

// begin opens a piece of content that belongs to one node, or to none.
func (p *painter) begin(page int, run *layout.Run) {
	if run.Node == nil {
		p.str("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n")
	} else {
		role, mcid := p.tree.mark(page, run)
		p.str("/").str(role).str("<</MCID ").num(mcid).str(">>BDC\n")
	}
	p.str("BT\n")
	p.x, p.y = 0, 0
}

func (p *painter) end(open bool) {
	if open {
		p.str("ET\nEMC\n")
	}
}

// run writes one run: state, place, glyphs.
func (p *painter) run(run *layout.Run) {
	p.state(run)
	x, y := run.X.MilliPt(), p.sheet.up(run.Y)
	p.milli(x - p.x).str(" ").milli(y - p.y).str(" Td\n")
	p.x, p.y = x, y
	p.show(run)
}

// state sets font, size, weight and tracking where they differ from the last run's.
func (p *painter) state(run *layout.Run) {
	f := p.fonts.byFace[run.Face]
	p.uses = p.uses[:0]
	for i := range run.Glyphs {
		p.uses = append(p.uses, f.find(&run.Glyphs[i]))
	}
	if f != p.font || run.Size != p.size {
		p.str("/").str(f.name).str(" ").milli(run.Size.MilliPt()).str(" Tf\n")
		p.font, p.size = f, run.Size
	}
	if run.Bold != p.bold {
		p.weight(run)
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
