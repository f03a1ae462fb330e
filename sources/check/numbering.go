package check

import (
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

var numberingRules = []rule{
	{
		Entry: problem.Entry{Code: "L430", Severity: problem.Error, Title: "序号不是数字",
			Why: "序号用来核对有没有漏条、重条；1、１、①、1.、（1）都认得，其他写法不能核对。"},
		hint: "改成从 1 起的数字",
		run:  each(noNumber),
	},
	{
		Entry: problem.Entry{Code: "L431", Severity: problem.Error, Title: "序号重复",
			Why: "两条同号，多半是复制了一行或者忘了改号；通报里的编号和台账就对不上了。"},
		hint: "核对这两行是不是同一条；是就删去一行，不是就改正序号",
		run:  sequence("L431"),
	},
	{
		Entry: problem.Entry{Code: "L432", Severity: problem.Error, Title: "序号不连续",
			Why: "缺号可能是漏了一行；通报要逐条公布，漏一条就是少报一个问题。"},
		hint: "找回缺的行；有意删去的行，把序号从头重新编一遍",
		run:  sequence("L432"),
	},
	{
		Entry: problem.Entry{Code: "L433", Severity: problem.Error, Title: "序号次序颠倒",
			Why: "通报按行的先后印，序号颠倒说明行被挪动或者排乱了。"},
		hint: "把行移回原来的位置，或者按现在的先后重新编号",
		run:  sequence("L433"),
	},
	{
		Entry: problem.Entry{Code: "L434", Severity: problem.Error, Title: "同一类问题分成了几段",
			Why: "通报按行的先后印标题，分成几段的问题类别会印出两次、编上两个号。"},
		hint: "把这些行移到一起；如果本来就是两类，请把名称写得不同",
		run: func(l *ledger.Ledger, report report) {
			splitBlocks(l, ledger.FieldGroup, func(f *ledger.Finding) string { return ledger.Squeeze(f.Group.Text) }, report)
		},
	},
	{
		Entry: problem.Entry{Code: "L435", Severity: problem.Error, Title: "同一个主要问题分成了几段",
			Why: "通报按行的先后印标题，分成几段的主要问题会印出两次、编上两个号。"},
		hint: "把这些行移到一起；如果本来就是两个问题，请把名称写得不同",
		run:  func(l *ledger.Ledger, report report) { splitBlocks(l, ledger.FieldProblem, parent, report) },
	},
	{
		Entry: problem.Entry{Code: "L436", Severity: problem.Warning, Title: "具体问题重复",
			Why: "同样的话出现两次，多半是复制了一行；通报里会印出两条一样的问题。"},
		hint: "核对这两行是不是同一条；是就删去一行",
		run:  repeatedText,
	},
	{
		Entry: problem.Entry{Code: "L437", Severity: problem.Warning, Title: "分不清编号和正文里的数",
			Why: "“1.3名干部”可以是编号 1. 和 3 名干部，也可以是 1.3，“2、3名干部”也一样；按正文原样印出，如果是编号，通报里就会多出一个编号。"},
		hint: "是编号的，在它后面空一格；是正文的不必改",
		run:  each(numberOrWords),
	},
}

// parent is what a finding stands under, for comparing: its group and problem.
func parent(f *ledger.Finding) string {
	return ledger.Squeeze(f.Group.Text) + "\n" + ledger.Squeeze(f.Problem.Text)
}

func noNumber(l *ledger.Ledger, f *ledger.Finding, report report) {
	if _, ok := ledger.ReadNumber(f.No.Text); !ok && !f.No.IsEmpty() {
		report(f.No.Pos, said(l, ledger.FieldNo, f.No)+"不是数字", "")
	}
}

// numberOrWords asks the heads of a finding for what [ledger.SplitNumber] leaves
// alone, since a number before it would be typed just so.
func numberOrWords(l *ledger.Ledger, f *ledger.Finding, report report) {
	for _, x := range []ledger.Field{ledger.FieldProblem, ledger.FieldText} {
		if typed := ledger.Doubtful(f.Cell(x).Text); typed != "" {
			report(f.Cell(x).Pos, said(l, x, *f.Cell(x))+"开头的“"+typed+"”分不清是编号还是正文", "")
		}
	}
}

// splitBlocks reports the first row of each block whose key stood in an earlier
// block already. Rows with nothing in the field part no blocks.
func splitBlocks(l *ledger.Ledger, x ledger.Field, key func(*ledger.Finding) string, report report) {
	lastRow := map[string]problem.Pos{}
	previous := ""
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Cell(x).IsEmpty() {
			continue
		}
		k := key(f)
		if earlier, ok := lastRow[k]; ok && k != previous {
			at := f.Cell(x).Pos
			report(at, said(l, x, *f.Cell(x))+"在"+earlier.From(at)+"之后又出现", "")
		}
		lastRow[k], previous = f.Pos, k
	}
}

// repeatedText compares the words without blanks and the full stop at the end.
func repeatedText(l *ledger.Ledger, report report) {
	first := map[string]problem.Pos{}
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Text.IsEmpty() {
			continue
		}
		k := strings.TrimRight(ledger.Squeeze(f.Text.Text), "。.")
		if at, ok := first[k]; ok {
			report(f.Text.Pos, said(l, ledger.FieldText, f.Text.Cell)+"和 "+at.From(f.Text.Pos)+" 一样", "")
			continue
		}
		first[k] = f.Text.Pos
	}
}
