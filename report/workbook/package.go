package workbook

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
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
		if parts[i].Name == "docProps/core.xml" {
			parts[i].Data = []byte(properties)
		}
	}
	slices.SortFunc(parts, func(a, b opc.Part) int {
		return cmp.Or(cmp.Compare(rank(a.Name), rank(b.Name)), strings.Compare(a.Name, b.Name))
	})
	return opc.Write(w, parts...)
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
