package docx

import (
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// A span is words in one character style from one cell; the style "" is the
// paragraph's own.
type span struct {
	style, text string
	markup      string // instead of text: a break or a tab
	src         problem.Pos
}

const (
	lineBreak = `<w:br/>`
	tab       = `<w:tab/>`
)

// spansOf adds text to spans.
func spansOf(spans []span, style string, text []notice.Inline) []span {
	for _, in := range text {
		switch in := in.(type) {
		case notice.Text:
			if n := len(spans) - 1; n >= 0 && spans[n].markup == "" && spans[n].style == style && spans[n].src == in.Src {
				spans[n].text += in.S
				continue
			}
			spans = append(spans, span{style: style, text: in.S, src: in.Src})
		}
	}
	return spans
}

// words writes spans, each stretch from one cell in a bookmark and under the remarks
// on it.
func (b *body) words(spans []span) {
	b.spans = spans
	for i := 0; i < len(spans); {
		end := i + 1
		for end < len(spans) && spans[end].src == spans[i].src {
			end++
		}
		first, remarks := b.remark(spans[i].src)
		id, name, marked := b.bookmarks.next(spans[i].src)
		if marked {
			b.raw(`<w:bookmarkStart w:id="`, id, `" w:name="`, name, `"/>`)
		}
		for _, s := range spans[i:end] {
			b.run(s)
		}
		if marked {
			b.raw(`<w:bookmarkEnd w:id="`, id, `"/>`)
		}
		b.remarked(first, remarks)
		i = end
	}
}

// run writes words. The hint gives “ ” … — to the Chinese face in Word.
func (b *body) run(s span) {
	if s.markup != "" {
		b.raw(`<w:r>`, s.markup, `</w:r>`)
		return
	}
	b.raw(`<w:r><w:rPr>`)
	if s.style != "" {
		b.raw(`<w:rStyle w:val="`, s.style, `"/>`)
	}
	b.raw(eastAsiaRun, `</w:rPr><w:t xml:space="preserve">`)
	b.text(s.text)
	b.raw(`</w:t></w:r>`)
}

const eastAsiaRun = `<w:rFonts w:hint="eastAsia"/>`
