package annotate

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// A node is an element and its place in its part: data[from:inner] is the start
// tag, data[inner:outer] the content, data[outer:to] the end tag. Of <a/> inner,
// outer and to are one.
type node struct {
	xml.Name
	attrs                  []xml.Attr
	kids                   []*node
	text                   string // the characters right inside
	from, inner, outer, to int
}

// Bounds of what no reader has checked before: how elements nest, and how many
// the parts of a workbook have together, rows and cells not counted.
const (
	maxDepth    = 100
	maxElements = 500_000
)

var errLarge = errors.New("too many elements")

// A source is what a decoder reads, byte by byte, so that a part of it can be
// jumped over.
type source struct {
	data []byte
	at   int
}

func (s *source) ReadByte() (byte, error) {
	if s.at >= len(s.data) {
		return 0, io.EOF
	}
	s.at++
	return s.data[s.at-1], nil
}

func (s *source) Read(p []byte) (int, error) {
	n := copy(p, s.data[s.at:])
	if s.at += n; n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// A parser makes nodes of a part.
type parser struct {
	src     *source
	opaque  string
	skipped int  // bytes that the decoder has not seen
	count   *int // elements of all parts so far
	open    []*node
	root    *node
}

// parse reads the elements of a part. The content of those called opaque is left
// alone: of sheetData, which may be most of a workbook, only single rows matter.
// Count is raised by the elements read.
func parse(data []byte, opaque string, count *int) (*node, error) {
	p := parser{src: &source{data: data}, opaque: opaque, count: count}
	d := xml.NewDecoder(p.src)
	d.CharsetReader = sameBytes
	for {
		from := int(d.InputOffset()) + p.skipped
		token, err := d.Token()
		if err == io.EOF && p.root != nil {
			return p.root, nil
		}
		if err != nil {
			return nil, err
		}
		to := int(d.InputOffset()) + p.skipped
		switch t := token.(type) {
		case xml.StartElement:
			if err := p.start(t, from, to); err != nil {
				return nil, err
			}
		case xml.EndElement:
			last := len(p.open) - 1
			p.open[last].outer, p.open[last].to = from, to
			p.open = p.open[:last]
		case xml.CharData:
			if len(p.open) > 0 {
				p.open[len(p.open)-1].text += string(t)
			}
		}
	}
}

// sameBytes lets names of encodings pass that mean UTF-8, as the reader does.
func sameBytes(charset string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(charset) {
	case "utf8", "us-ascii":
		return in, nil
	}
	return nil, errors.New("encoding " + charset)
}

// start begins a node, and passes its content over if it is opaque.
func (p *parser) start(t xml.StartElement, from, to int) error {
	if *p.count++; *p.count > maxElements || len(p.open) > maxDepth {
		return errLarge
	}
	n := &node{Name: t.Name, attrs: t.Attr, from: from, inner: to, outer: to, to: to}
	switch {
	case len(p.open) > 0:
		parent := p.open[len(p.open)-1]
		parent.kids = append(parent.kids, n)
	case p.root != nil:
		return errors.New("a second root")
	default:
		p.root = n
	}
	p.open = append(p.open, n)
	data := p.src.data
	if t.Name.Local != p.opaque || data[to-2] == '/' {
		return nil
	}
	tag := []byte("</" + n.prefix(data) + p.opaque)
	if bytes.Count(data[to:], tag) != 1 { // another one may stand in a comment
		return errors.New("no one end of " + p.opaque)
	}
	end := to + bytes.Index(data[to:], tag)
	p.skipped, p.src.at = p.skipped+end-to, end
	return nil
}

// prefix is what stands before names of n's namespace, with its colon.
func (n *node) prefix(data []byte) string {
	name := data[n.from+1 : n.inner]
	if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
		name = name[:i]
	}
	return string(name[:bytes.IndexByte(name, ':')+1])
}

// isEmptyTag reports whether n is written <a/>.
func (n *node) isEmptyTag() bool { return n.inner == n.to }

// attr is the value of an attribute, "" if there is none. One in a namespace is
// asked for by its local name too; none of the parts has both.
func (n *node) attr(name string) string {
	v, _ := n.lookup(name)
	return v
}

func (n *node) lookup(name string) (string, bool) {
	for _, a := range n.attrs {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value, true
		}
	}
	return "", false
}

// is reports whether an attribute of type boolean is true.
func (n *node) is(name string) bool {
	v := strings.TrimSpace(n.attr(name))
	return v == "1" || v == "true"
}

// child returns the first child called name, or nil; of nil too.
func (n *node) child(name string) *node {
	if n != nil {
		for _, k := range n.kids {
			if k.Local == name {
				return k
			}
		}
	}
	return nil
}

// all returns the children called name; of nil none.
func (n *node) all(name string) []*node {
	var out []*node
	if n != nil {
		for _, k := range n.kids {
			if k.Local == name {
				out = append(out, k)
			}
		}
	}
	return out
}

// walk calls visit for n and everything inside.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		k.walk(visit)
	}
}
