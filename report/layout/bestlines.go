package layout

import "slices"

// What a line costs. A gap's room and a mark's loss count by their square: one
// bad line is worse than several that are a little off. The unit is the square
// of 1/1024 character of room in each gap.
const (
	offGrid   price = 8000      // a line that is not on the grid, however little
	pushIn    price = 1_000     // marks that lose all they can, for a mark's sake: better than a character of room
	forWord   price = 7000      // and what that costs more for a word's sake: no better than two characters of room
	oneMore   price = 4000      // each line
	partLine  price = 2_000     // a word longer than a line, parted after - . /
	partWord  price = 256 * 256 // a long word parted there: a quarter of a character in each gap is better
	loneChar  price = 300_000   // 孤字: a last line of a single character
	partLong  price = 1 << 19   // such a word that has none of them, parted anywhere
	ragged    price = 1 << 20   // a line that cannot be brought to its width
	partUnit  price = 1 << 40   // a unit that has to part, as no line can hold it
	forbidden price = 1 << 60
)

const (
	finest   = 1024 // parts of a character that room is counted in
	longWord = 10   // the width in characters up to which no word parts that a line can hold
	window   = 4    // the room in characters up to which all line ends are looked at
)

type price int64

// A breaker finds a paragraph's line ends. Its memory serves one paragraph after
// the other.
type breaker struct {
	cs   []char
	m    measure
	sums []sum
	ways []way
	ends []int
}

// A sum is the measure of the chars before a place; a line's is the difference
// of two.
type sum struct {
	width, cut, gaps Unit
	blanks           Unit  // that hang if a line ends here
	part             price // what it costs to end a line here
}

// A way is the cheapest one to a place where a line ends, which begins at from.
type way struct {
	price price
	from  int
}

// lines returns where each line of cs ends; valid until the next call. Where
// filling line by line leaves a bad one, all that the paragraph could have are
// weighed against each other.
func (b *breaker) lines(cs []char, m measure) []int {
	ends, fine := fillLines(b.ends[:0], cs, m)
	b.ends = ends
	if !fine {
		b.cs, b.m = cs, m
		b.best()
	}
	return b.ends
}

// best sets the ends that together cost least. Where lines that are nearly full
// do not make a good paragraph, it looks at all others too.
func (b *breaker) best() {
	b.sum()
	if b.weigh(window*b.cs[0].span.setting.cell) >= ragged {
		b.weigh(b.m.rest)
	}
}

// weigh sets the ends that together cost least, of lines that are at most short
// of their width, and returns their price.
func (b *breaker) weigh(short Unit) price {
	n := len(b.cs)
	b.ways = append(b.ways[:0], way{})
	for range n {
		b.ways = append(b.ways, way{price: forbidden})
	}
	for start := range n {
		if b.ways[start].price < forbidden {
			b.from(start, short)
		}
	}
	b.ends = b.ends[:0]
	for end := n; end > 0; end = b.ways[end].from {
		b.ends = append(b.ends, end)
	}
	slices.Reverse(b.ends)
	return b.ways[n].price
}

// sum measures the paragraph.
func (b *breaker) sum() {
	b.sums = append(b.sums[:0], sum{})
	var s sum
	unit := 0 // where it begins
	for i := range b.cs {
		c := &b.cs[i]
		if i > 0 && c.before&parts != 0 {
			b.unit(unit, i)
			unit = i
		}
		s.width += c.width
		s.cut += c.cuttable()
		s.blanks += c.width
		if !c.class.has(blank) {
			s.blanks = 0
		}
		if c.before&stretches != 0 {
			s.gaps++
		}
		b.sums = append(b.sums, s)
	}
	b.unit(unit, len(b.cs))
}

// unit sets what it costs to end a line within chars [from, to), a unit.
func (b *breaker) unit(from, to int) {
	width := b.sums[to].width - b.sums[from].width - b.sums[to].blanks
	inside, soft := forbidden, false
	switch {
	case width > b.m.rest:
		inside = partLine
	case width > longWord*b.cs[from].span.setting.cell:
		inside = partWord
	}
	for i := from + 1; i < to; i++ {
		b.sums[i].part = forbidden
		if b.cs[i].before&partsLong != 0 {
			b.sums[i].part, soft = inside, true
		}
	}
	if width > b.m.rest && !soft {
		b.anywhere(from, to)
	}
}

// anywhere lets a line end within chars [from, to), a unit longer than a line
// that has no better place, but for marks at the wrong end.
func (b *breaker) anywhere(from, to int) {
	for i := from + 1; i < to; i++ {
		if !b.cs[i].class.has(noStart|blank) && !b.cs[i-1].class.has(noEnd) {
			b.sums[i].part = partLong
		}
	}
}

// from looks at the lines that begin at start: those at most short of their
// width, and the shorter ones where none of them is good.
func (b *breaker) from(start int, short Unit) {
	width := b.m.of(start)
	near := start + 1
	for near < len(b.cs) && b.natural(start, near) < width-short {
		near++
	}
	least, full, end := forbidden, 0, near
	for ; end <= len(b.cs) && b.natural(start, end)-b.cut(start, end) <= width; end++ {
		if full == 0 && b.natural(start, end) > width {
			full = end - 1
		}
		least = min(least, b.try(start, end, full))
	}
	for near--; near > start && least >= partWord; near-- {
		least = min(least, b.try(start, near, 0))
	}
	if least == forbidden {
		if full == 0 {
			full = end - 1
		}
		b.offer(start, anywhere(measured(b.cs, start, full)), oneMore+partUnit)
	}
}

// natural is the width of chars [start, end) without the blanks that hang.
func (b *breaker) natural(start, end int) Unit {
	all := b.sums[end].width - b.sums[start].width
	return all - min(all, b.sums[end].blanks)
}

// cut is how much can be cut from the marks of chars [start, end).
func (b *breaker) cut(start, end int) Unit { return b.sums[end].cut - b.sums[start+1].cut }

// try offers the line [start, end) and returns its price: forbidden if it may not
// end there. It is full before char full, or not at all where that is 0.
func (b *breaker) try(start, end, full int) price {
	if b.sums[end].part >= forbidden {
		return forbidden
	}
	p := b.price(start, end, full)
	b.offer(start, end, p)
	return p
}

// price is what the line [start, end) costs.
func (b *breaker) price(start, end, full int) price {
	p, last := oneMore+b.sums[end].part, end == len(b.cs)
	switch short := b.m.of(start) - b.natural(start, end); {
	case short < 0:
		p += compressed(-short, b.cut(start, end))
		if !markBeyond(&b.cs[full]) {
			p += forWord
		}
	case short > 0 && !last:
		p += b.widened(start, end, short)
	}
	if last && start > 0 && single(b.cs[start:]) {
		p += loneChar
	}
	return p
}

// compressed is what it costs to cut over from marks that can lose most.
func compressed(over, most Unit) price {
	f := price(over * finest / most)
	return offGrid + pushIn*f*f/(finest*finest)
}

// widened is what it costs to spread short over the gaps of line [start, end).
func (b *breaker) widened(start, end int, short Unit) price {
	cell := b.cs[start].span.setting.cell
	gaps := b.sums[end].gaps - b.sums[start+1].gaps
	if widest*short > gaps*cell {
		return ragged + price(short*finest/cell)
	}
	room := price(short * finest / (gaps * cell))
	return offGrid + room*room
}

// offer takes the line [start, end) if that is the cheapest way to its end.
func (b *breaker) offer(start, end int, p price) {
	if p += b.ways[start].price; p < b.ways[end].price {
		b.ways[end] = way{p, start}
	}
}
