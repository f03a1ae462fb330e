package template

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"tongbao/report/internal/opc"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// Write writes doc to w as t has it, in one call, after it has been packed and read
// back. The bytes depend on the template, doc, pages and s alone. Parts that no
// placeholder stands in keep their content; the title, issuer and identifier among
// the file's properties are the notice's. It fails if [Template.Check] has an error,
// as [docx.Write] fails, or if w does.
func (t *Template) Write(w io.Writer, doc *notice.Document, pages []layout.Page, s *setup.Setup) error {
	if err := t.Check(doc, pages, s).Err(); err != nil {
		return err
	}
	f := &filler{t: t, doc: doc, pages: pages, setup: s, content: newContent(doc, pages, s), marks: map[string]bool{}, changed: map[string][]byte{}}
	if err := f.all(); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	data, err := wrap(t.pack.with(f.changed))
	if err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if n, err := w.Write(data); err != nil {
		return fmt.Errorf("template: %w", err)
	} else if n < len(data) {
		return fmt.Errorf("template: %w", io.ErrShortWrite)
	}
	return nil
}

// A filler makes one document.
type filler struct {
	t       *Template
	doc     *notice.Document
	pages   []layout.Page
	setup   *setup.Setup
	content content
	sheet   *sheet
	root    *etree.Element  // of the part in hand
	marks   map[string]bool // names of bookmarks
	changed map[string][]byte
}

