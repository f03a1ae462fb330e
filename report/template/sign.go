package template

import (
	"slices"

	"github.com/beevik/etree"

	"tongbao/report/notice"
)

// sentence puts title, issuer or date in place of a placeholder that stands alone: as
// report/docx sets them, with the hidden names of the cells they come from, but in the
// look of the placeholder's run. A paragraph of our own style is set as ours is, the
// seal with the date; elsewhere the template decides.
func (f *filler) sentence(name string, l *line, m match) error {
	doc := &notice.Document{Meta: f.doc.Meta}
	if name == titleName {
		doc.Title = f.doc.Title
	} else {
		doc.Body = f.content.signature()
	}
	frag, err := newFragment(doc, f.pages, f.setup)
	if err != nil {
		return err
	}
	frag.only(map[string]string{titleName: "Title", issuerName: issuerLook, dateName: dateLook}[name])
	for _, ours := range frag.blocks {
		posed := name != titleName && ancestor(l.p, "body") != nil && surroundings(l.p) == "" && frag.look(ours) == f.sheet.name(val(child(l.p, "pPr"), "pStyle"))
		if !posed {
			undraw(ours)
		}
		if err := f.adopt(frag); err != nil {
			return err
		}
		if posed {
			pose(l.p, ours)
		}
		f.transplant(l.replace(m, ""), ours, f.rowsFit(l.p))
	}
	return nil
}

// only keeps the first block of a look.
func (f *fragment) only(look string) {
	i := slices.IndexFunc(f.blocks, func(b *etree.Element) bool { return f.look(b) == look })
	f.blocks = f.blocks[i : i+1] // report/docx sets every word of the document
}

// transplant puts what our paragraph says in place of the run of t; rows are parted
// only if they fit.
func (f *filler) transplant(t, ours *etree.Element, rows bool) {
	f.plain(t)
	run := ancestor(t, "r")
	look := copyOf(child(run, "rPr"), "rPr")
	parent, at := run.Parent(), run.Index()
	if hollow(run) {
		parent.RemoveChild(run)
	} else {
		at++
	}
	for _, c := range ours.ChildElements() {
		if is(c, "pPr") || child(c, "br") != nil && !rows {
			continue
		}
		if is(c, "r") {
			own, props := first(c, "rPr"), look.Copy()
			merge(props, own)
			c.RemoveChild(own)
			c.InsertChildAt(0, props)
		}
		parent.InsertChildAt(at, c)
		at++
	}
	release(parent)
}

// pose gives p the place of ours, and what hangs on ours.
func pose(p, ours *etree.Element) {
	props := child(p, "pPr")
	for _, tag := range []string{"spacing", "ind", "jc"} {
		drop(props, tag)
		if own := child(child(ours, "pPr"), tag); own != nil {
			put(props, own.Copy(), paragraphOrder)
		}
	}
	for _, r := range drawings(ours) {
		p.InsertChildAt(props.Index()+1, r)
	}
}

func drawings(p *etree.Element) []*etree.Element {
	return slices.DeleteFunc(p.ChildElements(), func(r *etree.Element) bool { return child(r, "drawing") == nil })
}

// undraw takes pictures away that have no place.
func undraw(p *etree.Element) {
	for _, r := range drawings(p) {
		p.RemoveChild(r)
	}
}

// signature is issuer, date and seal alone.
func (c *content) signature() (out []notice.Block) {
	for _, b := range c.blocks {
		if s, ok := b.(*notice.Signature); ok {
			out = append(out, s)
		}
	}
	return out
}
