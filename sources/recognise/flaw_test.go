package recognise_test

import (
	"slices"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// No cell that the notice prints is read past its flaw: each one of the fixture's,
// made a formula without a result or given a forbidden character, is an error,
// told once. In cells that nobody reads a flaw is none.
func TestFlawsOfFixture(t *testing.T) {
	book, l := readFixture(t)
	read := map[problem.Pos]bool{}
	for _, c := range printed(l) {
		if c.Pos.Col > 0 {
			read[c.Pos] = true
		}
	}
	if len(read) < 112 {
		t.Fatalf("only %d cells are printed", len(read))
	}
	for at := range read {
		for _, text := range []string{"", "文字"} {
			flawed(book, at, text, func() {
				if n := count(book, at); n != 1 {
					t.Errorf("%v with %q: told %d times", at, text, n)
				}
			})
		}
	}
	unread := problem.Pos{File: book.File, Sheet: "整改台账", Row: 47, Col: 1} // 填表说明
	flawed(book, unread, "填表说明：", func() {
		if n := count(book, unread); n != 0 {
			t.Errorf("told %d times of a cell that is not read", n)
		}
	})
}

func printed(l *ledger.Ledger) []ledger.Cell {
	in := l.Info
	out := slices.Concat([]ledger.Cell{in.Title, in.Issuer, in.Signature, in.Date.Cell}, in.Preamble, in.Contact)
	for _, p := range in.Parts {
		out = append(append(out, p.Heading), p.Paragraphs...)
	}
	for i := range l.Findings {
		for _, field := range ledger.Fields() {
			if field.Printed() {
				out = append(out, *l.Findings[i].Cell(field))
			}
		}
	}
	return out
}

// flawed calls try while the cell at at, and all that are merged with it, have a
// flaw.
func flawed(b *grid.Book, at problem.Pos, text string, try func()) {
	rows := b.Sheet(at.Sheet).Rows
	old := map[*grid.Cell]grid.Cell{}
	for _, row := range rows {
		for i := range row {
			if c := &row[i]; c.Pos == at {
				old[c] = *c
				c.Text, c.Flaw = text, &problem.Problem{Code: "L450", Severity: problem.Error, Pos: at}
				if text == "" {
					c.Kind = grid.Fault
				}
			}
		}
	}
	try()
	for c, was := range old {
		*c = was
	}
}

// count is how often the flaw at at is told.
func count(b *grid.Book, at problem.Pos) (n int) {
	var in ledger.Info
	problems := info.FromBook(&in, b)
	_, more := recognise.Ledger(b, &in)
	for _, p := range append(problems, more...) {
		if p.Code == "L450" && p.Pos == at {
			n++
		}
	}
	return n
}

// A sheet that is no table of cells is said, hidden or not; it is no error.
func TestOtherSheets(t *testing.T) {
	book := grid.Parse("台账.xlsx", "# 台账\n问题类别|序号|反馈的具体问题|整改情况|完成情况|整改时限\n甲|1|乙|丙|已完成|2023年6月底前")
	book.Sheets = append(book.Sheets, grid.Sheet{Name: "图1", Other: "图表"}, grid.Sheet{Name: "宏1", Other: "宏", Hidden: true})
	l, problems := recognise.Ledger(book, nil)
	want := []ledger.Skip{
		{Pos: problem.Pos{File: "台账.xlsx", Sheet: "图1"}, Reason: "是图表，不是表格，没有读取"},
		{Pos: problem.Pos{File: "台账.xlsx", Sheet: "宏1"}, Reason: "是宏，不是表格，没有读取"},
	}
	if !slices.Equal(l.Skipped, want) || problems.Err() != nil || len(l.Findings) != 1 {
		t.Error(l.Skipped, problems)
	}
}
