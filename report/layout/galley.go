package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// A row is one set line, its Y still open, and what ending a page after it
// costs.
type row struct {
	runs   []Run
	gap    Unit // from the row above's lower edge; 0 for that of the page's pitch
	after  cost
	goesOn bool // its paragraph has more rows
}

// A section is text that ends with a signature, with a table or with the document.
type section struct {
	rows      []row
	signature *signature
	table     *table
	heads     bool // the text ends with the table's head
}

// A galley is text set in one column, not yet cut into pages.
type galley struct {
	*setter
	sections []section
	waiting  bool // the block before is a head that waits for its text
}

// galleys sets the body.
func (t *setter) galleys(body []notice.Block) []section {
	g := galley{setter: t, sections: []section{{}}}
	for _, b := range body {
		g.block(b)
	}
	for _, s := range g.sections {
		settle(s.rows)
	}
	return g.sections
}

// block sets b. A signature or a table ends its section, also when text follows
// it; a signature takes 附注 with it.
func (g *galley) block(b notice.Block) {
	s := &g.sections[len(g.sections)-1]
	if n, ok := b.(*notice.Note); ok && s.signature != nil {
		s.signature.note = g.note(s.signature.note, n)
		return
	}
	if s.signature != nil || s.table != nil {
		g.sections = append(g.sections, section{})
		s = &g.sections[len(g.sections)-1]
	}
	first := len(s.rows)
	g.add(s, b)
	added := s.rows[first:]
	if g.waiting && len(added) > 1 {
		added[0].after = headFoot
	}
	if h, ok := b.(*notice.Heading); ok || len(added) > 0 {
		g.waiting = ok && h.Body == nil
	}
}

// add sets b at the end of s.
func (g *galley) add(s *section, b notice.Block) {
	first := len(s.rows)
	switch b := b.(type) {
	case *notice.Recipients:
		s.rows = g.recipients(s.rows, b)
	case *notice.Heading:
		s.rows = g.text(s.rows, g.headSpans(b))
		weighHead(s.rows[first:], b)
	case *notice.Paragraph:
		s.rows = g.text(s.rows, spansOf(g.spans[:0], b.Text, g.body(), b))
		weigh(s.rows[first:])
	case *notice.AttachmentList:
		s.rows = g.attachments(s.rows, b)
	case *notice.Note:
		s.rows = g.note(s.rows, b)
	case *notice.Signature:
		s.signature = g.signature(b)
	case *notice.Table:
		s.table, s.heads, g.waiting = g.setTable(b, g.sheet.AreaWidth.Unit, g.sheet.RowsHigh()), g.waiting, false
	}
}

// text sets one paragraph of the type area, its first line indented.
func (g *galley) text(rows []row, spans []span) []row {
	g.spans = spans
	indent := Unit(gb9704.Indent().N) * g.sheet.Cell.Unit
	return g.paragraph(rows, spans, g.sheet.Left.Unit, indent, g.sheet.AreaWidth.Unit)
}

// note sets 附注 (7.3.6).
func (g *galley) note(rows []row, n *notice.Note) []row {
	first := len(rows)
	rows = g.text(rows, spansOf(g.spans[:0], n.Text, g.body(), n))
	weigh(rows[first:])
	return rows
}

// headSpans is a head's number and words and, on the same lines, its body.
func (g *galley) headSpans(h *notice.Heading) []span {
	set := onGrid(g.sheet.HeadType(h.Level), g.sheet)
	spans := append(g.spans[:0], span{h.Number, set, h, source(h.Text)})
	spans = spansOf(spans, h.Text, set, h)
	if h.Body != nil {
		spans = spansOf(spans, h.Body.Text, g.body(), h.Body)
	}
	return spans
}

func (t *setter) body() setting { return onGrid(gb9704.Body(), t.sheet) }

// sourceOf is the cell that p, which may be nil, comes from.
func sourceOf(p *notice.Paragraph) problem.Pos {
	if p == nil {
		return problem.Pos{}
	}
	return source(p.Text)
}

// source is the cell that text comes from.
func source(text []notice.Inline) problem.Pos {
	for _, in := range text {
		switch in := in.(type) {
		case notice.Text:
			return in.Src
		}
	}
	return problem.Pos{}
}
