package pdf

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/report/notice"
)

// outline prints the bookmarks below v, each with its count, and checks the
// links between them.
func (d *document) outline(out *strings.Builder, parent link, depth int) {
	p := d.get(parent).(dict)
	var prev any
	for at := p["First"]; at != nil; {
		m := d.get(at).(dict)
		if m["Parent"] != parent || m["Prev"] != prev {
			d.t.Errorf("%s: Parent %v, Prev %v", words(m["Title"]), m["Parent"], m["Prev"])
		}
		count := ""
		if m["Count"] != nil {
			count = fmt.Sprintf(" %+v", m["Count"])
		}
		fmt.Fprintf(out, "%s%s%s\n", strings.Repeat("  ", depth), words(m["Title"]), count)
		d.target(m)
		d.outline(out, at.(link), depth+1)
		prev, at = at, m["Next"]
	}
	if p["Last"] != prev {
		d.t.Errorf("Last is %v, want %v", p["Last"], prev)
	}
}

// target checks that a bookmark leads just above its head.
func (d *document) target(m dict) {
	dest, e := m["Dest"].(array), d.get(m["SE"]).(dict)
	for e["Pg"] == nil { // an annex, which begins with its label
		e = d.get(e["K"].(array)[0]).(dict)
	}
	if dest[0] != e["Pg"] || dest[1] != name("XYZ") {
		d.t.Errorf("%s: destination %v, element on %v", words(m["Title"]), dest, e["Pg"])
	}
	p := d.marked(d.get(dest[0]).(dict))[int(e["K"].(array)[0].(float64))]
	above := dest[3].(float64) - p.y
	if d.get(dest[0], "Rotate") != nil { // the sheet's upper edge is the paper's left one
		above = 595.276 - p.y - dest[2].(float64)
	}
	if above < 8 || above > 32 {
		d.t.Errorf("%s: destination is %v pt above the words", words(m["Title"]), above)
	}
	if !strings.HasPrefix(words(m["Title"]), p.text) {
		d.t.Errorf("bookmark %q leads to %q", words(m["Title"]), p.text)
	}
}

func TestOutline(t *testing.T) {
	doc := sample()
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	var got strings.Builder
	fmt.Fprintf(&got, "%+v\n", d.catalog("Outlines", "Count"))
	d.outline(&got, d.catalog().(dict)["Outlines"].(link), 0)
	golden(t, "testdata/outline.txt", got.String())
	if d.catalog("PageMode") != name("UseOutlines") {
		t.Error("bookmarks are not shown")
	}
}

func TestNoHeadsNoOutline(t *testing.T) {
	doc := sample()
	doc.Body = []notice.Block{paragraph("没有标题。")}
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	if d.catalog().(dict)["Outlines"] != nil || d.catalog().(dict)["PageMode"] != nil {
		t.Error("an outline without bookmarks")
	}
}

// PDF/UA allows no level to be left out; a tree that does is set one deeper
// than the head above it.
func TestLevelsWithoutGaps(t *testing.T) {
	doc := sample()
	doc.Body = []notice.Block{heading(3, "1.", "甲", nil), heading(4, "（1）", "乙", nil), heading(1, "一、", "丙", nil)}
	var roles []string
	for _, e := range newStructure(doc, 1).elements[1:] {
		roles = append(roles, e.role)
	}
	if got := strings.Join(roles, " "); got != "H1 H2 H3 H2" {
		t.Errorf("roles %s", got)
	}
}
