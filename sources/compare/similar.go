package compare

import (
	"cmp"
	"slices"
)

// How alike two texts must be, in per mille, by what else is the same; what that
// adds to their score; and by how much the best must exceed the second best.
const (
	enoughHere, bonusHere = 400, 150 // number, group and problem
	enoughNear, bonusNear = 600, 50  // group and problem
	enoughAnywhere        = 700
	margin                = 100
)

// An edge leads to a subject of the other version that is like this one.
type edge struct {
	to              *subject
	how             How
	likeness, score int
}

// place is where a finding stands.
func (s *subject) place() string { return s.area + "\x00" + s.number }

// similar pairs what is left by how alike it is.
func (m *matcher) similar() {
	before, after := open(m.before), open(m.after)
	connect(before, after)
	settle(slices.Concat(before, after))
	m.unsettled(before)
}

// connect gives the subjects that are alike their edges.
func connect(before, after []*subject) {
	if len(before) == 0 || len(after) == 0 {
		return
	}
	for _, s := range slices.Concat(before, after) {
		s.grams = grams(s.words)
	}
	for _, c := range candidates(before, after) {
		a, b := before[c[0]], after[c[1]]
		if e, ok := bond(a, b); ok {
			e.to = b
			a.edges = append(a.edges, e)
			e.to = a
			b.edges = append(b.edges, e)
		}
	}
	for _, s := range slices.Concat(before, after) {
		slices.SortStableFunc(s.edges, func(x, y edge) int { return cmp.Compare(y.score, x.score) })
	}
}

// bond is the edge between two subjects, if they are alike enough.
func bond(a, b *subject) (e edge, ok bool) {
	e = edge{how: ByLikeness, likeness: likeness(a.grams, b.grams)}
	e.score = e.likeness
	enough := enoughAnywhere
	switch {
	case a.area != b.area:
	case a.number == b.number && a.number != "":
		e.how, enough = ByNumber, enoughHere
		e.score += bonusHere
	default:
		enough = enoughNear
		e.score += bonusNear
	}
	return e, e.likeness >= enough
}

// settle pairs two subjects that are each other's best by a margin, and goes on
// with those that had them for a choice. In whatever order that is done, the same
// pairs come out: what is best for both stays so until they are paired.
func settle(queue []*subject) {
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		e, ok := s.choice()
		if !ok {
			continue
		}
		if back, ok := e.to.choice(); !ok || back.to != s {
			continue
		}
		pair(s, e.to, e.how, e.likeness)
		for _, one := range []*subject{s, e.to} {
			for _, n := range one.edges {
				queue = append(queue, n.to)
			}
		}
	}
}

// choice is the one edge of s that is the best by a margin.
func (s *subject) choice() (best edge, ok bool) {
	if !s.open() {
		return edge{}, false
	}
	for _, e := range s.edges {
		switch {
		case !e.to.open():
		case !ok:
			best, ok = e, true
		default:
			return best, e.score+margin <= best.score
		}
	}
	return best, ok
}

// best is the score of s's best edge to a subject that is open, or 0.
func (s *subject) best() int {
	for _, e := range s.edges {
		if e.to.open() {
			return e.score
		}
	}
	return 0
}

// unsettled gathers what could be paired in several ways. Two that nothing else
// comes near are a pair after all.
func (m *matcher) unsettled(before []*subject) {
	seen := map[*subject]bool{}
	var found []*cluster
	for _, s := range before {
		if c := (&cluster{}); s.open() && !seen[s] {
			c.gather(s, true, seen)
			found = append(found, c)
		}
	}
	for _, c := range found { // only now: what is open decides who comes near
		switch {
		case len(c.after) == 0:
		case len(c.before) == 1 && len(c.after) == 1:
			pair(c.before[0], c.after[0], c.best.how, c.best.likeness)
		default:
			m.doubt(c.before, c.after, c.best.how)
		}
	}
}

// A cluster is subjects that are alike, one through the other.
type cluster struct {
	before, after []*subject
	best          edge
}

// gather adds s and whatever could be its mate as well as its best.
func (c *cluster) gather(s *subject, isBefore bool, seen map[*subject]bool) {
	seen[s] = true
	if isBefore {
		c.before = append(c.before, s)
	} else {
		c.after = append(c.after, s)
	}
	for _, e := range s.edges {
		near := e.to.open() && e.score+margin > s.best() && e.score+margin > e.to.best()
		if near && e.score > c.best.score {
			c.best = e
		}
		if near && !seen[e.to] {
			c.gather(e.to, !isBefore, seen)
		}
	}
}
