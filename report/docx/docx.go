// Package docx writes the notice as a Word document (ISO/IEC 29500, transitional)
// on the page of GB/T 9704-2012. Word lays the text out itself: words, heads and
// geometry are promised, equal line breaks with the PDF are not.
package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"tongbao/report/internal/opc"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// Write writes doc to w, in one call, after it has been packed and read back;
// until then nothing is written. Of pages only the title's rows are taken, the
// shapes of tables, and the numbers of 目录: the rest Word lays out by itself. Each
// of doc.Remarks becomes a comment. The bytes depend on doc, pages and s alone. It
// fails if [setup.Setup.WordFonts] lacks a typeface of the notice, if a text holds
// a line end or another character that XML forbids, if 目录 lists what is on none
// of pages, or if w does.
func Write(w io.Writer, doc *notice.Document, pages []layout.Page, s *setup.Setup) error {
	f, err := newFaces(s.WordFonts())
	if err != nil {
		return err
	}
	g := newGeometry(s, doc, pages)
	body, err := document(doc, pages, g, s)
	if err != nil {
		return err
	}
	carried, err := carry(s, body.review.said, doc.Meta)
	if err != nil {
		return err
	}
	parts, err := skeleton(doc.Meta, f, g, body, carried)
	if err != nil {
		return err
	}
	data, err := assemble(parts, body.b)
	if err != nil {
		return err
	}
	if n, err := w.Write(data); err != nil {
		return fmt.Errorf("docx: %w", err)
	} else if n < len(data) {
		return fmt.Errorf("docx: %w", io.ErrShortWrite)
	}
	return nil
}

// SourceID returns the dc:identifier of a notice that [Write] made, which is its
// [notice.Meta.SourceID]; ok is false for every other file, and for one that was
// edited and saved since. Bytes of any kind may be given: what does not bear the
// mark is unpacked to 64 KB at most.
func SourceID(data []byte) (id string, ok bool) {
	core, err := opc.ReadPart(data, corePart, 64<<10)
	if err != nil {
		return "", false
	}
	var props struct {
		XMLName    xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/metadata/core-properties coreProperties"`
		Identifier string   `xml:"http://purl.org/dc/elements/1.1/ identifier"`
	}
	if err := xml.NewDecoder(bytes.NewReader(core)).Decode(&props); err != nil {
		return "", false
	}
	id = strings.TrimSpace(props.Identifier)
	if !strings.HasPrefix(id, "urn:uuid:") || !opc.Canonical(data) {
		return "", false
	}
	return id, true
}
