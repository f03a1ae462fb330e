package recognise

import (
	"slices"
	"strconv"
	"strings"

	"tongbao/sources/ledger"
)

// join takes from f, which repeats base, the fields that base's table has no column
// for, and returns them. Where both have one, they must say the same.
func (r *reader) join(base, f *ledger.Finding) (taken []ledger.Field) {
	var lacking []ledger.Field
	for _, field := range ledger.Fields() {
		switch {
		case field == ledger.FieldNo || field == ledger.FieldText || field == ledger.FieldSource || !knows(f, field):
		case !knows(base, field):
			lacking = append(lacking, field)
		case !saysSame(base, f, field):
			at, other := differing(f, base, field)
			here, there := ledger.Excerpts(at.Text, other.Text)
			r.report(twoPlaces, at.Pos, "「"+string(field)+"」是"+here+"，"+other.Pos.From(at.Pos)+" 写的同一条问题是"+there,
				"核对后改成一样，或者只留一处：两张表说的是同一条问题（"+f.Text.Pos.Address()+" 和 "+base.Text.Pos.From(f.Pos)+"）")
		}
	}
	if len(lacking) > 0 && r.align(base, f) {
		for _, field := range lacking {
			takeFrom(base, f, field)
		}
		return lacking
	}
	return nil
}

// knows reports whether f's table has a column for field, or says it otherwise.
func knows(f *ledger.Finding, field ledger.Field) bool {
	c := f.Cell(field)
	return c.Pos.Col > 0 || c.Raw != ""
}

// firstCell is the first cell of a field with something in it, or the first.
func firstCell(f *ledger.Finding, field ledger.Field) *ledger.Cell {
	if f.Measure.Cell(field) != nil {
		for m := range f.Rows() {
			if c := m.Cell(field); c.Text != "" {
				return c
			}
		}
	}
	return f.Cell(field)
}

// differing is the first cells of a field that say different things in two findings:
// row by row, if they have as many rows.
func differing(a, b *ledger.Finding, field ledger.Field) (x, y *ledger.Cell) {
	if a.Measure.Cell(field) != nil && len(a.Further) == len(b.Further) {
		rows := slices.Collect(b.Rows())
		i := 0
		for m := range a.Rows() {
			x, y = m.Cell(field), rows[i].Cell(field)
			if plainWords(x.Text) != plainWords(y.Text) {
				return x, y
			}
			i++
		}
	}
	return firstCell(a, field), firstCell(b, field)
}

// saysSame compares what two findings say in all their rows. Dates and statuses are
// the same if they mean the same, and a group may be called by a part of its name.
func saysSame(a, b *ledger.Finding, field ledger.Field) bool {
	x, y := allWords(a, field), allWords(b, field)
	switch {
	case x == y:
		return true
	case field == ledger.FieldGroup:
		return x != "" && y != "" && (strings.Contains(x, y) || strings.Contains(y, x))
	case len(a.Further)+len(b.Further) > 0:
		return false
	}
	return field == ledger.FieldStatus && a.Status.State == b.Status.State && a.Status.State != ledger.StateUnknown ||
		field == ledger.FieldDeadline && a.Deadline.Kind == b.Deadline.Kind && a.Deadline.Kind != ledger.DeadlineUnknown && a.Deadline.Date.Equal(b.Deadline.Date) ||
		field == ledger.FieldStarted && a.Started.ISO() == b.Started.ISO() && a.Started.ISO() != "" ||
		field == ledger.FieldCompleted && a.Completed.ISO() == b.Completed.ISO() && a.Completed.ISO() != "" ||
		field == ledger.FieldAcceptedOn && a.AcceptedOn.ISO() == b.AcceptedOn.ISO() && a.AcceptedOn.ISO() != ""
}

// allWords is what f says in a field, each row that says something new.
func allWords(f *ledger.Finding, field ledger.Field) string {
	if f.Measure.Cell(field) == nil {
		c := *f.Cell(field)
		if c.IsEmpty() {
			return ""
		}
		return plainWords(c.Text)
	}
	var out strings.Builder
	last := ""
	for m := range f.Rows() {
		c := m.Cell(field)
		if words := plainWords(c.Text); !c.IsEmpty() && words != last {
			out.WriteString(words)
			last = words
		}
	}
	return out.String()
}

// align gives base as many rows as f has, if it has one alone; then each row of base
// has its row in f, or f has one for all. It reports whether that is so.
func (r *reader) align(base, f *ledger.Finding) bool {
	n, m := len(base.Further), len(f.Further)
	if n == 0 {
		for i := range m {
			row := base.Measure
			row.Pos = f.Further[i].Pos
			base.Further = append(base.Further, row)
		}
		return true
	}
	if m != 0 && m != n {
		r.report(twoPlaces, f.Pos, "这一条问题占 "+strconv.Itoa(m+1)+" 行，"+base.Pos.From(f.Pos)+"写的同一条占 "+strconv.Itoa(n+1)+" 行，对不上", "两张表里这一条问题写成一样多的行")
		return false
	}
	return true
}

// takeFrom takes a field from f, row by row.
func takeFrom(base, f *ledger.Finding, field ledger.Field) {
	switch field {
	case ledger.FieldGroup:
		base.Group = f.Group
	case ledger.FieldProblem:
		base.Problem = f.Problem
	default:
		if f.Measure.Cell(field) == nil {
			*base.Cell(field) = *f.Cell(field)
			return
		}
		takeOver(&base.Measure, &f.Measure, field)
		for i := range base.Further {
			from := &f.Measure
			if i < len(f.Further) {
				from = &f.Further[i]
			}
			takeOver(&base.Further[i], from, field)
		}
	}
}
