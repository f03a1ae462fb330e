package template

import (
	"slices"

	"github.com/beevik/etree"
)

// A basis is how the template sets the paragraph that holds a placeholder: what is
// put in its place looks so.
type basis struct {
	style    string // id, "" without one
	ppr, rpr *etree.Element
}

// newBasis reads p's properties; run is the one that holds the placeholder.
func newBasis(p, run *etree.Element) basis {
	b := basis{style: val(child(p, "pPr"), "pStyle"), ppr: copyOf(child(p, "pPr"), "pPr"), rpr: copyOf(child(run, "rPr"), "rPr")}
	drop(b.ppr, "sectPr", "numPr", "keepNext", "keepLines", "pageBreakBefore", "widowControl") // what goes together is the notice's to say
	drop(b.rpr, "rStyle")
	return b
}

// A tailor turns our paragraphs into the template's.
type tailor struct {
	basis
	sheet  *sheet
	ours   map[string]*etree.Element // our styles by id
	mapped map[string]mapping
}

// A mapping is the template's style for one of ours.
type mapping struct {
	id    string
	added bool // it is ours, put among the template's
}

func (t *tailor) style(id string) mapping {
	if m, ok := t.mapped[id]; ok {
		return m
	}
	ours := t.ours[id]
	if ours == nil {
		return mapping{}
	}
	m := mapping{}
	var ok bool
	if m.id, ok = t.sheet.lookup(ours); !ok {
		m = mapping{t.sheet.add(t.twin(ours), t.base(ours)), true}
	}
	t.mapped[id] = m
	return m
}

// base is the template's style that an added one is based on: for our Normal, the
// one that the text has.
func (t *tailor) base(ours *etree.Element) string {
	id := val(ours, "basedOn")
	switch based := t.ours[id]; {
	case based == nil:
		return ""
	case attr(based, "default") != "1":
		return t.style(id).id
	case attr(ours, "type") == "paragraph" && t.basis.style != "":
		return t.basis.style
	case attr(ours, "type") == "paragraph":
		return t.sheet.normal()
	default:
		own, _ := t.sheet.lookup(based)
		return own
	}
}

// twin is ours, or for the character twin of a heading that the template has itself,
// ours with that heading's look.
func (t *tailor) twin(ours *etree.Element) *etree.Element {
	head := t.ours[val(ours, "link")]
	if attr(ours, "type") != "character" || head == nil {
		return ours
	}
	id, ok := t.sheet.lookup(head)
	look := child(t.sheet.byID[id], "rPr")
	if !ok || look == nil {
		return ours
	}
	twin := ours.Copy()
	drop(twin, "rPr")
	twin.AddChild(look.Copy())
	return twin
}

// block restyles one of our paragraphs or tables.
func (t *tailor) block(e *etree.Element) {
	if is(e, "p") {
		t.paragraph(e)
		return
	}
	t.named(e)
}

// named replaces the ids of styles below e, and changes nothing else: what stands in
// a table does not look like running text.
func (t *tailor) named(e *etree.Element) {
	for c := range e.ChildElementsSeq() {
		if is(c, "pStyle") || is(c, "rStyle") || is(c, "tblStyle") {
			c.CreateAttr("w:val", t.style(attr(c, "val")).id)
			continue
		}
		t.named(c)
	}
}

func (t *tailor) paragraph(p *etree.Element) {
	own := first(p, "pPr")
	m := mapping{added: true}
	var style *etree.Element
	if id := val(own, "pStyle"); id != "" {
		m, style = t.style(id), t.ours[id]
	}
	props := element("pPr", "")
	if m.added {
		props = t.ppr.Copy()
		for c := range child(style, "pPr").NotNil().ChildElementsSeq() { // the style decides
			drop(props, c.Tag)
		}
	}
	for _, c := range own.ChildElements() {
		if c.Tag == "rPr" && child(props, "rPr") != nil {
			merge(child(props, "rPr"), c)
			continue
		}
		put(props, c, paragraphOrder)
	}
	if m.id != "" {
		put(props, element("pStyle", m.id), paragraphOrder)
	}
	t.marks(props)
	if t.sheet.inherited(val(props, "pStyle"), "pPr", "numPr") != nil {
		put(props, unnumbered(), paragraphOrder)
	}
	p.RemoveChild(own)
	if len(props.Child) > 0 {
		p.InsertChildAt(0, props)
	}
	t.runs(p, m, child(style, "rPr"))
}

// unnumbered takes a style's automatic number away: our heads have theirs typed.
func unnumbered() *etree.Element {
	e := element("numPr", "")
	e.AddChild(element("numId", "0"))
	return e
}

// marks keeps LibreOffice from hanging marks past the margin, where it loses some:
// it reads overflowPunct the other way round. Word's default is the same.
func (t *tailor) marks(props *etree.Element) {
	if child(props, "overflowPunct") == nil && t.sheet.inherited(val(props, "pStyle"), "pPr", "overflowPunct") == nil {
		put(props, element("overflowPunct", ""), paragraphOrder)
	}
}

// runs gives p's runs the look of the placeholder's, but for what a style decides.
func (t *tailor) runs(e *etree.Element, m mapping, style *etree.Element) {
	for c := range e.ChildElementsSeq() {
		switch {
		case is(c, "r"):
			t.run(c, m, style)
		case is(c, "hyperlink"), is(c, "ins"), is(c, "smartTag"):
			t.runs(c, m, style)
		}
	}
}

func (t *tailor) run(r *etree.Element, m mapping, style *etree.Element) {
	own := first(r, "rPr")
	props := element("rPr", "")
	looks := []*etree.Element{style}
	if id := val(own, "rStyle"); id != "" {
		char := t.style(id)
		m.added = m.added && char.added
		looks = append(looks, child(t.ours[id], "rPr"))
		put(own, element("rStyle", char.id), runOrder)
	}
	if m.added {
		props = t.rpr.Copy()
		for _, look := range looks {
			for c := range look.NotNil().ChildElementsSeq() {
				drop(props, c.Tag)
			}
		}
	}
	merge(props, own)
	r.RemoveChild(own)
	r.InsertChildAt(0, props)
}

// merge puts the run properties of from over those of to; fonts are joined, for ours
// are a hint alone.
func merge(to, from *etree.Element) {
	for _, c := range from.ChildElements() {
		fonts := child(to, "rFonts")
		if c.Tag != "rFonts" || fonts == nil {
			put(to, c, runOrder)
			continue
		}
		for _, a := range c.Attr {
			fonts.CreateAttr(a.FullKey(), a.Value)
		}
	}
}

// hint gives “ ” … — of a value to the Chinese face, as in our own runs.
func hint(t *etree.Element) {
	run := ancestor(t, "r")
	if run == nil || !slices.ContainsFunc([]rune(t.Text()), func(r rune) bool { return r >= 0x80 }) {
		return
	}
	props := first(run, "rPr")
	fonts := child(props, "rFonts")
	if fonts == nil {
		fonts = element("rFonts", "")
		put(props, fonts, runOrder)
	}
	fonts.CreateAttr("w:hint", "eastAsia")
}
