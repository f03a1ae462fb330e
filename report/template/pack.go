package template

import (
	"cmp"
	"encoding/xml"
	"errors"
	"path"
	"slices"
	"strings"

	"tongbao/report/internal/opc"
)

const (
	typesPart    = "[Content_Types].xml"
	rootLinks    = "_rels/.rels"
	wordType     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	documentType = wordType + "document.main+xml"
	templateType = wordType + "template.main+xml"
	officeRel    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// A pack is a guarded package.
type pack struct {
	parts    []opc.Part
	main     string   // the document
	mainType string   // its content type
	styles   string   // the styles' part
	core     string   // core properties, "" without
	texts    []string // parts with paragraphs that are printed, the document first
}

// part returns the content of a part; OPC compares names without case.
func (p *pack) part(name string) []byte {
	i := slices.IndexFunc(p.parts, func(q opc.Part) bool { return strings.EqualFold(q.Name, name) })
	if i < 0 {
		return nil
	}
	return p.parts[i].Data
}

// has returns the name of a part as the package spells it.
func (p *pack) has(name string) (string, bool) {
	for _, q := range p.parts {
		if strings.EqualFold(q.Name, name) {
			return q.Name, true
		}
	}
	return "", false
}

// find follows the relationships to the parts that matter.
func (p *pack) find() error {
	for _, r := range readRelations(p.part(rootLinks)) {
		name, ok := p.has(r.resolve(""))
		switch {
		case r.is("officeDocument") && ok:
			p.main = name
		case strings.HasSuffix(r.kind, "/metadata/core-properties") && ok:
			p.core = name
		}
	}
	if p.main == "" {
		return errors.New("找不到正文")
	}
	p.texts = []string{p.main}
	for _, r := range readRelations(p.part(linksOf(p.main))) {
		name, ok := p.has(r.resolve(p.main))
		switch {
		case !ok:
		case r.is("styles"):
			p.styles = name
		case r.is("header"), r.is("footer"), r.is("footnotes"), r.is("endnotes"):
			if !slices.Contains(p.texts, name) {
				p.texts = append(p.texts, name)
			}
		}
	}
	if p.styles == "" {
		return errors.New("没有样式")
	}
	p.mainType = p.typeOf(p.main)
	return nil
}

// typeOf is a part's content type.
func (p *pack) typeOf(name string) string {
	var types struct {
		Override []struct {
			PartName    string `xml:"PartName,attr"`
			ContentType string `xml:"ContentType,attr"`
		}
	}
	if xml.Unmarshal(p.part(typesPart), &types) != nil {
		return ""
	}
	for _, o := range types.Override {
		if strings.EqualFold(o.PartName, "/"+name) {
			return o.ContentType
		}
	}
	return ""
}

// linksOf names the part that holds a part's relationships.
func linksOf(name string) string {
	dir, base := path.Split(name)
	return dir + "_rels/" + base + ".rels"
}

// A relation is one relationship.
type relation struct {
	id, kind, target string
	external         bool
}

// readRelations reads a part of relationships; one that is not there has none.
func readRelations(data []byte) []relation {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if len(data) == 0 || xml.Unmarshal(data, &list) != nil {
		return nil
	}
	var out []relation
	for _, r := range list.Relationship {
		out = append(out, relation{r.ID, r.Type, r.Target, strings.EqualFold(r.Mode, "External")})
	}
	return out
}

// is reports whether r is of one of the office's own kinds.
func (r relation) is(kind string) bool { return r.kind == officeRel+kind }

// resolve is the part that r of the part called from leads to.
func (r relation) resolve(from string) string {
	if rest, ok := strings.CutPrefix(r.target, "/"); ok {
		return path.Clean(rest)
	}
	return path.Join(path.Dir(from), r.target)
}

// remedy says what to do about one that leads outside.
func (r relation) remedy() string {
	switch path.Base(r.kind) {
	case "attachedTemplate":
		return "在 Word 的“开发工具—文档模板”里改成 Normal，再保存"
	case "image":
		return "在 Word 里断开图片的链接，改为嵌入，再保存"
	}
	return "在 Word 里断开链接（“文件—信息—编辑指向文件的链接”），再保存"
}

// with returns the parts of the package with changed parts in place of those that came, and new
// ones last.
func (p *pack) with(changed map[string][]byte) []opc.Part {
	out := slices.Clone(p.parts)
	for i := range out {
		if data, ok := changed[out[i].Name]; ok {
			out[i].Data = data
			delete(changed, out[i].Name)
		}
	}
	var added []opc.Part
	for name, data := range changed {
		added = append(added, opc.Part{Name: name, Data: data})
	}
	slices.SortFunc(added, func(a, b opc.Part) int { return cmp.Compare(a.Name, b.Name) })
	return append(out, added...)
}
