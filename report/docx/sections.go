package docx

import "tongbao/report/gb9704"

// A section is pages of one kind. The zero value is upright and numbered.
type section struct {
	kind       string // how it begins: "" on the next page, evenPage or oddPage
	numbers    string // of its pages, in markup; "" goes on counting
	turned     bool
	unnumbered bool
	top        gb9704.Unit // where its text begins; 0 is the page's margin
	low        bool        // it ends on the type area's lower edge, below the last row
}

// A foot is the end of what was written last: a table, or a paragraph whose
// properties end at a place; bare is one that has none.
type foot struct {
	at          int
	bare, table bool
}

// endSection ends the section s with what was written last. After a table that
// takes a paragraph of its own: Word keeps the section's measures in a paragraph
// mark. So it does before any text: a template may have its own there.
func (b *body) endSection(s section) {
	if b.last.table || b.last == (foot{}) {
		b.lowParagraph()
	}
	rest := string(b.b[b.last.at:])
	b.b = b.b[:b.last.at]
	if b.last.bare {
		b.raw(`<w:pPr>`)
	}
	b.section(s)
	if b.last.bare {
		b.raw(`</w:pPr>`)
	}
	b.raw(rest)
}

// afterTable writes, if a table was written last, the paragraph that Word needs
// between it and the end of a section, or another table. It is as low as one can
// be.
func (b *body) afterTable() {
	if b.last.table {
		b.lowParagraph()
	}
}

func (b *body) lowParagraph() {
	b.open(paragraph{style: afterTableStyle})
	b.raw(`</w:p>`)
}

// belowTable is the space above text below a table, 0 below other text.
func (b *body) belowTable() gb9704.Unit {
	if !b.last.table {
		return 0
	}
	return gb9704.Tables().Below.Unit - b.bodyLine().above()
}

// section writes a section's measures. There is no docGrid: exact line pitch and
// tracking make the rows and columns, and a grid of characters halves them in
// LibreOffice. Only a draft has a header.
func (b *body) section(s section) {
	p := b.page
	if s.turned {
		p = b.turned
	}
	if s.top != 0 {
		p.Top.Unit = s.top
	}
	if s.low {
		p.Bottom.Unit -= b.sheet.Open.Unit
	}
	odd, even := oddFooterID, evenFooterID
	if s.unnumbered {
		odd, even = noFooterID, noFooterID
	}
	b.raw(`<w:sectPr>`)
	b.draft.references(&b.xmlBuf)
	b.raw(`<w:footerReference w:type="default" r:id="`, odd, `"/>`,
		`<w:footerReference w:type="even" r:id="`, even, `"/>`)
	if s.kind != "" {
		b.raw(`<w:type w:val="`, s.kind, `"/>`)
	}
	b.raw(`<w:pgSz w:w="`, p.Width, `" w:h="`, p.Height)
	if s.turned {
		b.raw(`" w:orient="landscape`)
	}
	b.raw(`"/><w:pgMar w:top="`, p.Top, `" w:right="`, p.Right, `" w:bottom="`, p.Bottom, `" w:left="`, p.Left,
		`" w:header="`, b.draft.headerDistance(), `" w:footer="`, p.FooterDistance, `" w:gutter="0"/>`, s.numbers, `</w:sectPr>`)
}

// area is the width of the type area of s.
func (g geometry) area(s section) gb9704.Unit {
	if s.turned {
		return g.turned.Width.Unit - g.turned.Left.Unit - g.turned.Right.Unit
	}
	return g.sheet.AreaWidth.Unit
}
