package template

import (
	"strconv"

	"github.com/beevik/etree"

	"tongbao/report/notice"
)

// block puts paragraphs in place of the one that holds a placeholder.
func (f *filler) block(name string, l *line, m match) error {
	doc := &notice.Document{Meta: f.doc.Meta}
	switch name {
	case bodyName:
		doc.Body = f.content.text(f.t)
	case listName:
		doc.Body = []notice.Block{f.content.list}
	case annexName:
		doc.Annexes = f.content.annex
	}
	frag, err := newFragment(doc, f.pages, f.setup)
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
	f.adopt(frag)
	f.splice(l.p, frag)
	return nil
}

// splice puts the blocks where p stands. What else hangs on p goes with the first of
// them, a section that ends with p, with the last.
func (f *filler) splice(p *etree.Element, frag *fragment) {
	blocks := frag.blocks
	if len(blocks) == 0 || !is(blocks[0], "p") {
		blocks = append([]*etree.Element{element("p", "")}, blocks...)
	}
	for i, c := range leftovers(p) {
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

// adopt makes the blocks children of this document: prefixes it does not know,
// numbers of bookmarks and drawings that it has already.
func (f *filler) adopt(frag *fragment) {
	for _, a := range frag.root.Attr {
		if a.Space == "xmlns" && f.root.SelectAttr(a.FullKey()) == nil {
			f.root.CreateAttr(a.FullKey(), a.Value)
		}
	}
	offset := map[string]int{}
	walk(f.root, func(e *etree.Element) {
		if key, id, ok := numbered(e); ok {
			offset[key] = max(offset[key], id)
		}
	})
	for _, b := range frag.blocks {
		walk(b, func(e *etree.Element) {
			key, id, ok := numbered(e)
			switch {
			case !ok || offset[key] == 0:
			case key == "drawing":
				e.CreateAttr("id", strconv.Itoa(id+offset[key]))
			default:
				e.CreateAttr("w:id", strconv.Itoa(id+offset[key]))
			}
		})
	}
}

// numbered returns the number that must be e's alone among its like.
func numbered(e *etree.Element) (key string, id int, ok bool) {
	switch {
	case is(e, "bookmarkStart"), is(e, "bookmarkEnd"):
		return "bookmark", number(e, "id"), true
	case e.Space == "wp" && e.Tag == "docPr":
		id, _ := strconv.Atoi(e.SelectAttrValue("id", ""))
		return "drawing", id, true
	}
	return "", 0, false
}

func walk(e *etree.Element, visit func(*etree.Element)) {
	visit(e)
	for c := range e.ChildElementsSeq() {
		walk(c, visit)
	}
}

// number is the attribute w:key as a number, 0 without one.
func number(e *etree.Element, key string) int {
	n, err := strconv.Atoi(attr(e, key))
	if err != nil {
		return 0
	}
	return n
}
