package layout

import "tongbao/report/gb9704"

// What a title's shape costs (7.3.1: 词意完整、排列对称、长短适宜、间距恰当, as a
// 梯形 or 菱形). What a break costs is in titlebreak.go; the unit is the same.
const (
	titleRow   = 40  // one more row
	manyRows   = 90  // and each from the fifth on
	sameLength = 60  // two rows alike: a rectangle is neither 梯形 nor 菱形
	nearLength = 25  // two rows less than two characters apart
	farLength  = 4   // each character that two rows are more than six apart
	hourglass  = 500 // a row longer than the one before, after one that was shorter
	slight     = 60  // the same by two characters at most
	withIssuer = 70  // 关于 on the row of the issuer's name
	lost       = 30  // each character that a row is short of six
)

// fewTitleRows is the rows that a title should not have more of.
const fewTitleRows = 4

// mostTitleRows is the rows up to which a shape is looked for. A longer title
// leaves no room for the text anyway and is reported.
const mostTitleRows = 12

// shapeTitle appends to ends where each row of a title's part ends, below rows of
// the given outline. A part that fits one row is not parted; name is the issuer's.
func shapeTitle(ends []int, cs []char, name string, longest Unit, above outline) []int {
	total := measured(cs, 0, len(cs)).width
	switch {
	case len(cs) == 0:
		return ends
	case total <= longest:
		return append(ends, len(cs))
	case total > mostTitleRows*longest:
		ends, _ = fillLines(ends, cs, measure{longest, longest})
		return ends
	}
	s := newShaper(cs, name, longest)
	for at := (state{0, above}); at.start < len(cs); {
		at = s.best(at).next
		ends = append(ends, at.start)
	}
	return ends
}

// An outline is what a row must know of those above it.
type outline struct {
	last      int  // half characters of the last one; 0 for none
	narrowing bool // rows have begun to grow shorter
	rows      int  // up to fewTitleRows
}

// below is the outline after one more row, of long half characters.
func (o outline) below(long int) outline {
	return outline{long, o.narrowing || long < o.last, min(o.rows+1, fewTitleRows)}
}

// halves is x in half characters of the given cell.
func halves(x, cell Unit) int { return int(gb9704.Round(2*x, cell)) }

// A shaper looks for the cheapest rows of one title.
type shaper struct {
	breaks  []int  // what it costs to begin a row with char i
	upTo    []int  // half characters before char i
	width   []Unit // of the chars before char i
	longest Unit   // width of a row
	about   int    // the first char of 关于 behind the issuer's name, or 0
	known   map[state]step
}

// A state is what the rest of a title must know of the rows above it.
type state struct {
	start int // the next row's first char
	outline
}

// A step is the best way on from a state.
type step struct {
	cost int
	next state
}

func newShaper(cs []char, name string, longest Unit) *shaper {
	cell := cs[0].span.setting.cell
	words := newWording(cs, name)
	s := &shaper{breaks: titleBreaks(cs, words), about: words.about(), longest: longest, known: map[state]step{}}
	var x Unit
	for i := range cs {
		s.upTo, s.width = append(s.upTo, halves(x, cell)), append(s.width, x)
		x += cs[i].width
	}
	s.upTo, s.width = append(s.upTo, halves(x, cell)), append(s.width, x)
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
		if s.width[end]-s.width[at.start] > s.longest && end > at.start+1 {
			break
		}
		long := s.upTo[end] - s.upTo[at.start]
		next := state{end, at.below(long)}
		cost := titleRow + s.breaks[end] + rowCost(at.outline, long)
		if at.start < s.about && s.about < end {
			cost += withIssuer
		}
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

// rowCost is what a row of long half characters costs under those of above.
func rowCost(above outline, long int) int {
	cost := max(0, 12-long) * lost / 2
	if above.rows == fewTitleRows {
		cost += manyRows
	}
	if above.last == 0 {
		return cost
	}
	apart := max(long-above.last, above.last-long)
	switch {
	case apart == 0:
		cost += sameLength
	case apart < 4:
		cost += nearLength
	}
	switch {
	case !above.narrowing || long <= above.last:
	case long-above.last <= 4:
		cost += slight
	default:
		cost += hourglass
	}
	return cost + max(0, apart-12)*farLength/2
}
