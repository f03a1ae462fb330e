package check

import (
	"fmt"
	"slices"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// annexRules are about the seal and the annexes, which notices have as well.
var annexRules = []rule{
	{
		Entry: problem.Entry{Code: "L528", Severity: problem.Error, Title: "印章缺尺寸，或者没有盖处",
			Why: "印章照原来的大小印，程序不替单位定尺寸；印章要下压发文机关署名和成文日期，不得出现空白印章（GB/T 9704-2012 7.3.5.1）。"},
		run: sealFaults,
	},
	{
		Entry: problem.Entry{Code: "L529", Severity: problem.Warning, Title: "附件、印章只写了一半",
			Why: "附件说明里列出的附件要附在后面（GB/T 9704-2012 7.3.7）；只写了标题、尺寸或方向的，多半是忘了填，程序不能替单位补上。"},
		run: halfAnnexes,
	},
	{
		Entry: problem.Entry{Code: "L530", Severity: problem.Error, Title: "附件做不成",
			Why: "附件要有标题（GB/T 9704-2012 7.3.7）；附件台账只能印台账里有的、可以公开的栏。"},
		run: annexFaults,
	},
}

// sealFaults leaves a size that cannot be read to L506.
func sealFaults(l *ledger.Ledger, report report) {
	s := &l.Info.Seal
	if s.File.IsEmpty() {
		return
	}
	switch {
	case s.Size.IsEmpty():
		report(s.File.Pos, "有「印章」，没有「印章尺寸」", fillIn(s.Size, "印章尺寸", "42")+"（毫米）")
	case s.Width > 0 && !s.IsSize():
		report(s.Size.Pos, "「印章尺寸」"+quote(s.Size)+"不在 16 至 80 毫米之间", "量一量原来的印章，写毫米数，如 42；不到 16 毫米的压不住署名和日期两行")
	}
	for _, e := range []element{{name: "落款", cell: l.Info.Signature}, {name: "成文日期", cell: l.Info.Date.Cell}} {
		if e.cell.IsEmpty() && !l.Info.Unreadable {
			report(s.File.Pos, "「"+e.name+"」没有填写，不得盖空白印章", "先填上落款和成文日期；不盖章的，「印章」写 无")
		}
	}
}

func halfAnnexes(l *ledger.Ledger, report report) {
	in, printed := &l.Info, 0
	for _, a := range in.Annexes {
		if !a.Title.IsEmpty() || hasWords(a.Content) {
			printed++
			halfAnnex(a, printed, report)
		}
	}
	if isMarksOnly(in.Note) {
		report(in.Note.Pos, "「附注」"+quote(in.Note)+"里没有字", "写上内容，如 此件公开发布；没有的，这一格空着")
	}
	if in.Seal.File.IsEmpty() && !in.Seal.Size.IsEmpty() {
		report(in.Seal.Size.Pos, "有「印章尺寸」，没有「印章」，不盖章", "要盖章的，在「印章」一栏写图片的文件名；不盖的不用管")
	}
	for _, n := range []ledger.Named{{Name: "附件台账标题", Cell: in.Ledger.Title}, {Name: "附件台账方向", Cell: in.Ledger.Layout}} {
		if !in.Ledger.Wanted && !n.Cell.IsEmpty() {
			report(n.Cell.Pos, "有「"+n.Name+"」，「附件台账」没有写 是，不附台账", "要附的，「附件台账」写 是；不附的不用管")
		}
	}
}

// halfAnnex reports an annex that is printed as another number than it has, or is
// a title alone.
func halfAnnex(a ledger.AnnexData, printed int, report report) {
	at, own := a.Title.Pos, ledger.Han(a.Order)
	if a.Title.IsEmpty() {
		at = a.Content[0].Pos
	}
	if a.Order != printed {
		report(at, fmt.Sprintf("「附件%s」前面没有「附件%s」，印作附件%d", own, ledger.Han(printed), printed), "补上前面的附件，或者改成依次的编号")
	}
	if !hasWords(a.Content) {
		report(at, fmt.Sprintf("「附件%s」只有标题，列入附件说明，不生成这个附件的页", own), fmt.Sprintf("另行附上这个附件；要由程序生成的，写「附件%s内容」", own))
	}
}

func hasWords(cells []ledger.Cell) bool {
	return slices.ContainsFunc(cells, func(c ledger.Cell) bool { return !c.IsEmpty() })
}

func annexFaults(l *ledger.Ledger, report report) {
	wordless := func(c ledger.Cell) {
		if isMarksOnly(c) {
			report(c.Pos, "附件的标题"+quote(c)+"里没有字", "写上附件的名称，如 整改工作领导小组名单")
		}
	}
	wordless(l.Info.Ledger.Title)
	for _, a := range l.Info.Annexes {
		wordless(a.Title)
		if a.Title.IsEmpty() && hasWords(a.Content) {
			name := "附件" + ledger.Han(a.Order)
			report(a.Content[0].Pos, "「"+name+"」有内容，没有标题", fillIn(a.Title, name+"标题", "整改工作领导小组名单"))
		}
	}
	if l.Info.Ledger.Wanted && len(l.Tables) > 0 {
		ledgerAnnex(l, report)
	}
}

// ledgerAnnex holds the columns of 附件台账 against those of the ledger.
func ledgerAnnex(l *ledger.Ledger, report report) {
	at := l.Info.Ledger.At.Pos
	columns, unknown := l.AnnexColumns()
	for _, c := range unknown {
		report(at, "台账没有「"+ledger.Brief(c.Text, longest)+"」这一栏，附件台账印不出来", "照台账表头的栏名写，用顿号隔开；要常用的几栏，写 是")
	}
	for _, t := range l.Tables {
		for _, c := range columns {
			if slices.Contains(t.Inside, c.Field) {
				report(at, "「"+t.Headings[c.Field]+"」标明不对外公开，不能印进附件台账", "在「附件台账」里写明印哪几栏，不写这一栏；或者在台账里加一栏可以公开的")
			}
		}
	}
	for i, c := range columns {
		if slices.ContainsFunc(columns[:i], func(d ledger.AnnexColumn) bool { return d.Field == c.Field }) {
			report(at, "附件台账的「"+c.Head.Text+"」写了两遍", "只留一个")
		}
	}
}
