package opc

import (
	"bytes"
	"fmt"
	"path"
	"strings"
)

const contentTypes = "[Content_Types].xml"

// Check reports the first thing that would make Word call a package damaged: XML
// that is not well-formed, a part without a content type or a content type
// without its part, a relationship that leads nowhere, an r: attribute that names
// no relationship. The parts must be our own: the check knows no DTDs, CDATA or
// comments, and every relationship must stay inside the package.
func Check(parts []Part) error {
	c := checker{parts: names{}, ids: map[string]map[string]bool{}}
	for _, p := range parts {
		c.parts[strings.ToLower(p.Name)] = true
	}
	for _, p := range parts {
		var err error
		switch {
		case p.Name == contentTypes:
			err = c.types(parts, p.Data)
		case strings.HasSuffix(p.Name, ".rels"):
			err = c.relationships(p)
		}
		if err != nil {
			return fmt.Errorf("opc: %s: %w", p.Name, err)
		}
	}
	if !c.typed {
		return fmt.Errorf("opc: no %s", contentTypes)
	}
	for _, p := range parts {
		if err := c.references(p); err != nil {
			return fmt.Errorf("opc: %s: %w", p.Name, err)
		}
	}
	return nil
}

type checker struct {
	parts names
	ids   map[string]map[string]bool // relationship ids by the part they belong to
	typed bool
}

// types matches parts with [Content_Types].xml, both ways.
func (c *checker) types(parts []Part, data []byte) error {
	c.typed = true
	known := map[string]bool{}
	err := scan(data, func(tag []byte, attrs []attr) error {
		switch string(tag) {
		case "Default":
			known["."+strings.ToLower(value(attrs, "Extension"))] = true
		case "Override":
			name := strings.ToLower(strings.TrimPrefix(value(attrs, "PartName"), "/"))
			if !c.parts[name] {
				return fmt.Errorf("a type for the missing part %q", name)
			}
			known[name] = true
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, p := range parts {
		name := strings.ToLower(p.Name)
		if p.Name != contentTypes && !known[name] && !known[path.Ext(name)] {
			return fmt.Errorf("no type for %s", p.Name)
		}
	}
	return nil
}

// relationships reads word/_rels/document.xml.rels, the ids of word/document.xml.
func (c *checker) relationships(p Part) error {
	dir, base := path.Split(p.Name)
	dir = path.Dir(path.Clean(dir))
	owner := path.Join(dir, strings.TrimSuffix(base, ".rels"))
	ids := map[string]bool{}
	c.ids[owner] = ids
	return scan(p.Data, func(tag []byte, attrs []attr) error {
		if string(tag) != "Relationship" {
			return nil
		}
		id, target := value(attrs, "Id"), value(attrs, "Target")
		if id == "" || ids[id] {
			return fmt.Errorf("relationship id %q is empty or there twice", id)
		}
		ids[id] = true
		if !c.parts[strings.ToLower(path.Join(dir, target))] {
			return fmt.Errorf("%s leads to the missing part %q", id, target)
		}
		return nil
	})
}

// references scans p, and resolves its attributes r:id, r:embed and so on.
func (c *checker) references(p Part) error {
	if ext := path.Ext(p.Name); ext != ".xml" || p.Name == contentTypes {
		return nil
	}
	return scan(p.Data, func(tag []byte, attrs []attr) error {
		for _, a := range attrs {
			if bytes.HasPrefix(a.name, []byte("r:")) && !c.ids[p.Name][string(a.value)] {
				return fmt.Errorf("<%s>: no relationship %q", tag, a.value)
			}
		}
		return nil
	})
}

func value(attrs []attr, name string) string {
	for _, a := range attrs {
		if string(a.name) == name {
			return string(a.value)
		}
	}
	return ""
}
