package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// onPage writes a document of one paragraph, 文, that is set with the other items
// on a page, and returns the page and its content.
func onPage(t *testing.T, turned bool, others ...layout.Item) (dict, string) {
	t.Helper()
	doc, pages := oneRun(t, "文", layout.Glyph{ID: glyphOf(t, '文'), Text: "文"})
	page := &pages[0]
	run := page.Items[0].(*layout.Run)
	run.X, run.Y = 28*gb9704.Mm, 37*gb9704.Mm
	if turned {
		page.Turned, page.Items = append(others, run), nil
	} else {
		page.Items = append(others, run)
	}
	newSetter(t).number(page)
	d := read(t, write(t, doc, pages))
	return d.pages()[0], string(d.streamOf(d.pages()[0]["Contents"]))
}

// What is turned stands with its head at the paper's left edge; the page number
// stands upright as on every page.
func TestTurned(t *testing.T) {
	page, content := onPage(t, true, &layout.Rule{X: 10 * gb9704.Mm, Y: 20 * gb9704.Mm, Width: 30 * gb9704.Mm, Height: 2 * gb9704.Mm})
	if page["Rotate"] != 90.0 {
		t.Errorf("turned by %v", page["Rotate"])
	}
	box := page["MediaBox"].(array)
	if box[2] != 595.276 || box[3] != 841.89 {
		t.Errorf("the sheet is not upright: %v", box)
	}
	turned, upright, ok := strings.Cut(content, "Q\n")
	if !ok || !strings.Contains(turned, "q\n0 1 -1 0 595.276 0 cm\n") {
		t.Fatalf("not turned:\n%s", content)
	}
	// A point (x, y) of the turned sheet, y up from 210 mm, is at (210 mm − y, x).
	for _, want := range []string{"28.346 532.913 85.039 5.669 re f\n", "79.37 490.394 Td\n"} {
		if !strings.Contains(turned, want) {
			t.Errorf("%q is missing in\n%s", want, turned)
		}
	}
	// The font must be set again: Q forgets it.
	for _, want := range []string{"/Artifact<</Type/Pagination/Subtype/Footer>>BDC\nBT\n/F1 16 Tf\n", "283.465 76.535 Td\n"} {
		if !strings.Contains(upright, want) {
			t.Errorf("%q is missing in\n%s", want, upright)
		}
	}
}

// Rules are filled boxes that belong to no words; red ends where it must.
func TestRules(t *testing.T) {
	red := &layout.Rule{X: 10 * gb9704.Mm, Y: 20 * gb9704.Mm, Width: 30 * gb9704.Mm, Height: 2 * gb9704.Mm, Colour: layout.Red}
	black := &layout.Rule{X: 10 * gb9704.Mm, Y: 277 * gb9704.Mm, Width: 30 * gb9704.Mm, Height: 20 * gb9704.Mm}
	page, content := onPage(t, false, red, red, black)
	want := "/Artifact<</Type/Layout>>BDC\n" +
		"1 0 0 rg 1 0 0 RG\n28.346 779.528 85.039 5.669 re f\n28.346 779.528 85.039 5.669 re f\n" +
		"0 g 0 G\n28.346 0 85.039 56.693 re f\nEMC\n/P<</MCID 0>>BDC\nBT\n/F1"
	if !strings.Contains(content, want) {
		t.Errorf("rules:\n%s", content)
	}
	if page["Rotate"] != nil || page["Group"] != nil {
		t.Errorf("page %v", page)
	}
	if _, content = onPage(t, false, red); !strings.Contains(content, "EMC\n/P<</MCID 0>>BDC\nBT\n0 g 0 G\n/F1") {
		t.Errorf("words after a red rule:\n%s", content)
	}
}

// What belongs to no node says what it is.
func TestArtifacts(t *testing.T) {
	for kind, want := range map[layout.Artifact]string{
		layout.PageNumber: "Footer", layout.RepeatedHead: "Header", layout.Watermark: "Watermark",
	} {
		run := &layout.Run{Y: gb9704.Mm, Size: gb9704.Size3, Artifact: kind}
		face, _, _ := fonts.Embedded().Find(fonts.Fang, '文')
		run.Face, run.Glyphs = face, []layout.Glyph{{ID: glyphOf(t, '文'), Text: "化"}}
		if _, content := onPage(t, false, run); !strings.Contains(content, "/Artifact<</Type/Pagination/Subtype/"+want+">>BDC\nBT\n") {
			t.Errorf("%s is missing in\n%s", want, content)
		}
	}
}

// The pages must have the tree's order, and rows their columns.
func TestRefusesDisorder(t *testing.T) {
	swap := func(items []layout.Item, of func(notice.Node) bool) {
		i := slices.IndexFunc(items, func(item layout.Item) bool { run, ok := item.(*layout.Run); return ok && of(run.Node) })
		items[i], items[i+1] = items[i+1], items[i]
	}
	for name, spoil := range map[string]func(doc *notice.Document, pages []layout.Page){
		"cells in another order": func(doc *notice.Document, pages []layout.Page) {
			cell := doc.Annexes[1].Body[0].(*notice.Table).Rows[1].Cells[0].Paragraphs[0]
			for i := range pages {
				if len(pages[i].Turned) > 0 {
					swap(pages[i].Turned, func(n notice.Node) bool { return n == cell })
					return
				}
			}
		},
		"number above the mark": func(doc *notice.Document, pages []layout.Page) {
			swap(pages[0].Items, func(n notice.Node) bool { return n == doc.Head.Mark })
		},
		"a label alone": func(doc *notice.Document, pages []layout.Page) {
			doc.Body[len(doc.Body)-3].(*notice.AttachmentList).Items[1].Text = nil
		},
		"too few cells": func(doc *notice.Document, _ []layout.Page) {
			row := &doc.Annexes[1].Body[0].(*notice.Table).Rows[1]
			row.Cells = row.Cells[1:]
		},
	} {
		t.Run(name, func(t *testing.T) {
			doc := specimen.Formal(1)
			pages := newSetter(t).document(doc)
			spoil(doc, pages)
			var out bytes.Buffer
			defer func() {
				if r, _ := recover().(string); !strings.HasPrefix(r, "pdf: ") || out.Len() > 0 {
					t.Errorf("panic %q after %d bytes", r, out.Len())
				}
			}()
			Write(&out, doc, pages, setup.Standard(fonts.Embedded()))
		})
	}
}
