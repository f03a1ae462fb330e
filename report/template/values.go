package template

import (
	"strings"

	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// A value is what takes a placeholder's place: words, or for the title its rows.
type value struct {
	text string
	rows []string
	from problem.Pos // the cell that it comes from, if one is known
}

// A content is a notice, parted by the names of placeholders. What the notice does
// not have is not in words.
type content struct {
	words  map[string]value
	blocks []notice.Block // the text
	list   *notice.AttachmentList
	head   *notice.Head
	record *notice.Record
	annex  []notice.Annex
	seal   bool
}

func newContent(doc *notice.Document, pages []layout.Page, s *setup.Setup) content {
	c := content{words: map[string]value{}, blocks: doc.Body, annex: doc.Annexes, head: doc.Head, record: doc.Record}
	c.set(organisationTag, doc.Meta.Issuer, problem.Pos{})
	c.set(draftName, s.Draft, problem.Pos{})
	c.set(titleName, doc.Meta.Title, problem.Pos{})
	if doc.Title != nil {
		rows := titleRows(doc.Title, pages)
		c.words[titleName] = value{strings.Join(rows, ""), rows, source(doc.Title.Parts...)}
	}
	if doc.Head != nil {
		c.headWords(doc.Head)
	}
	if doc.Record != nil {
		c.recordWords(doc.Record)
	}
	for _, block := range doc.Body {
		c.block(block)
	}
	return c
}

func titleRows(t *notice.Title, pages []layout.Page) []string {
	if rows := layout.TitleRows(t, pages); len(rows) > 0 {
		return rows
	}
	var rows []string
	for _, part := range t.Parts {
		rows = append(rows, notice.Plain(part))
	}
	return rows
}

func (c *content) set(name, text string, from problem.Pos) {
	if text != "" {
		c.words[name] = value{text: text, from: from}
	}
}

// inline sets what a name stands for to words with their source.
func (c *content) inline(name string, text []notice.Inline) {
	c.set(name, notice.Plain(text), source(text))
}

// source is where the first words come from.
func source(parts ...[]notice.Inline) problem.Pos {
	for _, text := range parts {
		for _, in := range text {
			switch in := in.(type) {
			case notice.Text:
				if in.Src != (problem.Pos{}) {
					return in.Src
				}
			}
		}
	}
	return problem.Pos{}
}

func (c *content) paragraph(name string, p *notice.Paragraph) {
	if p != nil {
		c.inline(name, p.Text)
	}
}

func (c *content) headWords(h *notice.Head) {
	c.paragraph(copyNumberName, h.Copy)
	c.paragraph(secrecyName, h.Secrecy)
	c.paragraph(urgencyName, h.Urgency)
	c.paragraph(markName, h.Mark)
	c.paragraph(numberName, h.Number)
	if h.Signers == nil {
		return
	}
	var people []string
	for _, n := range h.Signers.Names {
		people = append(people, notice.Plain(n))
	}
	c.set(signersName, strings.Join(people, "　"), source(h.Signers.Names...))
}

func (c *content) recordWords(r *notice.Record) {
	if r.Recipients != nil {
		c.inline(recipientsName, r.Recipients.Text)
	}
	if r.Copies != nil {
		c.inline(copiesName, r.Copies.Text)
	}
	c.paragraph(printerName, r.Issuer)
	c.paragraph(printedName, r.Date)
}

func (c *content) block(b notice.Block) {
	switch b := b.(type) {
	case *notice.Recipients:
		c.inline(recipientsName, b.Text)
	case *notice.AttachmentList:
		c.list = b
	case *notice.Signature:
		c.paragraph(issuerName, b.Issuer)
		c.paragraph(dateName, b.Date)
		c.seal = b.Seal != nil
	case *notice.Note:
		c.inline(noteName, b.Text)
	}
}

// signs reports whether the signature comes with {{正文}}.
func (c *content) signs(t *Template) bool { return !t.has(issuerName) && !t.has(dateName) }

// text is the blocks that go where {{正文}} stands: all that have no place of their
// own. A signature that has one is among them, to be taken out again: what stands
// before it must know of it. What comes after it then needs a place, too.
func (c *content) text(t *Template) []notice.Block {
	var out []notice.Block
	for _, b := range c.blocks {
		own := false
		switch b.(type) {
		case *notice.Recipients:
			own = t.has(recipientsName)
		case *notice.AttachmentList:
			own = t.has(listName)
		case *notice.Note:
			own = t.has(noteName) || !c.signs(t)
		}
		if !own {
			out = append(out, b)
		}
	}
	return out
}

// fit is the value for one match: what the template goes on with is left out at its
// end, and an opening bracket that stands before it, at its beginning.
func (v value) fit(n name, before, after string) string {
	s := v.text
	for _, mark := range n.trim {
		if strings.HasPrefix(squeeze(after), mark) || mark == "：" && strings.HasPrefix(squeeze(after), ":") {
			s = strings.TrimSuffix(s, mark)
		}
	}
	if strings.HasSuffix(before, "（") {
		s = strings.TrimPrefix(s, "（")
	}
	return s
}
