package xlsx

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// token is one step of a scanner.
type token int

const (
	tokenEnd   token = iota // the end of an element
	tokenStart              // the start of an element
	tokenText               // characters between tags
	tokenEOF                // the end of a well-formed part
)

// Bounds on what nests and what one tag holds; real parts stay under twenty and
// forty.
const (
	maxDepth      = 200
	maxAttributes = 100
)

// A scanner walks the XML of one part to its very end and refuses all that is
// not well-formed UTF-8 XML 1.0, and every document type declaration, so that no
// reader behind it can stop early in silence. Comments and processing
// instructions are passed over. It allocates nothing per token; encoding/xml
// takes some twenty times as long.
type scanner struct {
	data  []byte
	pos   int
	bad   int // the first byte that is no character; len(data) if none
	stack [][]byte
	name  []byte // of the element that just started or ended; see startTag
	attrs []attr // of the element that just started
	text  []byte // of a text, references not yet resolved
	cdata bool   // text is a CDATA section: it has no references
	empty bool   // the element that just started ends with it: <v/>
	seen  bool   // the root element has started
	begun bool   // the byte order mark has been passed

	prefix, xmlns string // of the root, and the attribute that says what it stands for
	space         []byte // what it stands for
}

// An attr is one attribute, its value unresolved.
type attr struct{ name, value []byte }

// A syntaxError says why and where a part is not well-formed.
type syntaxError struct {
	reason reason
	offset int
}

func (e *syntaxError) Error() string { return string(e.reason) }

// newScanner begins at the start of data.
func newScanner(data []byte) *scanner {
	return &scanner{data: data, bad: firstBad(data), attrs: make([]attr, 0, 16)}
}

// firstBad returns the offset of the first invalid UTF-8 or U+FFFE or U+FFFF.
func firstBad(data []byte) int {
	bad := len(data)
	if !utf8.Valid(data) {
		for bad = 0; ; {
			r, n := utf8.DecodeRune(data[bad:])
			if r == utf8.RuneError && n <= 1 {
				break
			}
			bad += n
		}
	}
	for _, not := range []string{"\uFFFE", "\uFFFF"} {
		if i := bytes.Index(data[:bad], []byte(not)); i >= 0 {
			bad = i
		}
	}
	return bad
}

// depth is how many elements are open.
func (s *scanner) depth() int { return len(s.stack) }

// next returns the next token; after an error or tokenEOF the scan is over.
func (s *scanner) next() (token, error) {
	t, err := s.scan()
	if s.pos > s.bad {
		return tokenEOF, &syntaxError{notUTF8, s.bad}
	}
	return t, err
}

func (s *scanner) scan() (token, error) {
	if s.empty {
		s.empty = false
		s.pop()
		return tokenEnd, nil
	}
	if !s.begun {
		s.begun = true
		if err := s.prolog(); err != nil {
			return tokenEOF, err
		}
	}
	for s.pos < len(s.data) {
		if s.data[s.pos] != '<' {
			t, err := s.chars()
			if t == tokenText || err != nil {
				return t, err
			}
			continue
		}
		t, err := s.markup()
		if t != tokenEOF || err != nil {
			return t, err
		}
	}
	if len(s.stack) > 0 || !s.seen {
		return tokenEOF, s.fail(cutShort)
	}
	return tokenEOF, nil
}

func (s *scanner) fail(why reason) error { return &syntaxError{why, s.pos} }

// prolog passes the byte order mark and the XML declaration, which has to stand
// first and may name no encoding but UTF-8.
func (s *scanner) prolog() error {
	if bytes.HasPrefix(s.data, []byte{0xFE, 0xFF}) || bytes.HasPrefix(s.data, []byte{0xFF, 0xFE}) {
		return s.fail(notUTF8)
	}
	if bytes.HasPrefix(s.data, []byte("\uFEFF")) {
		s.pos = 3
	}
	if !bytes.HasPrefix(s.data[s.pos:], []byte("<?xml")) || len(s.data) < s.pos+6 || !isSpace(s.data[s.pos+5]) {
		return nil
	}
	end := bytes.Index(s.data[s.pos:], []byte("?>"))
	if end < 0 {
		return s.fail(cutShort)
	}
	declared := s.data[s.pos+5 : s.pos+end]
	s.pos += end + 2
	return s.declaration(declared)
}

