package notice

import (
	"testing"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// TestSeamsOnce: a cell that several findings share is warned of once.
func TestSeamsOnce(t *testing.T) {
	shared := ledger.NewCell(problem.Pos{File: "台账.xlsx", Sheet: "台账", Row: 2, Col: 4}, "制定计划\n开展学习")
	l := &ledger.Ledger{Findings: make([]ledger.Finding, 2)}
	for i := range l.Findings {
		l.Findings[i].Rectification = shared
	}
	l.Info.Parts = []ledger.Part{{Findings: true}}
	_, _, problems := Build(l, Options{})
	if len(problems) != 1 || problems[0].Code != unmarkedSeam.Code || problems[0].Pos != shared.Pos {
		t.Error(problems)
	}
}
