package compare

import (
	"fmt"
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

// Meaning says in Chinese what k is, and what to do.
func (k Kind) Meaning() string {
	switch k {
	case Reopened:
		return "原来已经完成，现在又没有完成；请逐条核实"
	case Removed:
		return "新台账里没有了；不该删的，请找回"
	case Doubtful:
		return "对得上的不止一条，没有替单位选；请核对"
	case Closed:
		return "原来没有完成，现在完成或者转为长期坚持"
	case Added:
		return "旧台账里没有"
	case Changed:
		return "完成与否没有变，内容有改动"
	case Moved:
		return "内容没有变，序号、问题类别或主要问题变了"
	}
	return "每一栏都相同；空白、日期的写法和打在文字前面的编号不算"
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

// Words says how p was found, "" if by the same text, as most are.
func (p *Pair) Words() string {
	switch p.How {
	case ByNumber:
		return fmt.Sprintf("序号、类别相同，文字有 %d%% 相近", p.Likeness/10)
	case ByLikeness:
		return fmt.Sprintf("文字有 %d%% 相近", p.Likeness/10)
	}
	return ""
}

// Words says why it cannot be told which of d is which.
func (d *Doubt) Words() string {
	if d.How == ByText {
		return "文字相同，分不出哪一条是哪一条"
	}
	return "文字相近，几条都像"
}
