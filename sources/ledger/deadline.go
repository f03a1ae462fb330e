package ledger

import (
	"slices"
	"strings"
	"time"
)

// A Deadline is 整改时限. Date is set for DeadlineDate and DeadlineBoth only, and
// never computed from today. It is the last day of what is written, so 2023年6月
// means June 30; Precision says which parts are written, and 底 writes the day.
type Deadline struct {
	Cell
	As        Stored
	Kind      DeadlineKind
	Date      time.Time
	Precision Precision
	Fault     DateFault // for DeadlineUnknown: what is wrong with the date in it
}

// DeadlineKind says how a deadline is put.
type DeadlineKind int

const (
	DeadlineNone      DeadlineKind = iota
	DeadlineDate                   // 2023年12月底前
	DeadlineImmediate              // 立行立改
	DeadlineLongTerm               // 长期坚持
	DeadlineBoth                   // 2024年底前，并长期坚持; 立行立改，长期坚持 has no date
	DeadlineRelative               // 2个月内
	DeadlineUnknown                // words we do not understand
)

// deadlineWords are the words for a deadline without a date.
var deadlineWords = []struct {
	kind  DeadlineKind
	words []string
}{
	{DeadlineImmediate, []string{"立行立改", "立改立行", "即改即行", "立查立改", "即查即改", "边查边改", "立改", "立即整改", "立即", "即行即改", "即知即改", "马上整改"}},
	{DeadlineLongTerm, []string{
		"长期坚持", "长期整改", "长期", "持续推进", "持续整改", "持续坚持", "持续", "坚持", "常态化", "常态化推进", "常态化坚持", "长期推进", "持续巩固",
	}},
}

// ParseDeadline reads the deadline in c, clause by clause: a range counts by its
// end, several dates by the last of them. A clause with digits that is not
// understood makes the whole unknown, since it may be the date; words without
// digits do so only where nothing else is said.
func ParseDeadline(c Cell, as Stored) Deadline {
	d := Deadline{Cell: c, As: as}
	if c.IsEmpty() {
		return d
	}
	if !as.Day.IsZero() || as.Number {
		return d.settle(said{}.date(readCell(c, as).to))
	}
	var all said
	for _, clause := range clauses(c.Text) {
		folded := fold(clause)
		switch clauseKind(folded) {
		case DeadlineImmediate:
			all.immediate = true
		case DeadlineLongTerm:
			all.longTerm = true
		case DeadlineRelative:
			all.relative = true
		default:
			if strings.ContainsAny(folded, "0123456789年月日") {
				all = all.date(readSpans(clause).to)
			}
		}
	}
	return d.settle(all)
}

// clauseMarks part the clauses of a deadline.
var clauseMarks = strings.NewReplacer("并且", "\n", "并", "\n", "且", "\n", "同时", "\n",
	"，", "\n", ",", "\n", "；", "\n", ";", "\n", "、", "\n", "。", "\n", "（", "\n", "）", "\n", "(", "\n", ")", "\n")

// clauses parts a deadline's words; a 。 between digits is a point.
func clauses(text string) []string {
	parts := strings.SplitAfter(text, "。")
	for i, after := range parts[1:] {
		before := strings.TrimSuffix(parts[i], "。")
		if n := len(before); n > 0 && isASCIIDigit(before[n-1]) && after != "" && isASCIIDigit(after[0]) {
			parts[i] = before + "."
		}
	}
	return strings.Split(clauseMarks.Replace(strings.Join(parts, "")), "\n")
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

// clauseKind is the kind of a clause without a date, folded, else DeadlineUnknown.
func clauseKind(folded string) DeadlineKind {
	for _, w := range deadlineWords {
		if slices.Contains(w.words, folded) {
			return w.kind
		}
	}
	if isRelative(folded) {
		return DeadlineRelative
	}
	return DeadlineUnknown
}

// isRelative takes a length of time: 2个月内, 收到意见后半年之内完成, and alone 3个月.
func isRelative(s string) bool {
	for i := range s {
		rest, half := strings.CutPrefix(s[i:], "半")
		digits := ""
		if !half {
			digits, rest = leading(s[i:], 4)
		}
		if !half && digits == "" {
			continue
		}
		if len(digits) < 4 && isLength(rest, i == 0 && !half) { // 2023年内 is a year
			return true
		}
		if digits != "" {
			return false // the first number decides
		}
	}
	return false
}

// isLength takes the unit of a length of time and 内; without 内 if alone.
func isLength(s string, alone bool) bool {
	for _, unit := range []string{"个月", "个工作日", "工作日", "天", "日", "周", "个星期", "年"} {
		rest, cut := strings.CutPrefix(s, unit)
		if !cut {
			continue
		}
		if rest == "" && alone {
			return unit == "个月" || unit == "天" || unit == "个工作日"
		}
		rest = strings.TrimPrefix(rest, "时间")
		for _, within := range []string{"以内", "之内", "内"} {
			if rest, cut := strings.CutPrefix(rest, within); cut && isTail(rest) {
				return true
			}
		}
	}
	return false
}

// said is what the clauses of a deadline say.
type said struct {
	immediate, longTerm, relative bool

	last      time.Time
	precision Precision
	fault     DateFault
}

// date adds what one clause says as a date.
func (a said) date(s span) said {
	switch {
	case s.fault != DateFine && (a.fault == DateFine || s.fault < a.fault):
		a.fault = s.fault
	case s.fault == DateFine && a.last.Before(s.last):
		a.last, a.precision = s.last, s.precision
	}
	return a
}

// settle decides the kind of d.
func (d Deadline) settle(a said) Deadline {
	dated := a.precision != NoDate
	if a.fault == DateFine && !dated && !a.immediate && !a.longTerm && !a.relative {
		a.fault = DateUnknown
	}
	switch {
	case a.fault != DateFine:
		d.Kind, d.Fault = DeadlineUnknown, a.fault
		return d
	case a.longTerm && (a.immediate || dated || a.relative):
		d.Kind = DeadlineBoth
	case dated:
		d.Kind = DeadlineDate
	case a.relative:
		d.Kind = DeadlineRelative
	case a.longTerm:
		d.Kind = DeadlineLongTerm
	default:
		d.Kind = DeadlineImmediate
	}
	d.Date, d.Precision = a.last, a.precision
	return d
}
