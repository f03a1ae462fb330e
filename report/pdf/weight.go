package pdf

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
)

// boldStroke is the line that thickens a bold glyph, as a part of its size: half
// of it falls outside the outline. That is what word processors draw where a face
// has no bold cut of its own. Its joins are round: a mitre would make thorns.
const boldStroke = 36

// stroke is how wide the line around run's glyphs is.
func stroke(run *layout.Run) gb9704.Unit {
	if run.Bold {
		return run.Size / boldStroke
	}
	return 0
}

// weight begins to fill glyphs, or to fill and stroke them.
func (p *painter) weight(stroke gb9704.Unit) {
	if p.stroke = stroke; stroke > 0 {
		p.milli(stroke.MilliPt()).str(" w 1 j 2 Tr\n")
	} else {
		p.str("0 Tr\n")
	}
}
