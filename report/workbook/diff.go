package workbook

import (
	"fmt"
	"io"
	"time"

	"tongbao/sources/compare"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A Diff says what happened between two versions of a ledger.
type Diff struct {
	*compare.Result
	OldFile, NewFile string    // as people know them
	Today, Since     time.Time // the day that deadlines are held against; the old ledger's, zero if not known
	Late             []compare.Late
	Notes            []string // what was not compared, and the like, a sentence each
}

// The sheets of a diff.
const (
	diffTotals  = "概况"
	diffChanges = "变化"
	diffLate    = "逾期"
	diffSame    = "没有变化"
)

// WriteDiff writes d as a workbook to w, the same bytes for the same d: each finding
// of both ledgers stands in 变化 or in 没有变化. An error means that w holds no usable
// file.
func WriteDiff(w io.Writer, d Diff) error {
	b := &diffBook{book: newBook(diffTotals, diffChanges, diffLate, diffSame), Diff: d}
	defer b.Close()
	b.totals()
	b.changes()
	b.late()
	b.same()
	return b.write(w, packaging{title: "台账对比", category: "对比", fixed: func(sheet string, row int) bool {
		return sheet == diffTotals || row <= listHeader
	}})
}

// A diffBook is the workbook of one [Diff] being made.
type diffBook struct {
	*book
	Diff
}

// totalWidths are the widths of 类型, 条数 and 说明, in characters.
var totalWidths = [...]float64{20, 10, 78}

// totals makes 概况.
func (b *diffBook) totals() {
	for i, width := range totalWidths {
		b.do(b.SetColWidth(diffTotals, letters(i+1), letters(i+1), width))
	}
	b.put(diffTotals, 1, 1, "台账对比", b.title())
	b.do(b.SetRowHeight(diffTotals, 1, 30))
	row := 2
	for _, line := range [][2]string{{"旧台账", b.OldFile}, {"新台账", b.NewFile}, {"逾期按哪一天算", longDay(b.Today)}, {"旧台账是哪一天的", longDay(b.Since)}} {
		row = b.total(row, line[0], "", line[1])
	}
	row++
	for i, name := range []string{"类型", "数目", "说明"} {
		b.put(diffTotals, i+1, row, name, b.heading(requiredFill))
	}
	row++
	for _, k := range compare.Kinds() {
		count := fmt.Sprintf("%d 条", b.Count(k))
		if k == compare.Doubtful {
			count = fmt.Sprintf("%d 组", b.Count(k))
		}
		row = b.total(row, k.String(), count, k.Meaning())
	}
	row = b.total(row, "逾期", fmt.Sprintf("%d 条", len(b.Late)), "新台账里过了整改时限还没有完成的，和上面各类交叉")
	for _, note := range b.Notes {
		row = b.total(row, "说明", "", note)
	}
	b.page(diffTotals, "landscape")
}

// total writes one row of 概况 and returns the next.
func (b *diffBook) total(row int, name, count, words string) int {
	for i, text := range []string{name, count, words} {
		b.put(diffTotals, i+1, row, text, b.words(""))
	}
	b.do(b.SetRowHeight(diffTotals, row, height([]string{name, count, words}, totalWidths[:])))
	return row + 1
}

func longDay(t time.Time) string {
	if t.IsZero() {
		return "没有写明"
	}
	return fmt.Sprintf("%d年%d月%d日", t.Year(), int(t.Month()), t.Day())
}

// changes makes 变化: a row for each cell that differs, and for each finding that is
// in one ledger only or cannot be told apart.
func (b *diffBook) changes() {
	l := b.list(diffChanges, "变化", "一行一处改动；按“类型”筛选，可以只看一类。移动、改号的只列序号、问题类别、主要问题。", []listColumn{
		{"类型", 15, true}, {"旧序号", 7, true}, {"新序号", 7, true}, {"问题类别", 18, false}, {"反馈的具体问题", 30, false}, {"栏目", 12, true},
		{"原来", 34, false}, {"现在", 34, false}, {"旧台账里", 18, true}, {"新台账里", 18, true}, {"怎样对上", 16, false},
	})
	for _, k := range compare.Kinds() {
		switch k {
		case compare.Same:
		case compare.Removed:
			for _, f := range b.Removed {
				l.row(diffColour(k), k.String(), f.No.Text, "", groupOf(f), f.Text.Text, "（整条）", f.State().String(), "", at(f.Pos), "", "")
			}
		case compare.Added:
			for _, f := range b.Added {
				l.row(diffColour(k), k.String(), "", f.No.Text, groupOf(f), f.Text.Text, "（整条）", "", f.State().String(), "", at(f.Pos), "")
			}
		case compare.Doubtful:
			b.doubts(l)
		default:
			for _, p := range b.Of(k) {
				b.pair(l, k, p)
			}
		}
	}
	l.end()
}

// pair writes a row for each change of p.
func (b *diffBook) pair(l *listing, k compare.Kind, p *compare.Pair) {
	for _, c := range p.Changes {
		field := string(c.Field)
		switch c.Row {
		case compare.RowAdded:
			field += "\n（新增的一行）"
		case compare.RowRemoved:
			field += "\n（删去的一行）"
		}
		l.row(diffColour(k), k.String(), p.Old.No.Text, p.New.No.Text, groupOf(p.New), p.New.Text.Text, field,
			c.Old.Text, c.New.Text, at(c.Old.Pos), at(c.New.Pos), p.Words())
	}
}

func (b *diffBook) doubts(l *listing) {
	for i, d := range b.Doubts {
		how := fmt.Sprintf("第 %d 组：%s", i+1, d.Words())
		for _, f := range d.Old {
			l.row(purple, compare.Doubtful.String(), f.No.Text, "", groupOf(f), f.Text.Text, "（整条）", f.State().String(), "", at(f.Pos), "", how)
		}
		for _, f := range d.New {
			l.row(purple, compare.Doubtful.String(), "", f.No.Text, groupOf(f), f.Text.Text, "（整条）", "", f.State().String(), "", at(f.Pos), how)
		}
	}
}

// groupOf is a finding's 问题类别 as far as it takes to know it.
func groupOf(f *ledger.Finding) string { return ledger.Brief(f.Group.Text, 14) }

// diffColour is the colour of what must be looked into.
func diffColour(k compare.Kind) string {
	switch k {
	case compare.Reopened:
		return red
	case compare.Removed:
		return orange
	}
	return ""
}

// at is a place in a ledger whose name is said elsewhere; "" for none.
func at(p problem.Pos) string {
	p.File = ""
	return p.String()
}

// late makes 逾期.
func (b *diffBook) late() {
	note := "新台账里过了整改时限还没有完成的，按 " + longDay(b.Today) + " 算。"
	if b.Since.IsZero() {
		note += "旧台账没有写填报时间，分不出哪些是新逾期的。"
	}
	l := b.list(diffLate, "逾期", note, []listColumn{
		{"新逾期", 8, true}, {"序号", 7, true}, {"问题类别", 18, false}, {"反馈的具体问题", 40, false}, {"整改时限", 16, true},
		{"完成情况", 12, true}, {"责任领导", 14, false}, {"责任部门", 18, false}, {"新台账里", 18, true},
	})
	for _, x := range b.Late {
		fresh, colour := "", ""
		if x.Fresh {
			fresh, colour = "是", orange
		}
		for m := range x.Rows() {
			if m.Overdue(b.Today) {
				l.row(colour, fresh, x.No.Text, groupOf(x.Finding), x.Text.Text, m.Deadline.Text, m.Status.Text, m.Leader.Text, m.Department.Text, at(m.Pos))
			}
		}
	}
	l.end()
}

// same makes 没有变化.
func (b *diffBook) same() {
	l := b.list(diffSame, "没有变化", compare.Same.Meaning()+"。", []listColumn{
		{"序号", 7, true}, {"问题类别", 26, false}, {"主要问题", 26, false}, {"反馈的具体问题", 44, false}, {"完成情况", 12, true}, {"旧台账里", 18, true}, {"新台账里", 18, true},
	})
	for _, p := range b.Of(compare.Same) {
		f := p.New
		l.row("", f.No.Text, groupOf(f), ledger.Brief(f.Problem.Text, 20), f.Text.Text, f.State().String(), at(p.Old.Pos), at(f.Pos))
	}
	l.end()
}
