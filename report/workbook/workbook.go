// Package workbook writes the ledger template that staff start from: 填表说明,
// 基本信息, 整改台账 and a hidden sheet with the lists. What sources/recognise and
// sources/info read is what it asks for: headings are ledger.Fields, names of
// notice data those of FORMAT.md.
package workbook

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/ledger"
)

// A Template says which workbook is wanted.
type Template struct {
	// Required marks the columns: a rule of Always, or of WhenState with the states
	// it is for; without states it is for rows that say 已销号.
	Required []ledger.Requirement
	Example  bool // filled with an invented office's findings
}

// The sheets, in their order.
const (
	guideSheet  = "填表说明"
	noticeSheet = "基本信息"
	ledgerSheet = "整改台账"
	listSheet   = "字典"
)

// Write writes the workbook to w, the same bytes for the same t. An error means
// that w holds no usable file.
func Write(w io.Writer, t Template) error {
	f := excelize.NewFile()
	defer f.Close()
	b := &book{File: f, Template: t}
	b.do(f.SetDefaultFont(bodyFont))
	b.do(f.SetSheetName("Sheet1", guideSheet))
	for _, name := range []string{noticeSheet, ledgerSheet, listSheet} {
		_, err := f.NewSheet(name)
		b.do(err)
	}
	b.lists()
	b.guide()
	b.notice()
	b.ledger()
	for _, name := range f.GetSheetList() {
		b.do(f.SetSheetDimension(name, "")) // excelize would say A1
	}
	b.do(f.SetAppProps(&excelize.AppProperties{Application: "Tongbao"}))
	b.do(f.SetSheetVisible(listSheet, false))
	if b.err != nil {
		return fmt.Errorf("workbook: %w", b.err)
	}
	return repack(w, f)
}

// A book is a workbook being made; the first error is kept, and the rest is done
// to no end.
type book struct {
	*excelize.File
	Template
	err error
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// cell is the address of a cell, both 1-based.
func cell(col, row int) string {
	return letters(col) + fmt.Sprint(row)
}

// letters is a column's name; columns are ours and few, so it never fails.
func letters(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic(err)
	}
	return name
}

// put writes text in style.
func (b *book) put(sheet string, col, row int, text string, style int) {
	at := cell(col, row)
	b.do(b.SetCellStr(sheet, at, text))
	b.do(b.SetCellStyle(sheet, at, at, style))
}
