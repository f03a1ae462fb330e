package annotate

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tongbao/sources/problem"
)

// A sheet of the office's own that is called 问题清单 is not touched.
func TestOwnSheetOfThatName(t *testing.T) {
	r := mustAnnotate(t, handmade(transitional, ""), nil)
	if r.Sheet != "问题清单（通报检查）" {
		t.Error(r.Sheet)
	}
	if got := contents(t, r.Data)["xl/workbook.xml"]; !strings.Contains(got, `<sheet name="问题清单" sheetId="3" r:id="rId2"/>`) ||
		!strings.Contains(got, `localSheetId="1">问题清单!$1:$1<`) || !strings.Contains(got, `sheetId="8"`) {
		t.Error(got)
	}
	b := &book{sheets: []sheet{{name: "问题清单"}, {name: "问题清单（通报检查）"}}}
	if got := b.listName(); got != "问题清单（通报检查2）" {
		t.Error(got)
	}
}

// Our rules come first, in the sheet and in priority; those of the office keep
// their order, and no two share a number.
func TestPriorities(t *testing.T) {
	for _, s := range samples(t)[:6] {
		before, after := contents(t, s.data), contents(t, mustAnnotate(t, s.data, s.items).Data)
		for name, sheet := range after {
			if !strings.HasPrefix(name, "xl/worksheets/sheet") || before[name] == "" {
				continue
			}
			was, is := priorities(t, before[name]), priorities(t, sheet)
			ours := len(is) - len(was)
			for i, n := range is {
				if i < ours && n != i+1 || i >= ours && n != was[i-ours]+ours {
					t.Errorf("%s, %s: %v became %v", s.name, name, was, is)
					break
				}
			}
		}
	}
}

// priorities is the numbers of a sheet's rules in its order.
func priorities(t *testing.T, sheet string) (out []int) {
	t.Helper()
	root, err := parse([]byte(sheet), "sheetData", new(int))
	if err != nil {
		t.Fatal(err)
	}
	root.walk(func(n *node) {
		if n.Local == "cfRule" {
			i, _ := strconv.Atoi(n.attr("priority"))
			out = append(out, i)
		}
	})
	return out
}

// Every element of a part is of its namespace, whatever prefixes it is written
// with; boxes are of theirs.
func TestNamespaces(t *testing.T) {
	for _, s := range samples(t) {
		for name, content := range contents(t, mustAnnotate(t, s.data, s.items).Data) {
			if path.Ext(name) != ".xml" && path.Ext(name) != ".vml" || strings.HasPrefix(name, "docProps") || strings.Contains(name, "theme") {
				continue
			}
			root, err := parse([]byte(strings.ReplaceAll(content, "<br>", "")), "", new(int))
			if err != nil {
				t.Fatal(s.name, name, err)
			}
			root.walk(func(n *node) {
				switch want := root.Space; {
				case strings.HasPrefix(n.Space, "urn:tongbao"), n.Local == "record":
				case path.Ext(name) == ".vml":
					known := map[string]string{"shape": vmlSpace, "shapetype": vmlSpace, "textbox": vmlSpace, "ClientData": excelSpace, "Anchor": excelSpace, "Row": excelSpace, "idmap": officeSpace}
					if want := known[n.Local]; want != "" && n.Space != want {
						t.Errorf("%s, %s: %s is of %q", s.name, name, n.Local, n.Space)
					}
				case n.Space != want:
					t.Errorf("%s, %s: %s is of %q", s.name, name, n.Local, n.Space)
				}
			})
		}
	}
}

// No two drawings of a workbook share numbers of shapes.
func TestClusters(t *testing.T) {
	after := contents(t, mustAnnotate(t, handmade(transitional, ""), handmadeItems()).Data)
	var got []string
	for _, n := range []string{"1", "3", "4"} {
		m := idmap.FindStringSubmatch(after["xl/drawings/vmlDrawing"+n+".vml"])
		got = append(got, m[1])
	}
	if fmt.Sprint(got) != "[2 3 4]" || !strings.Contains(after["xl/drawings/vmlDrawing4.vml"], `id="_x0000_s4097"`) {
		t.Error(got, after["xl/drawings/vmlDrawing4.vml"])
	}
}

