package annotate

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A part is an XML part and the edits to be made in it. Edits are cuts and
// insertions at exact places, so what they do not name stays as it is, byte for
// byte.
type part struct {
	name  string
	data  []byte
	root  *node
	edits []edit
	tails []tail
}

// An edit takes cut bytes out at a place and puts text there.
type edit struct {
	at, cut int
	text    string
}

func (p *part) insert(at int, text string) { p.edits = append(p.edits, edit{at, 0, text}) }
func (p *part) replace(from, to int, text string) {
	p.edits = append(p.edits, edit{from, to - from, text})
}
func (p *part) remove(n *node) { p.replace(n.from, n.to, "") }

// A tail is n elements to be put at the end of what is in a node.
type tail struct {
	node *node
	n    int
	text []string
}

// apply returns the part with all edits made, and what undoes them. Edits at one
// place are made in the order they came; one inside of what another takes out falls
// away with it.
func (p *part) apply() (data []byte, undo []cut) {
	p.end()
	slices.SortStableFunc(p.edits, func(a, b edit) int { return cmp.Compare(a.at, b.at) })
	var b bytes.Buffer
	at := 0
	for _, e := range p.edits {
		if e.at < at {
			continue
		}
		b.Write(p.data[at:e.at])
		undo = append(undo, cut{b.Len(), len(e.text), p.data[e.at : e.at+e.cut]})
		b.WriteString(e.text)
		at = e.at + e.cut
	}
	b.Write(p.data[at:])
	return b.Bytes(), undo
}

// appendTo puts text, n whole elements, at the end of what is in a node, and counts
// them where the node carries a count.
func (p *part) appendTo(to *node, n int, text string) {
	for i := range p.tails {
		if t := &p.tails[i]; t.node == to {
			t.n, t.text = t.n+n, append(t.text, text)
			return
		}
	}
	p.tails = append(p.tails, tail{to, n, []string{text}})
}

// end makes edits of the tails.
func (p *part) end() {
	for _, t := range p.tails {
		if old, err := strconv.Atoi(t.node.attr("count")); err == nil && t.n != 0 {
			p.setAttr(t.node, "count", strconv.Itoa(old+t.n))
		}
		text := strings.Join(t.text, "")
		if t.node.isEmptyTag() {
			name := t.node.prefix(p.data) + t.node.Local
			p.replace(t.node.inner-len("/>"), t.node.inner, ">"+text+"</"+name+">")
		} else {
			p.insert(t.node.outer, text)
		}
	}
	p.tails = nil
}

// setAttr gives an attribute of n, named without a prefix, another value; one
// that is not there is added.
func (p *part) setAttr(n *node, name, value string) {
	if from, to, ok := attrAt(p.data[n.from:n.inner], name); ok {
		p.replace(n.from+from, n.from+to, escape(value))
		return
	}
	at := n.from + 1 + len(n.prefix(p.data)) + len(n.Local)
	p.insert(at, " "+name+`="`+escape(value)+`"`)
}

// attrAt is the place of an attribute's value in a well-formed start tag.
func attrAt(tag []byte, name string) (from, to int, ok bool) {
	at := bytes.IndexAny(tag, " \t\r\n")
	for at >= 0 {
		equals := bytes.IndexByte(tag[at:], '=')
		if equals < 0 {
			break
		}
		key := string(bytes.TrimSpace(tag[at : at+equals]))
		from = at + equals + 1
		from += bytes.IndexAny(tag[from:], `"'`) + 1
		to = from + bytes.IndexByte(tag[from:], tag[from-1])
		if to < from {
			break
		}
		if key == name {
			return from, to, true
		}
		at = to + 1
	}
	return 0, 0, false
}

// valueIn is an attribute's value as it stands in a start tag, "" if there is none.
func valueIn(tag []byte, name string) string {
	from, to, _ := attrAt(tag, name)
	return string(tag[from:to])
}
