package pdf

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// Every part of a document, as a reader of its structure finds it.
func TestFormalStructure(t *testing.T) {
	doc := specimen.Formal(12)
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	golden(t, "testdata/formal.txt", d.sketch())
}

// sketch is the structure with what each element says, the rest left out of long
// ones.
func (d *document) sketch() string {
	var b strings.Builder
	for _, n := range d.tree() {
		fmt.Fprintf(&b, "%s%s%s", strings.Repeat(" ", n.depth), n.role, d.attributes(n.value))
		if said := []rune(n.words); len(said) > 16 {
			fmt.Fprintf(&b, " %s…%d", string(said[:12]), len(said))
		} else if n.leaf {
			fmt.Fprintf(&b, " %s", n.words)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// attributes are in the order of this list.
func (d *document) attributes(e dict) string {
	out := ""
	if e["Alt"] != nil {
		out += " Alt=" + words(e["Alt"])
	}
	a, _ := e["A"].(dict)
	for _, key := range []string{"O", "Scope", "ColSpan", "ListNumbering", "Summary", "Placement", "BBox"} {
		switch v := a[key].(type) {
		case nil:
		case text:
			out += " " + key + "=" + words(v)
		default:
			out += fmt.Sprintf(" %s=%v", key, v)
		}
	}
	return out
}

func TestFormalOutline(t *testing.T) {
	doc := specimen.Formal(1)
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	var got strings.Builder
	fmt.Fprintf(&got, "%+v\n", d.catalog("Outlines", "Count"))
	d.outline(&got, d.catalog().(dict)["Outlines"].(link), 0)
	golden(t, "testdata/formaloutline.txt", got.String())
}

// An attachment alone is no list, a band below a band begins no body of its own,
// and a cell keeps its place without words.
func TestFormalExceptions(t *testing.T) {
	doc := specimen.Formal(1)
	for _, block := range doc.Body {
		if list, ok := block.(*notice.AttachmentList); ok {
			list.Items = list.Items[1:]
			list.Items[0].Label = notice.AttachmentLabel
		}
	}
	table := doc.Annexes[1].Body[0].(*notice.Table)
	table.Rows = append([]notice.Row{{Band: paragraph("（一）政治建设")}}, table.Rows...)
	row := table.Rows[2]
	row.Cells[1].Paragraphs, row.Cells[4].Paragraphs = nil, nil
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	sketch := d.sketch()
	if strings.Contains(sketch, "LBody") || !strings.Contains(sketch, "\n P 附件：巡察整改台账\n") {
		t.Error("an attachment alone is a list")
	}
	if got := strings.Count(sketch, "TBody"); got != 1 {
		t.Errorf("%d bodies for one group of rows", got)
	}
	if got := strings.Count(sketch, "    TD"); got != 6 {
		t.Errorf("%d cells in a row of 6", got)
	}
}