// What nobody knows in a sheet, as WPS writes it, is no reason to leave the order
// that Excel asks for.
func TestUnknownElements(t *testing.T) {
	data := resave(t, bare(), func(name, s string) string {
		return strings.Replace(s, "</sheetData>", `</sheetData><pageMargins/><extLst/><etc:x xmlns:etc="u"/>`, 1)
	})
	got := contents(t, mustAnnotate(t, data, samples(t)[6].items).Data)["s.xml"]
	if !regexp.MustCompile(`</sheetData><conditionalFormatting .*</conditionalFormatting><pageMargins/><legacyDrawing [^>]*/><extLst/><etc:x`).MatchString(got) {
		t.Error(got)
	}
}

func TestFreeID(t *testing.T) {
	for want, ids := range map[int][]string{1: nil, 8: {"7", "3"}, 2: {"1", "65534", "3"}, 3: {"2", "x"}} {
		b := &book{}
		for _, id := range ids {
			b.sheets = append(b.sheets, sheet{node: fragment(`<sheet sheetId="` + id + `"/>`)})
		}
		if got := b.freeID(); got != want {
			t.Errorf("%v: %d, want %d", ids, got, want)
		}
	}
}

// Only the list is selected, and the workbook opens with it.
func TestViews(t *testing.T) {
	for _, s := range samples(t) {
		after := contents(t, mustAnnotate(t, s.data, s.items).Data)
		selected := 0
		for name, content := range after {
			if strings.Contains(name, "sheet") || name == "s.xml" {
				selected += len(regexp.MustCompile(`tabSelected\s*=\s*["'](1|true)`).FindAllString(content, -1))
			}
		}
		if selected != 1 {
			t.Errorf("%s: %d sheets are selected", s.name, selected)
		}
		book := after["xl/workbook.xml"] + after["book.xml"]
		sheets := len(regexp.MustCompile(`<(\w:)?sheet `).FindAllString(book, -1))
		if m := regexp.MustCompile(`activeTab=["'](\d+)`).FindStringSubmatch(book); m == nil || m[1] != fmt.Sprint(sheets-1) {
			t.Errorf("%s: %v of %d sheets is active", s.name, m, sheets)
		}
	}
}

// A cell with a conversation is coloured and listed, its note left alone.
func TestConversation(t *testing.T) {
	r := mustAnnotate(t, handmade(transitional, ""), handmadeItems())
	got := contents(t, r.Data)["xl/comments1.xml"]
	if r.Left != 1 || !strings.Contains(got, `<comment ref="B2" authorId="1"><text><t>[Threaded comment] 看对话</t></text></comment>`) {
		t.Errorf("%d left; %s", r.Left, got)
	}
}

// Ten thousand problems: as many notes as are of use, the rest coloured and listed.
func TestMany(t *testing.T) {
	var items []Item
	for i := range 10_000 {
		items = append(items, at(problem.Severity(i%2), "整改台账", 10+2*(i/4), 1+i%4*2))
	}
	r := mustAnnotate(t, readFixture(t), items)
	if r.Notes != maxNotes || r.Left != 10_000-maxNotes || r.Cells != [2]int{5000, 5000} {
		t.Errorf("%d notes, %d left, cells %v", r.Notes, r.Left, r.Cells)
	}
	after := contents(t, r.Data)
	ids := regexp.MustCompile(`id="_x0000_s\d+"`).FindAllString(after["xl/drawings/commentsDrawing1.vml"], -1)
	slices.Sort(ids)
	if len(ids) != maxNotes+1 || len(slices.Compact(ids)) != maxNotes+1 {
		t.Errorf("%d boxes, not all with an id of their own", len(ids))
	}
	sheet := after["xl/worksheets/sheet1.xml"]
	cells := 0
	for _, m := range regexp.MustCompile(`<conditionalFormatting sqref="([^"]*)"><cfRule type="expression" dxfId="\d+" priority="(\d+)"><formula>N`).FindAllStringSubmatch(sheet, -1) {
		if n := len(strings.Fields(m[1])); n > maxRanges {
			t.Errorf("a rule of %d ranges", n)
		}
		for ref := range strings.FieldsSeq(m[1]) {
			b := parseBlock(ref)
			cells += (b.row2 - b.row1 + 1) * (b.col2 - b.col1 + 1)
		}
	}
	if cells < 10_000 {
		t.Errorf("%d cells are coloured", cells) // merged ranges count more than once
	}
	if n := strings.Count(after["xl/worksheets/sheet4.xml"], "<hyperlink "); n != 10_000 {
		t.Errorf("%d links", n)
	}
}

