package notice

import (
	"strconv"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// typedOnes is how the numbers that staff typed at one level compare with a count of
// the headings: as they are printed, and by the other scope. Printed ones run on
// while most staff begin anew under each parent, or the other way about; that alone
// is no fault.
type typedOnes struct {
	printed, other odd
}

// odd is the typed numbers that differ from a count. Numbers that only go on with
// the same difference are one fault and told once.
type odd struct {
	shift int // typed number less counted one, where last told
	list  problem.List
}

// compare keeps what is wrong with a typed number where n was counted.
func (o *odd) compare(typed, n int, wrong func() problem.Problem) {
	shift := typed - n
	if shift == o.shift {
		return
	}
	if o.shift = shift; shift != 0 {
		o.list = append(o.list, wrong())
	}
}

// compareNumbers holds a typed number against the printed one, n, and against its
// place by the other scope; its form may differ.
func (b *builder) compareNumbers(level, n, other int, c ledger.Cell, typed string) {
	t := parseNumber(typed)
	if t.level == 0 {
		return
	}
	printed := number(level, n)
	b.typed[level].printed.compare(t.n, n, func() problem.Problem {
		return numberDiffers.At(c.Pos, "格里写的编号是「"+typed+"」，通报按顺序印「"+printed+"」", "核对这里有没有漏行、重号或调了次序（后面跟着错开的不再逐条提）；"+asWords(typed))
	})
	scope := "从头数起"
	if b.count.runOn {
		scope = "在上一级标题下"
	}
	b.typed[level].other.compare(t.n, other, func() problem.Problem {
		return numberDiffers.At(c.Pos, "格里写的编号是「"+typed+"」，"+scope+"是第 "+strconv.Itoa(other)+" 个（通报印「"+printed+"」）",
			"核对这里有没有漏行、重号或调了次序（后面跟着错开的不再逐条提）；"+asWords(typed))
	})
}

func asWords(typed string) string {
	return "「" + typed + "」如果本是正文，请换个写法，如 9月、10月份"
}

// oddNumbers reports, of each level, what is wrong with the numbers typed so far by
// the count that they follow more closely. The findings and the running text are
// numbered apart.
func (b *builder) oddNumbers() {
	for _, t := range b.typed {
		list := t.printed.list
		if len(t.other.list) < len(list) {
			list = t.other.list
		}
		b.problems = append(b.problems, list...)
	}
	b.typed = [5]typedOnes{}
}
