package compare

import "tongbao/sources/ledger"

// exact pairs the findings that have the same text. Where several have it, those
// that agree in more are paired first; a rule pairs two only if no third is like
// them. What is the same in everything is paired in order: it makes no difference.
func (m *matcher) exact() {
	together(m.before, m.after, true, func(s *subject) string { return content(s.finding, m.fields) })
	for _, key := range []func(s *subject) string{
		func(s *subject) string { return s.area + "\x00" + s.number },
		func(s *subject) string { return s.area + "\x00" + ledger.Plain(s.finding.Measures.Text) },
		func(s *subject) string { return s.area },
		func(s *subject) string { return s.number },
		func(s *subject) string { return ledger.Plain(s.finding.Measures.Text) },
		func(s *subject) string { return ledger.Plain(s.finding.Group.Text) },
		func(s *subject) string { return "" },
	} {
		together(m.before, m.after, false, func(s *subject) string {
			if s.words == "" {
				return "" // nothing to know it by
			}
			return s.words + "\x00" + key(s)
		})
	}
	for _, c := range classes(m.before, m.after, func(s *subject) string { return s.words }) {
		if len(c.before) > 0 && len(c.after) > 0 {
			m.doubt(c.before, c.after, ByText)
		}
	}
}

// together pairs the subjects with the same key: those that are alone with it in
// both versions, or in order as many as there are in both. The key "" is none.
func together(before, after []subject, inOrder bool, key func(*subject) string) {
	for _, c := range classes(before, after, key) {
		n := min(len(c.before), len(c.after))
		if !inOrder && (len(c.before) > 1 || len(c.after) > 1) {
			n = 0
		}
		for i := range n {
			pair(c.before[i], c.after[i], ByText, 1000)
		}
	}
}

// A class is the subjects with one key.
type class struct{ before, after []*subject }

// classes sorts the open subjects by key, in the order the keys are met.
func classes(before, after []subject, key func(*subject) string) []*class {
	var out []*class
	by := map[string]*class{}
	of := func(s *subject) *class {
		k := key(s)
		if k == "" {
			return &class{}
		}
		if by[k] == nil {
			by[k] = &class{}
			out = append(out, by[k])
		}
		return by[k]
	}
	for _, s := range open(before) {
		c := of(s)
		c.before = append(c.before, s)
	}
	for _, s := range open(after) {
		c := of(s)
		c.after = append(c.after, s)
	}
	return out
}
