package template

import "github.com/beevik/etree"

// sectionOf returns the properties of the section that a paragraph of the body is
// in: those of the next paragraph that ends one, or the body's own. Holder is what
// they stand in.
func (f *filler) sectionOf(p *etree.Element) (holder, section *etree.Element) {
	body := child(f.root, "body")
	top := p
	for top.Parent() != nil && top.Parent() != body {
		top = top.Parent()
	}
	for e := top; e != nil; e = e.NextSibling() {
		if props := child(e, "pPr"); is(e, "p") && child(props, "sectPr") != nil {
			return props, child(props, "sectPr")
		}
	}
	return body, child(body, "sectPr")
}
