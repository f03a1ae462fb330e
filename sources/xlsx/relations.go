package xlsx

import (
	"path"
	"strings"
)

// A relation is one of a part's references to another part.
type relation struct{ id, kind, target string }

// relations is what a part refers to. No two share an id, since two readers could
// then follow two different ones.
type relations []relation

// byID returns the relation called id, or nil.
func (l relations) byID() map[string]*relation {
	found := make(map[string]*relation, len(l))
	for i := range l {
		found[l[i].id] = &l[i]
	}
	return found
}

// one returns the target of the only relation of a kind, "" if there is none.
func (l relations) one(kind, part string) (string, error) {
	target := ""
	for _, r := range l {
		if r.kind != kind {
			continue
		}
		if target != "" {
			return "", &DamagedError{Part: part, reason: ambiguous}
		}
		target = r.target
	}
	return target, nil
}

// relationsPart is the part that holds the relations of a part, or of the package
// for "".
func relationsPart(of string) string {
	if of == "" {
		return "_rels/.rels"
	}
	return path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
}

// readRelations reads the relations of a part, or of the package for "".
func (fr *frame) readRelations(of string) (relations, error) {
	part := relationsPart(of)
	data, _, err := fr.take(part, "Relationships", "", "")
	if err != nil {
		return nil, err
	}
	var out relations
	seen := map[string]bool{}
	err = eachChild(data, "Relationships", func(s *scanner) error {
		id := s.attr("Id")
		if seen[id] {
			return s.fail(ambiguous)
		}
		seen[id] = true
		if s.attr("TargetMode") != "External" {
			out = append(out, relation{id, path.Base(s.attr("Type")), target(of, s.attr("Target"))})
		}
		return nil
	})
	return out, located(err, part)
}

// target is the part that ref, in the relations of part of, means. It stays
// inside the package however far ref climbs.
func target(of, ref string) string {
	ref = strings.ReplaceAll(ref, `\`, "/")
	if !strings.HasPrefix(ref, "/") {
		ref = path.Join("/", path.Dir(of), ref)
	}
	return strings.TrimPrefix(path.Clean(ref), "/")
}

// contentTypes is what [Content_Types].xml says of single parts, by their keys.
type contentTypes map[string]string

func (fr *frame) readTypes() error {
	const part = "[Content_Types].xml"
	data, _, err := fr.take(part, "Types", "", "")
	if err != nil {
		return err
	}
	fr.types = contentTypes{}
	err = eachChild(data, "Types", func(s *scanner) error {
		if string(s.name) == "Override" {
			fr.types[strings.ToLower(strings.TrimPrefix(s.attr("PartName"), "/"))] = s.attr("ContentType")
		}
		return nil
	})
	return located(err, part)
}

// check refuses a part that is said to be something else than what refers to it
// takes it for: main, worksheet, sharedStrings or styles. The prefix of the type
// tells macros, templates and makers apart and is no matter here.
func (c contentTypes) check(part, want string) error {
	stated, has := c[strings.ToLower(part)]
	if has && !strings.HasSuffix(strings.ToLower(stated), strings.ToLower("."+want+"+xml")) {
		return &DamagedError{Part: part, reason: wrongType}
	}
	return nil
}

// eachChild calls child for every child of the root of data, which was checked.
func eachChild(data []byte, root string, child func(*scanner) error) error {
	s := newScanner(data)
	if err := s.root(root); err != nil {
		return err
	}
	return s.each(func() error { return child(s) })
}
