package check

import (
	"fmt"
	"strconv"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// agreementRules hold what a 公文 says in one place against another.
var agreementRules = []rule{
	{
		Entry: problem.Entry{Code: "L531", Severity: problem.Warning, Title: "发文字号、印发日期和成文日期对不上",
			Why: "发文字号的年份是发文的年份、序号逐年从 1 编起（GB/T 9704-2012 7.2.5），印发日期是送印的日期（7.4.3）；差得多的，多半是从旧文件上复制来没有改，或者打错了。"},
		hint: "核对后改正；确实如此的不用管",
		run:  official(disagreements),
	},
}

// The most that is not odd of a 公文.
const (
	serialDigits = 5  // of its number within a year
	printingDays = 60 // from 成文日期 to 印发日期
)

// disagreements compares 发文字号 and 印发日期 with 成文日期. It leaves a 印发日期 before that to L212.
func disagreements(l *ledger.Ledger, report report) {
	o, date := &l.Info.Official, l.Info.Date
	said := func(at problem.Pos) string { return "「成文日期」" + quote(date.Cell) + aside(at, date.Pos) }
	if printed, fault := ledger.DocumentNumber(o.Number.Text); fault == "" {
		year, serial := yearAndSerial(printed)
		if date.Precision != ledger.NoDate && year != date.Time.Year() {
			report(o.Number.Pos, "「发文字号」"+quote(o.Number)+"的年份和"+said(o.Number.Pos)+"不是同一年", "")
		}
		if n := len(serial); n > serialDigits {
			report(o.Number.Pos, fmt.Sprintf("「发文字号」%s的序号有 %d 位数", quote(o.Number), n), "")
		}
	}
	if o.Printed.Precision == ledger.Day && date.Precision == ledger.Day {
		if days := int(o.Printed.Time.Sub(date.Time).Hours() / 24); days > printingDays {
			report(o.Printed.Pos, fmt.Sprintf("「印发日期」%s比%s晚 %d 天", quote(o.Printed.Cell), said(o.Printed.Pos), days), "")
		}
	}
}

// yearAndSerial is 2024 and 12 of a number as printed: 某发〔2024〕12号.
func yearAndSerial(printed string) (year int, serial string) {
	_, rest, _ := strings.Cut(printed, "〔")
	digits, rest, _ := strings.Cut(rest, "〕")
	year, _ = strconv.Atoi(digits)
	return year, strings.TrimSuffix(rest, "号")
}
