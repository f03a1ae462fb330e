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

// parse reads the elements of a part. The content of those called opaque is left
// alone: of sheetData, which may be most of a workbook, only single rows matter.
func parse(data []byte, opaque string) (*node, error) {
	src := &source{data: data}
	d := xml.NewDecoder(src)
	var open []*node
	var root *node
	for skipped := 0; ; {
		from := int(d.InputOffset()) + skipped
		token, err := d.Token()
		switch {
		case err == io.EOF && root != nil:
			return root, nil
		case err != nil:
			return nil, err
		}
		to := int(d.InputOffset()) + skipped
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{Name: t.Name, attrs: t.Attr, from: from, inner: to, outer: to, to: to}
			if len(open) == 0 {
				root = n
			} else {
				parent := open[len(open)-1]
				parent.kids = append(parent.kids, n)
			}
			open = append(open, n)
			if t.Name.Local == opaque && data[to-2] != '/' {
				end := bytes.LastIndex(data, []byte("</"+n.prefix(data)+opaque))
				if end < to {
					return nil, errors.New("no end of " + opaque)
				}
				skipped, src.at = skipped+end-to, end
			}
		case xml.EndElement:
			n := open[len(open)-1]
			open = open[:len(open)-1]
			n.outer, n.to = from, to
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(t)
			}
		}
	}
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
