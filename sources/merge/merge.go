// Package merge joins the ledgers of several branches into one: every finding of
// each, ordered by 问题类别 and 主要问题, numbered anew, with the place it came from in
// 来源. What stands in two ledgers is joined if it is the same in every field, and
// an error if it is not.
package merge

import (
	"cmp"
	"slices"
	"strconv"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// Options say how ledgers are joined.
type Options struct {
	KeepBoth bool // of one finding that two ledgers put differently, both are kept
}

// A Result is the joined ledger.
type Result struct {
	// Findings in their order. Their cells stand where they were read, and say what is
	// to be written: 序号 and 来源 are new; 问题类别, 主要问题 and 反馈的具体问题 are to be
	// written as their Raw, without the number that was typed before them.
	Findings []ledger.Finding
	Joined   int // findings that were the same as another, which is kept
	Numbers  int // cells that lost the number typed before their text
}

// Ledgers joins the ledgers of list, in its order. Their files have different
// names: positions and 来源 name them. With an Error among the problems there is
// nothing to be written.
func Ledgers(list []*ledger.Ledger, o Options) (*Result, problem.List) {
	j := &joiner{options: o, byKey: map[string][]*entry{}, numbered: map[problem.Pos]bool{}, groups: newHeadings(), result: &Result{}}
	for n, l := range list {
		for i := range l.Findings {
			j.add(n, &l.Findings[i])
		}
	}
	j.elsewhere()
	j.groups.alike(j.report, ledger.FieldGroup)
	j.again(list)
	j.columns(list)
	j.order()
	for i, e := range j.entries {
		j.result.Findings = append(j.result.Findings, e.finding(i+1))
	}
	j.bounds()
	j.problems.Sort()
	return j.result, j.problems
}

// A joiner gathers the findings of all ledgers.
type joiner struct {
	options  Options
	entries  []*entry
	byKey    map[string][]*entry // those that are one finding
	numbered map[problem.Pos]bool
	groups   *headings
	result   *Result
	problems problem.List
}

// An entry is one finding that is kept.
type entry struct {
	*ledger.Finding
	ledgers        []int // in which it stands, the one it is taken from first
	sources        []string
	against        []string // where the same finding is put differently
	group, problem *heading
	place          int // of the first of its key: what belongs together stays so
}

func (j *joiner) report(e problem.Entry, at problem.Pos, message, hint string) {
	j.problems = append(j.problems, e.At(at, message, hint))
}

// add takes a finding of ledger n, or joins it to the same one of another ledger.
func (j *joiner) add(n int, f *ledger.Finding) {
	e := &entry{Finding: f, ledgers: []int{n}, sources: []string{source(f)}, place: len(j.entries)}
	e.group = j.groups.of(f.Group, n)
	e.problem = e.group.below.of(f.Problem, n)
	j.countNumbers(f)
	key := ledger.Plain(f.Text.Text)
	if key != "" {
		key += "\x00" + e.group.key + "\x00" + e.problem.key
		if kept := j.byKey[key]; len(kept) > 0 {
			e.place = kept[0].place
			if j.join(kept, e) {
				return
			}
			j.contradict(kept, e)
		}
		j.byKey[key] = append(j.byKey[key], e)
	}
	j.entries = append(j.entries, e)
}

func (j *joiner) countNumbers(f *ledger.Finding) {
	for _, n := range []ledger.Numbered{f.Group, f.Problem, f.Text} {
		if n.Typed != "" && n.Text == words(n) && !j.numbered[n.Pos] {
			j.numbered[n.Pos] = true
			j.result.Numbers++
		}
	}
}

// order puts the entries by group, then problem, each in the order they were met
// first; those without one come first, for an empty cell would mean the one above.
func (j *joiner) order() {
	slices.SortStableFunc(j.entries, func(a, b *entry) int {
		return cmp.Or(a.group.compare(b.group), a.problem.compare(b.problem), cmp.Compare(a.place, b.place))
	})
}

// finding is e as it is written, with its new number.
func (e *entry) finding(n int) ledger.Finding {
	f := *e.Finding
	f.No.Text = strconv.Itoa(n)
	f.Group, f.Problem, f.Text = write(f.Group, e.group.words), write(f.Problem, e.problem.words), write(f.Text, words(f.Text))
	f.Source.Text = e.source()
	return f
}

// write is n as it is once text is written and read again.
func write(n ledger.Numbered, text string) ledger.Numbered {
	n.Raw = text
	n.Typed, n.Text = ledger.SplitNumber(text)
	return n
}

// words is a text without the number typed before it, unless what is left would
// lose another one when it is read again, or there are no words.
func words(n ledger.Numbered) string {
	if typed, _ := ledger.SplitNumber(n.Text); typed == "" && n.Text != "" {
		return n.Text
	}
	return ledger.Trim(n.Raw)
}
