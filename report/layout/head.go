package layout

import (
	"fmt"
	"unicode/utf8"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// head sets 版头 (7.2) on page 1, which is empty, and returns where the title
// begins.
func (p *pager) head(h *notice.Head) Unit {
	rule, area := gb9704.Heads(), p.sheet.AreaWidth.Unit
	p.corner(h, rule)
	top := p.sheet.Top.Unit + rule.MarkTop.Unit
	if p.y-p.sheet.Pitch.Unit+p.sheet.Cell.Unit > top {
		p.headTooLarge(h.Mark, "份号、密级和紧急程度占到了发文机关标志的位置", "核对这三项：每项应在一行以内")
	}
	top += p.mark(h.Mark, top) + rule.NumberAbove.Unit
	if h.Signers != nil {
		above := top
		top = p.signed(h, top, rule)
		p.signs = tallSigners{h.Signers.Names, top - above - p.sheet.Cell.Unit}
	} else {
		top = p.number(h.Number, top)
	}
	line := &Rule{X: p.sheet.Left.Unit, Y: top + rule.LineAbove.Unit, Width: area, Height: rule.LineStroke.Unit, Colour: Red}
	p.artifact(line)
	p.y = line.Y + line.Height + rule.TitleAbove.Unit
	return p.y
}

// corner sets 份号, 密级 and 紧急程度, each that there is on a row of its own, flush
// left.
func (p *pager) corner(h *notice.Head, rule gb9704.HeadRule) {
	area := p.sheet.AreaWidth.Unit
	hei := onGrid(gb9704.SecrecyType(), p.sheet)
	p.rows(p.flush(h.Copy, onGrid(gb9704.CopyType(), p.sheet), area))
	if h.Secrecy != nil {
		p.y = max(p.y, p.sheet.Top.Unit+Unit(rule.SecrecyRow.N-1)*p.sheet.Pitch.Unit)
		p.rows(p.flush(h.Secrecy, hei, area))
	}
	p.rows(p.flush(h.Urgency, hei, area))
}

// mark sets 发文机关标志 in red, centred, as large as one row holds, and returns its
// height.
func (p *pager) mark(m *notice.Paragraph, top Unit) Unit {
	if m == nil {
		return 0
	}
	rule, area := gb9704.Marks(), p.sheet.AreaWidth.Unit
	set := solid(rule.Type)
	p.spans = spansOf(p.spans[:0], m.Text, set, m)
	cs := p.shape(p.spans)
	l := measured(cs, 0, len(cs))
	set.size, set.cell = rule.Fit(l.width, area-Unit(len(cs))) // what rounding each of them may add
	if set.size < rule.Smallest.Unit {
		p.headTooLarge(m, fmt.Sprintf("发文机关标志有%d个字，一行放不下", utf8.RuneCountInString(notice.Plain(m.Text))), "改用发文机关的规范化简称")
	}
	p.spans = spansOf(p.spans[:0], m.Text, set, m)
	cs = p.shape(p.spans)
	l = measured(cs, 0, len(cs))
	runs := p.line(l, p.sheet.Left.Unit+(area-l.width)/2, justify(l, l.width, true))
	for i := range runs {
		runs[i].Colour = Red
	}
	p.put(runs, top)
	return set.size
}

// number sets 发文字号, centred, and returns its lower edge.
func (p *pager) number(number *notice.Paragraph, top Unit) Unit {
	rows := p.flush(number, p.body(), p.sheet.AreaWidth.Unit)
	for i := range rows {
		shift(rows[i:i+1], (p.sheet.AreaWidth.Unit-width(rows[i:i+1]))/2)
	}
	p.y = top
	p.rows(rows)
	return p.y - p.sheet.Pitch.Unit + p.sheet.Cell.Unit
}

func (p *pager) headTooLarge(at *notice.Paragraph, message, hint string) {
	p.problems = append(p.problems, headTooLarge.At(sourceOf(at), message, hint))
}