// A list is bounded by what a sheet takes, and says so.
func TestListIsBounded(t *testing.T) {
	items := make([]Item, maxListed+5)
	for i := range items {
		items[i] = at(problem.Warning, "表", 1, 1)
	}
	after := contents(t, mustAnnotate(t, bare(), items).Data)
	list := after["worksheets/sheet1.xml"]
	if n := strings.Count(list, "<hyperlink "); n != maxListed || !strings.Contains(list, "这里只列前 60000 处。") {
		t.Errorf("%d links", n)
	}
}

// Macros and templates keep their ending; signatures are noticed.
func TestKinds(t *testing.T) {
	for contentType, ext := range map[string]string{
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml":    ".xlsx",
		"application/vnd.ms-excel.sheet.macroEnabled.main+xml":                          ".xlsm",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": ".xltx",
		"application/vnd.ms-excel.template.macroEnabled.main+xml":                       ".xltm",
	} {
		data := resave(t, bare(), func(name, content string) string {
			return strings.Replace(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", contentType, 1)
		})
		if r := mustAnnotate(t, data, nil); r.Ext != ext || r.Signed {
			t.Errorf("%s is %s, signed %v", contentType, r.Ext, r.Signed)
		}
	}
	signed := append([]string{}, "_xmlsignatures/origin.sigs", "")
	for _, e := range entries(t, bare()) {
		signed = append(signed, e.name, e.data)
	}
	if r := mustAnnotate(t, pack(signed...), nil); !r.Signed {
		t.Error("a signature was not noticed")
	}
}

// Notes that cannot be understood are left alone: colour and list remain.
func TestDamagedNotes(t *testing.T) {
	for name, change := range map[string]func(name, content string) string{
		"words":            func(name, s string) string { return cutAt(name, "comments1.xml", s, "</commentList>") },
		"boxes":            func(name, s string) string { return cutAt(name, "vmlDrawing1.vml", s, "</v:shape>") },
		"boxes not there":  func(name, s string) string { return strings.ReplaceAll(s, `vmlDrawing1.vml"`, `nothing.vml"`) },
		"relationships":    func(name, s string) string { return cutAt(name, "sheet1.xml.rels", s, "</Relationships>") },
		"words in UTF-16":  func(name, s string) string { return cutAt(name, "comments1.xml", s, "<") },
		"no list of words": func(name, s string) string { return strings.ReplaceAll(s, "commentList>", "otherList>") },
	} {
		t.Run(name, func(t *testing.T) {
			data := resave(t, handmade(transitional, ""), change)
			r := mustAnnotate(t, data, handmadeItems())
			if !slices.Contains(r.Unread, handmadeSheet) {
				t.Errorf("unread: %q", r.Unread)
			}
			before, after := contents(t, data), contents(t, r.Data)
			for _, part := range []string{"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels"} {
				if before[part] != after[part] {
					t.Errorf("%s was changed", part)
				}
			}
			if got := ranges(t, after["xl/worksheets/sheet1.xml"]); got["tongbao:error"] == "" {
				t.Error("no colour")
			}
			if second := mustAnnotate(t, r.Data, handmadeItems()); string(second.Data) != string(r.Data) {
				t.Error("the second annotation is another")
			}
		})
	}
}

// cutAt cuts one part where text begins.
func cutAt(name, part, s, text string) string {
	if strings.HasSuffix(name, "/"+part) {
		s, _, _ = strings.Cut(s, text)
	}
	return s
}

// What is no workbook is an error with words.
func TestErrors(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("PK"), pack("a", "b"), resave(t, bare(), func(name, s string) string { return cutAt("/"+name, "book.xml", s, "<sheets>") })} {
		_, err := Annotate(data, file, nil)
		var e *Error
		if !errors.As(err, &e) {
			t.Fatal(err)
		}
		if what, next := e.Words(); what == "" || next == "" {
			t.Error(what, next)
		}
		if isUntouched(data) {
			t.Error("is untouched")
		}
	}
}

