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

// fillLines appends to ends where each line ends, and reports whether nothing
// else could look much better. A line takes what fits. When a mark that may not
// begin a line falls beyond the edge, the line's marks are compressed if that is
// enough to hold it (push in), else the unit before it goes down too (push out).
func fillLines(ends []int, cs []char, m measure) ([]int, bool) {
	fine, last := true, 0
	for start := 0; start < len(cs); {
		l, ok := fill(cs, start, m)
		fine = fine && ok
		last, start = start, l.end
		ends = append(ends, start)
	}
	return ends, fine && (last == 0 || !single(cs[last:]))
}

// fill returns the line that begins at start and takes what fits, and whether
// nothing else could be much better.
func fill(cs []char, start int, m measure) (line, bool) {
	width := m.of(start)
	l := line{cs: cs, start: start, end: start}
	var part line // up to the last place where the line may end
	for l.end < len(cs) {
		c := &cs[l.end]
		if l.end > start && c.before&parts != 0 {
			part = l
		}
		if !c.class.has(blank) && l.width+l.blanks+c.width > width {
			return choose(l, part, m)
		}
		l.add(c)
	}
	return l, true
}

// choose ends the line l, which is full before the char at l.end; part is l up
// to where it may end.
func choose(l, part line, m measure) (line, bool) {
	width := m.of(l.start)
	if markBeyond(&l.cs[l.end]) || part.end == 0 {
		if next := l.unit(m.rest); next.width-next.cut <= width {
			return next, true
		}
	}
	if part.end == 0 {
		return measured(l.cs, l.start, anywhere(l)), false
	}
	return part, width-part.width <= slack*l.cs[l.start].span.setting.cell
}

// slack is the space, in characters, that a line may be short of without
// anybody seeing it.
const slack = 1

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
