package ledger

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// A Deadline is 整改时限. Date is set for DeadlineDate and DeadlineBoth only, and
// never computed from today. It is the last day of what is written, so 2023年6月
// means June 30; Precision says which parts are written, and 底 writes the day.
type Deadline struct {
	Cell
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
	{DeadlineImmediate, []string{"立行立改", "立改", "立即整改", "立即", "即行即改", "即知即改", "马上整改"}},
	{DeadlineLongTerm, []string{
		"长期坚持", "长期整改", "长期", "持续推进", "持续整改", "持续坚持", "持续", "坚持", "常态化", "常态化推进", "常态化坚持", "长期推进", "持续巩固",
	}},
}

var (
	relative     = regexp.MustCompile(`^\D*?(?:\d+|半)(?:个月|个工作日|工作日|天|日|周|个星期|年)(?:时间)?(?:以内|之内|内)` + dateTail)
	relativeBare = regexp.MustCompile(`^(?:\d{1,2}个月|\d{1,3}天|\d{1,3}个工作日)$`)
	dotted       = regexp.MustCompile(`\d+(?:。\d+)+`)
	clauseMarks  = regexp.MustCompile(`[，,；;、。\n（）()]|并且|并|且|同时`)
)

// ParseDeadline reads the deadline in c, clause by clause: a range counts by its
// end, several dates by the last of them. A clause with digits that is not
// understood makes the whole unknown, since it may be the date; words without
// digits do so only where nothing else is said.
func ParseDeadline(c Cell, as Stored) Deadline {
	d := Deadline{Cell: c}
	if c.IsEmpty() {
		return d
	}
	if !as.Day.IsZero() || as.Number {
		return d.settle(said{}.date(readCell(c, as).to))
	}
	var all said
	for _, clause := range clauses(c.Text) {
		switch clauseKind(clause) {
		case DeadlineImmediate:
			all.immediate = true
		case DeadlineLongTerm:
			all.longTerm = true
		case DeadlineRelative:
			all.relative = true
		default:
			if strings.ContainsAny(fold(clause), "0123456789年月日") {
				all = all.date(readSpans(clause).to)
			}
		}
	}
	return d.settle(all)
}

// clauses parts a deadline's words; a mark between digits parts nothing.
func clauses(text string) []string {
	text = dotted.ReplaceAllStringFunc(text, func(date string) string { return strings.ReplaceAll(date, "。", ".") })
	return clauseMarks.Split(text, -1)
}

// clauseKind is the kind of a clause without a date, else DeadlineUnknown.
func clauseKind(clause string) DeadlineKind {
	folded := fold(clause)
	for _, w := range deadlineWords {
		if slices.Contains(w.words, folded) {
			return w.kind
		}
	}
	if relative.MatchString(folded) || relativeBare.MatchString(folded) {
		return DeadlineRelative
	}
	return DeadlineUnknown
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
