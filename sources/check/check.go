// Package check holds the rules a ledger must keep before its notice may be
// written. A rule is one entry of a table and one example file under testdata.
package check

import (
	"iter"
	"slices"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A rule is one check. Its run calls report for each cell that breaks it.
type rule struct {
	problem.Entry
	hint string // the next step where run names none of its own
	run  func(l *ledger.Ledger, report report)
}

// report is told a cell that breaks a rule. The next step is the rule's own
// unless hint is given.
type report func(at problem.Pos, message, hint string)

// Ledger returns everything that is wrong with l, in reading order. The parts
// that were never recognised are not its business: recognise and info say so.
func Ledger(l *ledger.Ledger) problem.List {
	var out problem.List
	for _, r := range rules() {
		out = append(out, r.problems(l)...)
	}
	out.Sort()
	return out
}

// Codes is what this package can report.
func Codes() []problem.Entry {
	var out []problem.Entry
	for _, r := range rules() {
		out = append(out, r.Entry)
	}
	return out
}

// rules is every rule, in code order within a subject.
func rules() []rule {
	return slices.Concat(requiredRules, dateRules, numberingRules, officialRules, infoRules, noticeRules, annexRules, agreementRules, publicationRules)
}

// cells yields f's cells of a field: one, or that of each row.
func cells(f *ledger.Finding, x ledger.Field) iter.Seq[*ledger.Cell] {
	return func(yield func(*ledger.Cell) bool) {
		if f.Measure.Cell(x) == nil {
			yield(f.Cell(x))
			return
		}
		for m := range f.Rows() {
			if !yield(m.Cell(x)) {
				return
			}
		}
	}
}

// problems runs r over l. A merged cell is asked once for each of its rows but
// reported once.
func (r rule) problems(l *ledger.Ledger) problem.List {
	var out problem.List
	seen := map[problem.Problem]bool{}
	r.run(l, func(at problem.Pos, message, hint string) {
		if hint == "" {
			hint = r.hint
		}
		if p := r.At(at, message, hint); !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	})
	return out
}
