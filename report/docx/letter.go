package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// attachments writes 附件说明 (7.3.4), an item a paragraph.
func (b *body) attachments(list *notice.AttachmentList, keep bool) {
	start := gb9704.Unit(gb9704.Attachments().Left.N) * b.sheet.Cell.Unit
	for i, item := range list.Items {
		p := paragraph{style: attachmentStyle, keep: keep, left: start}
		if i == 0 {
			p.before = b.page.OneLineGap.Unit
			start += b.width(notice.AttachmentLabel)
		}
		b.labelled(p, item)
	}
}

// labelled writes a label and the text behind it, whose further lines hang below
// its first character.
func (b *body) labelled(p paragraph, l *notice.Labelled) {
	p.hanging = b.width(l.Label) + tabRoom
	p.left += p.hanging
	b.label(p, l)
}

// tabRoom keeps a label from ending at the tab stop behind it, which would then be
// passed over.
const tabRoom = 2 * gb9704.Pt

// label writes l with a tab behind its label, so that the text begins where its
// further lines do whatever the label's width in the font at hand.
func (b *body) label(p paragraph, l *notice.Labelled) {
	b.open(p)
	b.words(spansOf(append(b.spans[:0], span{text: l.Label}, span{markup: tab}), "", l.Text))
	b.raw(`</w:p>`)
}

// note writes 附注 (7.3.6) on the row after the date, or below the seal if that
// reaches over it.
func (b *body) note(n *notice.Note) {
	p := paragraph{style: noteStyle}
	if b.page.Indent.Unit+b.width(notice.Plain(n.Text)) > b.pressed.left {
		p.before = b.pressed.below
	}
	b.pressed = seal{}
	b.paragraph(p, n.Text)
}
