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
	heads     setup.HeadStyle
	pages     []layout.Page // ours of the same document; may be nil
	bookmarks bookmarks
	media     media
	review    review
	list      contents // 目录
	last      foot
	spans     []span // the paragraph in hand
	now       section
	pressed   seal // above the text to come
}

// A paragraph is one w:p without its words. The zero value is body text.
type paragraph struct {
	style   string      // id; "" is Normal
	keep    bool        // two lines of it stay with the next paragraph
	newPage bool        // it begins a page
	before  gb9704.Unit // space above and below it; 0 is the style's
	after   gb9704.Unit
	pitch   gb9704.Unit // of its lines, exactly; 0 is the style's
	left    gb9704.Unit // indents from the edges
	right   gb9704.Unit
	hanging gb9704.Unit // by which the first line begins left of the others
	tabs    string      // w:tab elements
	jc      string      // how its lines are set; "" is the style's
	mark    string      // run properties of the paragraph mark
}

// document writes the whole body; its pictures are in the returned body's media,
// its remarks in the review.
func document(doc *notice.Document, pages []layout.Page, g geometry, s *setup.Setup) (*body, error) {
	b := newBody(pages, g, s.Heads)
	b.review = newReview(doc, newBody(pages, g, s.Heads))
	if s.Contents {
		b.list = newContents(doc, pages)
	}
	b.write(doc)
	b.unsaid()
	return b, b.err
}

func newBody(pages []layout.Page, g geometry, heads setup.HeadStyle) *body {
	return &body{geometry: g, heads: heads, pages: pages, bookmarks: newBookmarks()}
}

func (b *body) write(doc *notice.Document) {
	b.b = make([]byte, 0, 512*(1+len(doc.Body)))
	b.raw(xmlHead, `<w:document `, nsW, ` `, nsR, ` `, nsDrawing, `><w:body>`)
	first := b.contents()
	if doc.Head != nil {
		b.head(doc.Head)
	}
	p := paragraph{style: "Title"}
	if doc.Head != nil {
		p.before = b.titleLine().from(0, gb9704.Heads().TitleAbove.Unit)
	}
	b.review.next = b.review.title
	b.title(doc.Title, p)
	b.blocks(doc.Body)
	last := b.record(doc.Record, b.annexes(doc.Annexes, first))
	b.afterTable()
	b.section(last)
	b.raw(`</w:body></w:document>`)
}

// blocks writes running text.
func (b *body) blocks(blocks []notice.Block) {
	kept := b.keptWithSignature(blocks)
	for i, block := range blocks {
		switch block := block.(type) {
		case *notice.Recipients:
			b.paragraph(paragraph{style: recipientsStyle, keep: kept[i]}, block.Text)
		case *notice.Heading:
			b.heading(block, kept[i])
		case *notice.Paragraph:
			b.paragraph(paragraph{keep: kept[i], before: b.belowTable()}, block.Text)
		case *notice.AttachmentList:
			b.attachments(block, kept[i])
		case *notice.Signature:
			b.signature(block, followedByNote(blocks, i))
		case *notice.Note:
			b.note(block)
		case *notice.Table:
			b.table(block)
		}
	}
}

// title is one paragraph whose rows are parted by line breaks: the document has
// one title, for screen readers and for whoever copies it.
func (b *body) title(t *notice.Title, p paragraph) {
	if t == nil || len(t.Parts) == 0 {
		return
	}
	b.open(p)
	id := b.anchor(t)
	b.words(titleSpans(t, layout.TitleRows(t, b.pages)))
	b.anchored(id)
	b.raw(`</w:p>`)
}

