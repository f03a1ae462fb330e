package compare

import "tongbao/sources/ledger"

// A row is one row of a finding in two versions; one may be nil.
type row struct{ old, new *ledger.Measure }

// rows pairs the rows of two findings: those that say the same in fields, then by
// the same 整改措施 or, without any, the same 整改情况, in order, then by similar ones.
// Of what is left, rows that say neither are paired in order, and all of them if
// there are as many on both sides.
func rows(a, b *ledger.Finding, fields []ledger.Field) []row {
	if len(a.Further) == 0 && len(b.Further) == 0 {
		return []row{{&a.Measure, &b.Measure}}
	}
	before, after := measures(a), measures(b)
	together(before, after, true, func(s *subject) string { return rowContent(s.row, fields) })
	together(before, after, true, func(s *subject) string { return s.words })
	x, y := open(before), open(after)
	connect(x, y)
	settle(append(x, y...))
	together(before, after, true, wordless)
	if x, y = open(before), open(after); len(x) == len(y) {
		for i := range x {
			pair(x[i], y[i], ByLikeness, 0)
		}
	}
	return joined(before, after)
}

// wordless is a key for the rows that say neither what is to be done nor what was.
func wordless(s *subject) string {
	if s.words == "" {
		return "wordless"
	}
	return ""
}

// joined is the rows in the order of after; those of before only follow.
func joined(before, after []subject) (out []row) {
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
		s := subject{row: m, words: ledger.Plain(m.Measures.Text)}
		if s.words == "" {
			s.words = ledger.Plain(m.Rectification.Text)
		}
		out = append(out, s)
	}
	return out
}
