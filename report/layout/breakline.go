package layout

// A measure is the widths of a paragraph's lines.
type measure struct{ first, rest Unit }

// of returns the width of the line that begins with char start.
func (m measure) of(start int) Unit {
	if start == 0 {
		return m.first
	}
	return m.rest
}

// loose is the space, in characters, that a line may be short of before marks
// are compressed for the sake of a word, not only for a mark's.
const loose = 2

// veryLoose is the space, in characters, from which on a word that may part
// after - . / parts, although it is shorter than a line.
const veryLoose = 8

// breakLines appends to ends where each line ends. A line takes what fits. When
// a mark that may not begin a line falls beyond the edge, the line's marks are
// compressed if that is enough to hold it (push in), else the unit before it
// goes down too (push out).
func breakLines(ends []int, cs []char, m measure) []int {
	first := len(ends)
	for start := 0; start < len(cs); {
		start = lineEnd(cs, start, m)
		ends = append(ends, start)
	}
	return lastLine(ends, first, cs, m)
}

// lineEnd returns the end of the line that begins at start.
func lineEnd(cs []char, start int, m measure) int {
	width := m.of(start)
	l := line{cs: cs, start: start, end: start}
	var part, long line // up to the last place where the line may end; where it may part a long word
	for l.end < len(cs) {
		c := &cs[l.end]
		if l.end > start && c.before&parts != 0 {
			part = l
		} else if l.end > start && c.before&partsLong != 0 {
			long = l
		}
		if !c.class.has(blank) && l.width+l.blanks+c.width > width {
			return choose(l, part, long, m)
		}
		l.add(c)
	}
	return l.end
}

// choose ends the line l, which is full before the char at l.end.
func choose(l, part, long line, m measure) int {
	width := m.of(l.start)
	next, short := l.unit(m.rest), width-part.width
	cell := l.cs[l.start].span.setting.cell
	held := next.width-next.cut <= width
	if held && (part.end == 0 || markBeyond(&l.cs[l.end]) || short > loose*cell) {
		return next.end
	}
	tooLong := next.width-part.width-part.blanks > m.rest
	if long.end > part.end && (part.end == 0 || tooLong || short > veryLoose*cell) {
		return long.end
	}
	if part.end != 0 {
		return part.end
	}
	return anywhere(l)
}

// markBeyond reports whether c, the first char beyond the edge, is a mark that
// clings to what stands before the edge, rather than part of a word.
func markBeyond(c *char) bool { return c.class.has(noStart) && c.before&stretches != 0 }

// anywhere ends a line that one unit fills: where no mark is left at the wrong
// end if there is such a place, and after one char at least.
func anywhere(l line) int {
	for end := l.end; end > l.start+1; end-- {
		if !l.cs[end].class.has(noStart) && !l.cs[end-1].class.has(noEnd) {
			return end
		}
	}
	return max(l.end, l.start+1)
}

// lastLine keeps the last line from being a single character: it is pulled into
// the line before, or else gets one more unit from there.
func lastLine(ends []int, first int, cs []char, m measure) []int {
	n := len(ends)
	if n-first < 2 || !single(cs[ends[n-2]:]) {
		return ends
	}
	start := 0
	if n-first > 2 {
		start = ends[n-3]
	}
	if fits(cs, start, len(cs), m.of(start)) {
		ends[n-2] = ends[n-1]
		return ends[:n-1]
	}
	at := ends[n-2] - 1
	for at > start && cs[at].before&parts == 0 {
		at--
	}
	short := m.of(start) - measured(cs, start, at).width
	if at > start && short <= loose*cs[at].span.setting.cell && fits(cs, at, len(cs), m.rest) {
		ends[n-2] = at
	}
	return ends
}

// fits reports whether chars [start, end) can be brought into width.
func fits(cs []char, start, end int, width Unit) bool {
	l := measured(cs, start, end)
	return l.width-l.cut <= width
}

// single reports whether a line is one character, with or without marks.
func single(cs []char) bool {
	n := 0
	for i := range cs {
		if !cs[i].class.has(noStart | noEnd | blank) {
			n++
		}
	}
	return n <= 1
}

// A line is the measure of chars [start, end): their natural width, the blanks
// that hang at its end, and how much can be cut from its marks. The first char is
// not cut, so that lines begin flush.
type line struct {
	cs                 []char
	start, end         int
	width, blanks, cut Unit
}

func (l *line) add(c *char) {
	first := l.end == l.start
	l.end++
	if c.class.has(blank) {
		l.blanks += c.width
		return
	}
	l.width += l.blanks + c.width
	l.blanks = 0
	if !first {
		l.cut += c.cuttable()
	}
}

// unit returns l with what may not be parted from it, as far as that can matter
// for a line of the given width.
func (l line) unit(width Unit) line {
	for l.end < len(l.cs) {
		l.add(&l.cs[l.end])
		if l.end < len(l.cs) && l.cs[l.end].before&parts != 0 || l.width-l.cut > 2*width {
			break
		}
	}
	return l
}

// measured measures chars [start, end).
func measured(cs []char, start, end int) line {
	l := line{cs: cs, start: start, end: start}
	for l.end < end {
		l.add(&cs[l.end])
	}
	return l
}

// cuttable is how much of c's box may be cut: half of a mark.
func (c *char) cuttable() Unit {
	switch {
	case c.class.has(cutLittle):
		return c.width / 4
	case c.class.has(cutLeft | cutRight):
		return c.width / 2
	}
	return 0
}
