package compare

import "tongbao/sources/ledger"

// A row is one row of a finding in two versions; one may be nil.
type row struct{ old, new *ledger.Measure }

// rows pairs the rows of two findings: by the same 整改措施 in order, then by similar
// ones, then in order if as many are left on both sides.
func rows(a, b *ledger.Finding) []row {
	if len(a.Further) == 0 && len(b.Further) == 0 {
		return []row{{&a.Measure, &b.Measure}}
	}
	before, after := measures(a), measures(b)
	together(before, after, true, func(s *subject) string { return s.words })
	x, y := open(before), open(after)
	connect(x, y)
	settle(append(x, y...))
	if x, y = open(before), open(after); len(x) == len(y) {
		for i := range x {
			pair(x[i], y[i], ByLikeness, 0)
		}
	}
	var out []row
	for i := range after {
		if s := &after[i]; s.mate != nil {
			out = append(out, row{s.mate.row, s.row})
		} else {
			out = append(out, row{nil, s.row})
		}
	}
	for _, s := range open(before) {
		out = append(out, row{s.row, nil})
	}
	return out
}

func measures(f *ledger.Finding) (out []subject) {
	for m := range f.Rows() {
		out = append(out, subject{row: m, words: ledger.Plain(m.Measures.Text)})
	}
	return out
}