// What no sheet may hold does not get into one.
func TestEscape(t *testing.T) {
	for s, want := range map[string]string{
		`<a>&"b"]]>`:          "&lt;a&gt;&amp;&quot;b&quot;]]&gt;",
		"一\n二\t三":             "一&#10;二 三",
		"_x0041_ _x004_ _X_":  "_x005F_x0041_ _x004_ _X_",
		"\x00\u200b\u202e\r":  "(U+0000)(U+200B)(U+202E)(U+000D)",
		"\xff\uFFFE𠮷":         "(U+FFFD)(U+FFFE)𠮷",
		"=HYPERLINK(\"x\")+1": "=HYPERLINK(&quot;x&quot;)+1",
	} {
		if got := escape(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{{"一二三", 3, "一二三"}, {"一二三", 2, "一…"}, {"𠮷𠮷", 4, "𠮷𠮷"}, {"𠮷𠮷", 3, "𠮷…"}, {"", 0, ""}} {
		if got := cutText(c.s, c.n); got != c.want {
			t.Errorf("cutText(%q, %d) = %q", c.s, c.n, got)
		}
	}
}

const measured = `<worksheet><sheetFormatPr defaultColWidth="10" defaultRowHeight="18"/><cols><col min="1" max="1" width="20"/><col min="2" max="2" width="20" hidden="1"/></cols>` +
	`<sheetData><row><c/></row><row hidden="true" ht="30"/><row r="3" spans="1:2" ht='15'></row><rowX ht="99"/></sheetData></worksheet>`

// A box is as large as its words whatever rows and columns it lies over.
func TestAnchors(t *testing.T) {
	read := (&part{data: []byte(measured), root: fragment(measured)}).geometry()
	if got := fmt.Sprint(read.width(1), read.width(2), read.width(3), read.width(9), read.height(1), read.height(2), read.height(3), read.height(9)); got != "140 0 70 70 24 0 20 24" {
		t.Error(got)
	}
	g := &geometry{columns: []columns{{2, 3, 100}, {4, 4, 0}}, rows: map[int]int{5: 300, 6: 0}, col: 64, row: 20}
	for ref, want := range map[string]string{
		"A1": "1, 12, 0, 4, 6, 14, 4, 4", "A5": "1, 12, 4, 4, 6, 14, 4, 84", "A4:C4": "3, 12, 3, 4, 9, 22, 4, 64", "XFD1048576": "16383, 12, 1048575, 4, 16383, 64, 1048575, 20",
	} {
		a := g.anchorAt(parseBlock(ref), 330, 80)
		if a.String() != want {
			t.Errorf("%s: %s, want %s", ref, a, want)
		}
		back, ok := parseAnchor(a.String())
		if w, h := g.size(back); ref != "XFD1048576" && (!ok || w != 330 && ref != "A4:C4" || h != 80) {
			t.Errorf("%s: %d by %d", ref, w, h)
		}
	}
	for _, s := range []string{"", "1,2,3", "1,2,3,4,5,6,7,x", "5,0,0,0,4,0,0,0", "0,0,0,0,0,0,99999,0", "-1,0,0,0,1,1,1,1"} {
		if _, ok := parseAnchor(s); ok {
			t.Errorf("%q is an anchor", s)
		}
	}
}

// What stands in the list, and where its links lead.
func TestList(t *testing.T) {
	r := mustAnnotate(t, handmade(transitional, ""), append(handmadeItems(), at(problem.Error, "", 0, 0),
		Item{Problem: problem.Problem{Code: "L504", Severity: problem.Error, Pos: problem.Pos{File: "说明.yaml", Row: 7}, Message: "写法不对"}, Title: "写法"}))
	list := contents(t, r.Data)["xl/worksheets/sheet4.xml"]
	for _, want := range []string{
		`location="'it''s &quot;1&quot; &amp; 2'!A2"`, `location="'问题清单'!A1"`, `>藏 A1（隐藏的表）<`, `>整个工作簿<`, `>说明.yaml 第7行<`,
		`>` + problem.ListTitle + `<`, `>错误 6 处、提醒 3 处。`, `it's &quot;1&quot; &amp; 2 第3行<`, `<autoFilter ref="A3:G12"/>`,
	} {
		if !strings.Contains(strings.ReplaceAll(list, "&#39;", "'"), want) {
			t.Errorf("%s is not in\n%s", want, list)
		}
	}
	if strings.Contains(list, `location="'藏'`) {
		t.Error("a link to a hidden sheet")
	}
	wantOffices, wantCodes := `[{办公室  4 3} {（不属于哪一条问题）  1 0}]`, `[{L101 必填的栏目没有填写 5 0} {L504 写法 1 0} {L103 必填的栏目没有填写 0 3}]`
	if got := fmt.Sprint(r.Offices); got != strings.ReplaceAll(wantOffices, "4 3", "5 3") {
		t.Error(got)
	}
	if got := fmt.Sprint(r.Codes); got != wantCodes {
		t.Error(got)
	}
}