// declaration checks the inside of <?xml …?>.
func (s *scanner) declaration(declared []byte) error {
	in := scanner{data: declared, bad: len(declared)}
	if err := in.attributes(); err != nil || in.pos != len(declared) {
		return s.fail(notXML)
	}
	for _, a := range in.attrs {
		switch string(a.name) {
		case "version":
			if string(a.value) != "1.0" {
				return s.fail(notXML)
			}
		case "encoding":
			if e := string(bytes.ToLower(a.value)); e != "utf-8" && e != "utf8" && e != "us-ascii" {
				return s.fail(notUTF8)
			}
		case "standalone":
		default:
			return s.fail(notXML)
		}
	}
	return nil
}

// chars reads characters up to the next tag. Outside the root only blanks may
// stand; they are passed over, and the token is tokenEOF.
func (s *scanner) chars() (token, error) {
	end := bytes.IndexByte(s.data[s.pos:], '<')
	if end < 0 {
		end = len(s.data) - s.pos
	}
	s.text, s.cdata = s.data[s.pos:s.pos+end], false
	if len(s.stack) == 0 {
		if len(bytes.Trim(s.text, " \t\r\n")) > 0 {
			return tokenEOF, s.fail(notXML)
		}
		s.pos += end
		return tokenEOF, nil
	}
	if !wellFormed(s.text) || bytes.Contains(s.text, []byte("]]>")) {
		return tokenEOF, s.fail(notXML)
	}
	s.pos += end
	return tokenText, nil
}

// markup reads what begins with "<". Its token is tokenEOF for what is passed over.
func (s *scanner) markup() (token, error) {
	rest := s.data[s.pos:]
	if len(rest) < 2 {
		return tokenEOF, s.fail(cutShort)
	}
	switch {
	case rest[1] == '/':
		return s.endTag()
	case rest[1] == '?':
		return tokenEOF, s.instruction()
	case bytes.HasPrefix(rest, []byte("<!--")):
		return tokenEOF, s.comment()
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(s.stack) > 0:
		return s.section()
	case bytes.HasPrefix(rest, []byte("<!DOCTYPE")):
		return tokenEOF, s.fail(hasDTD)
	case rest[1] == '!':
		return tokenEOF, s.fail(s.cutOr(len("<![CDATA["), notXML))
	}
	return s.startTag()
}

// cutOr is cutShort if fewer than n bytes are left, else why.
func (s *scanner) cutOr(n int, why reason) reason {
	if len(s.data)-s.pos < n {
		return cutShort
	}
	return why
}

// until returns what lies between the next n bytes and end, and passes both.
func (s *scanner) until(n int, end string) ([]byte, error) {
	i := bytes.Index(s.data[s.pos+n:], []byte(end))
	if i < 0 {
		return nil, s.fail(cutShort)
	}
	in := s.data[s.pos+n : s.pos+n+i]
	if !printable(in) {
		return nil, s.fail(notXML)
	}
	s.pos += n + i + len(end)
	return in, nil
}

func (s *scanner) comment() error {
	in, err := s.until(len("<!--"), "-->")
	if err == nil && (bytes.Contains(in, []byte("--")) || bytes.HasSuffix(in, []byte("-"))) {
		return s.fail(notXML)
	}
	return err
}

func (s *scanner) instruction() error {
	in, err := s.until(len("<?"), "?>")
	if err != nil {
		return err
	}
	n := nameLength(in)
	if n == 0 || bytes.EqualFold(in[:n], []byte("xml")) || (n < len(in) && !isSpace(in[n])) {
		return s.fail(notXML)
	}
	return nil
}

func (s *scanner) section() (token, error) {
	in, err := s.until(len("<![CDATA["), "]]>")
	s.text, s.cdata = in, true
	return tokenText, err
}

// startTag reads a tag. An element of another namespace than the root's gets a
// name that nobody asks for, so that it is not taken for a cell.
func (s *scanner) startTag() (token, error) {
	n := nameLength(s.data[s.pos+1:])
	if n == 0 || (len(s.stack) == 0 && s.seen) {
		return tokenEOF, s.fail(notXML)
	}
	if len(s.stack) >= maxDepth {
		return tokenEOF, s.fail(tooDeep)
	}
	full := s.data[s.pos+1 : s.pos+1+n]
	if !qualified(full) {
		return tokenEOF, s.fail(notXML)
	}
	s.pos += 1 + n
	if err := s.attributes(); err != nil {
		return tokenEOF, err
	}
	if s.pos < len(s.data) && s.data[s.pos] == '/' {
		s.empty = true
		s.pos++
	}
	if s.pos >= len(s.data) {
		return tokenEOF, s.fail(cutShort)
	}
	if s.data[s.pos] != '>' {
		return tokenEOF, s.fail(notXML)
	}
	s.pos++
	s.stack, s.name = append(s.stack, full), local(full)
	switch {
	case !s.seen:
		s.seen = true
		s.ownNamespace(full)
	case s.isForeign(full):
		s.name = append([]byte(foreign), s.name...)
	}
	return tokenStart, nil
}

