package docx

import (
	"bytes"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// A title of several rows breaks in Word where the PDF breaks it, and loses no
// word by it.
func TestTitleRows(t *testing.T) {
	doc := small()
	title := "关于中共示例市文化和旅游广电体育局党组落实巡察反馈意见整改情况的通报"
	doc.Title = &notice.Title{Parts: [][]notice.Inline{{notice.Text{S: title}}}}
	s := setup.Standard(fonts.Embedded())
	pages, problems := layout.Paginate(doc, s)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var b bytes.Buffer
	if err := Write(&b, doc, pages, s); err != nil {
		t.Fatal(err)
	}
	got := paragraphs(t, b.Bytes())[0]
	rows := strings.Split(got.text, "\n")
	if got.style != "Title" || len(rows) < 2 || strings.Join(rows, "") != title {
		t.Fatalf("%s %q", got.style, rows)
	}
	if want := layout.TitleRows(doc.Title, pages); strings.Join(rows, "|") != strings.Join(want, "|") {
		t.Errorf("rows %q, the PDF has %q", rows, want)
	}
}
