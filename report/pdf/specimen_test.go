package pdf

import (
	pixels "image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/internal/specimen"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/picture"
)

// TestSpecimenFiles writes a document of every kind into the folder that
// SPECIMENS names, for a judge.
func TestSpecimenFiles(t *testing.T) {
	folder := os.Getenv("SPECIMENS")
	if folder == "" {
		t.Skip("SPECIMENS names no folder")
	}
	for name, doc := range map[string]*notice.Document{
		"formal": specimen.Formal(60), "upward": specimen.Upward(), "private": nil, "jpeg": photographed(t),
	} {
		var data []byte
		if doc == nil { // no face of ours has the characters: set by hand
			doc = private()
			data = write(t, doc, newSetter(t).document(doc))
		} else {
			data = laidOut(t, doc)
		}
		if err := os.WriteFile(filepath.Join(folder, name+".pdf"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// photographed is a document whose seal is a JPEG.
func photographed(t *testing.T) *notice.Document {
	doc := specimen.Formal(1)
	img := pixels.NewRGBA(pixels.Rect(0, 0, 200, 200))
	for i := range 200 * 200 {
		img.Set(i%200, i/200, color.RGBA{R: 220, G: uint8(i % 256), B: 60, A: 255})
	}
	sign(doc).Seal.Picture = &picture.Picture{Format: picture.JPEG, Data: encoded(t, img), Columns: 200, Rows: 200}
	return doc
}

// laidOut writes doc as its layout has it.
func laidOut(t testing.TB, doc *notice.Document) []byte {
	t.Helper()
	pages, problems := layout.Paginate(doc, setup.Standard(fonts.Embedded()))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return write(t, doc, pages)
}

// private is a document whose issuer, head, list, table and annex have a
// character of private use.
func private() *notice.Document {
	doc := specimen.Formal(2)
	add := func(text *[]notice.Inline) { *text = append(*text, notice.Text{S: string(own)}) }
	add(&doc.Head.Mark.Text)
	add(&doc.Annexes[1].Title.Parts[0])
	table := doc.Annexes[1].Body[0].(*notice.Table)
	add(&table.Columns[1].Head.Text)
	add(&table.Rows[0].Band.Text)
	add(&table.Rows[1].Cells[2].Paragraphs[1].Text)
	for _, block := range doc.Body {
		switch block := block.(type) {
		case *notice.Heading:
			add(&block.Text)
		case *notice.AttachmentList:
			block.Items[1].Label += string(own)
			add(&block.Items[1].Text)
		}
	}
	return doc
}

// Characters of private use are said by /ActualText wherever they stand.
func TestPrivateUse(t *testing.T) {
	doc := private()
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	count := map[name]int{}
	for _, n := range d.leaves() {
		count[n.role] += strings.Count(n.words, string(own))
	}
	want := map[name]int{"P": 2, "H1": 1, "H2": 3, "H3": 3, "Lbl": 1, "LBody": 1, "TH": 2, "TD": 0}
	for role, n := range count {
		if n != want[role] {
			t.Errorf("%s: said %d times, want %d", role, n, want[role])
		}
	}
	said := 0
	for _, p := range d.pages() {
		said += strings.Count(string(d.streamOf(p["Contents"])), "/Span<</ActualText<FEFFE5E5>>>BDC")
	}
	if said != 13 {
		t.Errorf("said by /ActualText %d times, want 13", said)
	}
}
