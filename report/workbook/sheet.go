package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/ledger"
)

// The rows of 整改台账: a title, who filled it in and when, the headings, then
// the findings.
const (
	unitRow   = 2
	headerRow = 3
	firstRow  = headerRow + 1
)

// lastRow is where rules and colours end: there is room for as many findings as a
// notice ever had, and below those of a merged ledger for some more.
func (t *Template) lastRow() int {
	const room, more = 2000, 500
	rows := len(t.Findings)
	for i := range t.Findings {
		rows += len(t.Findings[i].Further)
	}
	return min(headerRow+max(room, rows+more), excelize.TotalRows)
}

// unitCols are where 填报单位 and 填报时间 stand.
const (
	unitCol = 1
	dateCol = 4
)

// ledger makes 整改台账.
func (b *template) ledger() {
	cols := b.columns()
	for i, c := range cols {
		b.column(i+1, c)
	}
	// Rows may be deleted on a protected sheet only if every cell of them is open.
	b.do(b.SetColStyle(ledgerSheet, letters(len(cols)+1)+":XFD", b.open("", "")))
	b.above(len(cols))
	for i, c := range cols {
		b.header(i+1, c)
	}
	b.do(b.SetRowHeight(ledgerSheet, headerRow, 2*lineHeight+padding))
	b.marks(cols)
	b.findings(cols)
	b.filled(cols)
	b.do(b.AutoFilter(ledgerSheet, fmt.Sprintf("A%d:%s", headerRow, cell(len(cols), b.lastRow())), nil))
	b.do(b.SetPanes(ledgerSheet, &excelize.Panes{Freeze: true, YSplit: headerRow, TopLeftCell: cell(1, firstRow), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: cell(1, firstRow), ActiveCell: cell(1, firstRow), Pane: "bottomLeft"}}}))
	b.page(ledgerSheet, "landscape")
	b.do(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: ledgerSheet,
		RefersTo: fmt.Sprintf("%s!$%d:$%d", ledgerSheet, headerRow, headerRow)}))
	b.do(b.ProtectSheet(ledgerSheet, &excelize.SheetProtectionOptions{AutoFilter: true, Sort: true, EditObjects: true, EditScenarios: true,
		FormatCells: true, FormatColumns: true, FormatRows: true, InsertRows: true, DeleteRows: true, InsertHyperlinks: true,
		SelectLockedCells: true, SelectUnlockedCells: true}))
}

// column sets the width, the style and the rule of a column. The style is the
// column's own, not that of 2,000 cells: the file stays small, and no empty row
// is printed.
func (b *template) column(n int, c column) {
	name := letters(n)
	area := fmt.Sprintf("%s:%s", cell(n, firstRow), cell(n, b.lastRow()))
	b.do(b.SetColWidth(ledgerSheet, name, name, c.width))
	b.do(b.SetColStyle(ledgerSheet, name, b.cellStyle(c.kind)))
	field := string(c.field)
	switch c.kind {
	case number:
		b.rule(ledgerSheet, area, excelize.DataValidationTypeWhole, 1, 9999, excelize.DataValidationErrorStyleStop, field, "请填从 1 起的整数。")
	case day:
		b.days(ledgerSheet, area, field)
	case choice, deadline, hint:
		b.offer(ledgerSheet, area, field, c.kind == choice)
	case words:
		if c.most > 0 {
			b.rule(ledgerSheet, area, excelize.DataValidationTypeTextLength, 0, c.most, excelize.DataValidationErrorStyleWarning,
				field, fmt.Sprintf("超过 %d 个字，是不是写错了栏？确实要这么长的，选“是”。", c.most))
		}
	}
}

func (b *book) cellStyle(k kind) int {
	switch k {
	case code:
		return b.style(&excelize.Style{NumFmt: textFormat, Protection: &excelize.Protection{Locked: false},
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	case number, choice:
		return b.open("center", "")
	case day, deadline:
		return b.open("center", dayFormat)
	}
	return b.open("", "")
}

// above writes the title and the row for who filled the ledger in, which is open.
func (b *template) above(cols int) {
	blank := b.style(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "center"}})
	b.do(b.SetCellStyle(ledgerSheet, "A1", cell(cols, unitRow), blank))
	b.put(ledgerSheet, 1, 1, "巡察反馈问题整改台账", b.title())
	b.do(b.SetRowHeight(ledgerSheet, 1, 30))
	open := b.style(&excelize.Style{Protection: &excelize.Protection{Locked: false}, Alignment: &excelize.Alignment{Vertical: "center"}})
	unit, date := "填报单位：", "填报时间："
	if b.Example {
		unit, date = unit+exampleUnit, date+exampleDate
	}
	b.put(ledgerSheet, unitCol, unitRow, unit, open)
	b.put(ledgerSheet, dateCol, unitRow, date, open)
	b.do(b.SetRowHeight(ledgerSheet, unitRow, 20))
}

// header writes a heading and its note.
func (b *template) header(n int, c column) {
	colour, at, need := optionalFill, cell(n, headerRow), b.need(c.field)
	if need == must {
		colour = requiredFill
	}
	b.put(ledgerSheet, n, headerRow, string(c.field), b.heading(colour))
	font := &excelize.Font{Family: bodyFont, Size: 9}
	const width, perLine, lineOf = 240, 30, 17 // of the note: pixels, half characters, pixels
	text := need + "。" + c.note
	b.do(b.AddComment(ledgerSheet, excelize.Comment{Author: "Tongbao", Cell: at, Width: width, Height: uint(30 + lineOf*linesOf(text, perLine)),
		Paragraph: []excelize.RichTextRun{
			{Text: string(c.field) + "\n", Font: &excelize.Font{Family: bodyFont, Size: 9, Bold: true}},
			{Text: text, Font: font},
		}}))
}

// What a column's note and 填表说明 say of whether it must be filled in.
const (
	must = "必填"
	may  = "选填"
)

// need says when the field must be filled in.
func (b *template) need(x ledger.Field) string {
	if x == ledger.FieldWithheld {
		return "「" + string(ledger.FieldPublication) + "」写 " + withheld + " 时必填"
	}
	r := b.requirement(x)
	switch r.When {
	case ledger.Always:
		return must
	case ledger.WhenState:
		return "「" + string(ledger.FieldStatus) + "」写 " + join(statusWords(r)) + " 时要填"
	}
	return may
}

// requirement is the rule for x; its zero value asks for nothing.
func (b *template) requirement(x ledger.Field) ledger.Requirement {
	for _, r := range b.Required {
		if r.Field == x {
			return r
		}
	}
	return ledger.Requirement{}
}
