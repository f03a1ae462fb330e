package template

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/beevik/etree"
)

// adopt makes a fragment's blocks fit to stand in this document: prefixes that it
// does not know, numbers of drawings and bookmarks that it has already, pictures.
func (f *filler) adopt(frag *fragment) error {
	for _, a := range frag.root.Attr {
		if a.Space == "xmlns" && f.root.SelectAttr(a.FullKey()) == nil {
			f.root.CreateAttr(a.FullKey(), a.Value)
		}
	}
	f.renumber(frag)
	pictures := map[string]string{} // relationship ids, theirs to this document's
	for _, b := range frag.blocks {
		for _, blip := range b.FindElements(".//a:blip") {
			id := blip.SelectAttrValue("r:embed", "")
			if pictures[id] == "" {
				own, err := f.picture(frag, id)
				if err != nil {
					return err
				}
				pictures[id] = own
			}
			blip.CreateAttr("r:embed", pictures[id])
		}
	}
	return nil
}

// renumber keeps numbers and names alone among their like.
func (f *filler) renumber(frag *fragment) {
	offset := map[string]int{}
	walk(f.root, func(e *etree.Element) {
		if key, id, ok := numbered(e); ok {
			offset[key] = max(offset[key], id)
		}
		if is(e, "bookmarkStart") {
			f.marks[attr(e, "name")] = true
		}
	})
	for _, b := range frag.blocks {
		walk(b, func(e *etree.Element) {
			key, id, ok := numbered(e)
			switch {
			case !ok:
			case key == "drawing":
				e.CreateAttr("id", strconv.Itoa(id+offset[key]))
			default:
				e.CreateAttr("w:id", strconv.Itoa(id+offset[key]))
			}
			if is(e, "bookmarkStart") {
				e.CreateAttr("w:name", f.freeMark(attr(e, "name")))
			}
		})
	}
}

// freeMark is a bookmark's name, or with another count at its end the next one that
// is free: each fragment counts the pieces of a cell's words anew.
func (f *filler) freeMark(name string) string {
	stem, count, _ := cutLast(name, "_")
	n, err := strconv.Atoi(count)
	for err == nil && f.marks[name] {
		n++
		name = stem + "_" + strconv.Itoa(n)
	}
	f.marks[name] = true
	return name
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// numbered returns the number that must be e's alone among its like.
func numbered(e *etree.Element) (key string, id int, ok bool) {
	switch {
	case is(e, "bookmarkStart"), is(e, "bookmarkEnd"):
		return "bookmark", number(e, "id"), true
	case e.Tag == "docPr", e.Tag == "cNvPr":
		id, _ := strconv.Atoi(e.SelectAttrValue("id", ""))
		return "drawing", id, true
	}
	return "", 0, false
}

func walk(e *etree.Element, visit func(*etree.Element)) {
	visit(e)
	for c := range e.ChildElementsSeq() {
		walk(c, visit)
	}
}

// number is the attribute w:key as a number, 0 without one.
func number(e *etree.Element, key string) int {
	n, err := strconv.Atoi(attr(e, key))
	if err != nil {
		return 0
	}
	return n
}

// picture brings a fragment's picture into the package and returns its relationship.
func (f *filler) picture(frag *fragment, id string) (string, error) {
	for _, r := range frag.links {
		if r.id != id {
			continue
		}
		data := frag.pack.part(r.resolve(frag.pack.main))
		ext := path.Ext(r.target)
		name := f.freeName("media/tongbao", ext)
		f.changed[path.Join(path.Dir(f.t.pack.main), name)] = data
		if err := f.edit(typesPart, func(root *etree.Element) { defaultType(root, ext[1:]) }); err != nil {
			return "", err
		}
		own := ""
		err := f.edit(linksOf(f.t.pack.main), func(root *etree.Element) { own = link(root, officeRel+"image", name) })
		return own, err
	}
	return "", fmt.Errorf("no relationship %q", id)
}

// freeName is a part's name beside the document that is not taken.
func (f *filler) freeName(stem, ext string) string {
	for i := 1; ; i++ {
		name := stem + strconv.Itoa(i) + ext
		full := path.Join(path.Dir(f.t.pack.main), name)
		_, taken := f.t.pack.has(full)
		if _, ours := f.changed[full]; !taken && !ours {
			return name
		}
	}
}

// defaultType says what files with an ending are.
func defaultType(root *etree.Element, ext string) {
	for e := range root.ChildElementsSeq() {
		if e.Tag == "Default" && strings.EqualFold(e.SelectAttrValue("Extension", ""), ext) {
			return
		}
	}
	e := etree.NewElement("Default")
	e.CreateAttr("Extension", ext)
	e.CreateAttr("ContentType", "image/"+ext)
	root.InsertChildAt(0, e)
}
