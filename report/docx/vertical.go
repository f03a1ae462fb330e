package docx

import "tongbao/report/gb9704"

// A line is how type stands in an exact line pitch. Word processors put the
// baseline at 80 % of it, and an em box reaches from 88 % of the size above the
// baseline to 12 % below it: measured in LibreOffice 7.4 for three fonts.
type line struct{ size, pitch gb9704.Unit }

// above is from the line's upper edge to the em box's; it may be negative.
func (l line) above() gb9704.Unit { return l.pitch*4/5 - l.size*22/25 }

// below is from the em box's lower edge to the line's.
func (l line) below() gb9704.Unit { return l.pitch - l.above() - l.size }

// before is the space that must stand before next to have a gap from edge to
// edge of the em boxes of l and next.
func (l line) before(next line, gap gb9704.Unit) gb9704.Unit {
	return max(0, gap-l.below()-next.above())
}

// from is the space that must stand before l, which follows at y, to have its em
// box begin at top.
func (l line) from(y, top gb9704.Unit) gb9704.Unit { return max(0, top-y-l.above()) }

// solid is a line of a size whose em box begins with it.
func solid(size gb9704.Unit) line { return line{size, size * 11 / 10} }

func (g geometry) bodyLine() line  { return line{gb9704.Body().Size, g.page.Line.Unit} }
func (g geometry) titleLine() line { return line{gb9704.TitleType().Size, g.page.TitleLine.Unit} }
