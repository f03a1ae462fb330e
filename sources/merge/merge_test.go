package merge_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/merge"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// read makes a ledger of lines 问题类别|主要问题|序号|反馈的具体问题|完成情况|整改情况|来源.
func read(t *testing.T, file, lines string) *ledger.Ledger {
	t.Helper()
	head := "# 台账\n问题类别|主要问题|序号|反馈的具体问题|完成情况|整改情况|来源\n"
	l, problems := recognise.Ledger(grid.Parse(file, head+strings.TrimSpace(lines)), nil)
	if problems.Err() != nil {
		t.Fatal(problems)
	}
	return l
}

// told is each finding as it is to be written: 问题类别/主要问题 序号 问题 ← 来源.
func told(r *merge.Result) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, fmt.Sprintf("%s/%s %s %s ← %s", f.Group.Raw, f.Problem.Raw, f.No.Text, f.Text.Raw, strings.ReplaceAll(f.Source.Text, "\n", " + ")))
	}
	return strings.Join(out, "\n")
}

// codes is each problem's code and cell.
func codes(l problem.List) string {
	var out []string
	for _, p := range l {
		out = append(out, string(p.Code)+" "+p.Pos.String())
	}
	return strings.Join(out, "\n")
}

func TestLedgers(t *testing.T) {
	for _, c := range []struct {
		name     string
		a, b     string
		both     bool
		want     string
		problems string
	}{
		{
			"by group and problem, in the order they are met; numbers and blanks of headings aside",
			"（一）党建|1.学习|1|（1）不够。|已完成|学了\n（二）财务|2.报销|2|不严。|已完成|审了",
			"一、财 务|1.采购|1|没有比价。|已完成|比了\n|2.报销|2|附件不全。|已完成|补了\n二、党建|3.学习|3|记录不全。|已完成|补了", false,
			"党建/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1，原编号 （1））\n" +
				"党建/学习 2 记录不全。 ← 乙.xlsx「台账」第4行（原序号 3）\n" +
				"财务/报销 3 不严。 ← 甲.xlsx「台账」第3行（原序号 2）\n" +
				"财务/报销 4 附件不全。 ← 乙.xlsx「台账」第3行（原序号 2）\n" +
				"财务/采购 5 没有比价。 ← 乙.xlsx「台账」第2行（原序号 1）", "",
		},
		{
			"the same in both",
			"党建|学习|1|不够。|已完成|学了", "1、党建|学习|７|（3） 不够。|已完成|学 了", false,
			"党建/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1） + 乙.xlsx「台账」第2行（原序号 ７，原编号 （3））",
			"L481 乙.xlsx「台账」第2行",
		},
		{
			"put differently", "党建|学习|1|不够。|已完成|学了5次", "党建|学习|1|不够|正在整改|学了6次", false,
			"党建/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1） + 【和 乙.xlsx「台账」第2行 写得不一样】\n" +
				"党建/学习 2 不够 ← 乙.xlsx「台账」第2行（原序号 1） + 【和 甲.xlsx「台账」第2行 写得不一样】",
			"L480 乙.xlsx「台账」D2\nL480 乙.xlsx「台账」E2\nL480 乙.xlsx「台账」F2",
		},
		{
			"put differently, both kept side by side", "党建|学习|1|不够。|已完成|学了5次\n||2|不深。|已完成|学了", "党建|学习|1|不够。|已完成|学了6次", true,
			"党建/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1） + 【和 乙.xlsx「台账」第2行 写得不一样】\n" +
				"党建/学习 2 不够。 ← 乙.xlsx「台账」第2行（原序号 1） + 【和 甲.xlsx「台账」第2行 写得不一样】\n" +
				"党建/学习 3 不深。 ← 甲.xlsx「台账」第3行（原序号 2）",
			"L486 乙.xlsx「台账」第2行",
		},
		{
			"twice in one ledger is that ledger's own business", "党建|学习|1|不够。|已完成|学了\n||2|不够。|正在整改|在学", "党建|学习|1|不够。|正在整改|在学", false,
			"党建/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1）\n" +
				"党建/学习 2 不够。 ← 甲.xlsx「台账」第3行（原序号 2） + 乙.xlsx「台账」第2行（原序号 1）",
			"L481 乙.xlsx「台账」第2行",
		},
		{
			"one text under two headings", "党建|学习|1|不够。|已完成|学了", "党建|教育|1|不够。|已完成|学了", false,
			"党建/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1）\n党建/教育 2 不够。 ← 乙.xlsx「台账」第2行（原序号 1）",
			"L482 乙.xlsx「台账」第2行",
		},
		{
			"headings that are nearly one", "聚焦党的建设方面的问题|学习|1|不够。|已完成|学了", "聚焦党的建设方面问题|学习|1|不深。|已完成|学了", false,
			"聚焦党的建设方面的问题/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1）\n聚焦党的建设方面问题/学习 2 不深。 ← 乙.xlsx「台账」第2行（原序号 1）",
			"L483 乙.xlsx「台账」A2",
		},
		{
			"without a heading they come first, where no other goes on", "党建|学习|1|不够。|已完成|学了", "|||没有类别。|已完成|有了\n党建||2|没有主要问题。|已完成|有了", false,
			"/ 1 没有类别。 ← 乙.xlsx「台账」第2行\n党建/ 2 没有主要问题。 ← 乙.xlsx「台账」第3行（原序号 2）\n党建/学习 3 不够。 ← 甲.xlsx「台账」第2行（原序号 1）", "",
		},
		{
			"a heading of two numbers keeps both", "（一）1.学习|（一）|1|2.1.不够。|已完成|学了", "党建|学习|1|不深。|已完成|学了", false,
			"（一）1.学习/（一） 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1，原编号 2.1.）\n党建/学习 2 不深。 ← 乙.xlsx「台账」第2行（原序号 1）", "",
		},
		{
			"merged once before", "党建|学习|1|不够。|已完成|学了|乙.xlsx「台账」第2行（原序号 4）", "党建|学习|4|不深。|已完成|学了", false,
			"党建/学习 1 不够。 ← 甲.xlsx「台账」第2行（原序号 1，原来源 乙.xlsx「台账」第2行（原序号 4））\n党建/学习 2 不深。 ← 乙.xlsx「台账」第2行（原序号 4）",
			"L487 甲.xlsx「台账」G2",
		},
	} {
		list := []*ledger.Ledger{read(t, "甲.xlsx", c.a), read(t, "乙.xlsx", c.b)}
		r, problems := merge.Ledgers(list, merge.Options{KeepBoth: c.both})
		if got := told(r); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
		if got := codes(problems); got != c.problems {
			t.Errorf("%s: %s\nwant: %s", c.name, got, c.problems)
		}
	}
}

