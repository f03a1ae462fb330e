package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// TestBold wants bold glyphs stroked, those after them not, and the same words.
func TestBold(t *testing.T) {
	words := func(bold bool) (content, text string) {
		doc := sample()
		pages := newSetter(t).document(doc)
		for i := range pages {
			for item := range pages[i].All() {
				if run, ok := item.(*layout.Run); ok {
					_, head := run.Node.(*notice.Heading)
					run.Bold = bold && head
				}
			}
		}
		var out bytes.Buffer
		if err := Write(&out, doc, pages, setup.Standard(fonts.Embedded())); err != nil {
			t.Fatal(err)
		}
		d := read(t, out.Bytes())
		for _, page := range d.pages() {
			content += string(d.streamOf(page["Contents"]))
			for _, p := range d.pieces(page) {
				text += p.text
			}
		}
		return content, text
	}
	plain, want := words(false)
	bold, got := words(true)
	if got != want || strings.Contains(plain, " Tr\n") {
		t.Errorf("words\n%s\nwant\n%s", got, want)
	}
	modes := regexp.MustCompile(`[^\n]* Tr\n`).FindAllString(bold, -1)
	if len(modes) < 2 {
		t.Fatalf("modes %q", modes)
	}
	for i, m := range modes {
		if on := m == "0.444 w 2 Tr\n"; !on && m != "0 Tr\n" || i > 0 && m == modes[i-1] && m == "0 Tr\n" {
			t.Errorf("mode %d is %q", i, m)
		}
	}
}
