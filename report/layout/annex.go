package layout

import (
	"fmt"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// annex puts a on pages of its own (7.3.7): 附件1 on the first row, its title on
// the third, its text below. Page numbers go on.
func (p *pager) annex(a *notice.Annex) {
	p.newPage()
	if a.Landscape {
		p.turnedAnnex(a)
		return
	}
	p.annexParts(a)
}

// annexParts puts a's label, title and text on the last page, which is empty, and
// on further ones.
func (p *pager) annexParts(a *notice.Annex) {
	p.rows(p.annexLabel(a.Label))
	if rows := p.titleRows(a.Title, ""); len(rows) > 0 {
		p.titleAt(rows, max(p.y, p.titleTop()))
		if p.room(p.y, nil).most(nil) < leastText {
			p.annexTooTall(a, len(rows))
		} else if len(rows) > longestAnnexTitle {
			p.annexTitleLong(a, len(rows))
		}
	}
	p.sections(p.galleys(a.Body))
}

// longestAnnexTitle is the rows that the title of an annex takes at most, before
// people are asked whether it is one.
const longestAnnexTitle = 4

// annexLabel sets 附件1 flush left.
func (t *setter) annexLabel(label *notice.Paragraph) []row {
	return t.flush(label, onGrid(gb9704.AnnexLabelType(), t.sheet), t.sheet.AreaWidth.Unit)
}

func (p *pager) annexTooTall(a *notice.Annex, rows int) {
	p.problems = append(p.problems, annexTooTall.At(source(a.Title.Parts[0]),
		fmt.Sprintf("“%s”的标题排成%d行，首页放不下附件的正文", notice.Plain(a.Label.Text), rows), "缩短附件的标题"))
}

func (p *pager) annexTitleLong(a *notice.Annex, rows int) {
	p.problems = append(p.problems, annexTitleLong.At(source(a.Title.Parts[0]),
		fmt.Sprintf("“%s”的标题排成%d行", notice.Plain(a.Label.Text), rows), "缩短附件的标题，把内容写进附件的正文"))
}
