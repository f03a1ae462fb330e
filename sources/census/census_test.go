package census

import (
	"errors"
	"os"
	"strings"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/xlsx"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// made is the workbook that LibreOffice made of rich.xls.
func made(t testing.TB) *grid.Book {
	t.Helper()
	book, _, err := xlsx.Read("台账.xls", read(t, "rich.xlsx"), xlsx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func counts(t testing.TB) map[string]*Census {
	t.Helper()
	xls, err := Excel97(read(t, "rich.xls"))
	if err != nil {
		t.Fatal(err)
	}
	ods, err := OpenDocument(read(t, "rich.ods"))
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*Census{"xls": xls, "ods": ods}
}

// TestCount: both formats hold what the workbook holds, by three readers that
// share nothing.
func TestCount(t *testing.T) {
	book := made(t)
	for format, c := range counts(t) {
		if err := c.Compare(book); err != nil {
			t.Error(format, err)
		}
		if len(c.sheets) != len(book.Sheets) {
			t.Errorf("%s: %d sheets", format, len(c.sheets))
		}
		for i, s := range c.sheets {
			filled := map[[2]int]bool{}
			for r, row := range book.Sheets[i].Rows {
				for k, v := range row {
					own := v.Merge.IsZero() || v.Merge.Row1 == r+1 && v.Merge.Col1 == k+1
					if own && !v.IsBlank() {
						filled[[2]int{r + 1, k + 1}] = true
					}
					if v.Flaw != nil {
						t.Error(format, v.Flaw)
					}
				}
			}
			for _, v := range s.cells {
				delete(filled, [2]int{v.row, v.col})
			}
			if s.name != book.Sheets[i].Name || len(filled) > 0 {
				t.Errorf("%s: %s lacks %v", format, s.name, filled)
			}
		}
	}
}

// TestLost: each cell that is gone or says something else, and each sheet that
// is gone, is an error that names it; a formula's is a flaw.
func TestLost(t *testing.T) {
	for format, c := range counts(t) {
		tried := 0
		for i, s := range c.sheets {
			for _, v := range s.cells {
				for _, change := range []func(*grid.Cell){
					func(c *grid.Cell) { *c = grid.Cell{Pos: c.Pos} },
					func(c *grid.Cell) { c.Raw, c.Text, c.Kind = "变了", "变了", grid.String },
				} {
					if v.kind == other || v.formula && v.kind == number && v.number == 0 {
						continue
					}
					book := made(t)
					cell := &book.Sheets[i].Rows[v.row-1][v.col-1]
					change(cell)
					at, flaw := cell.Pos, cell.Flaw
					err := c.Compare(book)
					var lost *LostError
					switch {
					case v.formula && (err != nil || flaw != nil || cell.Flaw == nil || cell.Flaw.Pos != at):
						t.Errorf("%s: formula %s: %v, %v", format, at, err, cell.Flaw)
					case !v.formula && (!errors.As(err, &lost) || lost.Pos != at):
						t.Errorf("%s: %s: %v", format, at, err)
					}
					tried++
				}
			}
			if s.name == "空" {
				continue
			}
			book := made(t)
			book.Sheets[i].Name += "2"
			var lost *LostError
			if err := c.Compare(book); !errors.As(err, &lost) || lost.Pos.Sheet != s.name {
				t.Errorf("%s: sheet %s: %v", format, s.name, err)
			}
		}
		if tried < 100 {
			t.Errorf("%s: only %d cells tried", format, tried)
		}
	}
}

// TestMergedFlaw: a formula over merged cells is told whichever of them is read.
func TestMergedFlaw(t *testing.T) {
	c := &Census{sheets: []sheet{{name: "表", cells: []cell{{row: 1, col: 1, kind: text, text: "甲", formula: true}}}}}
	book := grid.Parse("f", "# 表\n乙|乙\n乙|乙\n|丙")
	for r := range 2 {
		for k := range 2 {
			book.Sheets[0].Rows[r][k].Merge = grid.Range{Row1: 1, Col1: 1, Row2: 2, Col2: 2}
		}
	}
	if err := c.Compare(book); err != nil {
		t.Fatal(err)
	}
	for r, row := range book.Sheets[0].Rows {
		for k, v := range row {
			if (v.Flaw != nil) != (r < 2) {
				t.Error(r, k, v.Flaw)
			}
		}
	}
}

// TestWords: what is lost is named, with its beginning.
func TestWords(t *testing.T) {
	c := &Census{sheets: []sheet{{name: "表", cells: []cell{{row: 2, col: 3, kind: text, text: strings.Repeat("汉", 50)}}}}}
	var lost *LostError
	if err := c.Compare(grid.Parse("f", "# 表")); !errors.As(err, &lost) {
		t.Fatal(err)
	}
	want := "「表」C2在转换时丢失或变了样（原来是“" + strings.Repeat("汉", 20) + "……”），没有读取"
	if what, next := lost.Words(); what != want || next == "" {
		t.Error(what)
	}
	for _, r := range []Reason{Locked, Old, Damaged, TooMany} {
		what, next := (&Error{Reason: r}).Words()
		if what == "" || next == "" {
			t.Error(r)
		}
	}
}

func wantReason(t *testing.T, name string, err error, want Reason) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Reason != want {
		t.Errorf("%s: %v, want %s", name, err, want)
	}
}
