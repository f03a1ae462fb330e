package check

import (
	"time"

	"tongbao/sources/ledger"
)

// A span is the days that a date as written may mean: 2023年3月 is any day of
// March. The zero span is no date; it is neither before nor after anything.
type span struct {
	first, last time.Time
}

// before reports whether s is certainly earlier than t.
func (s span) before(t span) bool {
	return !s.last.IsZero() && s.last.Before(t.first)
}

// spanOf returns the days d may mean. 2023年3月下旬 is any day from its first to
// the month's last.
func spanOf(d ledger.Date) span {
	s := span{first: d.Time, last: d.Time}
	switch d.Precision {
	case ledger.Month:
		s.last = time.Date(d.Time.Year(), d.Time.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	case ledger.Year:
		s.last = time.Date(d.Time.Year(), 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return s
}

// dateIn returns the days that one of m's date columns may mean, and why it
// gives none. A deadline's date is the last day it allows.
func dateIn(m *ledger.Measure, x ledger.Field) (span, ledger.DateFault) {
	switch x {
	case ledger.FieldStarted:
		return spanOf(m.Started), m.Started.Fault
	case ledger.FieldCompleted:
		return spanOf(m.Completed), m.Completed.Fault
	case ledger.FieldAcceptedOn:
		return spanOf(m.AcceptedOn), m.AcceptedOn.Fault
	case ledger.FieldDeadline:
		return span{first: m.Deadline.Date, last: m.Deadline.Date}, m.Deadline.Fault
	}
	return span{}, ledger.DateFine
}

// unreadable says what is wrong with words that give no date, or "". An
// impossible date has a rule of its own.
func unreadable(fault ledger.DateFault) string {
	switch fault {
	case ledger.DateNoYear:
		return "没有写明四位数的年份"
	case ledger.DateAmbiguous:
		return "分不清是 1 月还是 10 月"
	case ledger.DateUnknown:
		return "不是日期"
	}
	return ""
}
