package layout

import (
	"fmt"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// title sets the title on page 1 from top on and leaves p.y where the text begins.
func (p *pager) title(title *notice.Title, issuer string, top Unit) {
	rows := p.titleRows(title, issuer)
	if len(rows) == 0 {
		return
	}
	p.titleAt(rows, top)
	if p.room(p.y, nil).most(nil) < leastText {
		p.titleTooTall(title, len(rows))
	}
}

// titleTop is where the title of an annex, or of a notice, begins (7.3.7): on the
// third row.
func (p *pager) titleTop() Unit {
	return p.sheet.Top.Unit + Unit(gb9704.Titles().FirstRow.N-1)*p.sheet.Pitch.Unit
}

// titleAt puts a title's rows on the last page from top on, and leaves p.y where
// the text below them begins.
func (p *pager) titleAt(rows []row, top Unit) {
	rule, size := p.sheet.Titles(), gb9704.TitleType().Size
	for i := range rows {
		p.put(rows[i].runs, top)
		top += size + rule.Leading.Unit
	}
	p.y = top - rule.Leading.Unit + rule.Below.Unit
}

// leastText is the rows of text that page 1 must have room for.
const leastText = 2

func (p *pager) titleTooTall(title *notice.Title, rows int) {
	if s := p.signs; s.extra > 0 && p.room(p.y-s.extra, nil).most(nil) >= leastText {
		p.problems = append(p.problems, titleTooTall.At(source(s.names[0]),
			fmt.Sprintf("%d个签发人占%d行，首页放不下正文", len(s.names), int(s.extra/p.sheet.Pitch.Unit)+1),
			"减少签发人，只写主要的签发人"))
		return
	}
	p.problems = append(p.problems, titleTooTall.At(source(title.Parts[0]),
		fmt.Sprintf("标题排成%d行，首页放不下正文", rows),
		"缩短标题；发文机关可用规范化简称"))
}

// titleRows sets title's rows, centred. Each part begins a row; a part longer than
// a row is parted into a 梯形 or 菱形 (7.3.1). A row does not end inside the
// issuer's name, if one row holds it.
func (p *pager) titleRows(title *notice.Title, issuer string) (rows []row) {
	if title == nil {
		return nil
	}
	set := solid(gb9704.TitleType())
	longest := Unit(p.sheet.Titles().Longest.N) * set.cell
	var above outline
	for _, part := range title.Parts {
		p.spans = spansOf(p.spans[:0], part, set, title)
		cs := p.shape(p.spans)
		p.ends = shapeTitle(p.ends[:0], cs, issuer, longest, above)
		start := 0
		for _, end := range p.ends {
			l := measured(cs, start, end)
			x := p.sheet.Left.Unit + (p.sheet.AreaWidth.Unit-l.width)/2
			rows = append(rows, row{runs: p.line(l, x, justify(l, l.width, true))})
			above, start = above.below(halves(l.width, set.cell)), end
		}
	}
	return rows
}
