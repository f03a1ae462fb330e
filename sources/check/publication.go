package check

import (
	"slices"
	"strings"
	"unicode"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

var publicationRules = []rule{
	{
		Entry: problem.Entry{Code: "P101", Severity: problem.Error, Title: "不公开的问题不能印进通报",
			Why: "巡察整改分向党内通报和向社会通报；标明不公开的，不能出现在向社会通报里，" +
				"也不能由程序悄悄删去：删去一条，编号和条数都会变，要由人决定。"},
		hint: "另存一份只含公开问题的台账来生成通报；如果标错了，改「公开范围」",
		run:  each(notPublic),
	},
	{
		Entry: problem.Entry{Code: "P102", Severity: problem.Error, Title: "不公开的没有写理由",
			Why: "不向社会公开要有理由并经同意：涉密、案件未公布、引发炒作、群体事件风险、其他重大敏感。"},
		hint: "在「不公开理由」里写明属于哪一种情形",
		run:  each(noGround),
	},
	{
		Entry: problem.Entry{Code: "P103", Severity: problem.Error, Title: "公开范围看不懂",
			Why: "不知道能不能公开的，不能当作可以公开。"},
		hint: "可以公开的写 公开，不能公开的写 不公开",
		run:  each(unknownScope),
	},
	{
		Entry: problem.Entry{Code: "P104", Severity: problem.Warning, Title: "公开范围只填了一部分",
			Why: "整栏都空着，按公开处理；别的行写明了公开而这一行空着，可能是还没有定。"},
		hint: "写明 公开 或 不公开",
		run:  blankScope,
	},
	{
		Entry: problem.Entry{Code: "P105", Severity: problem.Warning, Title: "这一条里写着涉密或不公开",
			Why: "不公开的意见有时写在备注或别的栏里，而不在「公开范围」；通报照印，就把不该公开的公开了。"},
		hint: "不能公开的，另存一份只含公开问题的台账来生成通报；能公开的，删去这几个字",
		run:  each(saysPrivate),
	},
	{
		Entry: problem.Entry{Code: "P106", Severity: problem.Error, Title: "台账标有密级",
			Why: "标明绝密、机密、秘密的台账是国家秘密，不能由它生成向社会公开的通报，也不能生成不标密级或者密级更低的公文；解密或者另拟公开的稿子，都要由有权的人决定，不能由程序略过。"},
		hint: "按保密规定处理；确实可以公开、密级是误标或已解密的，删去这个标志",
		run:  secrets,
	},
	{
		Entry: problem.Entry{Code: "P107", Severity: problem.Warning, Title: "台账标有内部资料一类的字样",
			Why: "标明内部资料的台账，里面可能有不该公开的内容；通报是要向社会公开的，公文也要发给收文的机关。"},
		hint: "核对台账的内容能不能公开；能公开的，删去这几个字",
		run:  insides,
	},
}

// The words of 公开范围, blanks removed.
var (
	publicWords = []string{"公开", "是", "可公开", "可以公开", "主动公开", "全部公开", "社会", "社会公开", "向社会公开",
		"向社会通报", "对外公开", "对社会公开", "拟公开", "公开发布", "√"}
	privateWords = []string{"不公开", "否", "不予公开", "不宜公开", "不对外公开", "暂不公开", "不向社会公开", "内部", "内部公开", "内部掌握",
		"内部通报", "单位内部", "党内", "党内公开", "党内通报", "向党内通报", "向党内公开", "依申请公开", "涉密", "保密", "秘密", "×"}
)

// privateRemarks are the words that keep a row from the public wherever they stand
// as a clause of their own.
var privateRemarks = []string{"涉密", "保密", "秘密", "机密", "绝密", "不公开", "不予公开", "不宜公开", "不宜对外公开", "不对外公开", "不对外",
	"暂不公开", "不向社会公开", "不能公开", "不得公开", "内部掌握", "内部资料", "属于涉密", "内容涉密"}

func isPublic(c ledger.Cell) bool  { return slices.Contains(publicWords, ledger.Squeeze(c.Text)) }
func isPrivate(c ledger.Cell) bool { return slices.Contains(privateWords, ledger.Squeeze(c.Text)) }

func notPublic(l *ledger.Ledger, f *ledger.Finding, report report) {
	if isPrivate(f.Publication) {
		report(f.Publication.Pos, said(l, ledger.FieldPublication, f.Publication)+"的这一条不能印进向社会公开的通报", "")
	}
}

// noGround stands at the empty reason, or at the scope if the table has no
// column for reasons.
func noGround(l *ledger.Ledger, f *ledger.Finding, report report) {
	if !isPrivate(f.Publication) || !f.Withheld.IsEmpty() {
		return
	}
	if f.Withheld.Pos.Col == 0 {
		report(f.Publication.Pos, "不公开的没有写理由，表头里也没有「"+string(ledger.FieldWithheld)+"」这一栏", "加上「不公开理由」一栏，写明属于哪一种情形")
		return
	}
	report(f.Withheld.Pos, "不公开的，"+name(l, f.Withheld.Pos, ledger.FieldWithheld)+"没有填写", "")
}

func unknownScope(l *ledger.Ledger, f *ledger.Finding, report report) {
	if !f.Publication.IsEmpty() && !isPublic(f.Publication) && !isPrivate(f.Publication) {
		report(f.Publication.Pos, said(l, ledger.FieldPublication, f.Publication)+"看不懂", "")
	}
}

// saysPrivate asks every cell of every row but those that are about publication,
// clause by clause: 涉密 alone is a remark on the row, 涉密人员管理不严 is a finding.
func saysPrivate(l *ledger.Ledger, f *ledger.Finding, report report) {
	for _, x := range ledger.Fields() {
		if x == ledger.FieldPublication || x == ledger.FieldWithheld || x == ledger.FieldConsent {
			continue
		}
		for c := range cells(f, x) {
			if clause := privateClause(c.Text); clause != "" {
				report(c.Pos, name(l, c.Pos, x)+"里写着“"+clause+"”", "")
			}
		}
	}
}

// privateClause is the first clause of text that says it is private, or "".
func privateClause(text string) string {
	if !mayBePrivate(text) { // most texts
		return ""
	}
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) {
		if slices.Contains(privateRemarks, strings.TrimPrefix(clause, privateSubject(clause))) {
			return clause
		}
	}
	return ""
}

// mayBePrivate reports whether any of the words is in text.
func mayBePrivate(text string) bool {
	before := ' '
	for _, r := range text {
		if r == '密' || r == '开' && before == '公' || r == '外' && before == '对' || r == '部' && before == '内' {
			return true
		}
		before = r
	}
	return false
}

// privateSubject is what a clause may say before that it is private.
func privateSubject(clause string) string {
	for _, s := range []string{"此条", "本条", "该条", "此问题", "该问题", "建议", "拟"} {
		if strings.HasPrefix(clause, s) {
			return s
		}
	}
	return ""
}

// blankScope reports empty cells among rows that say they are public.
func blankScope(l *ledger.Ledger, report report) {
	says := func(f ledger.Finding) bool { return isPublic(f.Publication) }
	if !slices.ContainsFunc(l.Findings, says) {
		return
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Publication.Pos.Col > 0 && f.Publication.IsEmpty() {
			report(f.Publication.Pos, name(l, f.Publication.Pos, ledger.FieldPublication)+"没有填写，按公开处理", "")
		}
	}
}
