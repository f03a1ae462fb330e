package template

import (
	"github.com/beevik/etree"

	"tongbao/report/notice"
)

// block puts paragraphs in place of the one that holds a placeholder.
func (f *filler) block(name string, l *line, m match) error {
	doc, pages := &notice.Document{Meta: f.doc.Meta}, f.pages
	switch name {
	case bodyName:
		doc.Body = f.content.text(f.t)
	case listName:
		doc.Body = []notice.Block{f.content.list}
	case annexName:
		doc.Annexes = f.content.annex
	case headName:
		doc.Head = f.content.head
	case recordName:
		doc.Record, pages = f.content.record, nil // where our pages have it says nothing of the template's
	}
	frag, err := newFragment(doc, pages, f.setup)
	if err != nil {
		return err
	}
	if name == bodyName && !f.content.signs(f.t) {
		frag.unsign()
	}
	t := l.replace(m, "")
	release(t)
	tail := &tailor{basis: newBasis(l.p, ancestor(t, "r")), sheet: f.sheet, ours: frag.styles, mapped: map[string]mapping{}}
	for _, b := range frag.blocks {
		tail.block(b)
	}
	if err := f.adopt(frag); err != nil {
		return err
	}
	f.sections(l.p, frag)
	f.splice(l.p, frag)
	return nil
}

// splice puts the blocks where p stands. What else hangs on p goes with the first of
// them, a section that ends with p, with the last.
func (f *filler) splice(p *etree.Element, frag *fragment) {
	blocks, hanging := frag.blocks, leftovers(p)
	if len(blocks) == 0 || len(hanging) > 0 && !is(blocks[0], "p") {
		blocks = append([]*etree.Element{element("p", "")}, blocks...)
	}
	for i, c := range hanging {
		blocks[0].InsertChildAt(i+min(1, len(blocks[0].SelectElements("w:pPr"))), c)
	}
	section := child(child(p, "pPr"), "sectPr")
	last := blocks[len(blocks)-1]
	if !is(last, "p") && (section != nil || p.NextSibling() == nil || is(p.NextSibling(), "sectPr") || is(p.NextSibling(), "tbl")) {
		last = element("p", "") // a table may not end a cell, nor join the next one
		blocks = append(blocks, last)
	}
	if section != nil {
		put(first(last, "pPr"), section, paragraphOrder)
	}
	parent, at := p.Parent(), p.Index()
	var behind []etree.Token
	for i := len(parent.Child) - 1; i > at; i-- {
		behind = append(behind, parent.RemoveChildAt(i))
	}
	parent.RemoveChildAt(at)
	for _, b := range blocks {
		parent.AddChild(b)
	}
	for i := len(behind) - 1; i >= 0; i-- {
		parent.AddChild(behind[i])
	}
}
