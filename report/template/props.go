package template

import (
	"errors"
	"strings"

	"github.com/beevik/etree"
)

const (
	corePart = "docProps/core.xml"
	coreType = "application/vnd.openxmlformats-package.core-properties+xml"
	coreRel  = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	coreRoot = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"/>`
	dcNS     = "http://purl.org/dc/elements/1.1/"
)

// properties gives the file the notice's title, issuer and identifier, by which a
// later run knows its own work; what else the template says of itself stays. A file
// made of a .dotx is a document.
func (f *filler) properties() error {
	p := f.t.pack
	core, data := p.core, p.part(p.core)
	if core == "" {
		core, data = corePart, []byte(coreRoot)
		if err := f.register(core); err != nil {
			return err
		}
	}
	tree, err := parse(data)
	if err != nil {
		return err
	}
	for _, e := range [][2]string{{"title", f.title()}, {"creator", f.doc.Meta.Issuer}, {"identifier", f.doc.Meta.SourceID()}} {
		dublin(tree.Root(), e[0]).SetText(e[1])
	}
	if f.changed[core], err = render(tree); err != nil {
		return err
	}
	if p.mainType == templateType {
		return f.edit(typesPart, func(root *etree.Element) {
			for e := range root.ChildElementsSeq() {
				if strings.EqualFold(e.SelectAttrValue("PartName", ""), "/"+p.main) {
					e.CreateAttr("ContentType", documentType)
				}
			}
		})
	}
	return nil
}

// dublin returns the property dc:tag, made if it is not there.
func dublin(root *etree.Element, tag string) *etree.Element {
	for e := range root.ChildElementsSeq() {
		if e.Tag == tag && e.NamespaceURI() == dcNS {
			return e
		}
	}
	e := root.CreateElement("dc:" + tag)
	if e.NamespaceURI() != dcNS {
		e.CreateAttr("xmlns:dc", dcNS)
	}
	return e
}

// register gives the package a part of core properties.
func (f *filler) register(name string) error {
	if _, taken := f.t.pack.has(name); taken {
		return errors.New("core properties without a relationship")
	}
	err := f.edit(typesPart, func(root *etree.Element) {
		e := root.CreateElement("Override")
		e.CreateAttr("PartName", "/"+name)
		e.CreateAttr("ContentType", coreType)
	})
	if err != nil {
		return err
	}
	return f.edit(rootLinks, func(root *etree.Element) { link(root, coreRel, name) })
}

// edit changes a part's tree, as far as it was changed already.
func (f *filler) edit(name string, change func(root *etree.Element)) error {
	name, _ = f.t.pack.has(name)
	data, ok := f.changed[name]
	if !ok {
		data = f.t.pack.part(name)
	}
	tree, err := parse(data)
	if err != nil {
		return err
	}
	change(tree.Root())
	f.changed[name], err = render(tree)
	return err
}

// link adds a relationship and returns its id.
func link(root *etree.Element, kind, target string) string {
	taken := map[string]bool{}
	for e := range root.ChildElementsSeq() {
		taken[e.SelectAttrValue("Id", "")] = true
	}
	id := "rIdTongbao"
	for taken[id] {
		id += "x"
	}
	e := root.CreateElement("Relationship")
	e.CreateAttr("Id", id)
	e.CreateAttr("Type", kind)
	e.CreateAttr("Target", target)
	return id
}
