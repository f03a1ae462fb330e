package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// annexes writes 附件 (7.3.7), each on a new page, and returns the section that is
// not ended yet.
func (b *body) annexes(list []notice.Annex) section {
	var now section
	for i := range list {
		a := &list[i]
		if a.Landscape != now.turned {
			b.endSection(now)
			now = section{turned: a.Landscape}
		}
		b.now = now
		if a.Label != nil {
			b.paragraph(paragraph{style: annexLabelStyle}, a.Label.Text)
		}
		b.annexTitle(a)
		b.blocks(a.Body)
	}
	return now
}

// annexTitle writes the title of a; a table below it has no leading above its
// first line.
func (b *body) annexTitle(a *notice.Annex) {
	p := paragraph{style: annexTitleStyle, newPage: a.Label == nil}
	if len(a.Body) > 0 {
		if _, ok := a.Body[0].(*notice.Table); ok {
			p.after = gb9704.Titles().Below.Unit - b.titleLine().below()
		}
	}
	b.title(a.Title, p)
}
