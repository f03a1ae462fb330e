package layout

import (
	"slices"
	"strings"
)

// lineEnds returns where lines of cs end. Lines that are spread are weighed as in
// the text; others are filled, and then made narrower as long as there are no more
// of them: until the last is more than a single character, or, where they are
// centred, until they are even.
func (f *former) lineEnds(cs []char, width Unit, how adjustment) []int {
	if how == justified {
		return f.breaker.lines(cs, measure{width, width})
	}
	if how == centred {
		keepDates(cs)
	}
	f.fill(cs, width, how == centred)
	if partsWord(cs, f.filled) {
		return f.breaker.lines(cs, measure{width, width})
	}
	return f.filled
}

// fill sets f.filled for cs in lines of at most width.
func (f *former) fill(cs []char, width Unit, even bool) {
	f.filled, _ = fillLines(f.filled[:0], cs, measure{width, width})
	n := len(f.filled)
	if n < 2 || n == 2 && f.fillParts(cs, width) {
		return
	}
	half := cs[0].span.setting.cell / 2
	for narrower := width - half; narrower > width/2 && (even || single(cs[f.filled[n-2]:])); narrower -= half {
		f.tried, _ = fillLines(f.tried[:0], cs, measure{narrower, narrower})
		if len(f.tried) > n || partsWord(cs, f.tried) {
			break
		}
		f.filled, f.tried = f.tried, f.filled
	}
}

// fillParts ends the first of two lines after a 、 or such, if both then have
// room, and reports whether they have.
func (f *former) fillParts(cs []char, width Unit) bool {
	for end := f.filled[0]; end > 0; end-- {
		if strings.Contains("、，；", cs[end-1].text) && cs[end].before&parts != 0 {
			if rest := measured(cs, end, len(cs)); rest.width > width {
				return false
			}
			f.filled[0] = end
			return true
		}
	}
	return false
}

// partsWord reports whether a line ends where only a word longer than a line may.
func partsWord(cs []char, ends []int) bool {
	return slices.ContainsFunc(ends, func(end int) bool { return end < len(cs) && cs[end].before&parts == 0 })
}

// keepDates keeps a number with the 年, 月 or 日 after it.
func keepDates(cs []char) {
	for i := range cs {
		if i > 0 && cs[i-1].class.has(digit) && strings.Contains("年月日", cs[i].text) {
			cs[i].before &^= parts
		}
	}
}

// tooWide reports whether short is more than the gaps of l should get.
func (f *former) tooWide(l line, short Unit) bool {
	gaps := Unit(0)
	for i := l.start + 1; i < l.end; i++ {
		if l.cs[i].before&stretches != 0 && !l.cs[i].class.has(blank) {
			gaps++
		}
	}
	return Unit(f.rule.Spread.N)*short > gaps*f.size.Type.Unit
}
