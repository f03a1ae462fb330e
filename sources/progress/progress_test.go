package progress_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/progress"
	"tongbao/sources/recognise"
)

var june30 = progress.Options{Today: time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC), Within: 30}

// parse reads a ledger from text as in grid.Parse.
func parse(t *testing.T, text string) *ledger.Ledger {
	t.Helper()
	l, problems := recognise.Ledger(grid.Parse("台账.xlsx", text), nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return l
}

const heading = "# 整改台账\n填报单位：某区文旅局\n问题类别|主要问题|序号|反馈的具体问题|整改情况|完成情况|责任领导|责任部门|整改时限\n"

// Each line is what one row is there for.
const mixed = heading +
	`（一）甲方面|一|1|完成的过了时限|情况|已完成|局长|办公室|2026年6月29日
（一）甲方面|一|2|昨天到期|情况|正在整改|局长|办公室、财务室|2026年6月29日
（一）甲方面|一|3|今天到期|情况|正在整改|局长|财 务 室|2026年6月30日
（一）甲方面|一|4|第三十天到期|情况|基本完成|副局长|财务室\n办公室|2026年7月30日
（一）甲 方面|一|5|第三十一天到期|情况|未完成|副局长|财务室|2026年7月31日
（二）乙方面|二|6|基本完成的过了时限|情况|基本完成|副局长|——|2026年5月
（二）乙方面|二|7|状态空着|情况||/||2025年底前
（二）乙方面|二|8|状态看不懂|情况|差不多了|局长|办公室|2026.6.1
（二）乙方面|二|9|时限没有日期|情况|正在整改|局长|办公室|2个月内
（二）乙方面|二|10|时限没有填|情况|未完成|局长|办公室|
（二）乙方面|二|11|时限看不懂|情况|未完成|局长|办公室|尽快
（二）乙方面|二|12|长期的没有日期|情况|长期坚持|局长|办公室|长期坚持
（二）乙方面|二|13|长期的过了时限|情况|长期坚持|局长|办公室|2026年1月底前，并长期坚持
（二）乙方面|二|14|完成的没有日期|情况|已销号|局长|办公室、办公室|立行立改
`

// show is the counts in the order of ledger.State from 已完成 on, then of Due.
func show(c progress.Counts) string {
	return fmt.Sprint(c.All, c.States[1:], c.States[0], c.Dues)
}

func rowsOf(list []progress.Row) string {
	var b strings.Builder
	for _, r := range list {
		fmt.Fprintf(&b, "%s %s\n", r.Name, show(r.Counts))
	}
	return b.String()
}

func TestCounts(t *testing.T) {
	got := progress.Of(parse(t, mixed), "台账.xlsx", june30)
	// all, 已完成 基本完成 正在整改 长期坚持 未完成 不认识, 未填写, settled later undated soon overdue
	if s := show(got.Total); s != "14 [2 2 3 2 3 1] 1 [4 1 3 2 4]" {
		t.Errorf("total %s", s)
	}
	for name, c := range map[string]struct {
		rows []progress.Row
		want string
	}{
		"groups": {got.Groups, "甲方面 5 [1 1 2 0 1 0] 0 [1 1 0 2 1]\n乙方面 9 [1 1 1 2 2 1] 1 [3 0 3 0 3]\n"},
		"offices": {got.Offices, "办公室 10 [2 1 2 2 2 1] 0 [4 0 3 1 2]\n财务室 4 [0 1 2 0 1 0] 0 [0 1 0 2 1]\n" +
			" 2 [0 1 0 0 0 0] 1 [0 0 0 0 2]\n"},
		"leaders": {got.Leaders, "局长 10 [2 0 3 2 2 1] 0 [4 0 3 1 2]\n副局长 3 [0 2 0 0 1 0] 0 [0 1 0 1 1]\n 1 [0 0 0 0 0 0] 1 [0 0 0 0 1]\n"},
	} {
		if s := rowsOf(c.rows); s != c.want {
			t.Errorf("%s\n%swant\n%s", name, s, c.want)
		}
	}
	if got.Unit != "某区文旅局" || got.Parted {
		t.Errorf("unit %q, parted %v", got.Unit, got.Parted)
	}
}

// The lists hold what the totals count, by deadline.
func TestLists(t *testing.T) {
	got := progress.Of(parse(t, mixed), "台账.xlsx", june30)
	for name, c := range map[string]struct {
		list []progress.Item
		want string
	}{
		"overdue": {got.Overdue, "7 I9 181 天 2025年底前|6 I8 30 天 2026年5月|8 I10 29 天 2026.6.1|2 I4 1 天 2026年6月29日"},
		"soon":    {got.Soon, "3 I5 0 天 2026年6月30日|4 I6 30 天 2026年7月30日"},
		"undated": {got.Undated, "9 I11 0 天 2个月内|10 I12 0 天 |11 I13 0 天 尽快"},
	} {
		var items []string
		for _, i := range c.list {
			items = append(items, fmt.Sprintf("%s %s %d 天 %s", i.No, i.Pos.Address(), i.Days, i.Deadline))
		}
		if s := strings.Join(items, "|"); s != c.want {
			t.Errorf("%s %s\nwant %s", name, s, c.want)
		}
	}
	if s := progress.UndatedWords(got.Undated); s != "“2个月内”一类 1、没有填写 1、认不出 1" {
		t.Error(s)
	}
	if i := got.Overdue[3]; strings.Join(i.Offices, "+") != "办公室+财务室" || i.Text != "昨天到期" || i.Status != "正在整改" || i.Ledger != "台账.xlsx" {
		t.Errorf("%+v", i)
	}
}

// What is counted as overdue is what ledger says is, and every sum is whole.
func TestCountsAreLedgers(t *testing.T) {
	l := parse(t, mixed)
	for days := -400; days <= 400; days += 7 {
		o := progress.Options{Today: june30.Today.AddDate(0, 0, days), Within: 30}
		got := progress.Of(l, "", o)
		overdue := 0
		for i := range l.Findings {
			if l.Findings[i].Overdue(o.Today) {
				overdue++
			}
		}
		if got.Total.Dues[progress.Overdue] != overdue || len(got.Overdue) != overdue {
			t.Errorf("%v: %d overdue, %d listed, want %d", o.Today, got.Total.Dues[progress.Overdue], len(got.Overdue), overdue)
		}
		for _, r := range append(got.Offices, progress.Row{Counts: got.Total}) {
			states, dues := 0, 0
			for _, n := range r.States {
				states += n
			}
			for _, n := range r.Dues {
				dues += n
			}
			if states != r.All || dues != r.All {
				t.Errorf("%s: %v", r.Name, r.Counts)
			}
		}
	}
}

// A finding with several rows counts once; an office has its own rows only.
func TestSeveralRows(t *testing.T) {
	l := parse(t, heading+"甲|一|1|问题|情况|已完成|局长|办公室|2026年5月\n")
	f := &l.Findings[0]
	f.Measures.Text = "措施一"
	second := f.Measure
	second.Pos.Row, second.Measures.Text = 5, "措施二"
	second.Status.State = ledger.InProgress
	second.Department.Text, second.Leader.Text = "财务室、办公室", "副局长"
	third := second
	third.Pos.Row, third.Measures.Text = 6, "措施三"
	third.Department.Text = "人事股"
	third.Deadline.Date = time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	f.Further = []ledger.Measure{second, third}
	got := progress.Of(l, "", june30)
	want := "办公室 1 [0 0 1 0 0 0] 0 [0 0 0 0 1]\n财务室 1 [0 0 1 0 0 0] 0 [0 0 0 0 1]\n人事股 1 [0 0 1 0 0 0] 0 [0 0 0 1 0]\n"
	if s := rowsOf(got.Offices); s != want {
		t.Errorf("offices\n%swant\n%s", s, want)
	}
	if s := rowsOf(got.Leaders); s != "局长 1 [1 0 0 0 0 0] 0 [1 0 0 0 0]\n副局长 1 [0 0 1 0 0 0] 0 [0 0 0 0 1]\n" {
		t.Errorf("leaders\n%s", s)
	}
	if s := show(got.Total); s != "1 [0 0 1 0 0 0] 0 [0 0 0 0 1]" || !got.Parted {
		t.Errorf("total %s, parted %v", s, got.Parted)
	}
	if len(got.Overdue) != 1 || got.Overdue[0].Pos.Row != 5 || got.Overdue[0].Measures != "措施二" || len(got.Soon) != 1 || got.Soon[0].Pos.Row != 6 {
		t.Errorf("lists %+v %+v", got.Overdue, got.Soon)
	}
}
