package compare

import (
	"slices"

	"tongbao/sources/ledger"
)

// A subject is one finding, or one row of a finding, to be paired.
type subject struct {
	finding *ledger.Finding
	row     *ledger.Measure

	words    string   // its text, plain
	grams    []uint64 // of words, in order; set for those whose text changed
	number   string   // 序号
	area     string   // 问题类别 and 主要问题
	edges    []edge   // to those of the other version that are like it, the most alike first
	mate     *subject
	how      How
	likeness int
	doubted  bool
}

// open reports whether s is still to be paired.
func (s *subject) open() bool { return s.mate == nil && !s.doubted }

func pair(a, b *subject, how How, likeness int) {
	a.mate, a.how, a.likeness = b, how, likeness
	b.mate, b.how, b.likeness = a, how, likeness
}

// A matcher pairs the subjects of two versions.
type matcher struct {
	before, after []subject
	fields        []ledger.Field // that are compared
	doubts        []Doubt
}

func newMatcher(before, after *ledger.Ledger, fields []ledger.Field) *matcher {
	return &matcher{before: subjects(before), after: subjects(after), fields: fields}
}

func subjects(l *ledger.Ledger) []subject {
	out := make([]subject, len(l.Findings))
	for i := range out {
		f := &l.Findings[i]
		out[i] = subject{finding: f, words: ledger.Plain(f.Text.Text), number: value(f, nil, ledger.FieldNo),
			area: ledger.Plain(f.Group.Text) + "\x00" + ledger.Plain(f.Problem.Text)}
	}
	return out
}

// open is those of list that are still to be paired.
func open(list []subject) (out []*subject) {
	for i := range list {
		if list[i].open() {
			out = append(out, &list[i])
		}
	}
	return out
}

// left is the findings of list that have no mate and are in no doubt.
func (m *matcher) left(list []subject) (out []*ledger.Finding) {
	for _, s := range open(list) {
		out = append(out, s.finding)
	}
	return out
}

// doubt records that of old and new ones alike it can't be told which is which.
func (m *matcher) doubt(before, after []*subject, how How) {
	for _, s := range slices.Concat(before, after) {
		s.doubted = true
	}
	m.doubts = append(m.doubts, Doubt{Old: findings(before), New: findings(after), How: how})
}

func findings(list []*subject) []*ledger.Finding {
	out := make([]*ledger.Finding, len(list))
	for i, s := range list {
		out[i] = s.finding
	}
	return out
}
