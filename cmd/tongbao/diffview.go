package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tongbao/report/workbook"
	"tongbao/sources/compare"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// mostShown is how many findings of one kind the screen shows; what must be looked
// into is shown whole.
const mostShown = 50

// compared shows what happened, the gravest first.
func (u *ui) compared(c *comparison) error {
	if u.json {
		return u.writeJSON(c.run())
	}
	u.result("旧 %s（%d 条） → 新 %s（%d 条）", c.old.file, len(c.Old.Findings), c.new.file, len(c.New.Findings))
	for _, note := range c.notes() {
		u.result("%s", note)
	}
	for _, k := range compare.Kinds() {
		if n := c.Count(k); n > 0 && k != compare.Same {
			u.result("\n【%s】%d %s：%s", k, n, unit(k), k.Meaning())
			u.kind(c, k)
		}
	}
	u.late(c)
	u.result("\n%s", tally(c))
	for _, o := range c.outputs {
		u.result("%s %s", wrote(o), o.Path)
	}
	return nil
}

func wrote(o outputJSON) string {
	if o.Replaced {
		return "已更新"
	}
	return "已生成"
}

func unit(k compare.Kind) string {
	if k == compare.Doubtful {
		return "组"
	}
	return "条"
}

// notes is what the comparison rests on, a sentence each.
func (c *comparison) notes() (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if a, b := c.Old.Info.FilledOn, c.New.Info.FilledOn; a.Precision == ledger.Day && b.Precision == ledger.Day && a.Time.After(b.Time) {
		say("旧台账的填报时间（%s）晚于新台账的（%s），两份是不是写反了？先写旧的，后写新的", a.Text, b.Text)
	}
	for _, x := range c.Columns {
		if x.InNew {
			say("新台账多了「%s」一栏，%d 条有内容，没有逐条比较", x.Field, x.Filled)
		} else {
			say("新台账没有「%s」一栏，旧台账里 %d 条有内容，没有逐条比较", x.Field, x.Filled)
		}
	}
	for _, v := range []*side{c.old, c.new} {
		for _, t := range v.ledger.Tables {
			for _, cell := range t.Unread {
				say("%s台账的「%s」没有读入（%s），没有比较", v.word, ledger.Brief(cell.Text, 12), v.at(cell.Pos))
			}
		}
		if n := v.faults(); n > 0 {
			say("%s台账有 %d 处错误（tongbao check 逐处说明），照现在的内容比较", v.word, n)
		}
	}
	return out
}

// workbook is c as it is saved.
func (c *comparison) workbook() workbook.Diff {
	return workbook.Diff{Result: c.Result, OldFile: c.old.name, NewFile: c.new.name, Today: c.today, Since: c.since, Late: c.late, Notes: c.notes()}
}

// kind shows the findings of one kind.
func (u *ui) kind(c *comparison, k compare.Kind) {
	most := mostShown
	switch k {
	case compare.Removed:
		for _, f := range c.Removed {
			u.result("  %s（%s）", title(f), c.old.at(f.Pos))
		}
	case compare.Doubtful:
		for i, d := range c.Doubts {
			u.doubt(c, i+1, d)
		}
	case compare.Added:
		for _, f := range c.Added[:min(len(c.Added), most)] {
			u.result("  %s（%s）%s", title(f), c.new.at(f.Pos), f.State())
		}
		u.cut(len(c.Added))
	case compare.Moved:
		u.moved(c)
	default:
		list := c.Of(k)
		if k == compare.Reopened {
			most = len(list)
		}
		for _, p := range list[:min(len(list), most)] {
			u.pair(c, p)
		}
		if most < len(list) {
			u.cut(len(list))
		}
	}
}

// cut says that not all of n are shown.
func (u *ui) cut(n int) {
	if n > mostShown {
		u.result("  ……还有 %d 条，用 -o 对比.xlsx 看全部", n-mostShown)
	}
}

// pair shows one finding in two versions and its changes.
func (u *ui) pair(c *comparison, p *compare.Pair) {
	how := ""
	if words := p.Words(); words != "" {
		how = "，" + words
	}
	u.result("  %s（%s%s）", title(p.New), fromTo(c.old.at(p.Old.Pos), c.new.at(p.New.Pos)), how)
	for _, ch := range p.Changes {
		u.result("      %s", c.change(ch))
	}
}

// fromTo is a place in both ledgers.
func fromTo(before, after string) string {
	if before == after {
		return before
	}
	return "旧 " + before + " → 新 " + after
}