// titleSpans are the words of each part, parted as rows are: what the pages show,
// or nothing, for a row a part.
func titleSpans(t *notice.Title, rows []string) (out []span) {
	for i, part := range t.Parts {
		pieces := spansOf(nil, "", part)
		if i > 0 {
			out = append(out, span{markup: lineBreak})
		}
		for _, s := range pieces {
			for len(rows) > 0 && len(rows[0]) < len(s.text) {
				row := s
				row.text, s.text = s.text[:len(rows[0])], s.text[len(rows[0]):]
				out = append(out, row, span{markup: lineBreak, src: s.src})
				rows = rows[1:]
			}
			if len(rows) > 0 {
				if rows[0] = rows[0][len(s.text):]; rows[0] == "" {
					rows = rows[1:]
				}
			}
			out = append(out, s)
		}
	}
	return out
}

// heading writes a head. A run-in head shares its paragraph with its body, or is
// parted from it by Word's style separator: a paragraph mark that Word hides.
func (b *body) heading(h *notice.Heading, keep bool) {
	style := "Heading" + string(rune('0'+h.Level))
	switch {
	case h.Body == nil:
		b.open(paragraph{style: style, before: b.belowTable()})
		b.headWords(h, headSpans(b.spans[:0], "", h))
	case b.heads == setup.StyleSeparator:
		b.open(paragraph{style: style, before: b.belowTable(), mark: `<w:vanish/><w:specVanish/>`})
		b.headWords(h, headSpans(b.spans[:0], "", h))
		b.raw(`</w:p>`)
		b.open(paragraph{keep: keep})
		b.words(spansOf(b.spans[:0], "", h.Body.Text))
	default:
		b.open(paragraph{keep: keep, before: b.belowTable()})
		b.headWords(h, spansOf(headSpans(b.spans[:0], style+"Char", h), "", h.Body.Text))
	}
	b.raw(`</w:p>`)
}

// headWords are those of the paragraph that begins with h.
func (b *body) headWords(h *notice.Heading, spans []span) {
	id := b.anchor(h)
	b.words(spans)
	b.anchored(id)
}

func headSpans(spans []span, style string, h *notice.Heading) []span {
	return spansOf(append(spans, span{style: style, text: h.Number}), style, h.Text)
}

// paragraph writes one paragraph of text in its own style.
func (b *body) paragraph(p paragraph, text []notice.Inline) {
	b.open(p)
	b.words(spansOf(b.spans[:0], "", text))
	b.raw(`</w:p>`)
}

// open writes the start of a paragraph, its properties in the schema's order.
func (b *body) open(p paragraph) {
	b.raw(`<w:p>`)
	b.last = foot{at: len(b.b), bare: true}
	if p == (paragraph{}) {
		return
	}
	b.raw(`<w:pPr>`)
	if p.style != "" {
		b.raw(`<w:pStyle w:val="`, p.style, `"/>`)
	}
	if p.keep {
		b.raw(`<w:keepNext/>`)
	}
	if p.newPage {
		b.raw(`<w:pageBreakBefore/>`)
	}
	if p.keep {
		b.raw(`<w:widowControl/>`)
	}
	if p.tabs != "" {
		b.raw(`<w:tabs>`, p.tabs, `</w:tabs>`)
	}
	b.space(p)
	if p.left != 0 || p.right != 0 || p.hanging != 0 {
		b.raw(`<w:ind w:left="`, p.left, `" w:right="`, p.right)
		if p.hanging != 0 {
			b.raw(`" w:hanging="`, p.hanging)
		}
		b.raw(`"/>`)
	}
	if p.jc != "" {
		b.raw(`<w:jc w:val="`, p.jc, `"/>`)
	}
	if p.mark != "" {
		b.raw(`<w:rPr>`, p.mark, `</w:rPr>`)
	}
	b.last = foot{at: len(b.b)}
	b.raw(`</w:pPr>`)
}

func (b *body) space(p paragraph) {
	if p.before == 0 && p.after == 0 && p.pitch == 0 {
		return
	}
	b.raw(`<w:spacing`)
	if p.before != 0 {
		b.raw(` w:before="`, p.before, `"`)
	}
	if p.after != 0 {
		b.raw(` w:after="`, p.after, `"`)
	}
	if p.pitch != 0 {
		b.raw(` w:line="`, p.pitch, `" w:lineRule="exact"`)
	}
	b.raw(`/>`)
}
