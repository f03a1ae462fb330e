package docx

import (
	"unicode/utf8"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// head writes 版头 (7.2): what stands above the red line, which is the lower
// border of the last row of 发文字号.
func (b *body) head(h *notice.Head) {
	rule := gb9704.Heads()
	y := b.corner(h, rule)
	if h.Mark != nil {
		b.paragraph(paragraph{style: markStyle, before: b.mark.from(y, b.sheet.Top.Unit+rule.MarkTop.Unit)}, h.Mark.Text)
	}
	b.number(h, rule)
}

// corner writes 份号, 密级 and 紧急程度, a row each, and returns where the next
// paragraph's line begins.
func (b *body) corner(h *notice.Head, rule gb9704.HeadRule) gb9704.Unit {
	row := 0
	for _, p := range []struct {
		style string
		first int // the row that it stands on at least
		text  *notice.Paragraph
	}{{copyStyle, 1, h.Copy}, {secrecyStyle, rule.SecrecyRow.N, h.Secrecy}, {urgencyStyle, 1, h.Urgency}} {
		if p.text == nil {
			continue
		}
		skip := max(0, p.first-1-row)
		b.paragraph(paragraph{style: p.style, before: gb9704.Unit(skip) * b.page.Line.Unit}, p.text.Text)
		row += skip + 1
	}
	return b.page.Top.Unit + gb9704.Unit(row)*b.page.Line.Unit
}

// number writes 发文字号, centred, or at the left with 签发人 at the right, 发文字号
// beside the last of them (7.2.5, 7.2.6).
func (b *body) number(h *notice.Head, rule gb9704.HeadRule) {
	above := b.bodyLine()
	if h.Mark != nil {
		above = b.mark
	}
	switch {
	case h.Signers != nil && len(h.Signers.Names) > 0:
		b.signers(h, rule, above.before(b.bodyLine(), rule.NumberAbove.Unit))
	case h.Number != nil:
		b.paragraph(paragraph{style: numberStyle, before: above.before(b.numberLine(), rule.NumberAbove.Unit), jc: "center"}, h.Number.Text)
	}
}

// Word sets a border in whole points below a paragraph's line. numberPitch is the
// pitch at which redLineSpace of them put the red line where the standard has it.
const (
	redLineSpace = 7
	numberPitch  = 313 * gb9704.Pt / 10
)

// numberLine is the line of 发文字号.
func (g geometry) numberLine() line { return line{gb9704.Body().Size, numberPitch} }

// markLine is the line of h's 发文机关标志.
func markLine(h *notice.Head, area gb9704.Unit) line {
	rule := gb9704.Marks()
	size, _ := rule.Fit(markWidth(h), area)
	size -= size % (gb9704.Pt / 2) // Word knows half points
	return line{size, size * 6 / 5}
}

// markWidth is that of 发文机关标志 in the largest type.
func markWidth(h *notice.Head) gb9704.Unit {
	if h == nil {
		return 0
	}
	return gb9704.Unit(utf8.RuneCountInString(plain(h.Mark))) * gb9704.Marks().Type.Size
}

// markTracking is what is added to each of its characters.
func markTracking(h *notice.Head, area gb9704.Unit) gb9704.Unit {
	size, cell := gb9704.Marks().Fit(markWidth(h), area)
	return cell - size
}
