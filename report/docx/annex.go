package docx

import (
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
		b.title(a.Title, paragraph{style: annexTitleStyle, newPage: a.Label == nil})
		b.blocks(a.Body)
	}
	return now
}
