package template

import "github.com/beevik/etree"

// sections gives the upright sections of a fragment the template's measures, headers
// and footers, and its turned ones the headers and footers before them. p, which the
// fragment replaces, stands in a section of the template; of its rest the last one
// of the fragment becomes the beginning, if they are alike.
func (f *filler) sections(p *etree.Element, frag *fragment) {
	holder, own := f.sectionOf(p)
	divided := false
	for _, b := range frag.blocks {
		props := child(b, "pPr")
		s := child(props, "sectPr")
		if s == nil || own == nil {
			continue
		}
		if special(s) {
			bare(s)
		} else {
			put(props, own.Copy(), paragraphOrder)
		}
		if !divided {
			again(own)
		}
		divided = true
	}
	frag.shed(p.PrevSibling())
	switch {
	case own == nil || !special(frag.last):
	case f.endsSection(p):
		bare(frag.last)
		at := own.Index()
		holder.RemoveChild(own)
		holder.InsertChildAt(at, frag.last)
	default:
		bare(frag.last)
		end := element("p", "")
		first(end, "pPr").AddChild(frag.last)
		frag.blocks = append(frag.blocks, end)
	}
}

// turned reports whether a section's pages lie on their side.
func turned(section *etree.Element) bool {
	return attr(child(section, "pgSz"), "orient") == "landscape"
}

// special reports whether a section is not like those of the text: turned, or that of
// 版记, which begins an even page at a place of its own.
func special(section *etree.Element) bool { return turned(section) || child(section, "type") != nil }

// shed takes away a paragraph at the beginning that does nothing but end a section, if
// what stands before can do so, or has done.
func (f *fragment) shed(before *etree.Element) {
	if len(f.blocks) == 0 || !is(before, "p") {
		return
	}
	section := child(child(f.blocks[0], "pPr"), "sectPr")
	if section == nil || newLine(f.blocks[0]).text != "" {
		return
	}
	props := first(before, "pPr")
	if child(props, "sectPr") == nil {
		put(props, section, paragraphOrder)
	}
	f.blocks = f.blocks[1:]
}

// bare takes from one of our sections its footers, so that the template's go on.
func bare(section *etree.Element) {
	for _, c := range section.ChildElements() {
		if is(c, "footerReference") || is(c, "headerReference") {
			section.RemoveChild(c)
		}
	}
}

// again makes a section one that goes on: its first page is not another first page,
// its numbers do not begin anew, and it begins a page.
func again(section *etree.Element) {
	drop(section, "titlePg", "type")
	if n := child(section, "pgNumType"); n != nil {
		n.RemoveAttr("w:start")
	}
}

// endsSection reports whether p is the last of its section.
func (f *filler) endsSection(p *etree.Element) bool {
	return child(child(p, "pPr"), "sectPr") != nil || p.NextSibling() == nil || is(p.NextSibling(), "sectPr")
}

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
