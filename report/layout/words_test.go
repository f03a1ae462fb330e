package layout

import (
	"testing"

	"tongbao/report/notice"
)

// checkDocument wants every node's words on pages, in order and nothing else, and
// all of them inside the type area.
func checkDocument(t *testing.T, doc *notice.Document, pages []Page) {
	t.Helper()
	got, want := wordsOf(pages), sourceWords(doc)
	for node, words := range want {
		if got[node] != words {
			t.Errorf("got  %q\nwant %q", got[node], words)
		}
		delete(got, node)
	}
	if len(got) > 0 {
		t.Errorf("%d nodes that doc has not", len(got))
	}
	checkInside(t, pages)
}

// sourceWords returns the words of each node of doc that has any.
func sourceWords(doc *notice.Document) map[notice.Node]string {
	s := tree{}
	s.head(doc.Head)
	s.title(doc.Title)
	s.blocks(doc.Body)
	for _, a := range doc.Annexes {
		s.paragraph(a.Label)
		s.title(a.Title)
		s.blocks(a.Body)
	}
	if r := doc.Record; r != nil {
		s.labelled(r.Recipients)
		s.labelled(r.Copies)
		s.paragraph(r.Issuer)
		s.paragraph(r.Date)
	}
	return s
}

// A tree is the words of each node.
type tree map[notice.Node]string

func (s tree) add(node notice.Node, words string) {
	if words != "" {
		s[node] += words
	}
}

func (s tree) paragraph(p *notice.Paragraph) {
	if p != nil {
		s.add(p, notice.Plain(p.Text))
	}
}

func (s tree) labelled(l *notice.Labelled) {
	if l != nil {
		s.add(l, l.Label+notice.Plain(l.Text))
	}
}

func (s tree) title(title *notice.Title) {
	if title == nil {
		return
	}
	for _, part := range title.Parts {
		s.add(title, notice.Plain(part))
	}
}

func (s tree) head(h *notice.Head) {
	if h == nil {
		return
	}
	for _, p := range []*notice.Paragraph{h.Copy, h.Secrecy, h.Urgency, h.Mark, h.Number} {
		s.paragraph(p)
	}
	if h.Signers != nil {
		s.add(h.Signers, notice.SignersLabel)
		for _, name := range h.Signers.Names {
			s.add(h.Signers, notice.Plain(name))
		}
	}
}

func (s tree) blocks(blocks []notice.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *notice.Recipients:
			s.add(b, notice.Plain(b.Text))
		case *notice.Heading:
			s.add(b, b.Number+notice.Plain(b.Text))
			s.paragraph(b.Body)
		case *notice.Paragraph:
			s.paragraph(b)
		case *notice.AttachmentList:
			for _, item := range b.Items {
				s.labelled(item)
			}
		case *notice.Signature:
			s.paragraph(b.Issuer)
			s.paragraph(b.Date)
		case *notice.Note:
			s.add(b, notice.Plain(b.Text))
		case *notice.Table:
			s.table(b)
		}
	}
}

func (s tree) table(table *notice.Table) {
	for _, c := range table.Columns {
		s.paragraph(c.Head)
	}
	for _, r := range table.Rows {
		s.paragraph(r.Band)
		for _, c := range r.Cells {
			for _, p := range c.Paragraphs {
				s.paragraph(p)
			}
		}
	}
}
