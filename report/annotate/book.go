package annotate

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"tongbao/report/internal/opc"
)

// Namespaces, and the beginnings of relationship types, of the two kinds of
// package (ISO/IEC 29500-1 Strict and 29500-4 Transitional).
const (
	transitional  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strict        = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	relations     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictRelated = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	packageRels   = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// A book is a workbook's package: which sheets it has, and the parts being edited.
type book struct {
	pkg    *opc.Package
	main   string // the workbook part
	ns     string // of workbook and sheets
	rns    string // of references to relationships
	sheets []sheet
	parts  map[string]*part // parsed, by lower-case name
	count  int              // elements in them
	fresh  []string         // parts that were not there before, in order
}

// A sheet is one that the workbook lists.
type sheet struct {
	name, part string
	shown      string // name as a reader shows it
	kind       string // worksheet, chartsheet …
	hidden     bool
	node       *node // in the workbook part
}

// A relation is one of a part's references to another.
type relation struct {
	id, kind, target string
	node             *node
}

func openBook(pkg *opc.Package) (*book, error) {
	b := &book{pkg: pkg, parts: map[string]*part{}}
	top, err := b.relations("")
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(top, func(r relation) bool { return r.kind == "officeDocument" })
	if i < 0 {
		return nil, errors.New("no workbook part")
	}
	b.main = top[i].target
	p, err := b.open(b.main)
	if err != nil {
		return nil, err
	}
	if b.ns, b.rns = p.root.Space, relations; b.ns == strict {
		b.rns = strictRelated
	} else if b.ns != transitional {
		return nil, fmt.Errorf("%s is no workbook", b.main)
	}
	return b, b.list(p)
}

// list finds the part of every sheet.
func (b *book) list(p *part) error {
	related, err := b.relations(b.main)
	if err != nil {
		return err
	}
	for _, n := range p.root.child("sheets").all("sheet") {
		i := slices.IndexFunc(related, func(r relation) bool { return r.id == n.attr("id") })
		if i < 0 {
			return fmt.Errorf("sheet %q has no part", n.attr("name"))
		}
		state := n.attr("state")
		b.sheets = append(b.sheets, sheet{n.attr("name"), related[i].target, shown(n.attr("name")), related[i].kind, state != "" && state != "visible", n})
	}
	return nil
}

// open returns a part parsed. One part is opened once, so all see its edits.
func (b *book) open(name string) (*part, error) {
	key := strings.ToLower(name)
	if p := b.parts[key]; p != nil {
		return p, nil
	}
	data, err := b.pkg.Part(name)
	if err != nil {
		return nil, err
	}
	root, err := parse(data, "sheetData", &b.count)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &part{name: name, data: data, root: root}
	b.parts[key] = p
	return p, nil
}

// create begins a part that is not there.
func (b *book) create(name, text string) (*part, error) {
	b.pkg.Put(name, []byte(text))
	b.fresh = append(b.fresh, name)
	return b.open(name)
}

// relsName is the part with the relationships of another, or of the package.
func relsName(of string) string { return path.Join(path.Dir(of), "_rels", path.Base(of)+".rels") }

// relations reads the relationships of a part, or of the package for "". A part
// without any has none. External ones lead nowhere here.
func (b *book) relations(of string) ([]relation, error) {
	name := "_rels/.rels"
	if of != "" {
		name = relsName(of)
	}
	if !b.pkg.Has(name) {
		return nil, nil
	}
	p, err := b.open(name)
	if err != nil {
		return nil, err
	}
	var out []relation
	for _, n := range p.root.all("Relationship") {
		target := strings.ReplaceAll(n.attr("Target"), `\`, "/")
		if n.attr("TargetMode") == "External" {
			target = ""
		} else if !strings.HasPrefix(target, "/") {
			target = path.Join("/", path.Dir(of), target)
		}
		out = append(out, relation{n.attr("Id"), path.Base(n.attr("Type")), strings.TrimPrefix(path.Clean(target), "/"), n})
	}
	return out, nil
}

// related finds the part that of refers to as kind, "" if there is none.
func (b *book) related(of, kind string) (string, error) {
	all, err := b.relations(of)
	for _, r := range all {
		if r.kind == kind && b.pkg.Has(r.target) {
			return r.target, nil
		}
	}
	return "", err
}

// relate adds a relationship from one part to another and returns its id.
func (b *book) relate(of, kind, target string) (id string, err error) {
	name := relsName(of)
	if !b.pkg.Has(name) {
		if _, err := b.create(name, xmlHead+`<Relationships xmlns="`+packageRels+`"></Relationships>`); err != nil {
			return "", err
		}
	}
	p, err := b.open(name)
	if err != nil {
		return "", err
	}
	used := map[string]bool{"": true}
	for _, n := range p.root.all("Relationship") {
		used[n.attr("Id")] = true
	}
	for i := 1; used[id] || p.ends(p.root, `"`+id+`"`); i++ {
		id = "rId" + strconv.Itoa(i)
	}
	p.appendTo(p.root, 0, "<"+p.root.prefix(p.data)+`Relationship Id="`+id+`" Type="`+b.rns+"/"+kind+`" Target="/`+escape(target)+`"/>`)
	return id, nil
}

// ends reports whether an element that is being put at the end of n holds text.
func (p *part) ends(n *node, text string) bool {
	return slices.ContainsFunc(p.tails, func(t tail) bool {
		return t.node == n && slices.ContainsFunc(t.text, func(s string) bool { return strings.Contains(s, text) })
	})
}

// xmlHead begins every part of ours.
const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const contentTypes = "[Content_Types].xml"

// setType says of what type a part is. What is said of a part that was not there
// may have been left behind by a program that took it out.
func (b *book) setType(name, contentType string) error {
	p, err := b.open(contentTypes)
	if err != nil {
		return err
	}
	for _, n := range p.root.all("Override") {
		if strings.EqualFold(n.attr("PartName"), "/"+name) {
			p.setAttr(n, "ContentType", contentType)
			return nil
		}
	}
	p.appendTo(p.root, 0, "<"+p.root.prefix(p.data)+`Override PartName="/`+escape(name)+`" ContentType="`+contentType+`"/>`)
	return nil
}

// setDefault says of what type a part is by its ending, as drawings are found by,
// or of the part alone if the ending means something else in this package.
func (b *book) setDefault(name, contentType string) error {
	p, err := b.open(contentTypes)
	if err != nil {
		return err
	}
	ext := strings.TrimPrefix(path.Ext(name), ".")
	for _, n := range p.root.all("Default") {
		switch {
		case !strings.EqualFold(n.attr("Extension"), ext):
		case strings.EqualFold(n.attr("ContentType"), contentType):
			return nil
		default:
			return b.setType(name, contentType)
		}
	}
	text := "<" + p.root.prefix(p.data) + `Default Extension="` + ext + `" ContentType="` + contentType + `"/>`
	if !p.ends(p.root, text) {
		p.appendTo(p.root, 0, text)
	}
	return nil
}

// contentType is what [Content_Types].xml says of a part.
func (b *book) contentType(name string) string {
	p, err := b.open(contentTypes)
	if err != nil {
		return ""
	}
	for _, n := range p.root.all("Override") {
		if strings.EqualFold(strings.TrimPrefix(n.attr("PartName"), "/"), name) {
			return n.attr("ContentType")
		}
	}
	for _, n := range p.root.all("Default") {
		if strings.EqualFold("."+n.attr("Extension"), path.Ext(name)) {
			return n.attr("ContentType")
		}
	}
	return ""
}

// freeName is the first name of a pattern with a %d that no part has.
func (b *book) freeName(pattern string) string {
	for i := 1; ; i++ {
		if name := path.Join(path.Dir(b.main), fmt.Sprintf(pattern, i)); !b.pkg.Has(name) {
			return name
		}
	}
}