// change is one cell that differs, with both places.
func (c *comparison) change(ch compare.Change) string {
	before, after := ledger.Excerpts(ch.Old.Text, ch.New.Text)
	s := string(ch.Field) + "：" + before + " → " + after
	switch ch.Row {
	case compare.RowAdded:
		return s + "（新增的一行，" + c.new.at(ch.New.Pos) + "）"
	case compare.RowRemoved:
		return s + "（删去的一行，旧 " + c.old.at(ch.Old.Pos) + "）"
	}
	return s + "（" + fromTo(c.old.at(ch.Old.Pos), c.new.at(ch.New.Pos)) + "）"
}

func (u *ui) doubt(c *comparison, n int, d compare.Doubt) {
	u.result("  第 %d 组：%s", n, d.Words())
	for _, f := range d.Old {
		u.result("      旧 %s（%s）", title(f), c.old.at(f.Pos))
	}
	for _, f := range d.New {
		u.result("      新 %s（%s）", title(f), c.new.at(f.Pos))
	}
}

// moved sums up the findings that only stand elsewhere: those that a row put in or
// taken out has moved are one line.
func (u *ui) moved(c *comparison) {
	list, shown := c.Of(compare.Moved), 0
	for from := 0; from < len(list); {
		to := from + 1
		for by, ok := renumbered(list[from]); ok && to < len(list); to++ {
			if next, also := renumbered(list[to]); !also || next != by {
				break
			}
		}
		if shown++; shown > mostShown {
			u.result("  ……还有 %d 条，用 -o 对比.xlsx 看全部", len(list)-from)
			return
		}
		if first, last := list[from], list[to-1]; to-from > 1 {
			u.result("  序号 %s—%s 改为 %s—%s（%d 条）", first.Old.No.Text, last.Old.No.Text, first.New.No.Text, last.New.No.Text, to-from)
		} else {
			u.pair(c, first)
		}
		from = to
	}
}

// renumbered reports by how much the number of p, of which nothing else changed,
// has grown.
func renumbered(p *compare.Pair) (by int, ok bool) {
	a, isA := ledger.ReadNumber(p.Old.No.Text)
	b, isB := ledger.ReadNumber(p.New.No.Text)
	return b - a, isA && isB && len(p.Changes) == 1
}

// late shows what is overdue, and by which day.
func (u *ui) late(c *comparison) {
	by := "按 " + c.today.Format(time.DateOnly) + " 算"
	if c.byClock {
		by = "按电脑的日期 " + c.today.Format(time.DateOnly) + " 算，要按别的日期写 --today"
	}
	switch {
	case c.since.IsZero() && len(c.late) > 0:
		by += "；旧台账没有写填报时间，分不出哪些是新逾期的，可以写 --since 旧台账的日期"
	case !c.since.IsZero():
		by += "；旧台账按 " + c.since.Format(time.DateOnly) + " 算"
	}
	fresh := 0
	for _, l := range c.late {
		if l.Fresh {
			fresh++
		}
	}
	count := itoa(len(c.late)) + " 条"
	if fresh > 0 {
		count += "，其中新逾期 " + itoa(fresh) + " 条"
	}
	u.result("\n【逾期】%s（%s）", count, by)
	for _, l := range c.late[:min(len(c.late), mostShown)] {
		mark := ""
		if l.Fresh {
			mark = "新逾期，"
		}
		u.result("  %s（%s）%s时限 %s", title(l.Finding), c.new.at(l.Pos), mark, deadlines(l.Finding, c.today))
	}
	u.cut(len(c.late))
}

// deadlines is the deadlines of f that are past.
func deadlines(f *ledger.Finding, today time.Time) string {
	var out []string
	for m := range f.Rows() {
		if m.Overdue(today) && !slices.Contains(out, m.Deadline.Text) {
			out = append(out, m.Deadline.Text)
		}
	}
	return strings.Join(out, "、")
}

// tally counts every kind in one line.
func tally(c *comparison) string {
	var out []string
	for _, k := range compare.Kinds() {
		out = append(out, fmt.Sprintf("%s %d", k, c.Count(k)))
	}
	return strings.Join(out, "，")
}

// title is a finding for people: its number and the beginning of its text.
func title(f *ledger.Finding) string {
	const longest = 30
	text := ledger.Brief(f.Text.Text, longest)
	if text == "" {
		text = "（没有写问题）"
	}
	if f.No.IsEmpty() {
		return text
	}
	return ledger.Brief(f.No.Text, 6) + " " + text
}

// at is a place in v as short as it is clear: the sheet only if v has several.
func (v *side) at(p problem.Pos) string {
	for _, t := range v.ledger.Tables {
		if t.Sheet != v.ledger.Tables[0].Sheet {
			return problem.Pos{Sheet: p.Sheet, Row: p.Row, Col: p.Col}.String()
		}
	}
	return problem.Pos{Row: p.Row, Col: p.Col}.String()
}
