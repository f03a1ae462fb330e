package main

import (
	"fmt"
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/progress"
)

// How much of a report fits a screen; the rest is counted aloud.
const (
	shownRows  = 30 // of a table
	shownItems = 10 // of a list
)

// A statusView is a report for the screen.
type statusView struct {
	*ui
	*progress.Report
	byClock bool   // the day is the machine's
	saved   string // where everything is saved, or ""
}

func (v statusView) show() {
	v.head()
	columns, hidden := v.shown()
	if len(v.Ledgers) > 1 {
		var rows []progress.Row
		for i := range v.Ledgers {
			rows = append(rows, progress.Row{Name: v.Ledgers[i].Name, Counts: v.Ledgers[i].Total})
		}
		v.table("按台账", rows, columns, true)
	}
	own := ""
	if v.Parted() {
		own = "；分几行写的，只看自己的行"
	}
	v.table("按问题类别", v.Groups, columns, true)
	v.table("按责任部门（一条由几个部门承办的，各计一次"+own+"）", v.Offices, columns, false)
	v.table("按责任领导（一条由几位领导负责的，各计一次"+own+"）", v.Leaders, columns, false)
	if len(hidden) > 0 {
		v.result("\n都是 0 的没有列出：%s", strings.Join(hidden, "、"))
	}
	v.items("逾期", v.Overdue, v.Total.Dues[progress.Overdue], func(i progress.Item) string { return fmt.Sprintf("逾期 %d 天", i.Days) })
	v.items(v.SoonWords(), v.Soon, v.Total.Dues[progress.Soon], func(i progress.Item) string {
		if i.Days == 0 {
			return "当天到期"
		}
		return fmt.Sprintf("还有 %d 天", i.Days)
	})
	v.undated()
}

// head says what is counted, by which day and by which formula.
func (v statusView) head() {
	what := v.Ledgers[0].Name
	if len(v.Ledgers) > 1 {
		what = fmt.Sprintf("%d 份台账", len(v.Ledgers))
	}
	v.result("%s：%d 条问题", what, v.Total.All)
	if len(v.Left) > 0 {
		v.result("未计入 %d 份：%s", len(v.Left), strings.Join(v.Left, "、"))
	}
	if len(v.Passed) > 0 {
		v.result("文件夹里没有读的别的表格、子文件夹 %d 项（锁文件、报告、标注副本不算）：%s", len(v.Passed), strings.Join(v.Passed, "、"))
	}
	for _, r := range v.Repeats {
		v.result("%s", r)
	}
	clock := ""
	if v.byClock {
		clock = "（电脑的日期；用 --today 指定别的日期）"
	}
	v.result("逾期、到期按 %s 计算%s", progress.Day(v.Today), clock)
	v.result("%s（四舍五入）", v.Rate.Sentence(v.Total))
}

// A screenColumn is one value of each row. An optional one is left out where it is
// 0 in every row.
type screenColumn struct {
	head     [2]string
	optional bool
	of       func(progress.Counts) string
}

func (v statusView) columns() []screenColumn {
	state := func(s ledger.State) func(progress.Counts) string {
		return func(c progress.Counts) string { return itoa(c.States[s]) }
	}
	due := func(d progress.Due) func(progress.Counts) string {
		return func(c progress.Counts) string { return itoa(c.Dues[d]) }
	}
	soon := [2]string{itoa(v.Within) + "天", "内到期"}
	if v.Within == 0 {
		soon = [2]string{"当天", "到期"}
	}
	return []screenColumn{
		{[2]string{"", "全部"}, false, func(c progress.Counts) string { return itoa(c.All) }},
		{[2]string{"", "已完成"}, false, state(ledger.Completed)},
		{[2]string{"基本", "完成"}, true, state(ledger.BasicallyDone)},
		{[2]string{"正在", "整改"}, true, state(ledger.InProgress)},
		{[2]string{"长期", "坚持"}, true, state(ledger.LongTerm)},
		{[2]string{"", "未完成"}, true, state(ledger.NotDone)},
		{[2]string{"状态", "不认识"}, true, state(ledger.StateUnknown)},
		{[2]string{"状态", "未填"}, true, state(ledger.StateNone)},
		{[2]string{"", "完成率"}, false, func(c progress.Counts) string { return progress.Percent(v.Rate.Of(c)) }},
		{[2]string{"", "逾期"}, false, due(progress.Overdue)},
		{soon, true, due(progress.Soon)},
		{[2]string{"时限", "无日期"}, true, due(progress.Undated)},
	}
}

