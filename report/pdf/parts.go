package pdf

import (
	"fmt"
	"strings"

	"tongbao/report/notice"
)

// document adds the parts of doc in the order of reading.
func (t *structure) document(doc *notice.Document) {
	t.documentHead(doc.Head)
	if doc.Title != nil {
		t.title = t.head(doc.Title, 1, titleWords(doc.Title))
	}
	for _, block := range doc.Body {
		t.block(block)
	}
	for i := range doc.Annexes {
		t.annex(&doc.Annexes[i])
	}
	t.record(doc.Record)
}

func titleWords(title *notice.Title) string {
	var words strings.Builder
	for _, part := range title.Parts {
		words.WriteString(notice.Plain(part))
	}
	return words.String()
}

func (t *structure) documentHead(h *notice.Head) {
	if h == nil {
		return
	}
	for _, p := range [...]*notice.Paragraph{h.Copy, h.Secrecy, h.Urgency, h.Mark, h.Number} {
		t.paragraph(p)
	}
	if h.Signers != nil {
		words := notice.SignersLabel
		for _, name := range h.Signers.Names {
			words += notice.Plain(name)
		}
		t.text(h.Signers, words)
	}
}

func (t *structure) block(block notice.Block) {
	switch block := block.(type) {
	case *notice.Recipients:
		t.text(block, notice.Plain(block.Text))
	case *notice.Heading:
		t.head(block, block.Level+1, block.Number+notice.Plain(block.Text))
		t.paragraph(block.Body)
	case *notice.Paragraph:
		t.paragraph(block)
	case *notice.AttachmentList:
		t.attachments(block)
	case *notice.Signature:
		t.signature(block)
	case *notice.Note:
		t.text(block, notice.Plain(block.Text))
	case *notice.Table:
		t.table(block)
	default:
		panic(fmt.Sprintf("pdf: block %T", block))
	}
}

// attachments adds 附件说明 as a list, which readers count and walk by item, each
// label apart from what it labels. One attachment alone is no list.
func (t *structure) attachments(list *notice.AttachmentList) {
	if len(list.Items) == 1 {
		t.labelled(list.Items[0])
		return
	}
	// a list with labels must say of what kind they are (ISO 14289-1, 7.6)
	t.within(element{role: "L", more: "/A<</O/List/ListNumbering/Decimal>>"}, func() {
		for _, item := range list.Items {
			t.within(element{role: "LI"}, func() {
				t.add(item, element{role: label, words: item.Label})
				t.add(nil, element{role: "LBody", words: notice.Plain(item.Text)})
			})
		}
	})
}

// labelled adds a paragraph that begins with its label.
func (t *structure) labelled(l *notice.Labelled) {
	if l != nil {
		t.text(l, l.Label+notice.Plain(l.Text))
	}
}

// signature adds the seal after the words it is pressed on: who hears “印章” has
// heard whose and of what day. On the page it is drawn before them.
func (t *structure) signature(s *notice.Signature) {
	t.paragraph(s.Issuer)
	t.paragraph(s.Date)
	if s.Seal != nil {
		t.add(s.Seal, element{role: figure, words: s.Seal.Words})
	}
}

// annex adds 附件 as a section. Its title is a head of the first level, as the
// document's: an annex is a text of its own, with heads from 一、 on.
func (t *structure) annex(a *notice.Annex) {
	t.within(element{role: "Sect"}, func() {
		above := len(t.elements)
		t.paragraph(a.Label)
		if a.Title != nil {
			title := t.head(a.Title, 1, titleWords(a.Title))
			if a.Label != nil {
				t.labels[title] = above
			}
		}
		for _, block := range a.Body {
			t.block(block)
		}
	})
}

func (t *structure) record(r *notice.Record) {
	if r == nil {
		return
	}
	t.labelled(r.Recipients)
	t.labelled(r.Copies)
	t.paragraph(r.Issuer)
	t.paragraph(r.Date)
}
