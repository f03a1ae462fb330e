package layout

import (
	"fmt"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// recipients sets 主送机关 (7.3.2) flush left and keeps it with the text below.
func (g *galley) recipients(rows []row, r *notice.Recipients) []row {
	first := len(rows)
	g.spans = spansOf(g.spans[:0], r.Text, g.body(), r)
	rows = g.paragraph(rows, g.spans, g.sheet.Left.Unit, 0, g.sheet.AreaWidth.Unit)
	for i := first; i < len(rows); i++ {
		rows[i].after = textless
	}
	return rows
}

// showText reports recipients that leave the text no room on page 1, of which the
// rest begins at p.y.
func (p *pager) showText(blocks []notice.Block, text []section) {
	if len(blocks) == 0 || p.problems.Err() != nil {
		return
	}
	r, ok := blocks[0].(*notice.Recipients)
	if !ok {
		return
	}
	rows := text[0].rows
	n := 0
	for n < len(rows) && rows[n].holds(r) {
		n++
	}
	if p.room(p.y, nil).most(rows) < min(n+leastText, len(rows)) {
		p.problems = append(p.problems, recipientsTooMany.At(source(r.Text),
			fmt.Sprintf("版头、标题和%d行主送机关占满首页，放不下正文", n),
			"把“主送位置”写为“版记”，主送机关就移到版记里；也可以缩短标题，主送机关用规范化简称或统称"))
	}
}

// note sets 附注 (7.3.6).
func (g *galley) note(rows []row, n *notice.Note) []row {
	first := len(rows)
	rows = g.text(rows, spansOf(g.spans[:0], n.Text, g.body(), n))
	weigh(rows[first:])
	return rows
}

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
