package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// A body builds word/document.xml.
type body struct {
	xmlBuf
	geometry
	heads setup.HeadStyle
}

// A paragraph is one w:p without its words. The zero value is body text.
type paragraph struct {
	style string      // id; "" is Normal
	keep  bool        // two lines of it stay with the next paragraph
	left  gb9704.Unit // indents from the edges
	right gb9704.Unit
	mark  string // run properties of the paragraph mark
}

// A span is words in one character style; "" is the paragraph's own.
type span struct{ style, text string }

func document(doc *notice.Document, pages []layout.Page, g geometry, heads setup.HeadStyle) ([]byte, error) {
	b := &body{geometry: g, heads: heads}
	b.b = make([]byte, 0, 512*(1+len(doc.Body)))
	b.raw(xmlHead, `<w:document `, nsW, ` `, nsR, `><w:body>`)
	b.title(titleRows(doc.Title, pages))
	kept := g.keptWithSignature(doc.Body)
	for i, block := range doc.Body {
		switch block := block.(type) {
		case *notice.Heading:
			b.heading(block, kept[i])
		case *notice.Paragraph:
			b.paragraph(paragraph{keep: kept[i]}, span{text: notice.Plain(block.Text)})
		case *notice.Signature:
			b.signature(block)
		}
	}
	b.section()
	b.raw(`</w:body></w:document>`)
	return b.b, b.err
}

// title is one paragraph whose rows are parted by line breaks: the document has
// one title, for screen readers and for whoever copies it.
func (b *body) title(rows []string) {
	if len(rows) == 0 {
		return
	}
	b.open(paragraph{style: "Title"})
	for i, row := range rows {
		if i > 0 {
			b.raw(`<w:r><w:br/></w:r>`)
		}
		b.run(span{text: row})
	}
	b.raw(`</w:p>`)
}

// titleRows is the title as pages show it, or a row for each part.
func titleRows(t *notice.Title, pages []layout.Page) []string {
	if t == nil {
		return nil
	}
	if rows := layout.TitleRows(t, pages); len(rows) > 0 {
		return rows
	}
	var rows []string
	for _, part := range t.Parts {
		rows = append(rows, notice.Plain(part))
	}
	return rows
}

// heading writes a head. A run-in head shares its paragraph with its body, or is
// parted from it by Word's style separator: a paragraph mark that Word hides.
func (b *body) heading(h *notice.Heading, keep bool) {
	style := "Heading" + string(rune('0'+h.Level))
	head := span{text: h.Number + notice.Plain(h.Text)}
	switch {
	case h.Body == nil:
		b.paragraph(paragraph{style: style}, head)
	case b.heads == setup.StyleSeparator:
		b.paragraph(paragraph{style: style, mark: `<w:vanish/><w:specVanish/>`}, head)
		b.paragraph(paragraph{keep: keep}, span{text: notice.Plain(h.Body.Text)})
	default:
		head.style = style + "Char"
		b.paragraph(paragraph{keep: keep}, head, span{text: notice.Plain(h.Body.Text)})
	}
}

// signature sets issuer and date (7.3.5.2). The indents are twips alone: a count
// of characters would win in Word, and it counts digits as whole ones.
func (b *body) signature(s *notice.Signature) {
	issuer, date := plain(s.Issuer), plain(s.Date)
	right, left := b.signatureIndents(issuer, date)
	if issuer != "" {
		b.paragraph(paragraph{style: issuerStyle, right: right}, span{text: issuer})
	}
	if date != "" {
		b.paragraph(paragraph{style: dateStyle, left: left}, span{text: date})
	}
}

func plain(p *notice.Paragraph) string {
	if p == nil {
		return ""
	}
	return notice.Plain(p.Text)
}

func (b *body) paragraph(p paragraph, spans ...span) {
	b.open(p)
	for _, s := range spans {
		b.run(s)
	}
	b.raw(`</w:p>`)
}

// open writes the start of a paragraph, its properties in the schema's order.
func (b *body) open(p paragraph) {
	b.raw(`<w:p>`)
	if p == (paragraph{}) {
		return
	}
	b.raw(`<w:pPr>`)
	if p.style != "" {
		b.raw(`<w:pStyle w:val="`, p.style, `"/>`)
	}
	if p.keep {
		b.raw(`<w:keepNext/><w:widowControl/>`)
	}
	if p.left != 0 || p.right != 0 {
		b.raw(`<w:ind w:left="`, p.left, `" w:right="`, p.right, `"/>`)
	}
	if p.mark != "" {
		b.raw(`<w:rPr>`, p.mark, `</w:rPr>`)
	}
	b.raw(`</w:pPr>`)
}

// run writes words. The hint gives “ ” … — to the Chinese face in Word.
func (b *body) run(s span) {
	b.raw(`<w:r><w:rPr>`)
	if s.style != "" {
		b.raw(`<w:rStyle w:val="`, s.style, `"/>`)
	}
	b.raw(eastAsiaRun, `</w:rPr><w:t xml:space="preserve">`)
	b.text(s.text)
	b.raw(`</w:t></w:r>`)
}

const eastAsiaRun = `<w:rFonts w:hint="eastAsia"/>`

// section ends the body. There is no docGrid: exact line pitch and tracking make
// the rows and columns, and a grid of characters halves them in LibreOffice. Only
// a draft has a header.
func (b *body) section() {
	p := b.page
	b.raw(`<w:sectPr>`)
	b.draft.references(&b.xmlBuf)
	b.raw(`<w:footerReference w:type="default" r:id="`, oddFooterID, `"/>`,
		`<w:footerReference w:type="even" r:id="`, evenFooterID, `"/>`,
		`<w:pgSz w:w="`, p.Width, `" w:h="`, p.Height, `"/>`,
		`<w:pgMar w:top="`, p.Top, `" w:right="`, p.Right, `" w:bottom="`, p.Bottom, `" w:left="`, p.Left,
		`" w:header="`, b.draft.headerDistance(), `" w:footer="`, p.FooterDistance, `" w:gutter="0"/></w:sectPr>`)
}
