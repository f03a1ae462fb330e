package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/sources/compare"
	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/recognise"
)

// read makes a ledger of lines 问题类别|主要问题|序号|反馈的具体问题|完成情况|整改情况.
func read(t *testing.T, file string, lines ...string) *ledger.Ledger {
	t.Helper()
	head := "# 台账\n问题类别|主要问题|序号|反馈的具体问题|完成情况|整改情况\n"
	l, problems := recognise.Ledger(grid.Parse(file, head+strings.Join(lines, "\n")), nil)
	if problems.Err() != nil || len(l.Findings) != len(lines) {
		t.Fatalf("%d findings of %d lines\n%v", len(l.Findings), len(lines), problems)
	}
	return l
}

// tell is what became of each finding, a line each: its kind, how it was paired,
// and the numbers in both ledgers.
func tell(r *compare.Result) string {
	var out []string
	for _, p := range r.Pairs {
		out = append(out, fmt.Sprintf("%s %s %s→%s", p.Kind().Name(), p.How, p.Old.No.Text, p.New.No.Text))
	}
	for _, f := range r.Added {
		out = append(out, "added →"+f.No.Text)
	}
	for _, f := range r.Removed {
		out = append(out, "removed "+f.No.Text+"→")
	}
	for _, d := range r.Doubts {
		out = append(out, fmt.Sprintf("ambiguous %s %s→%s", d.How, numbers(d.Old), numbers(d.New)))
	}
	return strings.Join(out, "\n")
}

func numbers(list []*ledger.Finding) string {
	var out []string
	for _, f := range list {
		out = append(out, f.No.Text)
	}
	return strings.Join(out, ",")
}

func TestMatching(t *testing.T) {
	const done = "已完成|一是制定制度。"
	for _, c := range []struct {
		name             string
		old, new         []string
		forward, reverse string
	}{
		{"identical but for blanks, width, marks and a typed number",
			[]string{"甲|子|1|（1）中心组 学习（含扩大）不够。|" + done}, []string{"一、甲|1.子|１|中心组学习(含扩大)不够|" + done},
			"changed text 1→１", "changed text １→1"},
		{"renumbered: one put in before",
			[]string{"甲|子|1|学习不够|" + done, "||2|培训偏少|" + done},
			[]string{"甲|子|1|台账没有建立|" + done, "||2|学习不够|" + done, "||3|培训偏少|" + done},
			"moved text 1→2\nmoved text 2→3\nadded →1", "moved text 2→1\nmoved text 3→2\nremoved 1→"},
		{"moved to another group",
			[]string{"甲|子|1|学习不够|" + done, "||2|培训偏少|" + done}, []string{"甲|子|1|学习不够|" + done, "乙|丑|2|培训偏少|" + done},
			"same text 1→1\nmoved text 2→2", "same text 1→1\nmoved text 2→2"},
		{"reworded by one word, elsewhere",
			[]string{"甲|子|1|理论学习中心组学习计划性不强，有两个季度没有开展集中学习。|" + done},
			[]string{"乙|丑|7|理论学习中心组学习计划性不强，有三个季度没有开展集中学习。|" + done},
			"changed similar 1→7", "changed similar 7→1"},
		{"reworded by half, in its place",
			[]string{"甲|子|1|差旅费报销审核不严，单据不全。|" + done}, []string{"甲|子|1|差旅费报销审核把关不严，有的附件没有。|" + done},
			"changed number 1→1", "changed number 1→1"},
		{"another finding in its place",
			[]string{"甲|子|1|差旅费报销审核不严|" + done}, []string{"甲|子|1|固定资产没有入账|" + done},
			"added →1\nremoved 1→", "added →1\nremoved 1→"},
		{"split in two, the numbers say nothing",
			[]string{"甲|子|9|学习计划性不强没有按季度开展；学习形式单一以读文件为主|" + done},
			[]string{"甲|子|1|学习计划性不强没有按季度开展|" + done, "||2|学习形式单一以读文件为主|" + done},
			"ambiguous similar 9→1,2", "ambiguous similar 1,2→9"},
		{"split in two, one keeps the number",
			[]string{"甲|子|1|学习计划性不强没有按季度开展；学习形式单一以读文件为主|" + done},
			[]string{"甲|子|1|学习计划性不强没有按季度开展|" + done, "||2|学习形式单一以读文件为主|" + done},
			"changed number 1→1\nadded →2", "changed number 1→1\nremoved 2→"},
		{"two alike",
			[]string{"甲|子|1|一季度没有召开民主生活会征求意见|" + done},
			[]string{"甲|丑|5|二季度没有召开民主生活会征求意见|" + done, "甲|寅|6|三季度没有召开民主生活会征求意见|" + done},
			"ambiguous similar 1→5,6", "ambiguous similar 5,6→1"},
		{"two alike, but the better one has its own",
			[]string{"甲|子|1|一季度没有召开民主生活会征求意见|" + done, "||2|二季度没有召开民主生活会征求意见|" + done},
			[]string{"甲|丑|5|二季度没有召开民主生活会征求意见|" + done, "||6|三季度没有召开民主生活会征求意见|" + done},
			"moved text 2→5\nchanged similar 1→6", "changed similar 6→1\nmoved text 5→2"},
		{"the same text twice, known by its problem",
			[]string{"甲|子|1|学习不够|" + done, "甲|丑|2|学习不够|" + done},
			[]string{"甲|丑|1|学习不够|" + done, "甲|子|2|学习不够|" + done},
			"moved text 2→1\nmoved text 1→2", "moved text 2→1\nmoved text 1→2"},
		{"the same text twice, known by nothing",
			[]string{"甲|子|1|学习不够|" + done, "||2|学习不够|正在整改|在改。"},
			[]string{"甲|子|3|学习不够|未完成|没有改。", "||4|学习不够|正在整改|开了会。"},
			"ambiguous text 1,2→3,4", "ambiguous text 3,4→1,2"},
		{"the same row twice, one of them struck out",
			[]string{"甲|子|1|学习不够|" + done, "||1|学习不够|" + done}, []string{"甲|子|1|学习不够|" + done},
			"same text 1→1\nremoved 1→", "same text 1→1\nadded →1"},
	} {
		a, b := read(t, "旧.xlsx", c.old...), read(t, "新.xlsx", c.new...)
		if got := tell(compare.Ledgers(a, b)); got != c.forward {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.forward)
		}
		if got := tell(compare.Ledgers(b, a)); got != c.reverse {
			t.Errorf("%s, the other way round:\n%s\nwant:\n%s", c.name, got, c.reverse)
		}
	}
}
