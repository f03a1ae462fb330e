package annotate

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"tongbao/sources/problem"
)

// Files that nobody has checked are asked whether they are ours: that costs no more
// than a look at the directory.
func TestIsUntouchedIsCheap(t *testing.T) {
	data := resave(t, handmade(transitional, ""), func(name, content string) string {
		switch name {
		case "xl/worksheets/sheet1.xml":
			return content + strings.Repeat(" ", 10<<20)
		case "xl/drawings/vmlDrawing2.vml": // the last part
			return content + strings.Repeat(" ", 70<<20)
		}
		return content
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if isUntouched(data) {
		t.Error("is untouched")
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 1<<20 {
		t.Errorf("took %d bytes", got)
	}
}

// A record with more behind it than one element is none.
func TestRecordWithASecondRoot(t *testing.T) {
	list := `<worksheet>` + recordStart + `{}</tb:record></ext></extLst><a/>` + strings.Repeat(" ", len("</worksheet>"))
	if isUntouched(pack("list.xml", list)) {
		t.Error("is untouched")
	}
}

// All parts together have a bound on elements.
func TestTooManyElements(t *testing.T) {
	many := strings.Repeat("<ignoredErrors/>", maxElements/2)
	data := resave(t, handmade(transitional, ""), func(name, content string) string {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			return strings.Replace(content, "</worksheet>", many+"</worksheet>", 1)
		}
		return content
	})
	_, err := Annotate(data, file, nil)
	var e *Error
	if !errors.As(err, &e) || !errors.Is(err, errLarge) {
		t.Fatal(err)
	}
	if what, _ := e.Words(); !strings.Contains(what, "太多") {
		t.Error(what)
	}
}

// Where the rows end is never guessed: marks put into a comment would be lost.
func TestTwoEndsOfRows(t *testing.T) {
	data := resave(t, bare(), func(name, content string) string {
		return strings.Replace(content, "</sheetData>", "</sheetData><!-- </sheetData> -->", 1)
	})
	if r, err := Annotate(data, file, []Item{at(problem.Error, "表", 1, 1)}); err == nil {
		t.Error(contents(t, r.Data)["s.xml"])
	}
}

// Readers leave out what does not show in a sheet's name; its marks are not lost.
func TestUnseenInNames(t *testing.T) {
	data := resave(t, bare(), func(name, content string) string {
		return strings.Replace(content, `name="表"`, "name=\"表\u200b格\"", 1)
	})
	r := mustAnnotate(t, data, []Item{at(problem.Error, "表格", 1, 1)})
	after := contents(t, r.Data)
	if r.Cells[problem.Error] != 1 || r.Notes != 1 || !strings.Contains(after["worksheets/sheet1.xml"], "location=\"'表\u200b格'!A1\"") {
		t.Errorf("%v, %d notes, %s", r.Cells, r.Notes, after["worksheets/sheet1.xml"])
	}
}

// A type that was left behind for a part of our part's name is made ours, and an
// ending that means something else keeps its meaning.
func TestTypesLeftBehind(t *testing.T) {
	data := resave(t, bare(), func(name, content string) string {
		return strings.Replace(content, "</Types>", `<Override PartName="/worksheets/Sheet1.xml" ContentType="x/y"/><Default Extension="VML" ContentType="x/z"/></Types>`, 1)
	})
	r := mustAnnotate(t, data, []Item{at(problem.Error, "表", 1, 1)})
	got := contents(t, r.Data)[contentTypes]
	for _, want := range []string{`PartName="/worksheets/Sheet1.xml" ContentType="` + worksheetType + `"`, `Extension="VML" ContentType="x/z"`,
		`PartName="/drawings/vmlDrawing1.vml" ContentType="` + drawingType + `"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
	if strings.Count(strings.ToLower(got), "sheet1.xml") != 1 {
		t.Error(got)
	}
	if second := mustAnnotate(t, r.Data, []Item{at(problem.Error, "表", 1, 1)}); string(second.Data) != string(r.Data) {
		t.Error("the second annotation is another")
	}
}

// Two sheets that share the parts of their notes get none.
func TestSharedNotes(t *testing.T) {
	var parts []string
	for _, e := range entries(t, handmade(transitional, "")) {
		parts = append(parts, e.name, strings.Replace(e.data, "</sheetData></worksheet>", `</sheetData><legacyDrawing xmlns:r="`+relations+`" r:id="rId1"/></worksheet>`, 1))
		if e.name == "xl/worksheets/_rels/sheet1.xml.rels" {
			parts = append(parts, "xl/worksheets/_rels/sheet2.xml.rels", e.data)
		}
	}
	items := []Item{at(problem.Error, handmadeSheet, 2, 1), at(problem.Error, "问题清单", 2, 1)}
	r := mustAnnotate(t, pack(parts...), items)
	if len(r.Unread) != 2 || r.Notes != 0 || r.Left != 2 || r.Cells[problem.Error] != 2 {
		t.Errorf("unread %q, %d notes, %d left, %v", r.Unread, r.Notes, r.Left, r.Cells)
	}
	if strings.Contains(contents(t, r.Data)["xl/comments1.xml"], heading) {
		t.Error("a note on two sheets")
	}
}

// What else is drawn where notes are stays when the last note goes.
func TestGroupsStay(t *testing.T) {
	s := samples(t)[6]
	annotated := resave(t, mustAnnotate(t, s.data, s.items).Data, func(name, content string) string {
		return touch(name, strings.Replace(content, "</xml>", `<v:group id="g"/></xml>`, 1))
	})
	if got := contents(t, mustAnnotate(t, annotated, nil).Data)["drawings/vmlDrawing1.vml"]; !strings.Contains(got, `<v:group id="g"/>`) {
		t.Errorf("%q", got)
	}
}

// What a reader takes for UTF-8, by whatever name, is annotated, and nothing else.
func TestEncodings(t *testing.T) {
	for charset, want := range map[string]bool{"utf-8": true, "UTF8": true, "us-ascii": true, "gb2312": false} {
		data := resave(t, bare(), func(name, content string) string {
			if name == "s.xml" || name == "book.xml" {
				return `<?xml version='1.0' encoding='` + charset + `'?>` + content
			}
			return content
		})
		r, err := Annotate(data, file, []Item{at(problem.Error, "表", 2, 2)})
		if (err == nil) != want {
			t.Errorf("%s: %v", charset, err)
		}
		if err == nil && ranges(t, contents(t, r.Data)["s.xml"])["tongbao:error"] != "B2 " {
			t.Error(contents(t, r.Data)["s.xml"])
		}
	}
}
