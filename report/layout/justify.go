package layout

// A spread says how a line is brought to its width: where room is added between
// its units, or what is cut from its marks.
type spread struct {
	room, cut share
	atEnd     Unit // to cut from the mark at the line's end
	last      int  // the last char that is not a blank: the rest hangs
}

// A share deals out total in whole units over parts, evenly and to the last one.
type share struct{ total, parts, dealt, seen Unit }

// next returns what falls to the next n parts.
func (s *share) next(n Unit) Unit {
	if s.parts == 0 {
		return 0
	}
	s.seen += n
	due := s.total * s.seen / s.parts
	out := due - s.dealt
	s.dealt = due
	return out
}

// widest is the part of a character that a gap may get. A line that would need
// more, as a very long word fills the next one, stays as it is.
const widest = 2 // a half

// justify returns the spread that brings l to width. The last line of a
// paragraph keeps its natural width unless it is overfull.
func justify(l line, width Unit, last bool) spread {
	s := spread{last: l.end - 1}
	for s.last > l.start && l.cs[s.last].class.has(blank) {
		s.last--
	}
	switch short := width - l.width; {
	case short < 0:
		s.compress(l, -short)
	case !last:
		s.widen(l, short)
	}
	return s
}

// compress cuts over from l's marks: first from the one at the line's end, then
// from the others in proportion to what each can give.
func (s *spread) compress(l line, over Unit) {
	end := l.cs[s.last].cuttable()
	s.atEnd = min(over, end)
	s.cut.parts = l.cut - end
	s.cut.total = min(over-s.atEnd, s.cut.parts)
}

// widen spreads short over the gaps between l's units.
func (s *spread) widen(l line, short Unit) {
	for i := l.start + 1; i <= s.last; i++ {
		if l.cs[i].before&stretches != 0 {
			s.room.parts++
		}
	}
	if widest*short <= s.room.parts*l.cs[l.start].span.setting.cell {
		s.room.total = short
	}
}

// A place is where a char's box stands after spreading.
type place struct{ origin, end Unit }

// place sets char i of l with the pen at x.
func (s *spread) place(l line, i int, x Unit) place {
	c := &l.cs[i]
	if i > s.last {
		return place{x, x}
	}
	if i > l.start && c.before&stretches != 0 {
		x += s.room.next(1)
	}
	cut := s.atEnd
	if i != s.last {
		cut = 0
		if i > l.start {
			cut = s.cut.next(c.cuttable())
		}
	}
	return place{x + c.inset - c.leftOf(cut), x + c.width - cut}
}

// leftOf is how much of a cut is taken from the left of c.
func (c *char) leftOf(cut Unit) Unit {
	switch c.class & (cutLeft | cutRight) {
	case cutLeft:
		return cut
	case cutLeft | cutRight:
		return cut / 2
	}
	return 0
}
