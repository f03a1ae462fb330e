package xlsx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// root moves to the root element, which has to be called name.
func (s *scanner) root(name string) error {
	t, err := s.next()
	if err != nil {
		return err
	}
	if t != tokenStart || string(s.name) != name {
		return s.fail(wrongContent)
	}
	return nil
}

// each calls child for every child of the element that just started, up to its
// end. What child leaves unread of its element is scanned past.
func (s *scanner) each(child func() error) error {
	for depth := s.depth(); ; {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t == tokenEnd && s.depth() < depth:
			return nil
		case t == tokenStart && s.depth() == depth+1:
			if err := child(); err != nil {
				return err
			}
		}
	}
}

// finish scans to the end of the part.
func (s *scanner) finish() error {
	for {
		if t, err := s.next(); t == tokenEOF || err != nil {
			return err
		}
	}
}

// content returns the characters of the element that just started, up to its
// end. An element inside is an error: its text would be lost.
func (s *scanner) content() (string, error) {
	var first string
	var more []string
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return "", err
		case t == tokenEnd:
			return first + strings.Join(more, ""), nil
		case t == tokenStart:
			return "", s.fail(wrongContent)
		case first == "":
			first = s.resolved()
		default:
			more = append(more, s.resolved())
		}
	}
}

// resolved is the text of the scanner with references and line ends resolved.
func (s *scanner) resolved() string {
	if s.cdata {
		return lineEnds(string(s.text))
	}
	return resolve(s.text)
}

// attr returns the value of the attribute called name, resolved, or "".
func (s *scanner) attr(name string) string {
	v, _ := s.lookup(name)
	if len(v) == 0 {
		return ""
	}
	return resolve(v)
}

// lookup returns the value of the attribute called name, unresolved.
func (s *scanner) lookup(name string) ([]byte, bool) {
	for _, a := range s.attrs {
		if string(a.name) == name {
			return a.value, true
		}
	}
	return nil, false
}

// flag reports whether the attribute called name is true as XML Schema spells it.
func (s *scanner) flag(name string) bool {
	v, _ := s.lookup(name)
	return string(v) == "1" || string(v) == "true"
}

// isZero reports whether the attribute called name, a height or width, is 0 or too
// little to be seen.
func (s *scanner) isZero(name string) bool {
	v, has := s.lookup(name)
	n, err := strconv.ParseFloat(string(v), 64)
	return has && err == nil && n < 0.5
}

// resolve returns raw, which is wellFormed, with its references replaced.
func resolve(raw []byte) string {
	if bytes.IndexByte(raw, '&') < 0 {
		return lineEnds(string(raw))
	}
	var b strings.Builder
	b.Grow(len(raw))
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			b.WriteString(lineEnds(string(raw)))
			return b.String()
		}
		b.WriteString(lineEnds(string(raw[:i])))
		end := i + bytes.IndexByte(raw[i:], ';')
		r, _ := reference(raw[i+1 : end])
		b.WriteRune(r)
		raw = raw[end+1:]
	}
}

// lineEnds does what XML 1.0 (2.11) asks of every reader: CR LF and CR are LF.
func lineEnds(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// reference returns the character that &ref; stands for.
func reference(ref []byte) (rune, bool) {
	switch string(ref) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, isNumber := bytes.CutPrefix(ref, []byte("#"))
	if !isNumber || len(digits) == 0 || len(digits) > 10 {
		return 0, false
	}
	base := 10
	if hex, isHex := bytes.CutPrefix(digits, []byte("x")); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune && isChar(rune(n))
}

// isChar is the production Char of XML 1.0.
func isChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || (r >= 0x20 && r < 0xD800) || (r > 0xDFFF && r < 0xFFFE) || (r > 0xFFFF && r <= utf8.MaxRune)
}

// wellFormed reports whether raw holds only characters and references of XML.
func wellFormed(raw []byte) bool {
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '&' {
			end := bytes.IndexByte(raw[i:min(i+13, len(raw))], ';')
			if end < 0 {
				return false
			}
			if _, ok := reference(raw[i+1 : i+end]); !ok {
				return false
			}
			i += end
		} else if c < 0x20 && !isSpace(c) {
			return false
		}
	}
	return true
}

// printable reports whether raw has no character XML forbids.
func printable(raw []byte) bool {
	for _, c := range raw {
		if c < 0x20 && !isSpace(c) {
			return false
		}
	}
	return true
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// nameLength returns how many bytes of b are a name, 0 if none. Names beyond
// ASCII, which no part of a workbook has, are none.
func nameLength(b []byte) int {
	if len(b) == 0 || !isNameByte(b[0]) || b[0] == '-' || b[0] == '.' || (b[0] >= '0' && b[0] <= '9') {
		return 0
	}
	n := 1
	for n < len(b) && isNameByte(b[n]) {
		n++
	}
	return n
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == ':' || c == '-' || c == '.'
}

// local is a name without its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}
