package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// TestBold wants bold glyphs stroked, those after them not, and the same words.
func TestBold(t *testing.T) {
	words := func(bold bool) (contents []string, text string) {
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
			contents = append(contents, string(d.streamOf(page["Contents"])))
			for _, p := range d.pieces(page) {
				text += p.text
			}
		}
		return contents, text
	}
	plain, want := words(false)
	bold, got := words(true)
	if got != want || strings.Contains(strings.Join(plain, ""), " Tr\n") {
		t.Errorf("words\n%s\nwant\n%s", got, want)
	}
	mode, on := regexp.MustCompile(`[^\n]* Tr\n`), 0
	for _, content := range bold {
		for i, m := range mode.FindAllString(content, -1) { // a page begins without
			want := [...]string{"0.444 w 1 j 2 Tr\n", "0 Tr\n"}[i%2]
			if on += 1 - i%2; m != want {
				t.Errorf("mode %d is %q, want %q", i, m, want)
			}
		}
	}
	if on < 2 {
		t.Errorf("%d bold pieces", on)
	}
}

// The line around bold glyphs is as wide as their size wants, in their colour.
func TestBoldSizes(t *testing.T) {
	run := func(size gb9704.Unit) layout.Item {
		face, _, _ := fonts.Embedded().Find(fonts.Fang, '文')
		return &layout.Run{Y: gb9704.Mm, Size: size, Face: face, Bold: true, Colour: layout.Red,
			Glyphs: []layout.Glyph{{ID: glyphOf(t, '文'), Text: "文"}}}
	}
	_, content := onPage(t, false, run(gb9704.Size3), run(gb9704.Size4))
	for _, want := range []string{"1 0 0 rg 1 0 0 RG\n", "0.444 w 1 j 2 Tr\n", "0.389 w 1 j 2 Tr\n", "0 g 0 G\n", "\n0 Tr\n"} {
		if strings.Count(content, want) != 1 {
			t.Errorf("%q is not there once in\n%s", want, content)
		}
	}
}
