package problem

import "unicode/utf8"

// Nearest returns the word of list that takes the fewest changes to become name,
// for “是不是…？”, or "" if more than half of name would change.
func Nearest(name string, list []string) string {
	best, least := "", utf8.RuneCountInString(name)/2+1
	for _, word := range list {
		if n := distance([]rune(name), []rune(word)); n < least {
			best, least = word, n
		}
	}
	return best
}

// distance is how many characters are to be put in, taken out or replaced.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
