package notice

import (
	"strconv"
	"strings"

	"tongbao/sources/ledger"
)

// A counter gives headings their numbers.
type counter struct {
	at    [5]int // the last number of each level; 0 is not used
	other [5]int // the same, counted by the scope that is not printed: anew under each parent, or through
	runOn bool   // numbers below level 1 go on under the next heading above them
}

// next returns the next number of a level, and begins the deeper ones anew
// unless they run on.
func (c *counter) next(level int) int {
	c.at[level]++
	c.other[level]++
	if level == 1 || !c.runOn {
		clear(c.at[level+1:])
	}
	if level == 1 || c.runOn {
		clear(c.other[level+1:])
	}
	return c.at[level]
}

// number returns the n-th number of a level as printed (GB/T 9704-2012, 7.3.3):
// 一、（一）1.（1）.
func number(level, n int) string {
	switch level {
	case 1:
		return ledger.Han(n) + "、"
	case 2:
		return "（" + ledger.Han(n) + "）"
	case 3:
		return strconv.Itoa(n) + "."
	}
	return "（" + strconv.Itoa(n) + "）"
}

// A typedNumber is a number that staff typed into a text.
type typedNumber struct{ level, n int }

// parseNumber reads a number as typed, in any width: 一、（一）1.（1）. Level is 0
// if it is none of the standard's forms.
func parseNumber(typed string) typedNumber {
	s := ledger.HalfWidth(typed)
	inner := strings.Trim(s, "()、.")
	n, err := strconv.Atoi(inner)
	arabic := err == nil
	if !arabic {
		var ok bool
		if n, ok = ledger.ReadHan(inner); !ok {
			return typedNumber{}
		}
	}
	switch bracketed := strings.HasPrefix(s, "("); {
	case bracketed && arabic:
		return typedNumber{4, n}
	case bracketed:
		return typedNumber{2, n}
	case arabic:
		return typedNumber{3, n}
	case strings.HasSuffix(s, "、"):
		return typedNumber{1, n}
	}
	return typedNumber{}
}
