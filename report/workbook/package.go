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

// properties stands in for docProps/core.xml, where the time of writing would be.
const properties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
	`<dc:title>巡察整改台账</dc:title><dc:creator>Tongbao</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>`

// repack writes f as the one reproducible package: its parts by name, the
// content types first, and nothing that tells when it was made.
func repack(w io.Writer, f *excelize.File) error {
	var raw bytes.Buffer
	if err := f.Write(&raw); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	parts, err := opc.Read(raw.Bytes())
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	for i := range parts {
		parts[i].Data = tidy(parts[i])
	}
	slices.SortFunc(parts, func(a, b opc.Part) int {
		return cmp.Or(cmp.Compare(rank(a.Name), rank(b.Name)), strings.Compare(a.Name, b.Name))
	})
	return opc.Write(w, parts...)
}

// guidePart is 填表说明, the first sheet. Its merged rows keep their heights.
const guidePart = "xl/worksheets/sheet1.xml"

var rowHeight = regexp.MustCompile(`(<row r="(\d+)"[^>]*?) customHeight="true"`)

// tidy is the content of p without what must not be in it: when it was made, that
// rows are filtered out, and below the headings, heights that stay as they are
// when staff write more.
func tidy(p opc.Part) []byte {
	switch {
	case p.Name == "docProps/core.xml":
		return []byte(properties)
	case !strings.HasPrefix(p.Name, "xl/worksheets/sheet"):
		return p.Data
	}
	data := bytes.Replace(p.Data, []byte(` filterMode="true"`), nil, 1)
	if p.Name == guidePart {
		return data
	}
	return rowHeight.ReplaceAllFunc(data, func(row []byte) []byte {
		m := rowHeight.FindSubmatch(row)
		if n, err := strconv.Atoi(string(m[2])); err == nil && n <= headerRow {
			return row
		}
		return m[1]
	})
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
