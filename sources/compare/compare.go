// Package compare pairs the findings of two versions of a ledger, says how each
// pair was found, and what differs in it.
//
// Findings are paired by what they say, in this order:
//
//  1. the same text, marks, blanks, width and typed numbers aside; of several
//     with one text those that agree in more besides (exact.go);
//  2. a similar text under the same 序号, 问题类别 and 主要问题;
//  3. a similar text alone, from a higher threshold (similar.go).
//
// A pair is made only if it is the best by a margin for both of its findings. What
// could as well be another's is a [Doubt]: nothing is guessed. Exchanging the two
// ledgers gives the same pairs the other way round.
//
// Work is n log n in the findings that keep their text. Of those that do not, each
// is held against at most widest × rarest (16 × 64) others and those of its own
// number: see similar.go.
package compare

import (
	"slices"
	"time"

	"tongbao/sources/ledger"
)

// A Result is what became of every finding. Each of the old ledger's and each of
// the new one's stands in it exactly once.
type Result struct {
	Old, New *ledger.Ledger
	Pairs    []Pair            // in the new ledger's order
	Added    []*ledger.Finding // in the new one only
	Removed  []*ledger.Finding // in the old one only
	Doubts   []Doubt           // which of several is which cannot be told
	Columns  []Column          // fields of one ledger only; they are compared nowhere else
}

// A Pair is one finding in two versions.
type Pair struct {
	Old, New *ledger.Finding
	How      How
	Likeness int      // of the two texts, in per mille: 1000 is the same
	Changes  []Change // by field, those that its rows share first, then row by row
}

// A Doubt is findings that are alike, one at least of each ledger, and could be
// paired in several ways.
type Doubt struct {
	Old, New []*ledger.Finding
	How      How
}

// How says what paired two findings, or left them in doubt.
type How int

const (
	ByText     How = iota // the same text
	ByNumber              // a similar text under the same number, group and problem
	ByLikeness            // a similar text
)

// String is the English word of the JSON.
func (h How) String() string { return [...]string{"text", "number", "similar"}[h] }

// A Column is a field that only one ledger has.
type Column struct {
	Field  ledger.Field
	InNew  bool // else in the old one
	Filled int  // findings in which it is filled in
}

// Ledgers compares two versions of a ledger.
func Ledgers(before, after *ledger.Ledger) *Result {
	r := &Result{Old: before, New: after, Columns: columns(before, after)}
	fields := compared(r.Columns)
	m := newMatcher(before, after, fields)
	m.exact()
	m.similar()
	for i := range m.after {
		if s := &m.after[i]; s.mate != nil {
			r.Pairs = append(r.Pairs, Pair{Old: s.mate.finding, New: s.finding, How: s.how, Likeness: s.likeness,
				Changes: changes(s.mate.finding, s.finding, fields)})
		}
	}
	r.Added, r.Removed, r.Doubts = m.left(m.after), m.left(m.before), m.doubts
	return r
}

// compared is every field but those that only one ledger has, and 来源, which
// tells where a row stood and not what it says.
func compared(apart []Column) []ledger.Field {
	return slices.DeleteFunc(ledger.Fields(), func(x ledger.Field) bool {
		return x == ledger.FieldSource || slices.ContainsFunc(apart, func(c Column) bool { return c.Field == x })
	})
}

// columns is the fields of which one ledger has a column and the other has none.
func columns(before, after *ledger.Ledger) (out []Column) {
	for _, x := range ledger.Fields() {
		inOld, inNew := has(before, x), has(after, x)
		switch {
		case x == ledger.FieldSource || inOld == inNew:
		case inNew:
			out = append(out, Column{x, true, filled(after, x)})
		default:
			out = append(out, Column{x, false, filled(before, x)})
		}
	}
	return out
}

func has(l *ledger.Ledger, x ledger.Field) bool {
	return slices.ContainsFunc(l.Tables, func(t ledger.Table) bool { return t.Columns[x] > 0 })
}

func filled(l *ledger.Ledger, x ledger.Field) (n int) {
	for i := range l.Findings {
		for m := range l.Findings[i].Rows() {
			if c := cellOf(&l.Findings[i], m, x); c != nil && !c.IsEmpty() {
				n++
				break
			}
		}
	}
	return n
}

// A Late is a finding of the new ledger that is 逾期.
type Late struct {
	*ledger.Finding
	Fresh bool // it was not, in the old ledger on the day that was of
}

// Late returns the new ledger's findings that are overdue on today. The old
// ledger is of the day since; if that is zero, nothing is called Fresh.
func (r *Result) Late(today, since time.Time) (out []Late) {
	was := map[*ledger.Finding]bool{}
	if !since.IsZero() {
		r.wasLate(since, was)
	}
	for i := range r.New.Findings {
		if f := &r.New.Findings[i]; f.Overdue(today) {
			out = append(out, Late{f, !since.IsZero() && !was[f]})
		}
	}
	return out
}

// wasLate marks the new findings whose old versions were overdue on a day; in
// doubt, any of these.
func (r *Result) wasLate(day time.Time, was map[*ledger.Finding]bool) {
	for _, p := range r.Pairs {
		was[p.New] = p.Old.Overdue(day)
	}
	for _, d := range r.Doubts {
		late := slices.ContainsFunc(d.Old, func(f *ledger.Finding) bool { return f.Overdue(day) })
		for _, f := range d.New {
			was[f] = late
		}
	}
}
