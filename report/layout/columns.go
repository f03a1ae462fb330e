package layout

import (
	"slices"

	"tongbao/report/gb9704"
)

// widths deals out n characters to the columns: brief ones get what they wish,
// the others what makes the rows least high. What no column needs stays with
// nobody. fine is false if there is too little room to look
// well; the widths are nil if it is not enough for anything.
func (c *census) widths(n int) (widths []int, fine bool) {
	if widths = c.oneLine(); total(widths) <= n {
		return widths, true
	}
	var wish, tight, least, long []int
	for k, need := range c.needs {
		wish, tight, least = append(wish, need.wish), append(tight, need.tight), append(least, gb9704.Tables().Least.N)
		n -= need.wish
		if !need.brief {
			long = append(long, k)
		}
	}
	widths = wish
	n = squeeze(widths, tight, n)
	fine = n >= 0
	if n = squeeze(widths, least, n); n < 0 {
		return nil, false
	}
	floor := slices.Clone(widths)
	if !fine {
		floor = least
	}
	c.deal(widths, long, n)
	c.improve(widths, floor, long)
	return widths, fine
}

// oneLine is the widths at which every entry stands on one line.
func (c *census) oneLine() (widths []int) {
	for _, need := range c.needs {
		widths = append(widths, need.most)
	}
	return widths
}

func total(widths []int) (n int) {
	for _, w := range widths {
		n += w
	}
	return n
}

// squeeze takes what n is below 0 from the widest of widths, none below floor,
// and returns what n is then.
func squeeze(widths, floor []int, n int) int {
	for n < 0 {
		widest := -1
		for k := range widths {
			if widths[k] > floor[k] && (widest < 0 || widths[k] > widths[widest]) {
				widest = k
			}
		}
		if widest < 0 {
			return n
		}
		widths[widest]--
		n++
	}
	return n
}

// deal gives left to the long columns by the square root of what they hold.
func (c *census) deal(widths, long []int, left int) {
	s := share{total: Unit(left)}
	for _, k := range long {
		s.parts += root(c.needs[k].total) + 1
	}
	for _, k := range long {
		widths[k] += int(s.next(root(c.needs[k].total) + 1))
	}
}

// root is the whole part of x's square root.
func root(x Unit) Unit {
	if x < 2 {
		return max(x, 0)
	}
	for guess := x; ; {
		next := (guess + x/guess) / 2
		if next >= guess {
			return guess
		}
		guess = next
	}
}

// widestStep is how many characters are moved at once at first.
const widestStep = 8

// improve moves characters from one long column to another as long as that makes
// the rows less high and leaves floor: many at first, at last one by one.
func (c *census) improve(widths, floor, long []int) {
	heights := newHeights(c, widths)
	least := heights.total(widths)
	for step := widestStep; step > 0; {
		from, to := -1, -1
		for _, a := range long {
			for _, b := range long {
				if a == b || widths[a]-step < floor[a] {
					continue
				}
				widths[a], widths[b] = widths[a]-step, widths[b]+step
				if total := heights.total(widths); total < least {
					least, from, to = total, a, b
				}
				widths[a], widths[b] = widths[a]+step, widths[b]-step
			}
		}
		if from < 0 {
			step /= 2
			continue
		}
		widths[from], widths[to] = widths[from]-step, widths[to]+step
		step = min(2*step, widestStep)
	}
}
