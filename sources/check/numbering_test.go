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
