package recognise

import (
	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// marks warns of what is hidden or struck out in a finding's row, and of what the
// notice prints as words and is none. Columns that are hidden as a whole are
// reported once, by hiddenColumns.
func (t *table) marks(r *row) {
	hidden, struck := 0, []*grid.Cell{}
	for i, c := range r.values {
		if c == nil {
			continue
		}
		if c.Hidden && !t.columnHidden(t.cols[i]) {
			hidden++
		}
		if c.Struck {
			struck = append(struck, c)
		}
		t.wordless(c, t.fields[i])
	}
	if hidden > 0 {
		t.report(hiddenPlace, t.sheet.pos(r.n, 0), "这一行是隐藏的，仍然读入，会印进通报", "要公布的，取消隐藏；不要的，删去这一行")
	}
	if len(struck) == r.count && r.count > 0 {
		t.report(struckOut, t.sheet.pos(r.n, 0), "整行划了删除线，仍然读入，会印进通报", "不要的删去这一行；要的去掉删除线")
		return
	}
	for _, c := range struck {
		t.report(struckOut, c.Pos, "划了删除线的“"+brief(c.Text)+"”仍然读入", "不要的删去文字；要的去掉删除线")
	}
}

// wordless warns of a number, a date or TRUE where the notice prints words.
func (t *table) wordless(c *grid.Cell, field ledger.Field) {
	if field.Printed() && (c.Kind == grid.Number || c.Kind == grid.Date || c.Kind == grid.Bool) {
		t.report(noWords, c.Pos, "「"+t.headingOf(field)+"」里只有“"+brief(c.Text)+"”，不是文字，会照样印出", "核对这一格；该写文字的改写成文字")
	}
}

// columnHidden reports whether a column is hidden: its heading is, though the
// header's row is not.
func (t *table) columnHidden(col int) bool {
	if !t.sheet.at(t.header.bottom, col).Hidden {
		return false
	}
	for _, c := range t.header.columns {
		if !t.sheet.at(t.header.bottom, c.col).Hidden && !c.cell.IsBlank() {
			return true
		}
	}
	return false
}

func (t *table) hiddenColumns() {
	for i, field := range t.fields {
		if col := t.cols[i]; t.findings > 0 && t.columnHidden(col) {
			t.report(hiddenPlace, t.sheet.pos(t.header.bottom, col), "「"+t.headingOf(field)+"」这一列是隐藏的，仍然读入", "核对这一列的内容，再取消隐藏")
		}
	}
}

func (r *reader) hiddenSheet(s sheet) {
	if s.Hidden {
		r.report(hiddenPlace, problem.Pos{File: s.file, Sheet: s.Name}, "这张台账是隐藏的工作表，仍然读入，会印进通报", "要公布的，取消隐藏；不要的，删去这张工作表")
	}
}

// remember keeps the first words in each column that is not read.
func (t *table) remember(r *row) {
	for _, c := range r.own {
		if from, to := t.over(c); to > from || t.isTick(c.Pos.Col) {
			continue
		}
		if _, seen := t.strays[c.Pos.Col]; !seen {
			t.strays[c.Pos.Col] = c
		}
	}
}
