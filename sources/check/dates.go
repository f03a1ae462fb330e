package check

import (
	"fmt"
	"unicode/utf8"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// The words that the ledger's two closed columns take, as hints list them.
const (
	statusWords   = "已完成、基本完成、正在整改、长期坚持、未完成"
	deadlineWords = "2023年6月30日、2023年12月底前、立行立改、长期坚持、2个月内"
)

var dateRules = []rule{
	{
		Entry: problem.Entry{Code: "L201", Severity: problem.Error, Title: "日期不存在",
			Why: "2023年2月30日、13月这样的日期日历上没有，2205年这样的年份也不会有，多半是录入时错了一位。"},
		hint: "对照原始材料改成真实的日期",
		run:  impossible,
	},
	{
		Entry: problem.Entry{Code: "L202", Severity: problem.Error, Title: "完成时间、验收日期不是日期",
			Why: "写了已完成就要能核对是哪一天完成的；文字不能和启动时间、成文日期比较先后。"},
		hint: "写成 2023年6月8日 或 2023年6月；没有就写“/”",
		run:  eachRow(noCompletionDate),
	},
	{
		Entry: problem.Entry{Code: "L203", Severity: problem.Warning, Title: "启动时间不是日期",
			Why: "文字不能和完成时间、整改时限比较先后，这一条的先后就没有检查。"},
		hint: "写成 2023年3月1日 或 2023年3月；没有就写“/”",
		run:  eachRow(readable(ledger.FieldStarted)),
	},
	{
		Entry: problem.Entry{Code: "L204", Severity: problem.Error, Title: "完成时间早于启动时间",
			Why: "没有开始的整改不会已经完成，两个日期必有一个写错。只写到月的按整月比较，拿不准的不报。"},
		hint: "核对这两个日期，改正写错的一个",
		run:  eachRow(inOrder(ledger.FieldStarted, ledger.FieldCompleted)),
	},
	{
		Entry: problem.Entry{Code: "L205", Severity: problem.Warning, Title: "整改时限早于启动时间",
			Why: "时限应当在启动之后，颠倒的多半是年份或月份写错。"},
		hint: "核对这两个日期，改正写错的一个",
		run:  eachRow(inOrder(ledger.FieldStarted, ledger.FieldDeadline)),
	},
	{
		Entry: problem.Entry{Code: "L206", Severity: problem.Warning, Title: "没有完成却填了完成时间",
			Why: "完成情况和完成时间互相矛盾，统计时以完成情况为准。"},
		hint: "已经完成的，把完成情况改为已完成；没有完成的，完成时间写“/”",
		run:  eachRow(openButCompleted),
	},
	{
		Entry: problem.Entry{Code: "L207", Severity: problem.Error, Title: "完成时间晚于成文日期",
			Why: "通报不能说还没有发生的事：成文那天还没有完成的，不能写成已完成。"},
		hint: "核对完成时间和成文日期；确实还没有完成的，改完成情况",
		run:  eachRow(completedAfterNotice),
	},
	{
		Entry: problem.Entry{Code: "L208", Severity: problem.Warning, Title: "完成时间晚于整改时限",
			Why: "逾期完成要能说明原因；也可能是其中一个日期写错。"},
		hint: "核对这两个日期；确实逾期的，在备注里写明原因",
		run:  eachRow(completedLate),
	},
	{
		Entry: problem.Entry{Code: "L209", Severity: problem.Warning, Title: "验收日期早于完成时间",
			Why: "先完成、后验收；颠倒的多半是年份或月份写错。"},
		hint: "核对这两个日期，改正写错的一个",
		run:  eachRow(inOrder(ledger.FieldCompleted, ledger.FieldAcceptedOn)),
	},
	{
		Entry: problem.Entry{Code: "L210", Severity: problem.Warning, Title: "整改时限看不懂",
			Why: "看不懂的时限不能判断是否逾期。"},
		hint: "写成日期或期限，如 " + deadlineWords,
		run:  eachRow(unknownDeadline),
	},
	{
		Entry: problem.Entry{Code: "L211", Severity: problem.Error, Title: "完成情况看不懂",
			Why: "完成情况决定完成时间、佐证材料该不该填，也决定完成率；程序不能替单位猜。"},
		hint: "改成 " + statusWords + " 之一",
		run:  eachRow(unknownStatus),
	},
	{
		Entry: problem.Entry{Code: "L212", Severity: problem.Error, Title: "巡察、反馈、成文、印发的日期前后颠倒",
			Why: "巡察开始、巡察结束、反馈、成文、印发依次发生；颠倒的日期必有一个写错，而成文日期要印在通报上。"},
		hint: "核对这两个日期，改正写错的一个",
		run:  noticeOrder,
	},
	{
		Entry: problem.Entry{Code: "L213", Severity: problem.Warning, Title: "巡察、反馈的日期不是日期",
			Why: "文字不能比较先后，这几个日期的先后就没有检查。"},
		hint: "写成 2023年2月22日 或 2023.2.22",
		run:  noNoticeDate,
	},
}

// each runs a check over every finding.
func each(check func(l *ledger.Ledger, f *ledger.Finding, report report)) func(*ledger.Ledger, report) {
	return func(l *ledger.Ledger, report report) {
		for i := range l.Findings {
			check(l, &l.Findings[i], report)
		}
	}
}

// eachRow runs a check over every row of every finding.
func eachRow(check func(l *ledger.Ledger, m *ledger.Measure, report report)) func(*ledger.Ledger, report) {
	return each(func(l *ledger.Ledger, f *ledger.Finding, tell report) {
		for m := range f.Rows() {
			check(l, m, tell)
		}
	})
}

// open reports whether m says that it is not finished. 基本完成 may have a date,
// and of a word we do not know we say nothing.
func open(m *ledger.Measure) bool {
	switch m.Status.State {
	case ledger.InProgress, ledger.LongTerm, ledger.NotDone:
		return true
	}
	return false
}

// dateFields is every column of a row that holds a date.
var dateFields = []ledger.Field{ledger.FieldStarted, ledger.FieldDeadline, ledger.FieldCompleted, ledger.FieldAcceptedOn}

// impossible reports the dates of findings and notice that no calendar has.
func impossible(l *ledger.Ledger, report report) {
	eachRow(impossibleIn)(l, report)
	for _, d := range noticeDates(&l.Info) {
		if why, hint := impossibleFor(d.Fault); why != "" {
			report(d.Pos, "「"+d.name+"」"+quote(d.Cell)+why, hint)
		}
	}
}

func impossibleIn(l *ledger.Ledger, m *ledger.Measure, report report) {
	for _, x := range dateFields {
		_, fault := dateIn(m, x)
		if why, hint := impossibleFor(fault); why != "" {
			report(m.Cell(x).Pos, said(l, x, *m.Cell(x))+why, hint)
		}
	}
}

// impossibleFor says what is wrong with a date that cannot be, and the next step
// where it is not the rule's own; "" if that is not its fault.
func impossibleFor(fault ledger.DateFault) (why, hint string) {
	switch fault {
	case ledger.DateImpossible:
		return "不是日历上的日期", ""
	case ledger.DateYear:
		return fmt.Sprintf("的年份不对：台账里的日期应当在 %d—%d 年之间", ledger.FirstYear, ledger.LastYear),
			"对照原始材料改正年份；空着的日期在 Excel 里会显示成 1900 年，没有日期的写“/”"
	}
	return "", ""
}

// readable reports the words in a date column that give no date.
func readable(x ledger.Field) func(*ledger.Ledger, *ledger.Measure, report) {
	return func(l *ledger.Ledger, m *ledger.Measure, report report) {
		_, fault := dateIn(m, x)
		if why := unreadable(fault); why != "" {
			report(m.Cell(x).Pos, said(l, x, *m.Cell(x))+why, "")
		}
	}
}

// noCompletionDate leaves an open row to [openButCompleted].
func noCompletionDate(l *ledger.Ledger, m *ledger.Measure, report report) {
	if !open(m) {
		readable(ledger.FieldCompleted)(l, m, report)
	}
	readable(ledger.FieldAcceptedOn)(l, m, report)
}

// inOrder checks that what happens later is not dated earlier; it reports the
// later one's cell and names the other.
func inOrder(earlier, later ledger.Field) func(*ledger.Ledger, *ledger.Measure, report) {
	return func(l *ledger.Ledger, m *ledger.Measure, report report) {
		a, _ := dateIn(m, earlier)
		b, _ := dateIn(m, later)
		if b.before(a) {
			report(m.Cell(later).Pos, said(l, later, *m.Cell(later))+"早于"+against(l, m, earlier, later), "")
		}
	}
}

// against is a second cell of m, with its place, in a message about column x's.
func against(l *ledger.Ledger, m *ledger.Measure, second, x ledger.Field) string {
	return said(l, second, *m.Cell(second)) + aside(m.Cell(x).Pos, m.Cell(second).Pos)
}

// openButCompleted lets words such as 长期坚持 stand: they claim no day.
func openButCompleted(l *ledger.Ledger, m *ledger.Measure, report report) {
	if open(m) && !m.Completed.IsEmpty() && m.Completed.Fault != ledger.DateUnknown {
		report(m.Completed.Pos, "填了"+said(l, ledger.FieldCompleted, m.Completed.Cell)+"，而"+
			against(l, m, ledger.FieldStatus, ledger.FieldCompleted), "")
	}
}

func completedAfterNotice(l *ledger.Ledger, m *ledger.Measure, report report) {
	if notice := l.Info.Date; !open(m) && spanOf(notice).before(spanOf(m.Completed)) {
		report(m.Completed.Pos, said(l, ledger.FieldCompleted, m.Completed.Cell)+"晚于「成文日期」"+quote(notice.Cell)+
			aside(m.Completed.Pos, notice.Pos), "")
	}
}

func completedLate(l *ledger.Ledger, m *ledger.Measure, report report) {
	if deadline, _ := dateIn(m, ledger.FieldDeadline); !open(m) && deadline.before(spanOf(m.Completed)) {
		report(m.Completed.Pos, said(l, ledger.FieldCompleted, m.Completed.Cell)+"晚于"+
			against(l, m, ledger.FieldDeadline, ledger.FieldCompleted), "")
	}
}

// unknownDeadline leaves an impossible date to L201.
func unknownDeadline(l *ledger.Ledger, m *ledger.Measure, report report) {
	d := m.Deadline
	if d.Kind != ledger.DeadlineUnknown || d.Fault == ledger.DateImpossible || d.Fault == ledger.DateYear {
		return
	}
	why := "看不懂"
	if d.Fault == ledger.DateNoYear || d.Fault == ledger.DateAmbiguous {
		why = unreadable(d.Fault)
	}
	report(d.Pos, said(l, ledger.FieldDeadline, d.Cell)+why, "")
}

// unknownStatus leaves sentences in a table without 整改情况 to L104, which says that
// they may be just that.
func unknownStatus(l *ledger.Ledger, m *ledger.Measure, report report) {
	const sentence = 10 // characters
	if m.Status.State == ledger.StateUnknown {
		t := table(l, m.Status.Pos, ledger.FieldStatus)
		if t != nil && t.Columns[ledger.FieldRectification] == 0 && m.Rectification.Pos.Col == 0 && utf8.RuneCountInString(m.Status.Text) > sentence {
			return
		}
		report(m.Status.Pos, said(l, ledger.FieldStatus, m.Status.Cell)+"看不懂", "")
	}
}

// A noticeDate is one of the notice's own dates, by its 栏目.
type noticeDate struct {
	ledger.Date
	name string
}

// noticeDates is the notice's dates in the order they happen.
func noticeDates(info *ledger.Info) []noticeDate {
	return []noticeDate{
		{info.InspectionStart, "巡察开始"}, {info.InspectionEnd, "巡察结束"},
		{info.Feedback, "反馈日期"}, {info.Date, "成文日期"}, {info.Official.Printed, "印发日期"},
	}
}

// noticeOrder compares each date with the nearest earlier one that is given.
func noticeOrder(l *ledger.Ledger, report report) {
	var last noticeDate
	for _, d := range noticeDates(&l.Info) {
		if d.Precision == ledger.NoDate {
			continue
		}
		if spanOf(d.Date).before(spanOf(last.Date)) {
			report(place(l, d.Pos), "「"+d.name+"」"+quote(d.Cell)+"早于「"+last.name+"」"+quote(last.Cell)+aside(d.Pos, last.Pos), "")
		}
		last = d
	}
}

// noNoticeDate leaves 成文日期, which is printed, to L521.
func noNoticeDate(l *ledger.Ledger, report report) {
	for _, d := range noticeDates(&l.Info)[:3] {
		if why := unreadable(d.Fault); why != "" {
			report(d.Pos, "「"+d.name+"」"+quote(d.Cell)+why, "")
		}
	}
}
