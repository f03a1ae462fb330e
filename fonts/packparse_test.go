package fonts

import "math"

// A step is a byte, or a repetition of bytes before it (RFC 1951, 3.2.5).
type step struct {
	length              int
	lit, dist           int // symbols
	lenExtra, distExtra uint64
	lenBits, distBits   int
}

// repetition is the step that repeats length bytes, 3 to 258, from dist back.
func repetition(length, dist int) step {
	s := step{length: length, lit: 285}
	if length < 258 {
		n, top := spread(length-3, 2)
		s.lit, s.lenBits, s.lenExtra = endOfBlock+1+n, top, uint64(length-3)&(1<<top-1)
	}
	n, top := spread(dist-1, 1)
	s.dist, s.distBits, s.distExtra = n, top, uint64(dist-1)&(1<<top-1)
	return s
}

// spread is the symbol of v, and its extra bits, where 1<<step symbols have the
// same number of them.
func spread(v, step int) (symbol, extra int) {
	for v>>extra >= 2<<step {
		extra++
	}
	return extra<<step + v>>extra, extra
}

// parsed is the shortest way to write b in the code of the given lengths,
// looking back into b only.
func parsed(b, lits, dists []byte) []step {
	cost, best := make([]int, len(b)+1), make([]step, len(b)+1)
	for i := range b {
		cost[i+1] = math.MaxInt
	}
	for i := range b {
		take := func(s step) {
			c := cost[i] + int(lits[s.lit]) + s.lenBits
			if s.lit > endOfBlock {
				c += int(dists[s.dist]) + s.distBits
			}
			if c < cost[i+s.length] {
				cost[i+s.length], best[i+s.length] = c, s
			}
		}
		take(step{length: 1, lit: int(b[i])})
		for from := i - 1; from >= 0; from-- {
			for n := 1; n <= min(258, len(b)-i) && b[from+n-1] == b[i+n-1]; n++ {
				if n >= 3 {
					take(repetition(n, i-from))
				}
			}
		}
	}
	var back []step
	for i := len(b); i > 0; i -= best[i].length {
		back = append(back, best[i])
	}
	for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
		back[i], back[j] = back[j], back[i]
	}
	return back
}
