package layout

// What a title's shape costs (7.3.1: 词意完整、排列对称、长短适宜、间距恰当, as a
// 梯形 or 菱形). What a break costs is in titlebreak.go; the unit is the same.
const (
	titleRow   = 40  // one more row
	sameLength = 60  // two rows alike: a rectangle is neither 梯形 nor 菱形
	nearLength = 25  // two rows less than two characters apart
	farLength  = 4   // each character that two rows are more than six apart
	hourglass  = 500 // a row longer than the one before, after one that was shorter
	lost       = 30  // each character that a row is short of four
)

// mostTitleRows is the rows up to which a shape is looked for. A longer title
// leaves no room for the text anyway and is reported.
const mostTitleRows = 12

// titleRows appends to ends where each row of a title ends. A title that fits
// one row is not parted.
func titleRows(ends []int, cs []char, longest Unit) []int {
	total := measured(cs, 0, len(cs)).width
	switch {
	case len(cs) == 0:
		return ends
	case total <= longest:
		return append(ends, len(cs))
	case total > mostTitleRows*longest:
		return breakLines(ends, cs, measure{longest, longest})
	}
	s := newShaper(cs, longest)
	for at := (state{}); at.start < len(cs); {
		at = s.best(at).next
		ends = append(ends, at.start)
	}
	return ends
}

// A shaper looks for the cheapest rows of one title.
type shaper struct {
	breaks  []int // what it costs to begin a row with char i
	upTo    []int // half characters before char i
	longest int   // half characters of a row
	known   map[state]step
}

// A state is what the rest of a title must know of the rows above it.
type state struct {
	start     int  // the next row's first char
	above     int  // half characters of the row above; 0 for none
	narrowing bool // rows have begun to grow shorter
}

// A step is the best way on from a state.
type step struct {
	cost int
	next state
}

func newShaper(cs []char, longest Unit) *shaper {
	half := cs[0].span.setting.cell / 2
	s := &shaper{breaks: titleBreaks(cs), longest: int(longest / half), known: map[state]step{}}
	var x Unit
	for i := range cs {
		s.upTo = append(s.upTo, int(rounded(x, half)))
		x += cs[i].width
	}
	s.upTo = append(s.upTo, int(rounded(x, half)))
	return s
}

// best returns the cheapest step from at.
func (s *shaper) best(at state) step {
	if at.start == len(s.breaks)-1 {
		return step{}
	}
	if b, ok := s.known[at]; ok {
		return b
	}
	b := step{cost: 1 << 30}
	for end := at.start + 1; end < len(s.breaks); end++ {
		long := s.upTo[end] - s.upTo[at.start]
		if long > s.longest && end > at.start+1 {
			break
		}
		next := state{end, long, at.narrowing || long < at.above}
		cost := titleRow + s.breaks[end] + rowCost(at, long)
		if cost >= b.cost {
			continue
		}
		if cost += s.best(next).cost; cost < b.cost {
			b = step{cost, next}
		}
	}
	s.known[at] = b
	return b
}

// rowCost is what a row of long half characters costs under at.
func rowCost(at state, long int) int {
	cost := max(0, 8-long) * lost / 2
	if at.above == 0 {
		return cost
	}
	apart := max(long-at.above, at.above-long)
	switch {
	case apart == 0:
		cost += sameLength
	case apart < 4:
		cost += nearLength
	}
	if at.narrowing && long > at.above {
		cost += hourglass
	}
	return cost + max(0, apart-12)*farLength/2
}
