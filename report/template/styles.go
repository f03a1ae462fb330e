package template

import (
	"strings"

	"github.com/beevik/etree"
)

// A sheet is a template's styles.
type sheet struct {
	tree    *etree.Document
	byID    map[string]*etree.Element
	byName  map[string]string // kind and canonical name → id
	added   []string          // names of styles that were not there
	changed bool
}

func newSheet(data []byte) (*sheet, error) {
	tree, err := parse(data)
	if err != nil {
		return nil, err
	}
	s := &sheet{tree: tree, byID: map[string]*etree.Element{}, byName: map[string]string{}}
	for e := range tree.Root().ChildElementsSeq() {
		if is(e, "style") {
			s.enter(e)
		}
	}
	return s, nil
}

// enter makes a style known; the first of a name counts, and a name before an alias.
func (s *sheet) enter(e *etree.Element) {
	id, kind := attr(e, "styleId"), attr(e, "type")
	s.byID[id] = e
	for _, name := range append([]string{val(e, "name")}, strings.Split(val(e, "aliases"), ",")...) {
		key := kind + " " + canonical(name)
		if _, taken := s.byName[key]; !taken && name != "" {
			s.byName[key] = id
		}
	}
}

// canonical is a style's name as programs compare it: Word writes heading 1 in
// every language, LibreOffice Heading 1, WPS and users 标题 1.
func canonical(name string) string {
	name = strings.ToLower(squeeze(name))
	for _, c := range [][2]string{{"标题", "heading"}, {"字符", "char"}} {
		rest, ok := strings.CutPrefix(name, c[0])
		if ok && rest != "" && rest[0] >= '1' && rest[0] <= '9' {
			name = c[1] + rest
		}
	}
	name = strings.TrimSuffix(strings.ReplaceAll(name, "字符", "char"), "（段首）")
	if name == "标题" {
		return "title"
	}
	return name
}

// lookup finds the template's style for one of ours.
func (s *sheet) lookup(ours *etree.Element) (id string, ok bool) {
	id, ok = s.byName[attr(ours, "type")+" "+canonical(val(ours, "name"))]
	return id, ok
}

// normal is the id of the style that paragraphs without one have.
func (s *sheet) normal() string {
	for e := range s.tree.Root().ChildElementsSeq() {
		if is(e, "style") && attr(e, "type") == "paragraph" && attr(e, "default") == "1" {
			return attr(e, "styleId")
		}
	}
	return ""
}

// name is a style's name, by its id.
func (s *sheet) name(id string) string { return val(s.byID[id], "name") }

// inherited is the property w:tag of a style or of those it is based on.
func (s *sheet) inherited(id, group, tag string) *etree.Element {
	if id == "" {
		id = s.normal()
	}
	for range 20 { // a circle ends
		e := s.byID[id]
		if e == nil {
			break
		}
		if p := child(child(e, group), tag); p != nil {
			return p
		}
		id = val(e, "basedOn")
	}
	defaults := child(child(s.tree.Root(), "docDefaults"), group+"Default")
	return child(child(defaults, group), tag)
}

// add gives the template one of our styles, based on the style called base; without
// one, on none.
func (s *sheet) add(ours *etree.Element, base string) string {
	e := ours.Copy()
	id := attr(ours, "styleId")
	for s.byID[id] != nil {
		id += "_"
	}
	e.CreateAttr("w:styleId", id)
	drop(e, "next", "link", "basedOn")
	if base != "" {
		at := child(e, "name").Index() + 1
		if aliases := child(e, "aliases"); aliases != nil {
			at = aliases.Index() + 1
		}
		e.InsertChildAt(at, element("basedOn", base))
	}
	s.tree.Root().AddChild(e)
	s.enter(e)
	s.changed = true
	s.added = append(s.added, val(e, "name"))
	return id
}

// wanted are our styles that a notice uses and a template may lack, by name.
func wanted() []string {
	return []string{"heading 1", "heading 2", "heading 3", "heading 4"}
}
