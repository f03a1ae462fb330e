package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// signed sets 签发人 (7.2.6) at the right and 发文字号 at the left of their last row,
// and returns its lower edge.
func (p *pager) signed(h *notice.Head, top Unit, rule gb9704.HeadRule) Unit {
	cell, area := p.sheet.Cell.Unit, p.sheet.AreaWidth.Unit
	side := Unit(rule.Side.N) * cell
	number := p.flush(h.Number, p.body(), area-2*side)
	shift(number, side)
	room := area - 2*side - width(number) - cell
	signers := p.signers(h.Signers, rule.Names.N, rule)
	if signers.width > room {
		signers = p.signers(h.Signers, 1, rule)
	}
	if signers.width > room || len(number) > 1 {
		p.headTooLarge(h.Number, "发文字号和签发人在一行里放不下", "核对发文字号；签发人只写姓名")
	}
	shift(signers.rows, area-side-signers.width)
	foot := top + height(signers.rows, cell, p.sheet.Pitch.Unit)
	for i := range number {
		p.put(number[i].runs, foot-cell)
	}
	p.y = top
	p.rows(signers.rows)
	return foot
}

// tallSigners is 签发人 and how much they push down what stands below them.
type tallSigners struct {
	names [][]notice.Inline
	extra Unit
}

// A panel is rows that begin at the type area's left edge.
type panel struct {
	rows  []row
	width Unit
}

// signers sets the label and the names, so many on each row; names on further
// rows stand below those on the first.
func (t *setter) signers(s *notice.Signers, perRow int, rule gb9704.HeadRule) (b panel) {
	gap, kai := Unit(rule.NameGap.N)*t.sheet.Cell.Unit, onGrid(gb9704.SignerType(), t.sheet)
	label, x := t.strip(append(t.spans[:0], span{text: notice.SignersLabel, setting: t.body(), node: s}), t.sheet.Left.Unit)
	b.rows = append(b.rows, row{runs: label})
	for column := range min(perRow, len(s.Names)) {
		if column > 0 {
			x += gap
		}
		right := x
		for i := column; i < len(s.Names); i += perRow {
			if column == 0 && i > 0 {
				b.rows = append(b.rows, row{})
			}
			name, end := t.strip(spansOf(t.spans[:0], s.Names[i], kai, s), x)
			here := &b.rows[i/perRow]
			here.runs = append(here.runs, name...)
			right = max(right, end)
		}
		x = right
	}
	b.width = x - t.sheet.Left.Unit
	return b
}

// strip sets spans on one line from x on, as they are, and returns where it ends.
func (t *setter) strip(spans []span, x Unit) ([]Run, Unit) {
	t.spans = spans
	cs := t.shape(spans)
	l := measured(cs, 0, len(cs))
	return t.line(l, x, justify(l, l.width, true)), x + l.width
}
