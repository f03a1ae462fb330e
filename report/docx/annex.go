package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// annexes writes 附件 (7.3.7), each on a new page, in the section
// now or one of its own, and returns the section that is
// not ended yet.
func (b *body) annexes(list []notice.Annex, now section) section {
	for i := range list {
		a := &list[i]
		if a.Landscape != now.turned {
			b.endSection(now)
			now = section{turned: a.Landscape}
		}
		b.now = now
		b.annexHead(a)
		b.blocks(a.Body)
	}
	return now
}

// annexHead writes the label and the title of a. On a turned page, where nothing
// is above the type area, the label's line begins with its em box, and the title
// where it does on an upright one. A table below the title has no leading above its
// first line.
func (b *body) annexHead(a *notice.Annex) {
	label, title := paragraph{style: annexLabelStyle}, paragraph{style: annexTitleStyle, newPage: a.Label == nil}
	if a.Landscape {
		l := solid(gb9704.AnnexLabelType().Size)
		label.pitch = l.pitch
		title.before = b.titleLine().from(l.pitch, b.thirdRow())
	}
	if a.Label != nil {
		b.paragraph(label, a.Label.Text)
	}
	if len(a.Body) > 0 {
		if _, ok := a.Body[0].(*notice.Table); ok {
			title.after = gb9704.Titles().Below.Unit - b.titleLine().below()
		}
	}
	b.title(a.Title, title)
}
