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
// finding, skipped with a reason, or a problem; however cells are merged, nothing
// panics, and what is explained is what was read.
func FuzzLedger(f *testing.F) {
	for text, merges := range map[string]string{
		"序号|具体问题|整改情况\n1|甲。|改了。\n合计|1|\n||二是\n":                                                  "",
		"某局台账\n填报单位：某局|\n问题类别|序号|反馈的具体问题|整改措施\n（一）甲|||\n|1|乙|丙\n填表说明：\n":                         "\x00\x00\x00\x03",
		"序号|问题描述|责任||整改时限\n||领导|部门|\n1|甲|乙|丙|2023年6月底前，长期坚持\n":                                   "\x00\x02\x00\x01\x00\x00\x01\x00",
		"序号|具体问题|整改措施|整改情况\n1|甲|1.乙|丙\n||2.丁|戊\n1|甲|3.己|\n||1.庚|\n":                              "\x01\x00\x01\x00\x01\x01\x01\x00",
		"一、甲方面\n序号|具体问题|整改情况||状态|数量\n1|甲|乙||是|1\n\n二、乙方面\n序号|具体问题|整改情况\n2|丙|丁\n\n完成情况|条数\n是|2\n": "",
		"序号|1|2\n具体问题|甲|乙\n整改情况|丙|丁\n":                                                           "",
		"序号|具体问题|整改情况|完成情况||\n|||已完成|正在整改\n1|甲|改|√|\n2|乙|同上||√\n局长（签字）：\n":                       "\x00\x03\x00\x01",
	} {
		f.Add(text, []byte(merges))
	}
	f.Fuzz(func(t *testing.T, text string, merges []byte) {
		book := grid.Parse("台账.xlsx", "# 台账\n"+strings.ReplaceAll(text, "# ", ""))
		for ; len(merges) >= 4; merges = merges[4:] {
			merge(book, grid.Range{Row1: int(merges[0]) + 1, Col1: int(merges[1]) + 1, Row2: int(merges[0]) + int(merges[2]) + 1, Col2: int(merges[1]) + int(merges[3]) + 1})
		}
		l, problems := recognise.Ledger(book, nil)
		explained := recognise.Explain(book, nil)
		if len(explained) != 1 || len(explained[0].Tables) != len(l.Tables) {
			t.Fatalf("%d tables, explained %v", len(l.Tables), explained)
		}
		if len(l.Tables) == 0 {
			if problems.Err() == nil {
				t.Fatal("no table and no error")
			}
			return
		}
		lost(t, book, l, problems)
	})
}

// merge merges cells that are there and are not merged yet.
func merge(b *grid.Book, r grid.Range) {
	s := &b.Sheets[0]
	for row := r.Row1; row <= r.Row2; row++ {
		if row > len(s.Rows) || r.Col2 > len(s.Rows[row-1]) {
			return
		}
		for col := r.Col1; col <= r.Col2; col++ {
			if !s.Rows[row-1][col-1].Merge.IsZero() {
				return
			}
		}
	}
	first := s.Rows[r.Row1-1][r.Col1-1]
	first.Merge = r
	for row := r.Row1; row <= r.Row2; row++ {
		for col := r.Col1; col <= r.Col2; col++ {
			s.Rows[row-1][col-1] = first
		}
	}
}

// lost fails if a row in which something is written is nowhere.
func lost(t *testing.T, book *grid.Book, l *ledger.Ledger, problems problem.List) {
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
		for j, c := range row {
			if ledger.Trim(c.Text) != "" && c.Pos.Row == i+1 && c.Pos.Col == j+1 && !known[i+1] {
				t.Fatalf("row %d, %q, is lost", i+1, c.Text)
			}
		}
	}
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
