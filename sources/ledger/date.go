package ledger

import (
	"strings"
	"time"
)

// Precision says which parts of a date are written.
type Precision int

const (
	NoDate Precision = iota
	Year
	Month
	Day
)

// A Date is a day that staff wrote in one of many ways. Time is made only of the
// parts that are written, UTC, and is zero if Precision is NoDate; Fault then
// says why, unless the cell is empty.
type Date struct {
	Cell
	As        Stored
	Time      time.Time
	Precision Precision
	Fault     DateFault
}

// A DateFault says why a cell with words in it gives no date.
type DateFault int

const (
	DateFine       DateFault = iota // a date, or nothing written
	DateImpossible                  // 2023年2月30日: there is no such day
	DateYear                        // 2205年9月30日, 1900-1-1: the year is before FirstYear or after LastYear
	DateNoYear                      // 4月底前, 23.4.8: the year is not written, or not in full
	DateAmbiguous                   // the number 2023.1, which a cell also shows for 2023.10
	DateUnknown                     // words that are no date
)

// The years that a ledger's dates may be in. Excel shows 1900 for an empty date.
const FirstYear, LastYear = 1990, 2099

// ISO returns the written parts: 2023-04-08, 2023-05, 2023, or "".
func (d Date) ISO() string {
	switch d.Precision {
	case Day:
		return d.Time.Format(time.DateOnly)
	case Month:
		return d.Time.Format("2006-01")
	case Year:
		return d.Time.Format("2006")
	}
	return ""
}

// Stored is what a file says of a cell besides its words: the day of a real
// date, else zero, and whether the cell is a number. Text has the zero Stored.
type Stored struct {
	Day    time.Time
	Number bool
}

// ParseDate reads the date in c.
//
// A real date is as precise as it is shown: Excel turns a typed 2023年3月 into
// the first of March, and shows what was typed. A range, 2023年3月—2023年6月,
// gives its first date if start, else its last. Text without a year, and a year
// of two digits, give no date.
func ParseDate(c Cell, as Stored, start bool) Date {
	d := Date{Cell: c, As: as}
	if c.IsEmpty() {
		return d
	}
	s := readCell(c, as)
	if s.from.fault != DateFine || s.to.fault != DateFine {
		d.Fault = max(s.from.fault, s.to.fault)
		return d
	}
	one := s.to
	if start {
		one = s.from
	}
	d.Time, d.Precision = one.first, one.precision
	return d
}

// readCell reads the words of c and holds them against what the file says.
func readCell(c Cell, as Stored) spans {
	s := readSpans(c.Text)
	switch {
	case !as.Day.IsZero():
		return s.shown(as.Day)
	case as.Number && s.to.precision == Month && len(c.Text) == len("2023.1") && strings.HasSuffix(c.Text, ".1"):
		return both(span{fault: DateAmbiguous})
	}
	return s
}

// shown is a real date at the precision of what is shown. Where the words say
// another day, as 3/1 without a year does, the real day counts.
func (s spans) shown(day time.Time) spans {
	if year := day.Year(); year < FirstYear || year > LastYear {
		return both(span{fault: DateYear})
	}
	if s.from == s.to && s.to.fault == DateFine && !day.Before(s.to.first) && !day.After(s.to.last) {
		return s
	}
	return both(span{first: day, last: day, precision: Day})
}
