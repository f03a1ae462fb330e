package compare

import (
	"strconv"
	"strings"

	"tongbao/sources/ledger"
)

// value is what two versions of a field are compared by. Blanks and the number
// typed before a text do not count, nor does the way a single day or a 序号 is
// written; a word for nothing is nothing. M may be nil: no row says nothing.
func value(f *ledger.Finding, m *ledger.Measure, x ledger.Field) string {
	c := cellOf(f, m, x)
	if c == nil || c.IsEmpty() {
		return ""
	}
	day := ""
	switch x {
	case ledger.FieldNo:
		if n, ok := ledger.ReadNumber(c.Text); ok {
			return strconv.Itoa(n)
		}
	case ledger.FieldStarted:
		day = oneDay(m.Started)
	case ledger.FieldCompleted:
		day = oneDay(m.Completed)
	case ledger.FieldAcceptedOn:
		day = oneDay(m.AcceptedOn)
	case ledger.FieldDeadline:
		if d := m.Deadline; d.Kind == ledger.DeadlineDate && oneDay(ledger.ParseDate(d.Cell, d.As, false)) != "" {
			day = ledger.Date{Time: d.Date, Precision: ledger.Day}.ISO()
		}
	}
	if day != "" {
		return day
	}
	return ledger.Squeeze(c.Text)
}

// oneDay is the day, month or year in d, or "": of a range both ends count, so
// that its words are compared.
func oneDay(d ledger.Date) string {
	from, to := ledger.ParseDate(d.Cell, d.As, true), ledger.ParseDate(d.Cell, d.As, false)
	if from != to {
		return ""
	}
	return to.ISO()
}

// cellOf is the cell of x in a row m of f. Either may be nil; without the one that
// holds x there is no cell.
func cellOf(f *ledger.Finding, m *ledger.Measure, x ledger.Field) *ledger.Cell {
	if m != nil {
		if c := m.Cell(x); c != nil {
			return c
		}
	}
	if f == nil || f.Measure.Cell(x) != nil {
		return nil
	}
	return f.Cell(x)
}

// content is everything that fields say of f.
func content(f *ledger.Finding, fields []ledger.Field) string {
	var b strings.Builder
	for _, x := range fields {
		if f.Measure.Cell(x) == nil {
			b.WriteString(value(f, nil, x))
			b.WriteByte(0) // no cell holds it
		}
	}
	for m := range f.Rows() {
		b.WriteString(rowContent(m, fields))
	}
	return b.String()
}

// rowContent is everything that fields say of one row.
func rowContent(m *ledger.Measure, fields []ledger.Field) string {
	var b strings.Builder
	for _, x := range fields {
		if m.Cell(x) != nil {
			b.WriteString(value(nil, m, x))
			b.WriteByte(0)
		}
	}
	return b.String()
}