// shown is the columns that are not 0 throughout, and the names of the others.
func (v statusView) shown() (shown []screenColumn, hidden []string) {
	for _, c := range v.columns() {
		zero := func(r progress.Row) bool { return c.of(r.Counts) == "0" }
		if c.optional && zero(progress.Row{Counts: v.Total}) && every(v.Offices, zero) && every(v.Leaders, zero) {
			hidden = append(hidden, c.head[0]+c.head[1])
		} else {
			shown = append(shown, c)
		}
	}
	return shown, hidden
}

func every(rows []progress.Row, is func(progress.Row) bool) bool {
	return !slices.ContainsFunc(rows, func(r progress.Row) bool { return !is(r) })
}

// table draws rows under a title; with total, their sum is the last one.
func (v statusView) table(title string, list []progress.Row, columns []screenColumn, total bool) {
	t := textTable{}
	for _, c := range columns {
		t.heads = append(t.heads, c.head)
	}
	more := max(0, len(list)-shownRows)
	for _, r := range list[:len(list)-more] {
		t.rows = append(t.rows, newRow(rowName(r), r.Counts, columns))
	}
	if total {
		t.rows = append(t.rows, newRow("合计", v.Total, columns))
	}
	v.result("\n%s", title)
	for _, line := range t.lines() {
		v.result("%s", line)
	}
	if more > 0 {
		v.result("还有 %d 行没有列出；%s", more, v.elsewhere())
	}
}

// elsewhere is where everything is.
func (v statusView) elsewhere() string {
	if v.saved != "" {
		return "全部内容见 " + v.saved
	}
	return "全部内容用 -o 进度.xlsx 写成表格，或用 --json"
}

func newRow(name string, c progress.Counts, columns []screenColumn) textRow {
	r := textRow{name: name}
	for _, col := range columns {
		r.cells = append(r.cells, col.of(c))
	}
	return r
}

func rowName(r progress.Row) string {
	name := ledger.Brief(r.Name, len(r.Name))
	if r.Name == "" {
		name = progress.Unnamed
	}
	if len(r.Parts) > 1 {
		name += fmt.Sprintf("（%d份）", len(r.Parts))
	}
	return name
}

// items lists what is overdue or due soon.
func (v statusView) items(title string, list []progress.Item, findings int, when func(progress.Item) string) {
	if len(list) == 0 {
		return
	}
	count := fmt.Sprintf("%d 条", findings)
	if len(list) != findings {
		count = fmt.Sprintf("%d 条问题、%d 行", findings, len(list))
	}
	v.result("\n%s清单（%s，时限早的在前）", title, count)
	for _, item := range list[:min(len(list), shownItems)] {
		v.result("%s　%s，时限 %s", v.place(item), when(item), ledger.Brief(item.Deadline, 20))
		text := ledger.Brief(item.Text, 28)
		if item.No != "" {
			text = item.No + "　" + text
		}
		if item.Measures != "" {
			text += "　措施：" + ledger.Brief(item.Measures, 20)
		}
		v.result("    %s（%s；%s）", text, progress.Names(item.Offices, "、"), progress.Names(item.Leaders, "、"))
	}
	if more := len(list) - shownItems; more > 0 {
		v.result("还有 %d 行没有列出；%s", more, v.elsewhere())
	}
}

// place is an item's row, named by its file only if there are several.
func (v statusView) place(item progress.Item) string {
	at := item.Pos
	at.File = item.Ledger
	if len(v.Ledgers) == 1 {
		at.File = ""
	}
	return at.String()
}

// undated says how many deadlines nobody can hold against a day.
func (v statusView) undated() {
	if n := v.Total.Dues[progress.Undated]; n > 0 {
		rows := ""
		if len(v.Undated) != n {
			rows = "按行计："
		}
		v.result("\n时限无日期 %d 条（%s%s），算不出是否逾期；%s", n, rows, progress.UndatedWords(v.Undated), v.elsewhere())
	}
}
