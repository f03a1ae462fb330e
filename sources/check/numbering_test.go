package check

import (
	"testing"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// Rows without a 问题类别, as from a sheet that lacks the column, are no block.
func TestBlocksSkipEmptyCells(t *testing.T) {
	l := &ledger.Ledger{}
	for i, group := range []string{"", "政治方面", ""} {
		f := ledger.Finding{Pos: problem.Pos{Row: i + 2}}
		f.Group.Text = group
		l.Findings = append(l.Findings, f)
	}
	for _, p := range Ledger(l) {
		if p.Code == "L434" {
			t.Error(p)
		}
	}
}

// A number merged over two rows is told at the second of them.
func TestMergedNumber(t *testing.T) {
	at := func(row, col int) problem.Pos { return problem.Pos{Sheet: "整改台账", Row: row, Col: col} }
	l := &ledger.Ledger{}
	for row := 2; row <= 3; row++ {
		l.Findings = append(l.Findings, ledger.Finding{Pos: at(row, 0), No: ledger.Cell{Pos: at(2, 3), Text: "1"}})
	}
	for _, p := range Ledger(l) {
		if p.Code == "L431" {
			if got, want := p.Pos.String()+p.Message, "「整改台账」C3「序号」和上面的行合并成一格（C2），“1”成了两条的序号"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			return
		}
	}
	t.Error("nothing reported")
}
