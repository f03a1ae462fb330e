// Package workbook writes the ledger template that staff start from: 填表说明,
// 基本信息, 整改台账 and a hidden sheet with the lists. What sources/recognise and
// sources/info read is what it asks for: headings are ledger.Fields, names of
// notice data those of FORMAT.md.
package workbook

import (
	"io"

	"tongbao/sources/ledger"
)

// A Template says which workbook is wanted.
type Template struct {
	// Required marks the columns: a rule of Always, or of WhenState with the states
	// it is for; without states it is for rows that say 已销号.
	Required []ledger.Requirement
	Example  bool // filled with an invented office's findings

	// Findings fill the ledger, for one that is merged. A finding of several rows has
	// its shared cells merged over them.
	Findings []ledger.Finding

	// Fields are the columns, in the order of [ledger.Fields]; nil is all but 来源. What
	// a rule of Always asks for and 完成情况 must be among them.
	Fields []ledger.Field
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
	b := &template{book: newBook(guideSheet, noticeSheet, ledgerSheet, listSheet), Template: t}
	defer b.Close()
	b.lists()
	b.guide()
	b.notice()
	b.ledger()
	b.do(b.SetSheetVisible(listSheet, false))
	return b.write(w, packaging{title: "巡察整改台账", fixed: func(sheet string, row int) bool {
		return sheet == guideSheet || row <= headerRow
	}, merges: b.merges})
}

// A template is the workbook of one [Template] being made.
type template struct {
	*book
	Template
	merges []string // of 整改台账
}
