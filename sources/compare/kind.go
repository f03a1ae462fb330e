package compare

import (
	"slices"

	"tongbao/sources/ledger"
)

// Kind is what became of a finding, in the order it is told: what must be looked
// into comes first.
type Kind int

const (
	Reopened Kind = iota // settled before, open now
	Removed
	Doubtful
	Closed // open before, settled now
	Added
	Changed
	Moved // only its number, group or problem
	Same
)

// Kinds is every kind.
func Kinds() []Kind {
	return []Kind{Reopened, Removed, Doubtful, Closed, Added, Changed, Moved, Same}
}

// String is the word people read.
func (k Kind) String() string {
	return [...]string{"重新打开", "删除", "分不清", "已销号、已完成", "新增", "变更", "移动、改号", "没有变化"}[k]
}

// Name is the English word of the JSON.
func (k Kind) Name() string {
	return [...]string{"reopened", "removed", "ambiguous", "closed", "added", "changed", "moved", "same"}[k]
}

// Kind is what became of p.
func (p *Pair) Kind() Kind {
	was, is := settled(p.Old), settled(p.New)
	switch {
	case was && !is:
		return Reopened
	case !was && is:
		return Closed
	case len(p.Changes) == 0:
		return Same
	case slices.ContainsFunc(p.Changes, func(c Change) bool { return !c.isPlace() }):
		return Changed
	}
	return Moved
}

// settled reports whether every row of f is.
func settled(f *ledger.Finding) bool {
	for m := range f.Rows() {
		if !m.Settled() {
			return false
		}
	}
	return true
}

// Of returns the pairs of one kind.
func (r *Result) Of(k Kind) (out []*Pair) {
	for i := range r.Pairs {
		if p := &r.Pairs[i]; p.Kind() == k {
			out = append(out, p)
		}
	}
	return out
}

// Count is how many findings, of doubts how many groups, are of a kind.
func (r *Result) Count(k Kind) int {
	switch k {
	case Removed:
		return len(r.Removed)
	case Added:
		return len(r.Added)
	case Doubtful:
		return len(r.Doubts)
	}
	return len(r.Of(k))
}
