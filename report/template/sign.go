package template

import (
	"github.com/beevik/etree"

	"tongbao/report/notice"
)

// sign sets a paragraph of the signature where the standard has it, the seal with the
// date, in paragraphs of our own styles alone: elsewhere the template decides.
func (f *filler) sign(name string, p *etree.Element) error {
	look := f.sheet.name(val(child(p, "pPr"), "pStyle"))
	if name != issuerName && name != dateName || look != issuerLook && look != dateLook {
		return nil
	}
	frag, err := newFragment(&notice.Document{Meta: f.doc.Meta, Body: f.content.signature()}, nil, f.setup)
	if err != nil {
		return err
	}
	for _, ours := range frag.blocks {
		if frag.look(ours) != look {
			continue
		}
		frag.blocks = []*etree.Element{ours}
		if err := f.adopt(frag); err != nil {
			return err
		}
		pose(p, ours)
	}
	return nil
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
	for _, r := range ours.ChildElements() {
		if is(r, "r") && child(r, "drawing") != nil {
			p.InsertChildAt(props.Index()+1, r)
		}
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
