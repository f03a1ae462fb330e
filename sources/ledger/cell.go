package ledger

import (
	"strings"
	"time"

	"tongbao/sources/problem"
)

// A Cell is one value: Raw as the file shows it, Text without outer blanks. An
// empty value still knows the cell it is missing from.
type Cell struct {
	Pos       problem.Pos
	Raw, Text string
}

// IsEmpty reports whether nothing is written in c. A dash or slash that staff
// write for "nothing" counts as nothing.
func (c Cell) IsEmpty() bool {
	switch c.Text {
	case "", "-", "—", "——", "－", "/", "／", "\\", "无":
		return true
	}
	return false
}

// Lines returns the lines of c (Alt+Enter in the cell) without the blanks that
// staff indent them with; empty lines are left out.
func (c Cell) Lines() []string {
	var out []string
	for line := range strings.SplitSeq(c.Text, "\n") {
		if line = Trim(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// List returns the names in c: parted by line breaks and, since one person or
// office may be called 党组书记、局长, by 、 only if parts contains it.
func (c Cell) List(parts string) []string {
	var out []string
	for _, line := range c.Lines() {
		for name := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune(parts, r) }) {
			if name = Trim(name); name != "" {
				out = append(out, name)
			}
		}
	}
	return out
}

// Trim removes the blanks staff lay text out with: spaces, tabs, line ends, and
// the full-width, non-breaking and other Unicode blanks.
func Trim(s string) string { return strings.TrimSpace(s) }

// Numbered is a text whose number staff typed into it: （一）聚焦… or 2. 文旅….
// Cell.Raw keeps both; Cell.Text is the words alone.
type Numbered struct {
	Cell
	Typed string // the number as typed, without blanks: （一） or 2.; "" if none
}

// Precision says which parts of a date are written.
type Precision int

const (
	NoDate Precision = iota
	Year
	Month
	Day
)

// A Date is a day that staff wrote in one of many ways. Time is made only of the
// parts that are written, UTC, and is zero if Precision is NoDate.
type Date struct {
	Cell
	Time      time.Time
	Precision Precision
}

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

// A Deadline is 整改时限. Date is set for DeadlineDate and DeadlineBoth only, and
// never computed from today; 底 means the last day.
type Deadline struct {
	Cell
	Kind DeadlineKind
	Date time.Time
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

// A Status is 完成情况.
type Status struct {
	Cell
	State State
}

// State is what a status means.
type State int

const (
	StateNone     State = iota
	Completed           // 已完成 整改到位 已销号
	BasicallyDone       // 基本完成: 取得阶段性成果并持续整改
	InProgress          // 正在整改 推进中
	LongTerm            // 长期坚持
	NotDone             // 未完成 未启动
	StateUnknown        // a word we do not know
)

// String is the word the project counts by.
func (s State) String() string {
	return [...]string{"", "已完成", "基本完成", "正在整改", "长期坚持", "未完成", "不认识的状态"}[s]
}
