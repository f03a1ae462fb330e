package workbook

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tongbao/report/internal/opc"
)

// A packaging says what a workbook's package tells of it.
type packaging struct {
	title    string
	category string // of a report, which is no ledger: FORMAT.md names them; "" for a ledger

	// Fixed reports whether a row keeps its height when words are added to it.
	fixed func(sheet string, row int) bool

	// Places says that the tooltips of hyperlinks are places within the files they
	// lead to. Excel keeps a file and a place apart; excelize takes only one of them.
	places bool

	// Merges are ranges of 整改台账. Excelize would hold each against every other.
	merges []string
}

// properties stands in for docProps/core.xml, where the time of writing would be.
func (p packaging) properties() []byte {
	category := ""
	if p.category != "" {
		category = "<cp:category>" + p.category + "</cp:category>"
	}
	return []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + p.title + `</dc:title><dc:creator>Tongbao</dc:creator>` + category + `<dc:language>zh-CN</dc:language></cp:coreProperties>`)
}

// repack writes f as the one reproducible package: its parts by name, the
// content types first, and nothing that tells when it was made.
func (p packaging) repack(w io.Writer, f *excelize.File) error {
	var raw bytes.Buffer
	if err := f.Write(&raw); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	parts, err := opc.Read(raw.Bytes())
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	sheets := map[string]string{} // part → its sheet; ours are never moved
	for i, name := range f.GetSheetList() {
		sheets[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = name
	}
	for i := range parts {
		parts[i].Data = p.tidy(parts[i], sheets[parts[i].Name])
	}
	slices.SortFunc(parts, func(a, b opc.Part) int {
		return cmp.Or(cmp.Compare(rank(a.Name), rank(b.Name)), strings.Compare(a.Name, b.Name))
	})
	return opc.Write(w, parts...)
}

var tooltip = regexp.MustCompile(`(<hyperlink [^>]*?) tooltip="`)

var rowHeight = regexp.MustCompile(`(<row r="(\d+)"[^>]*?) customHeight="true"`)

// tidy is the content of part without what must not be in it: when it was made,
// that rows are filtered out, and heights that stay as they are when staff write
// more. Sheet is the part's sheet, or "".
func (p packaging) tidy(part opc.Part, sheet string) []byte {
	switch {
	case part.Name == "docProps/core.xml":
		return p.properties()
	case sheet == "":
		return part.Data
	}
	data := bytes.Replace(part.Data, []byte(` filterMode="true"`), nil, 1)
	if p.places {
		data = tooltip.ReplaceAll(data, []byte(`$1 location="`))
	}
	if sheet == ledgerSheet && len(p.merges) > 0 {
		data = p.merge(data)
	}
	return rowHeight.ReplaceAllFunc(data, func(row []byte) []byte {
		m := rowHeight.FindSubmatch(row)
		if n, err := strconv.Atoi(string(m[2])); err == nil && p.fixed(sheet, n) {
			return row
		}
		return m[1]
	})
}

// merge is a sheet's XML with merged cells: they stand before the colours.
func (p packaging) merge(data []byte) []byte {
	var b bytes.Buffer
	before, after, found := bytes.Cut(data, []byte("<conditionalFormatting"))
	if !found {
		panic("workbook: no place for merged cells")
	}
	b.Write(before)
	fmt.Fprintf(&b, `<mergeCells count="%d">`, len(p.merges))
	for _, area := range p.merges {
		b.WriteString(`<mergeCell ref="` + area + `"/>`)
	}
	b.WriteString("</mergeCells><conditionalFormatting")
	b.Write(after)
	return b.Bytes()
}

// rank puts first what a reader of a package wants first.
func rank(name string) int {
	switch name {
	case "[Content_Types].xml":
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}
