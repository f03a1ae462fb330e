package compare

import "tongbao/sources/ledger"

// A Change is one cell that differs. A cell of a row that only one version has
// differs from the zero Cell.
type Change struct {
	Field    ledger.Field
	Row      RowFate
	Old, New ledger.Cell
}

// RowFate says whether the row of a change is in both versions of its finding.
type RowFate int

const (
	RowKept RowFate = iota
	RowAdded
	RowRemoved
)

// isPlace reports whether c says where the finding stands, not what it says.
func (c Change) isPlace() bool {
	return c.Field == ledger.FieldNo || c.Field == ledger.FieldGroup || c.Field == ledger.FieldProblem
}

// Differences is how two findings differ in what they say: in any field but 序号
// and 来源.
func Differences(a, b *ledger.Finding) []Change {
	return changes(a, b, compared([]Column{{Field: ledger.FieldNo}}))
}

// changes is how two findings differ in fields.
func changes(a, b *ledger.Finding, fields []ledger.Field) (out []Change) {
	for _, x := range fields {
		if a.Measure.Cell(x) == nil && value(a, nil, x) != value(b, nil, x) {
			out = append(out, Change{x, RowKept, *a.Cell(x), *b.Cell(x)})
		}
	}
	for _, r := range rows(a, b, fields) {
		for _, x := range fields {
			if a.Measure.Cell(x) != nil {
				out = r.change(out, x)
			}
		}
	}
	return out
}

// change adds to out how r differs in x.
func (r row) change(out []Change, x ledger.Field) []Change {
	before, after := value(nil, r.old, x), value(nil, r.new, x)
	switch {
	case before == after:
		return out
	case r.old == nil:
		return append(out, Change{x, RowAdded, ledger.Cell{}, *r.new.Cell(x)})
	case r.new == nil:
		return append(out, Change{x, RowRemoved, *r.old.Cell(x), ledger.Cell{}})
	}
	return append(out, Change{x, RowKept, *r.old.Cell(x), *r.new.Cell(x)})
}
