package recognise_test

import (
	"slices"
	"strings"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// Every row with something in it, from the first header on, is a header, a
// finding, skipped with a reason, or a problem.
func FuzzLedger(f *testing.F) {
	f.Add("序号|具体问题|整改情况\n1|甲。|改了。\n合计|1|\n||二是\n")
	f.Add("某局台账\n填报单位：某局|\n问题类别|序号|反馈的具体问题|整改措施\n（一）甲|||\n|1|乙|丙\n填表说明：\n")
	f.Add("序号|问题描述|责任||整改时限\n||领导|部门|\n1|甲|乙|丙|2023年6月底前，长期坚持\n")
	f.Add("序号|具体问题|整改措施|整改情况\n1|甲|1.乙|丙\n||2.丁|戊\n1|甲|3.己|\n||1.庚|\n")
	f.Add("一、甲方面\n序号|具体问题|整改情况||状态|数量\n1|甲|乙||是|1\n\n二、乙方面\n序号|具体问题|整改情况\n2|丙|丁\n\n完成情况|条数\n是|2\n")
	f.Add("序号|1|2\n具体问题|甲|乙\n整改情况|丙|丁\n")
	f.Fuzz(func(t *testing.T, text string) {
		book := grid.Parse("台账.xlsx", "# 台账\n"+strings.ReplaceAll(text, "# ", ""))
		l, problems := recognise.Ledger(book, nil)
		if len(l.Tables) == 0 {
			if problems.Err() == nil {
				t.Fatal("no table and no error")
			}
			return
		}
		known := map[int]bool{}
		for row := range l.Tables[0].HeaderRows[0] {
			known[row] = true
		}
		for _, table := range l.Tables {
			for row := table.HeaderRows[0]; row <= table.HeaderRows[1]; row++ {
				known[row] = true
			}
		}
		for _, at := range places(l, problems) {
			known[at.Row] = true
		}
		for i, row := range book.Sheets[0].Rows {
			for _, c := range row {
				if ledger.Trim(c.Text) != "" && !known[i+1] {
					t.Fatalf("row %d, %q, is lost", i+1, c.Text)
				}
			}
		}
	})
}

func places(l *ledger.Ledger, problems problem.List) []problem.Pos {
	var out []problem.Pos
	for _, f := range l.Findings {
		for m := range f.Rows() {
			out = append(out, m.Pos)
		}
	}
	for _, s := range slices.Concat(l.Heads, l.Skipped) {
		for row := s.Pos.Row; row <= max(s.Pos.Row, s.Last); row++ {
			out = append(out, problem.Pos{Row: row})
		}
	}
	for _, p := range problems {
		out = append(out, p.Pos)
	}
	return out
}
