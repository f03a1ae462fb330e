package layout

import (
	"fmt"

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