// foreign begins the name of an element of another namespace than the root's.
const foreign = "?:"

// ownNamespace notes the prefix of the root and what it stands for.
func (s *scanner) ownNamespace(root []byte) {
	s.prefix, s.xmlns = string(root[:len(root)-len(local(root))]), "xmlns"
	if s.prefix != "" {
		s.xmlns += ":" + strings.TrimSuffix(s.prefix, ":")
	}
	s.space, _ = s.lookup(s.xmlns)
}

// isForeign reports whether the element just read has another prefix than the
// root, or gives that prefix another meaning.
func (s *scanner) isForeign(full []byte) bool {
	if string(full[:len(full)-len(local(full))]) != s.prefix {
		return true
	}
	space, has := s.lookup(s.xmlns)
	return has && !bytes.Equal(space, s.space)
}

// attributes reads name="value" pairs and the blanks around them.
func (s *scanner) attributes() error {
	s.attrs = s.attrs[:0]
	for {
		gap := s.blanks()
		if s.pos >= len(s.data) || s.data[s.pos] == '>' || s.data[s.pos] == '/' || s.data[s.pos] == '?' {
			return nil
		}
		if !gap {
			return s.fail(notXML)
		}
		a, err := s.attribute()
		if err != nil {
			return err
		}
		if len(s.attrs) >= maxAttributes {
			return s.fail(tooDeep)
		}
		for _, b := range s.attrs {
			if bytes.Equal(a.name, b.name) {
				return s.fail(notXML)
			}
		}
		s.attrs = append(s.attrs, a)
	}
}

func (s *scanner) attribute() (a attr, err error) {
	n := nameLength(s.data[s.pos:])
	if n == 0 {
		return a, s.fail(notXML)
	}
	if a.name = s.data[s.pos : s.pos+n]; !qualified(a.name) {
		return a, s.fail(notXML)
	}
	s.pos += n
	s.blanks()
	if s.pos >= len(s.data) || s.data[s.pos] != '=' {
		return a, s.fail(s.cutOr(1, notXML))
	}
	s.pos++
	s.blanks()
	if s.pos >= len(s.data) || (s.data[s.pos] != '"' && s.data[s.pos] != '\'') {
		return a, s.fail(s.cutOr(1, notXML))
	}
	end := bytes.IndexByte(s.data[s.pos+1:], s.data[s.pos])
	if end < 0 {
		return a, s.fail(cutShort)
	}
	a.value = s.data[s.pos+1 : s.pos+1+end]
	if bytes.IndexByte(a.value, '<') >= 0 || !wellFormed(a.value) {
		return a, s.fail(notXML)
	}
	s.pos += end + 2
	return a, nil
}

func (s *scanner) endTag() (token, error) {
	n := nameLength(s.data[s.pos+2:])
	full := s.data[s.pos+2 : s.pos+2+n]
	if len(s.stack) == 0 || !bytes.Equal(full, s.stack[len(s.stack)-1]) {
		return tokenEOF, s.fail(s.cutOr(n+3, notXML))
	}
	s.pos += 2 + n
	s.blanks()
	if s.pos >= len(s.data) || s.data[s.pos] != '>' {
		return tokenEOF, s.fail(s.cutOr(1, notXML))
	}
	s.pos++
	s.pop()
	return tokenEnd, nil
}

// pop closes the innermost element.
func (s *scanner) pop() {
	last := len(s.stack) - 1
	s.name, s.stack = local(s.stack[last]), s.stack[:last]
}

// qualified reports whether a name has one prefix at most, and words on both
// sides of the colon (Namespaces in XML 1.0, 4).
func qualified(name []byte) bool {
	i := bytes.IndexByte(name, ':')
	return i < 0 || i > 0 && i < len(name)-1 && bytes.IndexByte(name[i+1:], ':') < 0
}

// blanks passes white space and reports whether there was any.
func (s *scanner) blanks() bool {
	from := s.pos
	for s.pos < len(s.data) && isSpace(s.data[s.pos]) {
		s.pos++
	}
	return s.pos > from
}
