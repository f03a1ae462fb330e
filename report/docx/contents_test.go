package docx

import (
	"bytes"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/internal/specimen"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// withContents writes doc with 目录, and returns our own pages, too.
func withContents(t *testing.T, doc *notice.Document) ([]byte, []layout.Page) {
	t.Helper()
	s := setup.Standard(fonts.Embedded())
	s.Contents = true
	pages, problems := layout.Paginate(doc, s)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var b bytes.Buffer
	if err := Write(&b, doc, pages, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), pages
}

func TestContentsGolden(t *testing.T) {
	data, _ := withContents(t, small())
	for _, name := range []string{bodyPart, "word/styles.xml"} {
		golden(t, path.Join("testdata/contents", path.Base(name)), part(t, data, name))
	}
}

// listedEntry finds an entry: its level, bookmark, words and number.
var listedEntry = regexp.MustCompile(`<w:pStyle w:val="TOC(\d)"/>.*?<w:hyperlink w:anchor="(\w+)".*?<w:t xml:space="preserve">([^<]*)</w:t>.*? PAGEREF (\w+) .*?<w:t>(\d+)</w:t>`)

// Every head of level 1 to 3 and every annex is listed, with the page of ours that
// its words are on, and leads to a bookmark that stands once.
func TestContentsPages(t *testing.T) {
	for name, want := range map[string]struct {
		doc     *notice.Document
		entries int
	}{"real": {seed(t), 24}, "formal": {specimen.Formal(12), 0}} {
		data, pages := withContents(t, want.doc)
		body := string(part(t, data, bodyPart))
		found := listedEntry.FindAllStringSubmatch(body, -1)
		if want.entries != 0 && len(found) != want.entries || len(found) < 2 {
			t.Errorf("%s: %d entries, want %d", name, len(found), want.entries)
		}
		for _, e := range found {
			text, number := e[3], e[5]
			if n, _ := strconv.Atoi(number); n < 1 || n > len(pages) || !strings.Contains(pageText(pages[n-1]), firstWords(text)) {
				t.Errorf("%s: %q is not on page %s", name, text, number)
			}
			if e[2] != e[4] || strings.Count(body, `w:name="`+e[2]+`"`) != 1 {
				t.Errorf("%s: %q leads to %s and %s", name, text, e[2], e[4])
			}
		}
		for _, id := range regexp.MustCompile(`<w:bookmarkStart w:id="\d+"`).FindAllString(body, -1) {
			if strings.Count(body, id+" ") != 1 {
				t.Errorf("%s: %s stands twice", name, id)
			}
		}
	}
}

// firstWords are as many as a line surely has; of an annex the title's.
func firstWords(entry string) string {
	if _, title, ok := strings.Cut(entry, "　"); ok {
		entry = title
	}
	return string([]rune(entry)[:min(6, len([]rune(entry)))])
}

func pageText(p layout.Page) string {
	var b strings.Builder
	for item := range p.All() {
		if run, ok := item.(*layout.Run); ok {
			for _, g := range run.Glyphs {
				b.WriteString(g.Text)
			}
		}
	}
	return b.String()
}

// 目录 is refused without pages to count, and left out of a text without heads.
func TestContentsWithoutPages(t *testing.T) {
	s := standard()
	s.Contents = true
	var b bytes.Buffer
	if err := Write(&b, small(), nil, s); err == nil {
		t.Error("目录 without a page number is written")
	}
	data, _ := withContents(t, &notice.Document{Body: []notice.Block{para("没有标题。")}})
	if body := part(t, data, bodyPart); bytes.Contains(body, []byte("目录")) || bytes.Contains(body, []byte("pgNumType")) {
		t.Errorf("目录 of nothing:\n%s", body)
	}
}

// Without 目录 a file has no trace of it.
func TestNoContents(t *testing.T) {
	data := write(t, small(), standard())
	for _, name := range []string{bodyPart, "word/styles.xml"} {
		for _, word := range []string{"目录", "TOC", "_Toc", "pgNumType"} {
			if bytes.Contains(part(t, data, name), []byte(word)) {
				t.Errorf("%s speaks of %s", name, word)
			}
		}
	}
}
