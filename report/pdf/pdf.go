// Package pdf writes a notice's pages as a tagged, archival PDF: PDF 1.7 that
// claims PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).
//
// gofpdf makes the pages and their content streams (paint.go); every other
// object is written here. The same document gives the same bytes everywhere.
package pdf

import (
	"io"

	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// Write writes doc, set on pages, to w. Errors are w's own. Pages that do not
// say what doc says, or that no valid file can be made of, are a programmer's
// error and panic, before anything is written. A draft (s.Draft) is tagged like a
// final text, but does not claim to be PDF/A.
//
// The file has no clock: its dates are doc.Meta.Date, the day's beginning in
// Beijing, or none if that date is not known to the day.
func Write(w io.Writer, doc *notice.Document, pages []layout.Page, s *setup.Setup) error {
	if len(pages) == 0 {
		panic("pdf: no pages")
	}
	sheet := pageSet{pages: pages, width: s.Sheet.Width.Unit, height: s.Sheet.Height.Unit}
	tree := newStructure(doc, len(pages))
	fonts, pictures := collect(pages)
	p := painter{fonts: fonts, pictures: pictures, tree: tree, sheet: sheet}
	contents := paint(len(pages), sheet.width, sheet.height, func(i int) []byte { return p.page(i, &pages[i]) })
	tree.finish()
	return p.finish(newFile(w), xmp(doc.Meta, s.Draft != ""), info(doc.Meta), contents)
}

// finish writes the file around the painted contents.
func (p *painter) finish(to *file, metadata []byte, properties *buffer, contents [][]byte) error {
	catalog, about, packet := to.alloc(1), to.alloc(1), to.alloc(1)
	p.sheet.first = to.alloc(len(p.sheet.pages))
	pages := p.sheet.write(to, contents, p.fonts, p.pictures)
	tags := p.tree.write(to, p.sheet)
	outline := p.tree.writeOutline(to, tags, p.sheet)
	to.plainStream(packet, "/Type/Metadata/Subtype/XML", metadata)
	to.object(about, properties)
	intent := writeIntent(to)
	b := new(buffer).str("<</Type/Catalog/Pages ").ref(pages).str("/Lang(" + language + ")/MarkInfo<</Marked true>>/StructTreeRoot ").ref(tags.root)
	if outline != 0 {
		b.str("/Outlines ").ref(outline).str("/PageMode/UseOutlines")
	}
	b.str("/ViewerPreferences<</DisplayDocTitle true>>/Metadata ").ref(packet).str("/OutputIntents[").str(string(intent.b)).str("]>>")
	to.object(catalog, b)
	return to.close(catalog, about)
}
