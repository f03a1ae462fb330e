package pdf

import "tongbao/report/layout"

// boldStroke is the line that thickens a bold glyph, as a part of its size: half
// of it falls outside the outline. That is what word processors draw where a face
// has no bold cut of its own. Its joins are round: a mitre would make thorns.
const boldStroke = 36

// weight begins to fill glyphs or to fill and stroke them, as run wants.
func (p *painter) weight(run *layout.Run) {
	if p.bold = run.Bold; p.bold {
		p.milli((run.Size / boldStroke).MilliPt()).str(" w 1 j 2 Tr\n")
	} else {
		p.str("0 Tr\n")
	}
}
