package compare

import (
	"slices"

	"tongbao/sources/ledger"
)

// grams is the pairs of neighbouring characters in s, sorted, each as often as it
// is there; a single character stands for itself.
func grams(s string) []uint64 {
	r := []rune(s)
	if len(r) == 1 {
		return []uint64{uint64(r[0])}
	}
	out := make([]uint64, 0, len(r))
	for i := 1; i < len(r); i++ {
		out = append(out, uint64(r[i-1])<<32|uint64(r[i]))
	}
	slices.Sort(out)
	return out
}

// likeness is how much of two texts is common, in per mille: twice the common
// grams over all.
func likeness(a, b []uint64) int {
	if len(a)+len(b) == 0 {
		return 1000
	}
	common, j := 0, 0
	for _, g := range a {
		for j < len(b) && b[j] < g {
			j++
		}
		if j < len(b) && b[j] == g {
			common, j = common+1, j+1
		}
	}
	return 2000 * common / (len(a) + len(b))
}

// Likeness is how much of two texts is common, blanks, marks and width aside, in
// per mille: 1000 is the same.
func Likeness(a, b string) int { return likeness(grams(ledger.Plain(a)), grams(ledger.Plain(b))) }
