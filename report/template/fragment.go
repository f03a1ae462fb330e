package template

import (
	"bytes"
	"slices"

	"github.com/beevik/etree"

	"tongbao/report/docx"
	"tongbao/report/internal/opc"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// A fragment is a piece of the notice as report/docx sets it.
type fragment struct {
	root   *etree.Element // of document.xml, for its prefixes
	blocks []*etree.Element
	last   *etree.Element            // the properties of its last section
	styles map[string]*etree.Element // by id
	links  []relation                // of the document
	pack   *pack
}

// newFragment has report/docx write doc, which is a part of the notice, and takes
// the file apart again: so there is one writer of paragraphs, and what it writes is
// checked by itself.
func newFragment(doc *notice.Document, pages []layout.Page, s *setup.Setup) (*fragment, error) {
	var b bytes.Buffer
	if err := docx.Write(&b, doc, pages, s); err != nil {
		return nil, err
	}
	parts, err := opc.Read(b.Bytes())
	if err != nil {
		return nil, err
	}
	p := &pack{parts: parts}
	if err := p.find(); err != nil {
		return nil, err
	}
	f := &fragment{styles: map[string]*etree.Element{}, pack: p, links: readRelations(p.part(linksOf(p.main)))}
	tree, err := parse(p.part(p.main))
	if err != nil {
		return nil, err
	}
	f.root = tree.Root()
	f.take(child(f.root, "body"))
	tree, err = parse(p.part(p.styles))
	if err != nil {
		return nil, err
	}
	for style := range tree.Root().ChildElementsSeq() {
		if is(style, "style") {
			f.styles[attr(style, "styleId")] = style
		}
	}
	return f, nil
}

// take detaches the blocks of a body, from the last one: a tree renumbers what
// stands behind.
func (f *fragment) take(body *etree.Element) {
	blocks := body.ChildElements()
	for i := len(body.Child) - 1; i >= 0; i-- {
		body.RemoveChildAt(i)
	}
	for _, b := range blocks {
		if is(b, "sectPr") {
			f.last = b
		} else {
			f.blocks = append(f.blocks, b)
		}
	}
}

// Names of the styles that report/docx gives a signature.
const (
	issuerLook = "署名"
	dateLook   = "成文日期"
)

// look is the name of a block's style among ours.
func (f *fragment) look(b *etree.Element) string {
	return val(f.styles[val(child(b, "pPr"), "pStyle")], "name")
}

// unsign takes the signature out, which has a place of its own: what stands before
// it was made to stay with it.
func (f *fragment) unsign() {
	f.blocks = slices.DeleteFunc(f.blocks, func(b *etree.Element) bool {
		look := f.look(b)
		return look == issuerLook || look == dateLook
	})
}
