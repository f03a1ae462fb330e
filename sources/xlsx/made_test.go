package xlsx

import (
	"strings"
	"testing"
)

// TestMade: a report of ours is told by its maker and its category together, and
// nothing that is broken passes for one.
func TestMade(t *testing.T) {
	const (
		space = `xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`
		core  = "docProps/core.xml"
	)
	properties := func(inside string) []part {
		parts := workbook1(sheetXML(goodRow, ""))
		parts = with(parts, "_rels/.rels", strings.Replace(body(parts, "_rels/.rels"), "</Relationships>",
			`<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="`+core+`"/></Relationships>`, 1))
		return append(parts, part{core, `<cp:coreProperties ` + space + `>` + inside + `</cp:coreProperties>`})
	}
	const ours = `<dc:creator>Tongbao</dc:creator>`
	report := properties(ours + `<cp:category>进度</cp:category>`)
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"report", pack(report), "进度"},
		{"report, saved by another program", pack(properties(`<dc:title>a</dc:title><cp:category> 进度 </cp:category><dc:creator>Tongbao</dc:creator><cp:lastModifiedBy>b</cp:lastModifiedBy>`)), "进度"},
		{"template, merged ledger", pack(properties(ours)), ""},
		{"template with a category of the office's", pack(properties(ours + `<cp:category>内部资料</cp:category>`)), ""},
		{"another's category", pack(properties(`<dc:creator>办公室</dc:creator><cp:category>进度</cp:category>`)), ""},
		{"no properties", pack(workbook1(sheetXML(goodRow, ""))), ""},
		{"properties missing", pack(with(report, core, "")), ""},
		{"properties broken", pack(with(report, core, "<cp:coreProperties>")), ""},
		{"cut short", pack(report)[:500], ""},
		{"nothing", nil, ""},
	} {
		if got := Made(c.data); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
