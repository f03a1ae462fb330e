package merge

import (
	"cmp"

	"tongbao/sources/compare"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A heading is one 问题类别, or one 主要问题 under it.
type heading struct {
	key    string // without blanks and width; "" for none
	words  string // as it was written first
	cell   ledger.Cell
	ledger int
	rank   int       // in the order they were met; none comes before all
	below  *headings // the problems of a group
}

func (h *heading) compare(other *heading) int { return cmp.Compare(h.rank, other.rank) }

// headings is the groups, or the problems of one.
type headings struct {
	list []*heading
	by   map[string]*heading
}

func newHeadings() *headings { return &headings{by: map[string]*heading{}} }

// of is the heading that n, in ledger number l, is one with: blanks, width and the
// number typed before it do not count.
func (x *headings) of(n ledger.Numbered, l int) *heading {
	text := words(n)
	key := ledger.HalfWidth(ledger.Squeeze(text))
	h := x.by[key]
	if h == nil {
		h = &heading{key: key, words: text, cell: n.Cell, ledger: l, below: newHeadings()}
		if key != "" {
			x.list = append(x.list, h)
			h.rank = len(x.list)
		}
		x.by[key] = h
	}
	return h
}

const (
	// alikeEnough is from where two headings are thought to be one, in per mille.
	alikeEnough = 700
	// mostHeadings is up to how many are held against each other.
	mostHeadings = 300
)

// alike warns of headings of different ledgers that are nearly the same: they would
// stand apart.
func (x *headings) alike(report func(problem.Entry, problem.Pos, string, string), field ledger.Field) {
	for i, h := range x.list {
		if field == ledger.FieldGroup {
			h.below.alike(report, ledger.FieldProblem)
		}
		for _, other := range x.list[:min(i, mostHeadings)] {
			if h.ledger != other.ledger && i < mostHeadings && compare.Likeness(h.words, other.words) >= alikeEnough {
				report(nearlyOne, h.cell.Pos, "「"+string(field)+"」“"+brief(h.words)+"”和 "+other.cell.Pos.String()+" 的“"+brief(other.words)+"”写法相近，合并后分成了两处",
					"是同一个的，改成一样的写法再合并；不是的不必改")
			}
		}
	}
}

func brief(s string) string { return ledger.Brief(s, 20) }
