package xlsx

import (
	"bytes"
	"testing"
)

// FuzzRead: no bytes make the reader panic, and what it reads agrees with itself:
// every cell knows its place or its range.
func FuzzRead(f *testing.F) {
	good := pack(workbook1(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`)))
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(append(bytes.Clone(good), good...))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) { readSmall(t, data) })
}

// FuzzSheet: no sheet part makes the reader panic.
func FuzzSheet(f *testing.F) {
	f.Add(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`), `<sst><si><r><rPr><strike/></rPr><t>a_xD800_</t></r></si></sst>`, "yyyy年m月")
	f.Add(`<worksheet><cols><col min="1" max="9" hidden="1"/></cols><sheetData><row hidden="1"><c t="d" s="1"><f>DISPIMG(</f><v>2023-01-01</v></c></row></sheetData></worksheet>`, `<sst/>`, "[DBNum1]0.0%;[$-F800]")
	f.Fuzz(func(t *testing.T, sheet, table, code string) {
		parts := workbook1(sheet)
		for i := range parts {
			if parts[i].name == stringsPath {
				parts[i].body = table
			}
		}
		readSmall(t, pack(parts))
		if format := parseFormat(code); format != nil {
			for _, v := range []float64{0, -1, 1, 60, 45085.5, 1e300} {
				if moment, ok := (dateSystem{}).time(v); ok {
					format.showTime(moment)
				}
				format.showNumber(v)
			}
		}
	})
}

// readSmall reads data within small limits, so that no input takes long.
func readSmall(t *testing.T, data []byte) {
	var limits Limits
	limits.raised[limitPart], limits.raised[limitTotal], limits.raised[limitCells] = mega, 4*mega, 10_000
	book, problems, err := Read("台账.xlsx", data, limits)
	if err != nil {
		if book != nil || problems != nil || err.Error() == "" {
			t.Fatal("an error with a book, or without words")
		}
		return
	}
	for _, s := range book.Sheets {
		for r, row := range s.Rows {
			for c, cell := range row {
				if g := cell.Merge; g.IsZero() && (cell.Pos.Row != r+1 || cell.Pos.Col != c+1) || !g.IsZero() && (cell.Pos.Row != g.Row1 || cell.Pos.Col != g.Col1) {
					t.Fatalf("row %d column %d is at %v", r+1, c+1, cell.Pos)
				}
			}
		}
	}
}