// Of what contradicts, both cells are named, and what differs is shown.
func TestContradiction(t *testing.T) {
	long := strings.Repeat("一是加强学习，二是加强检查。", 10)
	a := read(t, "甲.xlsx", "党建|学习|1|不够。|已完成|"+long+"共3次。")
	b := read(t, "乙.xlsx", "党建|学习|1|不够。||"+long+"共5次。")
	_, problems := merge.Ledgers([]*ledger.Ledger{a, b}, merge.Options{})
	want := []string{"「完成情况」是（空），同一条问题在 甲.xlsx「台账」E2 是“已完成”", "「整改情况」是“…加强检查。共5次。”，同一条问题在 甲.xlsx「台账」F2 是“…加强检查。共3次。”"}
	for i, p := range problems {
		if i >= len(want) || p.Message != want[i] || p.Severity != problem.Error || !strings.Contains(p.Hint, "--conflicts keep-both") {
			t.Errorf("%v", p)
		}
	}
	if len(problems) != len(want) {
		t.Errorf("%d problems", len(problems))
	}
}

// A row that only one of two has is told, too.
func TestRowsContradict(t *testing.T) {
	a, b := read(t, "甲.xlsx", "党建|学习|1|不够。|已完成|学了"), read(t, "乙.xlsx", "党建|学习|1|不够。|已完成|学了")
	further := b.Findings[0].Measure
	further.Pos.Row, further.Rectification = 3, ledger.NewCell(problem.Pos{File: "乙.xlsx", Sheet: "台账", Row: 3, Col: 6}, "又学了")
	b.Findings[0].Further = []ledger.Measure{further}
	for _, list := range [][]*ledger.Ledger{{a, b}, {b, a}} {
		_, problems := merge.Ledgers(list, merge.Options{})
		if len(problems) == 0 || !slices.ContainsFunc(problems, func(p problem.Problem) bool {
			return strings.Contains(p.Message, "“又学了”") && strings.Contains(p.Message, "一行")
		}) {
			t.Errorf("%s first: %v", list[0].File, problems)
		}
	}
}

// What is not read is not merged, and is told for each column.
func TestColumns(t *testing.T) {
	l, _ := recognise.Ledger(grid.Parse("甲.xlsx", "# 台账\n序号|反馈的具体问题|整改情况|整改情况（内部）|联系电话|完成情况|\n1|不够。|学了|内情|010|已完成|没有栏名"), nil)
	_, problems := merge.Ledgers([]*ledger.Ledger{l}, merge.Options{})
	if got := codes(problems); got != "L485 甲.xlsx「台账」D1\nL485 甲.xlsx「台账」E1\nL485 甲.xlsx「台账」G2" {
		t.Error(got)
	}
}

// What does not fit a cell or a sheet is an error, never cut short.
func TestBounds(t *testing.T) {
	l := read(t, "甲.xlsx", "党建|学习|1|不够。|已完成|"+strings.Repeat("字", 32767))
	if _, problems := merge.Ledgers([]*ledger.Ledger{l}, merge.Options{}); len(problems) != 0 {
		t.Error(problems)
	}
	l = read(t, "甲.xlsx", "党建|学习|1|不够。|已完成|"+strings.Repeat("字", 32766)+"𠮷")
	if _, problems := merge.Ledgers([]*ledger.Ledger{l}, merge.Options{}); codes(problems) != "L484 甲.xlsx「台账」F2" {
		t.Error(codes(problems))
	}
	l.Findings[0].Rectification = ledger.Cell{}
	l.Findings[0].Further = make([]ledger.Measure, 1<<12)
	for range 1 << 8 { // they share their rows
		l.Findings = append(l.Findings, l.Findings[0])
	}
	if _, problems := merge.Ledgers([]*ledger.Ledger{l}, merge.Options{}); len(problems) != 1 || problems[0].Code != "L484" {
		t.Error(codes(problems))
	}
}
