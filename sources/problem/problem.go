// Package problem is what is wrong with the user's data, said so that staff can
// mend it: where, which rule, what, and the next step. It imports nothing of ours.
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Problem is one thing wrong. Code is stable for ever; Message and Hint may be reworded.
type Problem struct {
	Code     Code
	Severity Severity
	Pos      Pos
	Message  string // 中文, no final 。
	Hint     string // what to do next; may be empty
}

// Severity orders problems: an Error stops the run, a Warning can be ignored.
type Severity int

const (
	Warning Severity = iota
	Error
)

// String is the word people read.
func (s Severity) String() string {
	if s == Error {
		return "错误"
	}
	return "提醒"
}

// String is the problem as people read it, the hint indented under it.
func (p Problem) String() string {
	s := fmt.Sprintf("%s：%s [%s]", p.Pos, p.Message, p.Code)
	if p.Hint != "" {
		s += "\n    " + p.Hint
	}
	return s
}

// List is every problem of one run. It is an error only through [List.Err].
type List []Problem

// Err returns l if an Error is in it, else nil.
func (l List) Err() error {
	if slices.ContainsFunc(l, func(p Problem) bool { return p.Severity == Error }) {
		return l
	}
	return nil
}

// Error implements error for errors.As; people are shown the list by package main.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, p := range l {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Count returns how many of l have severity s.
func (l List) Count(s Severity) (n int) {
	for _, p := range l {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Sort puts l into reading order, then code order, so that output is stable.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Code, b.Code))
	})
}

// ListTitle stands in the first cell of the sheet that lists the problems in an
// annotated workbook. By it the sheet is known again: it is ours, and no ledger.
const ListTitle = "通报检查：问题清单"

// IsListTitle reports whether a sheet whose first cell says text is such a list.
func IsListTitle(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), ListTitle) }
