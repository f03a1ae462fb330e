package check

import (
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// officialRules are about what only a 公文 prints.
var officialRules = []rule{
	{
		Entry: problem.Entry{Code: "L514", Severity: problem.Error, Title: "公文没有发文字号",
			Why: "发文字号编排在发文机关标志之下（GB/T 9704-2012 7.2.5），是公文的要素，没有就不是正式的公文。"},
		run: official(noDocumentNumber),
	},
	{
		Entry: problem.Entry{Code: "L515", Severity: problem.Warning, Title: "公文缺少主送机关、版记或份号",
			Why: "公文一般有主送机关（GB/T 9704-2012 7.3.2），版记里有印发机关和印发日期（7.4.3）；普发性的公告、公开发布的通报可以没有主送机关。涉密公文应当标注份号。"},
		run: official(missingElements),
	},
	{
		Entry: problem.Entry{Code: "L516", Severity: problem.Error, Title: "公文要素的写法不合规定",
			Why: "份号是 6 位数字（GB/T 9704-2012 7.2.1），密级是绝密、机密、秘密和★期限（7.2.2），紧急程度是特急、加急（7.2.3），" +
				"发文字号的年份用〔〕括入四位数、不加“第”字、不编虚位、序号后加“号”（7.2.5），印发日期写到日（7.4.3）。"},
		run: official(faultyElements),
	},
	{
		Entry: problem.Entry{Code: "L517", Severity: problem.Error, Title: "社会通报写了密级",
			Why: "社会通报是向社会公开的，标密级的内容不能公开。"},
		hint: "不涉密的，删去密级；涉密的按保密规定处理，不能做成社会通报",
		run:  secretNotice,
	},
	{
		Entry: problem.Entry{Code: "L518", Severity: problem.Warning, Title: "公文写了密级",
			Why: "涉密文件不得在非涉密的计算机上起草、处理和存储；程序只照样印出密级，不能保守秘密。"},
		hint: "确认这台计算机可以处理这个密级的文件；不涉密的，删去密级",
		run:  official(secretDocument),
	},
	{
		Entry: problem.Entry{Code: "L519", Severity: problem.Warning, Title: "签发人只用于上行文",
			Why: "向上级机关的请示、报告才标注签发人（GB/T 9704-2012 7.2.6）；下行文、平行文和公开发布的不标。"},
		hint: "向上级报送的不用管；不是的，删去签发人",
		run:  official(signers),
	},
}

// noticeRules are about what a notice does not print.
var noticeRules = []rule{
	{
		Entry: problem.Entry{Code: "L527", Severity: problem.Warning, Title: "只在公文里印的栏目",
			Why: "版头、主送机关、版记是公文才有的（GB/T 9704-2012 7.2、7.3.2、7.4），社会通报里不印，写了也不起作用。"},
		hint: "要做红头文件的，「文种」写 公文，或者加 --form document；做社会通报的不用管",
		run:  unprinted,
	},
}

// official runs f on documents alone.
func official(f func(l *ledger.Ledger, report report)) func(*ledger.Ledger, report) {
	return func(l *ledger.Ledger, report report) {
		if l.Info.Form == ledger.FormDocument && !l.Info.Unreadable {
			f(l, report)
		}
	}
}

func noDocumentNumber(l *ledger.Ledger, report report) {
	if o := &l.Info.Official; o.Number.IsEmpty() {
		report(place(l, o.Number.Pos), "「发文字号」没有填写", fillIn(o.Number, "发文字号", "某文旅发〔2024〕12号"))
	}
}

func missingElements(l *ledger.Ledger, report report) {
	o := &l.Info.Official
	missing := func(c ledger.Cell, name, say, unless string) {
		if c.IsEmpty() {
			report(place(l, c.Pos), "「"+name+"」没有填写", fillIn(c, name, say)+unless)
		}
	}
	missing(o.Recipients, "主送机关", "各县（市、区）文化旅游局", "；公开发布、没有主送机关的不用管")
	missing(o.Printer, "印发机关", "某市文化旅游局办公室", "")
	missing(o.Printed.Cell, "印发日期", "2024年4月9日", "")
	if !o.Secrecy.IsEmpty() && o.Copy.IsEmpty() {
		report(o.Secrecy.Pos, "写了密级，没有写「份号」", fillIn(o.Copy, "份号", "000001"))
	}
}

func faultyElements(l *ledger.Ledger, report report) {
	o := &l.Info.Official
	for _, n := range o.Elements() {
		if isMarksOnly(n.Cell) {
			report(n.Cell.Pos, "「"+n.Name+"」"+quote(n.Cell)+"里没有字", "写上内容；没有的，这一格空着")
		}
	}
	for _, n := range []ledger.Named{{Name: "发文机关标志", Cell: o.Mark}, {Name: "发文字号", Cell: o.Number}} {
		if strings.ContainsAny(n.Cell.Text, "|｜") {
			report(n.Cell.Pos, "「"+n.Name+"」"+quote(n.Cell)+"里有竖线，会照样印出来", "删去竖线；只有标题用 | 换行，「"+n.Name+"」只排一行")
		}
	}
	if _, fault := ledger.DocumentNumber(o.Number.Text); fault != "" && hasWord(o.Number) {
		report(o.Number.Pos, "「发文字号」"+quote(o.Number)+fault, "写成 某文旅发〔2024〕12号 这样的")
	}
	if hasWord(o.Copy) && !ledger.IsCopyNumber(o.Copy.Text) {
		report(o.Copy.Pos, "「份号」"+quote(o.Copy)+"不是 6 位数字", "写成 000001 这样的；表里丢了前面的 0 的，先把单元格设成文本")
	}
	if _, ok := ledger.Secrecy(o.Secrecy.Text); !ok && hasWord(o.Secrecy) {
		report(o.Secrecy.Pos, "「密级」"+quote(o.Secrecy)+"看不懂", "写 绝密、机密 或 秘密，有期限的如 秘密★1年")
	}
	if hasWord(o.Urgency) && !ledger.IsUrgency(o.Urgency.Text) {
		report(o.Urgency.Pos, "「紧急程度」"+quote(o.Urgency)+"不是规定的词", "写 特急 或 加急；不急的不写")
	}
	if _, ok := o.Signers.Names(); !ok && hasWord(o.Signers) {
		report(o.Signers.Pos, "「签发人」"+quote(o.Signers)+"里的空格，分不清隔开的是两个人，还是一个人的姓和名", "几个人用顿号隔开，姓名里面不空格，如 甲某某、乙某")
	}
	if hasWord(o.Printed.Cell) {
		faultyPrintDate(l, report)
	}
}

// isMarksOnly reports whether something is written in c, and no letter or digit.
func isMarksOnly(c ledger.Cell) bool { return !c.IsEmpty() && ledger.Plain(c.Text) == "" }

// hasWord reports whether c holds a letter or a digit.
func hasWord(c ledger.Cell) bool { return !c.IsEmpty() && !isMarksOnly(c) }

// faultyPrintDate leaves an impossible date to L201 and one before 成文日期 to L212.
func faultyPrintDate(l *ledger.Ledger, report report) {
	d := l.Info.Official.Printed
	why := unreadable(d.Fault)
	if d.Precision == ledger.Year || d.Precision == ledger.Month {
		why = "没有写到日"
	}
	if why != "" {
		report(d.Pos, "「印发日期」"+quote(d.Cell)+why, "印发日期是送印的日期，写成 2024年4月9日 这样的")
	}
}

func secretNotice(l *ledger.Ledger, report report) {
	if c := l.Info.Official.Secrecy; l.Info.Form == ledger.FormNotice && !c.IsEmpty() {
		report(c.Pos, "「密级」写着"+quote(c)+"，不能做成向社会公开的通报", "")
	}
}

func secretDocument(l *ledger.Ledger, report report) {
	if c := l.Info.Official.Secrecy; !c.IsEmpty() {
		report(c.Pos, "「密级」写着"+quote(c)+"，涉密文件不得在非涉密计算机上处理", "")
	}
}

func signers(l *ledger.Ledger, report report) {
	if c := l.Info.Official.Signers; !c.IsEmpty() {
		report(c.Pos, "标了签发人"+quote(c)+"，只有向上级的请示、报告才标", "")
	}
}

// unprinted leaves 密级 to L517.
func unprinted(l *ledger.Ledger, report report) {
	if l.Info.Form != ledger.FormNotice {
		return
	}
	elements := slices.DeleteFunc(l.Info.Official.Elements(), func(n ledger.Named) bool { return n.Name == "密级" })
	for _, n := range elements {
		if !n.Cell.IsEmpty() {
			report(n.Cell.Pos, "「"+n.Name+"」"+quote(n.Cell)+"只在公文（红头）里印，社会通报不印", "")
		}
	}
}
