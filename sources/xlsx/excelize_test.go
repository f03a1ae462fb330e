package xlsx

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/grid"
)

const fixture = "天元区文旅广体局巡察整改台账.xlsx"

func fixtureData(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../../testdata/" + fixture)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// agree holds our one reader of sheets against excelize, cell by cell: stored
// values, merged ranges, order and visibility of sheets.
func agree(t *testing.T, data []byte) {
	t.Helper()
	book, _, err := Read("a.xlsx", data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	names := f.GetSheetList()
	if len(names) != len(book.Sheets) {
		t.Fatalf("%d sheets, want %d", len(book.Sheets), len(names))
	}
	for i, name := range names {
		s := &book.Sheets[i]
		if visible, _ := f.GetSheetVisible(name); s.Name != name || s.Hidden == visible {
			t.Errorf("sheet %q hidden %v, want %q %v", s.Name, s.Hidden, name, !visible)
		}
		agreeRows(t, f, s)
		agreeMerges(t, f, s)
	}
}

func agreeRows(t *testing.T, f *excelize.File, s *grid.Sheet) {
	rows, err := f.GetRows(s.Name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for r := range max(len(rows), len(s.Rows)) {
		width := 0
		if r < len(rows) {
			width = len(rows[r])
		}
		if r < len(s.Rows) {
			width = max(width, len(s.Rows[r]))
		}
		for c := range width {
			got, want := s.At("a.xlsx", r+1, c+1), ""
			if r < len(rows) && c < len(rows[r]) {
				want = rows[r][c]
			}
			if !got.Merge.IsZero() && (got.Merge.Row1 != r+1 || got.Merge.Col1 != c+1) {
				continue // a child repeats the first cell
			}
			if got.Raw != want {
				t.Errorf("%s row %d column %d: %q, excelize has %q", s.Name, r+1, c+1, got.Raw, want)
			}
		}
	}
}

func agreeMerges(t *testing.T, f *excelize.File, s *grid.Sheet) {
	merges, err := f.GetMergeCells(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range merges {
		row, col, _ := parseRef(m.GetStartAxis())
		row2, col2, _ := parseRef(m.GetEndAxis())
		want := grid.Range{Row1: row, Col1: col, Row2: row2, Col2: col2}
		for _, at := range [][2]int{{row, col}, {row2, col2}} {
			got := s.At("a.xlsx", at[0], at[1])
			if used := at[0] <= len(s.Rows); used && got.Merge != want && s.At("a.xlsx", row, col).Raw != "" {
				t.Errorf("%s %v: merge %v, want %v", s.Name, at, got.Merge, want)
			}
		}
	}
}

func TestAgainstExcelize(t *testing.T) {
	t.Run("fixture", func(t *testing.T) { agree(t, fixtureData(t)) })
	t.Run("generated", func(t *testing.T) { agree(t, ledgerBook(100)) })
	t.Run("written by excelize", func(t *testing.T) { agree(t, byExcelize(t)) })
}

// byExcelize is a workbook with each kind of value excelize writes.
func byExcelize(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("字典"); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		f.SetSheetRow("Sheet1", "B2", &[]any{"文字", 1, 2.5, true, false, "<&>\"'", "a\nb", " 前后 ", "_x000D_", ""}),
		f.SetSheetRow("字典", "A1", &[]any{"已完成", nil, "正在整改"}),
		f.SetCellRichText("Sheet1", "A4", []excelize.RichTextRun{{Text: "办"}, {Text: "公室", Font: &excelize.Font{Bold: true}}}),
		f.SetCellValue("Sheet1", "D4", 45085), f.SetCellStyle("Sheet1", "D4", "D4", date),
		f.MergeCell("Sheet1", "A4", "B6"), f.SetSheetVisible("字典", false),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestFixture: every cell that expected.json names shows what it says.
func TestFixture(t *testing.T) {
	book, problems, err := Read(fixture, fixtureData(t), Limits{})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	data, err := os.ReadFile("../../testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	type shown struct {
		Raw       any // a number if the cell holds one
		Type, ISO string
	}
	var want struct {
		Findings []struct {
			Cells              map[string]string
			Group, Problem     shown
			Started, Completed shown
			Deadline           shown
		}
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	dates := 0
	for _, f := range want.Findings {
		for field, w := range map[string]shown{"group": f.Group, "problem": f.Problem, "started": f.Started, "completed": f.Completed, "deadline": f.Deadline} {
			sheet, ref, _ := strings.Cut(f.Cells[field], "!")
			row, col, _ := parseRef(ref)
			got := book.Sheet(sheet).At(fixture, row, col)
			if raw := asShown(w.Raw); got.Text != raw || got.Pos.Address() != ref {
				t.Errorf("%s: %q, want %q", f.Cells[field], got.Text, raw)
			}
			if isDate := got.Kind == grid.Date; isDate != (w.Type == "date" && field != "deadline") || isDate && got.Time.Format("2006-01-02") != w.ISO {
				t.Errorf("%s: kind %v, %v, want %+v", ref, got.Kind, got.Time, w)
			}
			if got.Kind == grid.Date {
				dates++
			}
		}
	}
	if len(want.Findings) != 40 || dates == 0 {
		t.Errorf("%d findings, %d dates", len(want.Findings), dates)
	}
}

// asShown is a raw value of expected.json as text.
func asShown(raw any) string {
	switch raw := raw.(type) {
	case float64:
		return general(raw)
	case string:
		return raw
	}
	return ""
}
