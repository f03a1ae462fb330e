package template

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/beevik/etree"
)

// parse makes a tree of a guarded part.
func parse(data []byte) (*etree.Document, error) {
	d := etree.NewDocument()
	d.WriteSettings = etree.WriteSettings{CanonicalText: true, CanonicalAttrVal: true} // keeps line ends in both
	if err := d.ReadFromBytes(data); err != nil {
		return nil, err
	}
	return d, nil
}

// render writes a tree back.
func render(d *etree.Document) ([]byte, error) {
	var b bytes.Buffer
	_, err := d.WriteTo(&b)
	return b.Bytes(), err
}

// is reports whether e is an element of Word's, called tag. The guard knows that
// the prefix is always w.
func is(e *etree.Element, tag string) bool { return e != nil && e.Space == "w" && e.Tag == tag }

// child is e's first child called w:tag, or nil.
func child(e *etree.Element, tag string) *etree.Element {
	if e == nil {
		return nil
	}
	for c := range e.ChildElementsSeq() {
		if is(c, tag) {
			return c
		}
	}
	return nil
}

// val is the attribute w:val of e's child called w:tag.
func val(e *etree.Element, tag string) string {
	return attr(child(e, tag), "val")
}

// attr is the attribute w:key.
func attr(e *etree.Element, key string) string {
	if e == nil {
		return ""
	}
	return e.SelectAttrValue("w:"+key, "")
}

// paragraphs calls visit for each w:p below e in reading order, those of text boxes
// and tables too; twin is true within mc:Fallback.
func paragraphs(e *etree.Element, twin bool, visit func(p *etree.Element, twin bool)) {
	for c := range e.ChildElementsSeq() {
		if is(c, "p") {
			visit(c, twin)
		}
		paragraphs(c, twin || c.Space == "mc" && c.Tag == "Fallback", visit)
	}
}

// A piece is one w:t of a paragraph, at [from, to) of the paragraph's text.
type piece struct {
	t        *etree.Element
	from, to int
}

// A line is a paragraph's own text: that of its runs, not of text boxes that hang
// on it.
type line struct {
	p      *etree.Element
	text   string
	pieces []piece
}

// barrier stands for a tab, a break or a field's code: no placeholder goes across.
const barrier = "\uFFFC"

func newLine(p *etree.Element) *line {
	l := &line{p: p}
	var b strings.Builder
	l.collect(p, &b)
	l.text = b.String()
	return l
}

func (l *line) collect(e *etree.Element, b *strings.Builder) {
	for c := range e.ChildElementsSeq() {
		if c.Space != "w" {
			continue // drawings, formulas: their text is not the paragraph's
		}
		switch c.Tag {
		case "t":
			from := b.Len()
			b.WriteString(c.Text())
			l.pieces = append(l.pieces, piece{c, from, b.Len()})
		case "tab", "br", "cr", "ptab", "fldChar", "instrText", "noBreakHyphen", "sym":
			b.WriteString(barrier)
		case "r", "hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo":
			l.collect(c, b)
		}
	}
}

// replace puts value in place of a match. All its characters belong to the run that
// holds the first of them; the others keep what is left to them.
func (l *line) replace(m match, value string) (first *etree.Element) {
	for _, p := range l.pieces {
		if p.to <= m.from || p.from >= m.to {
			continue
		}
		text := p.t.Text()
		from, to := max(0, m.from-p.from), min(len(text), m.to-p.from)
		if first == nil {
			first = p.t
			setText(p.t, text[:from]+value+text[to:])
		} else {
			setText(p.t, text[:from]+text[to:])
		}
	}
	return first
}

func setText(t *etree.Element, text string) {
	for len(t.Child) > 0 { // comments that stand between
		t.RemoveChildAt(0)
	}
	t.SetText(text)
	t.CreateAttr("xml:space", "preserve")
}

// words is the line without blanks and barriers.
func (l *line) words() string { return squeeze(strings.ReplaceAll(l.text, barrier, "")) }

// alone reports whether nothing but a match stands in the line.
func (l *line) alone(m match) bool { return l.words() == squeeze(l.text[m.from:m.to]) }

// lonely reports whether nothing but marks, or what n ends with, goes with a match:
// （{{附注}}）.
func (l *line) lonely(m match, n name) bool {
	rest := l.text[:m.from] + l.text[m.to:]
	for _, s := range append([]string{barrier}, n.trim...) {
		rest = strings.ReplaceAll(rest, s, "")
	}
	return strings.TrimFunc(rest, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) }) == ""
}

// clear takes all text out of the line.
func (l *line) clear() {
	for _, p := range l.pieces {
		setText(p.t, "")
	}
}

// squeezed is all that the paragraphs of a tree say, without blanks; they are
// parted.
func squeezed(d *etree.Document) string {
	var b strings.Builder
	paragraphs(&d.Element, false, func(p *etree.Element, _ bool) {
		b.WriteString(newLine(p).words())
		b.WriteByte('\n')
	})
	return b.String()
}

// ancestor is the nearest element around e that is called w:tag, or nil.
func ancestor(e *etree.Element, tag string) *etree.Element {
	for a := e.Parent(); a != nil; a = a.Parent() {
		if is(a, tag) {
			return a
		}
	}
	return nil
}
