package workbook

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// A book is a workbook being made; the first error is kept, and the rest is done
// to no end.
type book struct {
	*excelize.File
	err error
}

// newBook is a workbook with these sheets, empty.
func newBook(sheets ...string) *book {
	b := &book{File: excelize.NewFile()}
	b.do(b.SetDefaultFont(bodyFont))
	b.do(b.SetSheetName("Sheet1", sheets[0]))
	for _, name := range sheets[1:] {
		_, err := b.NewSheet(name)
		b.do(err)
	}
	return b
}

// write ends b and writes it to w.
func (b *book) write(w io.Writer, p packaging) error {
	for _, name := range b.GetSheetList() {
		b.do(b.SetSheetDimension(name, "")) // excelize would say A1
	}
	b.do(b.SetAppProps(&excelize.AppProperties{Application: "Tongbao"}))
	if b.err != nil {
		return fmt.Errorf("workbook: %w", b.err)
	}
	return p.repack(w, b.File)
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

// put writes text in style, as far as a cell takes it.
func (b *book) put(sheet string, col, row int, text string, style int) {
	at := cell(col, row)
	b.do(b.SetCellStr(sheet, at, fit(text)))
	b.do(b.SetCellStyle(sheet, at, at, style))
}

// page is how a sheet prints: A4, as wide as the paper.
func (b *book) page(sheet, orientation string) {
	const a4 = 9
	size, wide, long, fit := a4, 1, 0, true
	b.do(b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &long}))
	side, top, foot := 0.4, 0.6, 0.3 // inches
	b.do(b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &foot, Footer: &foot}))
	b.do(b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页，共 &N 页"}))
}

// freeze keeps the rows down to the headings in sight, on paper too.
func (b *book) freeze(sheet string, header int) {
	below := cell(1, header+1)
	b.do(b.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: header, TopLeftCell: below, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomLeft"}}}))
	b.do(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: fmt.Sprintf("%s!$%d:$%d", sheet, header, header)}))
}
