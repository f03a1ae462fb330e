package docx

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tongbao/fonts"
	"tongbao/report/internal/specimen"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/pdf"
	"tongbao/report/setup"
)

// specimens are the documents that judges are shown.
func specimens() map[string]*notice.Document {
	letter := specimen.Formal(3)
	letter.Annexes = nil
	return map[string]*notice.Document{
		"letter": letter, "short": twoPages(),
		"plain": specimen.Plain(), "formal": specimen.Formal(12), "long": specimen.Formal(30), "upward": specimen.Upward(),
		"rows": specimen.Formal(4000),
	}
}

// twoPages has 版记 below the text of its last page.
func twoPages() *notice.Document {
	doc := specimen.Formal(3)
	doc.Annexes = nil
	for i, b := range doc.Body {
		if h, ok := b.(*notice.Heading); ok && h.Number == "二、" {
			doc.Body = slices.Delete(doc.Body, i, len(doc.Body)-3)
			break
		}
	}
	return doc
}

// laidOut writes doc with the rows of its title as our own pages have them.
func laidOut(t testing.TB, doc *notice.Document) []byte {
	t.Helper()
	s := setup.Standard(fonts.Embedded())
	pages, problems := layout.Paginate(doc, s)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var b bytes.Buffer
	if err := Write(&b, doc, pages, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSpecimenFiles writes the specimens, and our PDF beside each but the longest,
// into the folder that SPECIMENS names, for judges.
func TestSpecimenFiles(t *testing.T) {
	folder := os.Getenv("SPECIMENS")
	if folder == "" {
		t.Skip("SPECIMENS names no folder")
	}
	for name, doc := range specimens() {
		if err := os.WriteFile(filepath.Join(folder, name+".docx"), laidOut(t, doc), 0o644); err != nil {
			t.Fatal(err)
		}
		if name != "rows" {
			writePDF(t, doc, filepath.Join(folder, name+".pdf"))
		}
	}
}

func writePDF(t *testing.T, doc *notice.Document, file string) {
	t.Helper()
	s := setup.Standard(fonts.Embedded())
	pages, _ := layout.Paginate(doc, s)
	var b bytes.Buffer
	if err := pdf.Write(&b, doc, pages, s); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
