package ledger

import (
	"strconv"
	"strings"
	"time"
)

// A span is the days one written date covers. 2023年4月 is all of April;
// 2023年4月底 is its last day alone.
type span struct {
	first, last time.Time
	precision   Precision
	fault       DateFault
}

// spans are the two ends of a range; for a single date both are the same.
type spans struct{ from, to span }

func both(s span) spans { return spans{s, s} }

// rangeMarks part the ends of a range. The marks that also stand inside a date
// come last and must stand between two whole dates.
var rangeMarks = []string{"——", "—", "–", "～", "~", "至", "到", "-"}

// readSpans reads a date or a range. The year of a range's end may be left out
// where its start has one: 2023年3月至6月.
func readSpans(text string) spans {
	text = fold(withoutClock(text))
	whole := readSpan(text)
	if whole.fault <= DateYear {
		return both(whole)
	}
	for _, mark := range rangeMarks {
		for i := 0; i < len(text); i++ {
			if !strings.HasPrefix(text[i:], mark) {
				continue
			}
			if s, ok := readRange(text[:i], text[i+len(mark):]); ok {
				return s
			}
		}
	}
	return both(whole)
}

// readRange reads the two ends of a range.
func readRange(left, right string) (spans, bool) {
	left = strings.TrimPrefix(left, "自")
	left = strings.TrimPrefix(left, "从")
	from, to := readSpan(left), readSpan(right)
	if to.fault == DateNoYear && from.fault == DateFine && strings.Contains(right, "月") {
		to = readSpan(strconv.Itoa(from.first.Year()) + "年" + right)
	}
	ok := from.fault <= DateYear && to.fault <= DateYear
	return spans{from, to}, ok
}

// readSpan reads one folded date. Its fault is DateUnknown if s is none.
func readSpan(s string) span {
	if w, ok := readWritten(s); ok {
		return newSpan(w.year, w.month, w.day).narrow(w.ending)
	}
	if isYearless(s) {
		return span{fault: DateNoYear}
	}
	return span{fault: DateUnknown}
}

// newSpan makes the span of the parts that are written; each may be "".
func newSpan(year, month, day string) span {
	y, _ := strconv.Atoi(year) // the forms let digits through only
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	switch {
	case month != "" && (m < 1 || m > 12), day != "" && date(y, m, d).Day() != d:
		return span{fault: DateImpossible}
	case y < FirstYear || y > LastYear:
		return span{fault: DateYear}
	case month == "":
		return months(y, 1, 12, Year)
	case day == "":
		return months(y, m, 1, Month)
	}
	t := date(y, m, d)
	return span{first: t, last: t, precision: Day}
}

// months is the span of n whole months.
func months(year, month, n int, p Precision) span {
	return span{first: date(year, month, 1), last: date(year, month+n, 0), precision: p}
}

// narrow is the part of s that an ending names. 底 is the last day; a third of a
// month or a part of a year moves the bounds, but writes no day or month.
func (s span) narrow(ending string) span {
	if s.fault != DateFine || ending == "" {
		return s
	}
	y, m := s.first.Year(), int(s.first.Month())
	switch {
	case ending == "底" || ending == "末" || strings.HasPrefix(ending, "年") && s.precision == Year:
		return span{first: s.last, last: s.last, precision: Day}
	case ending == "初":
		return s
	case s.precision == Month && strings.HasSuffix(ending, "旬"):
		return s.third(ending)
	case s.precision == Year && ending == "上半年":
		return months(y, m, 6, Year)
	case s.precision == Year && ending == "下半年":
		return months(y, m+6, 6, Year)
	case s.precision == Year && strings.Contains(ending, "季度"):
		quarter := strings.IndexByte("1234", strings.TrimPrefix(ending, "第")[0])
		return months(y, m+3*quarter, 3, Year)
	}
	return span{fault: DateUnknown}
}

// third is 上旬, 中旬 or 下旬 of a month.
func (s span) third(ending string) span {
	begin := s.first
	switch ending {
	case "上旬":
		s.last = begin.AddDate(0, 0, 9)
	case "中旬":
		s.first, s.last = begin.AddDate(0, 0, 10), begin.AddDate(0, 0, 19)
	case "下旬":
		s.first = begin.AddDate(0, 0, 20)
	}
	return s
}

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
