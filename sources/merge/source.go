package merge

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf16"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// place is where f stands: 一支部.xlsx「整改台账」第5行, of several rows 第5—7行.
func place(f *ledger.Finding) string {
	s := f.Pos.String()
	if n := len(f.Further); n > 0 {
		s = strings.TrimSuffix(s, "行") + fmt.Sprintf("—%d行", f.Further[n-1].Pos.Row)
	}
	return s
}

// source is place with what f loses: its number, the one typed before its text, and
// the source it had.
func source(f *ledger.Finding) string {
	var was []string
	if !f.No.IsEmpty() {
		was = append(was, "原序号 "+f.No.Text)
	}
	if f.Text.Typed != "" && f.Text.Text == words(f.Text) {
		was = append(was, "原编号 "+f.Text.Typed)
	}
	if !f.Source.IsEmpty() {
		was = append(was, "原来源 "+f.Source.Text)
	}
	if len(was) == 0 {
		return place(f)
	}
	return place(f) + "（" + strings.Join(was, "，") + "）"
}

// source is every place of e, a line each, and what it contradicts.
func (e *entry) source() string {
	lines := e.sources
	if len(e.against) > 0 {
		lines = append(lines[:len(lines):len(lines)], "【和 "+strings.Join(e.against, "、")+" 写得不一样】")
	}
	return strings.Join(lines, "\n")
}

// again warns of a ledger that was merged from another one of list: what stands in
// both is joined, but what was changed since is not.
func (j *joiner) again(list []*ledger.Ledger) {
	for _, l := range list {
		for _, other := range list {
			if c := mergedFrom(l, other); c != nil {
				j.report(mergedAgain, c.Pos, "这份台账里有从 "+other.File+" 合并来的问题，"+other.File+" 也在这次合并之列",
					"只合并原来的各份，或者只用合并过的这一份")
			}
		}
	}
}

// mergedFrom is the first 来源 in l that names other's file.
func mergedFrom(l, other *ledger.Ledger) *ledger.Cell {
	for i := range l.Findings {
		if c := &l.Findings[i].Source; l != other && ledger.IsFrom(c.Text, path.Base(other.File)) {
			return c
		}
	}
	return nil
}

// columns warns of what stands in columns that were not read.
func (j *joiner) columns(list []*ledger.Ledger) {
	for _, l := range list {
		for _, t := range l.Tables {
			for _, c := range t.Unread {
				j.report(leftOut, c.Pos, "「"+brief(c.Text)+"」这一栏没有合并，里面的内容不在汇总里",
					"要合并的，把栏名改成模板里的，或"+ledger.HowTo("栏目对应", brief(c.Text)+"：对应的项目")+"（内部口径的栏不行）；不要的不用管")
			}
		}
	}
}

// What one sheet takes.
const (
	mostChars = 32767   // of a cell, in UTF-16
	mostRows  = 1 << 20 // with those above the findings
	rowsAbove = 10
)

// bounds reports what does not fit the workbook.
func (j *joiner) bounds() {
	rows := 0
	for i := range j.result.Findings {
		f := &j.result.Findings[i]
		rows += 1 + len(f.Further)
		for _, x := range ledger.Fields() {
			tooLong(j, f.Cell(x), f.Pos)
		}
		for k := range f.Further {
			for _, x := range ledger.Fields() {
				tooLong(j, f.Further[k].Cell(x), f.Further[k].Pos)
			}
		}
	}
	if rows > mostRows-rowsAbove {
		j.report(tooMuch, problem.Pos{}, fmt.Sprintf("合并后有 %d 行，超过一张工作表的 %d 行", rows, mostRows), "分成几份汇总")
	}
}

// tooLong reports a cell that is too long, or at its row if it has no place.
func tooLong(j *joiner, c *ledger.Cell, row problem.Pos) {
	if c == nil || len(c.Text) <= mostChars { // bytes are no fewer
		return
	}
	if n := len(utf16.Encode([]rune(c.Text))); n > mostChars {
		where := c.Pos
		if where == (problem.Pos{}) {
			where = row
		}
		j.report(tooMuch, where, fmt.Sprintf("这一格有 %d 字，超过一格能写的 %d 字", n, mostChars), "把内容移一部分到附件，或分成几格")
	}
}
