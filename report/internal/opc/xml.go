package opc

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"
)

// An attr is one attribute of a start tag, its value still escaped.
type attr struct{ name, value []byte }

// scan walks an XML document and calls visit, which may be nil, for every start
// tag. It knows only what our writers emit: a declaration, elements, attributes
// in double quotes, text, the five named entities. Whatever else there is in XML
// is an error, which keeps DTDs out and the check fast enough for each save. The
// scanner of sources/xlsx/xml.go is for what others wrote.
func scan(data []byte, visit func(tag []byte, attrs []attr) error) error {
	if !utf8.Valid(data) || bytes.Contains(data, []byte("\uFFFE")) || bytes.Contains(data, []byte("\uFFFF")) {
		return errors.New("not UTF-8 text of XML characters")
	}
	s := scanner{rest: data, visit: visit}
	if i := bytes.Index(data, []byte("?>")); i >= 0 && bytes.HasPrefix(data, []byte("<?xml ")) {
		s.rest = bytes.TrimLeft(data[i+2:], "\n")
	}
	for len(s.rest) > 0 {
		if err := s.step(); err != nil {
			return fmt.Errorf("%w at byte %d", err, len(data)-len(s.rest))
		}
	}
	if !s.root || len(s.open) > 0 {
		return errors.New("elements are left open")
	}
	return nil
}

type scanner struct {
	rest  []byte
	open  [][]byte // tags not yet closed
	root  bool
	attrs []attr
	visit func([]byte, []attr) error
}

// step takes one run of text or one tag.
func (s *scanner) step() error {
	if s.rest[0] != '<' {
		end := bytes.IndexByte(s.rest, '<')
		if end < 0 || len(s.open) == 0 {
			return errors.New("text outside the root")
		}
		text := s.rest[:end]
		s.rest = s.rest[end:]
		if bytes.Contains(text, []byte("]]>")) {
			return errors.New("]]> in text")
		}
		return checkText(text)
	}
	end := bytes.IndexByte(s.rest, '>')
	if end < 2 {
		return errors.New("broken tag")
	}
	tag := s.rest[1:end]
	s.rest = s.rest[end+1:]
	if tag[0] == '/' {
		return s.close(tag[1:])
	}
	return s.start(tag)
}

func (s *scanner) close(name []byte) error {
	last := len(s.open) - 1
	if last < 0 || !bytes.Equal(s.open[last], name) {
		return fmt.Errorf("</%s> closes nothing", name)
	}
	s.open = s.open[:last]
	return nil
}

func (s *scanner) start(tag []byte) error {
	if len(s.open) == 0 && s.root {
		return errors.New("a second root")
	}
	s.root = true
	tag, empty := bytes.CutSuffix(tag, []byte("/"))
	name, rest := cutName(tag)
	if len(name) == 0 {
		return errors.New("a tag without a name")
	}
	if err := s.attributes(rest); err != nil {
		return err
	}
	if !empty {
		s.open = append(s.open, name)
	}
	if s.visit == nil {
		return nil
	}
	return s.visit(name, s.attrs)
}

// attributes reads ` name="value"` as often as it comes.
func (s *scanner) attributes(rest []byte) error {
	s.attrs = s.attrs[:0]
	for len(rest) > 0 {
		if rest[0] != ' ' {
			return errors.New("broken attribute")
		}
		name, after := cutName(rest[1:])
		value, ok := bytes.CutPrefix(after, []byte(`="`))
		end := bytes.IndexByte(value, '"')
		if !ok || end < 0 || len(name) == 0 || bytes.IndexByte(value[:end], '<') >= 0 {
			return errors.New("broken attribute")
		}
		for _, a := range s.attrs {
			if bytes.Equal(a.name, name) {
				return fmt.Errorf("attribute %s is there twice", name)
			}
		}
		if err := checkText(value[:end]); err != nil {
			return err
		}
		s.attrs = append(s.attrs, attr{name, value[:end]})
		rest = value[end+1:]
	}
	return nil
}

// cutName splits b behind a name of ASCII letters, digits and -._, with at most
// one prefix.
func cutName(b []byte) (name, rest []byte) {
	colons := 0
	for i, c := range b {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c == '_', i > 0 && (c >= '0' && c <= '9' || c == '-' || c == '.'):
		case c == ':' && i > 0 && i < len(b)-1 && colons == 0:
			colons++
		default:
			return b[:i], b[i:]
		}
	}
	return b, nil
}

// checkText refuses control characters and ampersands that begin no entity.
func checkText(text []byte) error {
	for i, c := range text {
		if c < ' ' && c != '\n' && c != '\t' {
			return fmt.Errorf("control character %#x", c)
		}
		if c == '&' && !entity(text[i:]) {
			return errors.New("& begins no entity")
		}
	}
	return nil
}

func entity(b []byte) bool {
	for _, e := range []string{"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"} {
		if len(b) >= len(e) && string(b[:len(e)]) == e {
			return true
		}
	}
	return false
}
