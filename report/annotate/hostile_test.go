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
	if IsUntouched(data) {
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
	if IsUntouched(pack("list.xml", list)) {
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
