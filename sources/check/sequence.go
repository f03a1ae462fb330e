package check

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A numbered is a finding with the number that its 序号 means.
type numbered struct {
	*ledger.Finding
	n int
}

// A fault is one place where a sequence breaks a rule.
type fault struct {
	code    problem.Code
	finding *ledger.Finding
	message string // what follows the column's name
}

// sequence reports the faults of one code under the scope that the notice
// numbers by. If the numbers are right under the other scope, only the first
// fault is reported and the hint says so: the others follow from it.
func sequence(code problem.Code) func(*ledger.Ledger, report) {
	return func(l *ledger.Ledger, report report) {
		faults := sequenceFaults(l, l.Info.Numbering)
		if len(faults) > 0 && numberedApart(l) {
			return
		}
		hint := ""
		if len(faults) > 0 && len(sequenceFaults(l, otherScope(l.Info.Numbering))) == 0 {
			faults, hint = faults[:1], scopeHint(l.Info.Numbering)
		}
		for _, f := range faults {
			if f.code == code {
				report(cellOf(f.finding), name(l, f.finding.No.Pos, ledger.FieldNo)+f.message, hint)
			}
		}
	}
}

// cellOf is where f's number should stand; of a merged one that is in f's own row.
func cellOf(f *ledger.Finding) problem.Pos {
	at := f.No.Pos
	at.Row = f.Pos.Row
	return at
}

func otherScope(n ledger.Numbering) ledger.Numbering {
	if n == ledger.PerParent {
		return ledger.Continuous
	}
	return ledger.PerParent
}

// scopeHint is the next step when the numbers follow the scope that is not set.
func scopeHint(set ledger.Numbering) string {
	if set == ledger.PerParent {
		return "序号是从头到尾连续编的，而「编号方式」是逐级编号：把它改为连续编号，或者在每个主要问题下从 1 重新编"
	}
	return "序号是在每个主要问题下从 1 编的，而「编号方式」是连续编号：把它改为逐级编号，或者从头到尾连续编"
}

// numberedApart reports whether the numbers begin anew on each sheet, or with each
// group, and are right so: they count the rows, and what is printed counts by itself.
func numberedApart(l *ledger.Ledger) bool {
	for _, key := range []func(*ledger.Finding) string{
		func(f *ledger.Finding) string { return f.Pos.Sheet },
		func(f *ledger.Finding) string { return ledger.Squeeze(f.Group.Text) },
	} {
		if parts(l, key) > 1 && len(faultsBy(l, key)) == 0 {
			return true
		}
	}
	return false
}

// parts is how many keys there are.
func parts(l *ledger.Ledger, key func(*ledger.Finding) string) int {
	keys := map[string]bool{}
	for i := range l.Findings {
		keys[key(&l.Findings[i])] = true
	}
	return len(keys)
}

// sequenceFaults returns what breaks the sequences of a scope.
func sequenceFaults(l *ledger.Ledger, scope ledger.Numbering) []fault {
	if scope == ledger.PerParent {
		return faultsBy(l, parent)
	}
	return faultsBy(l, func(*ledger.Finding) string { return "" })
}

// faultsBy returns what breaks the sequences of findings that have the same key, one
// sequence after another. What is no number is left to L430.
func faultsBy(l *ledger.Ledger, keyOf func(*ledger.Finding) string) []fault {
	var keys []string
	sequences := map[string][]numbered{}
	for i := range l.Findings {
		f := &l.Findings[i]
		n, ok := ledger.ReadNumber(f.No.Text)
		if !ok {
			continue
		}
		key := keyOf(f)
		if sequences[key] == nil {
			keys = append(keys, key)
		}
		sequences[key] = append(sequences[key], numbered{f, n})
	}
	var out []fault
	for _, key := range keys {
		once, faults := duplicates(sequences[key])
		out = append(append(append(out, faults...), reversals(once)...), gaps(once)...)
	}
	return out
}

// duplicates parts the numbers that came before from the rest.
func duplicates(list []numbered) (once []numbered, faults []fault) {
	first := map[int]problem.Pos{}
	for _, x := range list {
		if at, ok := first[x.n]; ok && at == x.No.Pos && x.numbersHead() {
			continue // L430 to L433 are about findings
		} else if ok && at == x.No.Pos {
			faults = append(faults, fault{"L431", x.Finding, fmt.Sprintf("和上面的行合并成一格（%s），“%d”成了两条的序号", at.Address(), x.n)})
			continue
		} else if ok {
			faults = append(faults, fault{"L431", x.Finding, fmt.Sprintf("“%d”和 %s 重复", x.n, at.From(x.No.Pos))})
			continue
		}
		first[x.n] = x.No.Pos
		once = append(once, x)
	}
	return once, faults
}

// numbersHead reports whether the number, merged over several findings, is that of
// the heading they stand under: it is written in the same row.
func (x numbered) numbersHead() bool {
	head := x.Problem
	if head.Raw == "" {
		head = x.Group
	}
	return head.Raw != "" && head.Pos.Sheet == x.No.Pos.Sheet && head.Pos.Row == x.No.Pos.Row
}

// reversals finds the numbers that are smaller than the one before.
func reversals(list []numbered) (faults []fault) {
	for i := 1; i < len(list); i++ {
		if a, b := list[i-1], list[i]; b.n < a.n {
			faults = append(faults, fault{"L433", b.Finding, fmt.Sprintf("“%d”排在“%d”（%s）之后", b.n, a.n, a.No.Pos.From(b.No.Pos))})
		}
	}
	return faults
}

// gaps finds the numbers from 1 on that are nowhere, each at the next number
// that is.
func gaps(list []numbered) (faults []fault) {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b numbered) int { return cmp.Compare(a.n, b.n) })
	last := 0
	for _, x := range list {
		if x.n > last+1 {
			faults = append(faults, fault{"L432", x.Finding, fmt.Sprintf("“%d”之前缺 %s", x.n, missing(last+1, x.n-1))})
		}
		last = x.n
	}
	return faults
}

// missing writes the numbers from a to b: 3, or 3—7.
func missing(a, b int) string {
	if a == b {
		return strconv.Itoa(a)
	}
	return fmt.Sprintf("%d—%d", a, b)
}
