package xlsx

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

// TestMerges: every cell of a range repeats the first; what is hidden below it is
// reported.
func TestMerges(t *testing.T) {
	sheet, problems := readRows(t, workbook1(sheetXML(
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>1</v></c></row><row r="2"><c r="B2"><v>9</v></c></row><row r="3"><c r="C3"><v>3</v></c></row>`,
		`<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A3:B3"/><mergeCell ref="C3"/></mergeCells>`)))
	want := grid.Range{Row1: 1, Col1: 1, Row2: 2, Col2: 2}
	for _, at := range [][2]int{{1, 1}, {1, 2}, {2, 1}, {2, 2}} {
		if c := sheet.Rows[at[0]-1][at[1]-1]; c.Text != "办公室" || c.Pos.Address() != "A1" || c.Merge != want || c.Kind != grid.String {
			t.Errorf("%v: %+v", at, c)
		}
	}
	if c := sheet.Rows[2][1]; c.Pos.Address() != "A3" || c.Kind != grid.Empty || c.Merge.Col2 != 2 {
		t.Errorf("empty range: %+v", c)
	}
	if c := sheet.Rows[2][2]; !c.Merge.IsZero() || c.Text != "3" {
		t.Errorf("a range of one cell: %+v", c)
	}
	if got := codes(problems); !slices.Equal(got, []string{"L456 A1"}) || !strings.Contains(problems[0].Message, "B2") {
		t.Error(problems)
	}
}

// TestHidden marks hidden rows, columns and sheets, empty cells too.
func TestHidden(t *testing.T) {
	xml := sheetXML(`<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row><row r="2" hidden="1"><c r="B2"><v>2</v></c></row><row r="3" ht="0.0"><c r="A3"><v>3</v></c></row>`,
		`<mergeCells><mergeCell ref="A1:A3"/></mergeCells>`)
	xml = strings.Replace(xml, "<sheetData>", `<cols><col min="2" max="2" hidden="true"/><col min="4" max="16384" width="0.00"/></cols><sheetData>`, 1)
	parts := workbook1(strings.Replace(xml, "<v>3</v>", "<v>1</v>", 1))
	main := "xl/workbook.xml"
	sheet, problems := readRows(t, with(parts, main, strings.Replace(body(parts, main), "<sheet ", `<sheet state="veryHidden" `, 1)))
	if len(problems) > 0 || !sheet.Hidden {
		t.Error(problems, sheet.Hidden)
	}
	var got []string
	for i, row := range sheet.Rows {
		for j, c := range row {
			if c.Hidden {
				got = append(got, string(rune('A'+j))+string(rune('1'+i)))
			}
		}
	}
	if want := []string{"B1", "D1", "A2", "B2", "A3"}; !slices.Equal(got, want) {
		t.Errorf("hidden %v, want %v", got, want)
	}
}

// TestRagged: rows and cells without a reference count on; rows between are
// empty, trailing empty ones absent.
func TestRagged(t *testing.T) {
	sheet, _ := readRows(t, workbook1(sheetXML(`<row><c><v>1</v></c><c/><c><v>3</v></c><c/></row><row/><row r="5"><c r="B5"><v>5</v></c></row><row r="9"><c r="A9" s="1"/></row>`, "")))
	var lengths []int
	for _, row := range sheet.Rows {
		lengths = append(lengths, len(row))
	}
	if !slices.Equal(lengths, []int{3, 0, 0, 0, 2}) {
		t.Error(lengths)
	}
	if c := sheet.Rows[0][1]; c.Kind != grid.Empty || c.Pos.Address() != "B1" {
		t.Errorf("%+v", c)
	}
}

// TestDialects reads the same sheet in Strict OOXML, with prefixes, and with a
// byte order mark and a declaration.
func TestDialects(t *testing.T) {
	plain := workbook1(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="B2:C2"/></mergeCells>`))
	edit := func(change func(string) string) []part {
		parts := slices.Clone(plain)
		for i := range parts {
			parts[i].body = change(parts[i].body)
		}
		return parts
	}
	strict := strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
		relSpace, "http://purl.oclc.org/ooxml/officeDocument/relationships")
	prefixed := edit(func(s string) string {
		if !strings.Contains(s, mainSpace) {
			return s
		}
		return strings.NewReplacer("</", "</x:", "<", "<x:", "xmlns=", "xmlns:x=").Replace(s)
	})
	for name, parts := range map[string][]part{
		"plain": plain, "strict": edit(strict.Replace), "prefixed": prefixed,
		"declared": edit(func(s string) string {
			return "\uFEFF<?xml version='1.0' encoding='UTF-8' standalone=\"yes\"?>\r\n<!-- a --><?b c?>" + s + "\n"
		}),
	} {
		t.Run(name, func(t *testing.T) {
			sheet, problems := readRows(t, parts)
			if len(problems) > 0 || len(sheet.Rows) != 2 || sheet.Rows[0][0].Text != "办公室" || sheet.Rows[1][1].Text != "7" || sheet.Rows[1][1].Merge.Col2 != 3 {
				t.Errorf("%+v %v", sheet, problems)
			}
		})
	}
}

// TestPath: positions carry the base name, whatever the system's slash.
func TestPath(t *testing.T) {
	for _, name := range []string{"台账.xlsx", "a/台账.xlsx", `C:\b\台账.xlsx`} {
		book, _, err := Read(name, pack(workbook1(sheetXML(goodRow, ""))), Limits{})
		if err != nil || book.File != "台账.xlsx" || book.Sheets[0].Rows[0][0].Pos.File != "台账.xlsx" {
			t.Error(name, book, err)
		}
	}
}

// TestCharts: a sheet that is no table says what it is.
func TestCharts(t *testing.T) {
	parts := workbook1(sheetXML(goodRow, ""))
	rels, main := "xl/_rels/workbook.xml.rels", "xl/workbook.xml"
	parts = with(parts, rels, strings.Replace(body(parts, rels), "</Relationships>", `<Relationship Id="r4" Type="`+relSpace+`/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`, 1))
	parts = with(parts, main, strings.Replace(body(parts, main), "</sheets>", `<sheet name="图" sheetId="2" r:id="r4"/></sheets>`, 1))
	book, _, err := Read("台账.xlsx", pack(append(parts, part{"xl/chartsheets/sheet1.xml", "<chartsheet/>"})), Limits{})
	if err != nil || len(book.Sheets) != 2 || book.Sheets[1].Other != "图表" || book.Sheets[1].Name != "图" {
		t.Error(book, err)
	}
}

// TestOpener: what excelize refuses, or panics at, is damage, with its reason kept.
func TestOpener(t *testing.T) {
	var damaged *DamagedError
	if _, err := open([]framePart{{"[Content_Types].xml", []byte("<")}}); !errors.As(err, &damaged) || damaged.reason != openerRefused || damaged.Unwrap() == nil {
		t.Error(err)
	}
	f, err := caught(func() (*excelize.File, error) { panic("kaputt") })
	if !errors.As(err, &damaged) || damaged.reason != openerPanic || f != nil || damaged.Unwrap().Error() != "kaputt" {
		t.Error(f, err)
	}
}

// TestCodes: each code once, explained, in this room's range.
func TestCodes(t *testing.T) {
	seen := map[problem.Code]bool{}
	for _, e := range Codes() {
		if seen[e.Code] || e.Code < "L450" || e.Code > "L499" || e.Title == "" || e.Why == "" {
			t.Errorf("%+v", e)
		}
		seen[e.Code] = true
	}
}
