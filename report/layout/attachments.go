package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// attachments sets 附件说明 (7.3.4): the numbers of further names stand below the
// first one's. A page does not begin with it if it can be helped.
func (g *galley) attachments(rows []row, a *notice.AttachmentList) []row {
	rule := gb9704.Attachments()
	x := g.sheet.Left.Unit + Unit(rule.Left.N)*g.sheet.Cell.Unit
	begin := len(rows)
	for i, item := range a.Items {
		first := len(rows)
		rows = g.hanging(rows, item, g.body(), x, g.sheet.Left.Unit+g.sheet.AreaWidth.Unit)
		weigh(rows[first:])
		if i == 0 {
			_, x = g.strip(append(g.spans[:0], span{text: notice.AttachmentLabel, setting: g.body()}), x)
		}
	}
	if begin > 0 && begin < len(rows) {
		rows[begin].gap = rule.Above.Unit
		rows[begin-1].after = max(rows[begin-1].after, lone)
	}
	return rows
}

// hanging sets l from x on in lines that end at right, the further ones below its
// text's first character.
func (t *setter) hanging(rows []row, l *notice.Labelled, set setting, x, right Unit) []row {
	first := len(rows)
	label, beside := t.strip(append(t.spans[:0], span{text: l.Label, setting: set, node: l, src: source(l.Text)}), x)
	t.spans = spansOf(t.spans[:0], l.Text, set, l)
	rows = t.paragraph(rows, t.spans, beside, 0, right-beside)
	if len(rows) == first {
		return append(rows, row{runs: label})
	}
	rows[first].runs = append(label, rows[first].runs...)
	return rows
}
