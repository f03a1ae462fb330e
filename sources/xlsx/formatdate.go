package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// showTime is t as the cell shows it. What shows no day is given as 2025年9月 or
// 2025年 where the cell's own way, Sep-25 or 9月, could be taken for a day: nobody
// who reads the text may think it more precise than the cell.
func (f *format) showTime(t time.Time) string {
	s := f.sections[0]
	switch year, month := s.parts(); {
	case s.clock || s.shows('d') || s.shows('a') || year && !s.shows('m') || year && month:
	case s.shows('m'):
		return t.Format("2006年1月")
	case s.shows('y'):
		return t.Format("2006年")
	}
	var b strings.Builder
	for _, p := range s.pieces {
		b.WriteString(s.timePiece(p, t))
	}
	return b.String()
}

func (s section) shows(code byte) bool {
	return slices.ContainsFunc(s.pieces, func(p piece) bool { return p.code == code })
}

// parts reports whether s shows a year in full, and a month in digits after it.
func (s section) parts() (year, month bool) {
	for _, p := range s.pieces {
		switch {
		case p.code == 'e' || p.code == 'y' && len(p.text) > 2:
			year = true
		case p.code == 'm' && len(p.text) <= 2 && year:
			month = true
		}
	}
	return year, month
}

// timePiece is one piece of a date's format at t.
func (s section) timePiece(p piece, t time.Time) string {
	n := len(p.text)
	switch p.code {
	case 'y', 'e':
		return s.year(p, t.Year())
	case 'm':
		if n >= 3 {
			return monthName(t, n)
		}
		return s.number(int(t.Month()), n)
	case 'd':
		if n >= 3 {
			return t.Format([...]string{"Mon", "Monday"}[min(n-3, 1)])
		}
		return s.number(t.Day(), n)
	case 'a':
		return [...]string{"周", "星期"}[min(n-3, 1)] + string([]rune("日一二三四五六")[t.Weekday()])
	case 'h':
		return s.number(s.hour(t), n)
	case 'M':
		return s.number(t.Minute(), n)
	case 's':
		return s.number(t.Second(), n)
	case 'p':
		return halfDay(p.text, t.Hour())
	}
	return p.text
}

// year is y as two or four digits.
func (s section) year(p piece, y int) string {
	digits := fmt.Sprintf("%04d", y)
	if p.code == 'y' && len(p.text) <= 2 {
		digits = digits[2:]
	}
	if !s.chinese {
		return digits
	}
	var b strings.Builder
	for _, d := range digits {
		b.WriteRune([]rune("〇一二三四五六七八九")[d-'0'])
	}
	return b.String()
}

// number is n under a hundred, with two digits if the code is written twice.
func (s section) number(n, width int) string {
	if s.chinese {
		return chineseNumber(n)
	}
	return fmt.Sprintf("%0*d", min(width, 2), n)
}

// chineseNumber is 0 to 99 as 〇 to 九十九.
func chineseNumber(n int) string {
	digit := []rune("〇一二三四五六七八九")
	if n < 10 {
		return string(digit[n])
	}
	s := "十"
	if n >= 20 {
		s = string(digit[n/10]) + s
	}
	if n%10 > 0 {
		s += string(digit[n%10])
	}
	return s
}

// monthName is mmm, mmmm or mmmmm.
func monthName(t time.Time, n int) string {
	switch n {
	case 3:
		return t.Format("Jan")
	case 4:
		return t.Format("January")
	}
	return t.Format("Jan")[:1]
}

// hour counts to twelve if the section shows the half of the day.
func (s section) hour(t time.Time) int {
	for _, p := range s.pieces {
		if p.code == 'p' {
			return (t.Hour()+11)%12 + 1
		}
	}
	return t.Hour()
}

// halfDay is the word before or after the slash.
func halfDay(words string, hour int) string {
	am, pm, _ := strings.Cut(words, "/")
	if hour < 12 {
		return am
	}
	return pm
}