// all fills every part that has placeholders.
func (f *filler) all() (err error) {
	if f.sheet, err = newSheet(f.t.pack.part(f.t.pack.styles)); err != nil {
		return err
	}
	for _, name := range f.t.pack.texts {
		if !slices.ContainsFunc(f.t.places, func(p Place) bool { return p.Part == name }) {
			continue
		}
		if err := f.part(name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := f.spent(); err != nil {
		return err
	}
	if f.sheet.changed {
		if f.changed[f.t.pack.styles], err = render(f.sheet.tree); err != nil {
			return err
		}
	}
	return f.properties()
}

// part fills one part.
func (f *filler) part(name string) error {
	tree, err := parse(f.t.pack.part(name))
	if err != nil {
		return err
	}
	f.root = tree.Root()
	var list []*etree.Element
	paragraphs(&tree.Element, false, func(p *etree.Element, _ bool) { list = append(list, p) })
	for _, p := range list {
		if err := f.paragraph(p); err != nil {
			return err
		}
	}
	f.changed[name], err = render(tree)
	return err
}

// paragraph fills the placeholders of one paragraph, from the last one.
func (f *filler) paragraph(p *etree.Element) error {
	l := newLine(p)
	found, _ := matches(l.text)
	for _, m := range slices.Backward(found) {
		n, ok := find(m.word)
		switch {
		case !ok: // Open refuses it
		case !f.content.fills(n.word) && l.lonely(m, n):
			l.clear()
			remove(p)
		case !f.content.fills(n.word): // a final text; Check refuses others
			l.replace(m, "")
		case n.kind == block:
			return f.block(n.word, l, m)
		case l.alone(m) && f.isSentence(n.word):
			if err := f.sentence(n.word, l, m); err != nil {
				return err
			}
		default:
			v := f.content.words[n.word]
			t := l.replace(m, v.fit(n, l.text[:m.from], l.text[m.to:]))
			hint(t)
			f.plain(t)
			release(t)
		}
	}
	return nil
}

// isSentence reports whether a name stands for a paragraph of ours.
func (f *filler) isSentence(name string) bool {
	return name == titleName && f.doc.Title != nil || name == issuerName || name == dateName
}

// remove takes a paragraph out that has nothing left to say, unless something else
// hangs on it or its place must not be empty.
func remove(p *etree.Element) {
	parent := p.Parent()
	siblings := 0
	for c := range parent.ChildElementsSeq() {
		if is(c, "p") {
			siblings++
		}
	}
	before, lastOfCell := p.PrevSibling(), is(parent, "tc") && p.NextSibling() == nil
	section := child(child(p, "pPr"), "sectPr")
	if siblings == 1 || lastOfCell || len(leftovers(p)) > 0 || section != nil && !is(before, "p") {
		return
	}
	if section != nil {
		put(first(before, "pPr"), section, paragraphOrder)
	}
	parent.RemoveChild(p)
}

// leftovers are p's children besides properties and runs without content.
func leftovers(p *etree.Element) (out []*etree.Element) {
	for c := range p.ChildElementsSeq() {
		if !is(c, "pPr") && !is(c, "proofErr") && !hollow(c) {
			out = append(out, c)
		}
	}
	return out
}

// hollow reports whether a run, or what holds runs, has properties and empty text
// alone.
func hollow(e *etree.Element) bool {
	for c := range e.ChildElementsSeq() {
		switch {
		case is(c, "t") && c.Text() == "", is(c, "rPr"), is(c, "sdtPr"), is(c, "sdtEndPr"):
		case (is(c, "r") || is(c, "sdtContent") || is(c, "sdt")) && hollow(c):
		default:
			return false
		}
	}
	return is(e, "r") || is(e, "sdt") || is(e, "sdtContent") || is(e, "hyperlink")
}

// release frees what a filled text stands in: a content control, which Word would
// show as something to be typed over, or put other data in its place; a row of fixed
// height, which would cut the text off.
func release(e *etree.Element) {
	for c := e; c != nil; c = c.Parent() {
		switch {
		case is(c, "sdt"):
			drop(child(c, "sdtPr").NotNil(), "showingPlcHdr", "dataBinding", "text", "lock")
		case is(c, "tr"):
			if height := child(child(c, "trPr"), "trHeight"); attr(height, "hRule") == "exact" {
				height.CreateAttr("w:hRule", "atLeast")
			}
		}
	}
}

// plain takes from the run of a filled text the look of words to be typed over.
func (f *filler) plain(t *etree.Element) {
	props := child(ancestor(t, "r"), "rPr")
	switch canonical(f.sheet.name(val(props, "rStyle"))) {
	case "placeholdertext", "占位符文本":
		drop(props, "rStyle")
	}
}

// rowsFit reports whether a title's rows, which are made for 2号 type and the
// standard's page, can be rows in p: a paragraph of the page, as wide, in type no
// larger.
func (f *filler) rowsFit(p *etree.Element) bool {
	v := f.content.words[titleName]
	if len(v.rows) < 2 || !is(p.Parent(), "body") {
		return false
	}
	style := val(child(p, "pPr"), "pStyle")
	size := number(f.sheet.inherited(style, "rPr", "sz"), "val")
	for r := range p.ChildElementsSeq() {
		if own := child(child(r, "rPr"), "sz"); own != nil {
			size = max(size, number(own, "val"))
		}
	}
	_, section := f.sectionOf(p)
	width := number(child(section, "pgSz"), "w") - number(child(section, "pgMar"), "left") - number(child(section, "pgMar"), "right")
	const halfPoints, slack = 44, 40 // twips
	return size <= halfPoints && width+slack >= int(f.setup.Sheet.AreaWidth.Twips())
}

// wrap packs parts, reproducibly, and proves that they are read back.
func wrap(parts []opc.Part) ([]byte, error) {
	for _, p := range parts {
		if isXML(p.Name) {
			if err := new(scan).all(p.Data); err != nil {
				return nil, fmt.Errorf("part %s: %w", p.Name, err)
			}
		}
	}
	var out bytes.Buffer
	if err := opc.Write(&out, parts...); err != nil {
		return nil, err
	}
	back, err := opc.Read(out.Bytes())
	if err != nil {
		return nil, err
	}
	for i, p := range parts {
		if back[i].Name != p.Name || !bytes.Equal(back[i].Data, p.Data) {
			return nil, fmt.Errorf("part %s came back as %s, or changed", p.Name, back[i].Name)
		}
	}
	return out.Bytes(), nil
}

// title is what the file calls itself.
func (f *filler) title() string { return strings.TrimSpace(f.doc.Meta.Title) }
