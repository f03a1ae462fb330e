// Package report is the table of output formats.
package report

import (
	"io"
	"strings"

	"tongbao/report/docx"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/pdf"
	"tongbao/report/setup"
)

// A Format is one way to write a notice.
//
// Write is pure: no clock, randomness, files or environment; same arguments,
// same bytes. SourceID reads [notice.Meta.SourceID] back from a file; ok is false
// for a file that is not ours or was altered since.
type Format struct {
	Name, Ext string
	Write     func(w io.Writer, doc *notice.Document, pages []layout.Page, s *setup.Setup) error
	SourceID  func(file []byte) (id string, ok bool)
}

// Formats is every format, in the order help lists them.
func Formats() []Format {
	return []Format{
		{"docx", ".docx", docx.Write, docx.SourceID},
		{"pdf", ".pdf", pdf.Write, pdf.SourceID},
	}
}

// Find returns the format called name, in any case.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if strings.EqualFold(f.Name, name) {
			return f, true
		}
	}
	return Format{}, false
}
