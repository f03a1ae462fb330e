package template

import (
	"slices"

	"github.com/beevik/etree"
)

// spent takes away the headers of a final text, if all they have is {{稿别}}: below
// an empty header LibreOffice sets a page otherwise than below none. A section that
// lost one of several would take the header of the section before it, so it is all
// of them or none.
func (f *filler) spent() error {
	if f.content.fills(draftName) {
		return nil
	}
	p := f.t.pack
	headers := 0
	for _, r := range readRelations(p.part(linksOf(p.main))) {
		name, ok := p.has(r.resolve(p.main))
		if !ok || !r.is("header") {
			continue
		}
		if headers++; !f.t.marksOnly(name) {
			return nil
		}
	}
	if headers == 0 {
		return nil
	}
	tree, err := parse(f.changed[p.main])
	if err != nil {
		return err
	}
	for _, e := range tree.FindElements("//w:headerReference") {
		e.Parent().RemoveChild(e)
	}
	f.changed[p.main], err = render(tree)
	return err
}

// marksOnly reports whether a header is one paragraph of {{稿别}}.
func (t *Template) marksOnly(part string) bool {
	if !slices.ContainsFunc(t.places, func(p Place) bool { return p.Part == part && p.Known == draftName && p.Alone }) {
		return false
	}
	tree, err := parse(t.pack.part(part))
	return err == nil && len(tree.Root().ChildElements()) == 1 && len(drawn(tree.Root())) == 0
}

// drawn is what a part shows besides text.
func drawn(root *etree.Element) []*etree.Element {
	return append(root.FindElements("//w:drawing"), root.FindElements("//w:pict")...)
}
