package fonts

import "unicode"

// A cmap is one subtable from Unicode to glyphs, searched in place: some 40 ns a
// character. Reading it into an array first would make that 6 ns but cost 80 µs
// a face at every start, more than a notice's few thousand lookups.
type cmap struct {
	sub    table // from the subtable's first byte to the end of the cmap table
	format int   // 0, 4, 6, 10 or 12
	n      int   // segments, groups or, of the dense formats, glyphs
}

// Sizes inside the subtables.
const (
	format4Head  = 14
	format12Head = 16
	groupSize    = 12
)

// readCmap picks the best Unicode subtable, the first of its kind, and checks it
// so that lookups need no checks.
func readCmap(t table, glyphs int) (cmap, error) {
	if len(t) < 4 || len(t) < 4+8*t.u16(2) {
		return cmap{}, damaged("cmap", "is missing or its list of subtables is cut short")
	}
	best, most := cmap{}, 0
	for i := range t.u16(2) {
		record := t[4+8*i:]
		sub, ok := t.from(record.u32(4))
		if !ok || len(sub) < 2 {
			return cmap{}, damaged("cmap", "subtable %d lies outside it", i)
		}
		if n := worth(record.u16(0), record.u16(2), sub.u16(0)); n > most {
			best, most = cmap{sub: sub, format: sub.u16(0)}, n
		}
	}
	if most == 0 {
		return cmap{}, &Error{Kind: Unsupported, Table: "cmap", Detail: "has no Unicode subtable of format 0, 4, 6, 10 or 12"}
	}
	return best, best.check(glyphs)
}

// worth ranks a subtable, 0 for one that is not read: format 12 reaches beyond
// U+FFFF, 4 has everything up to there. A symbol font's stands last, for what it
// says: its pictures have codes of private use and are no letters.
func worth(platform, encoding, format int) int {
	const symbol = 0
	if platform == platformWindows && encoding == symbol && format == 4 {
		return 1
	}
	if platform != 0 && (platform != platformWindows || encoding != 1 && encoding != 10) {
		return 0
	}
	return map[int]int{0: 2, 6: 3, 10: 4, 4: 5, 12: 6}[format]
}

func (c *cmap) check(glyphs int) error {
	switch c.format {
	case 4:
		return c.check4(glyphs)
	case 12:
		return c.check12(glyphs)
	}
	return c.checkDense(glyphs)
}

// find returns r's glyph, 0 when there is none.
func (c *cmap) find(r rune) GlyphID {
	switch c.format {
	case 12:
		return c.find12(uint32(r))
	case 4:
		return c.find4(int(r))
	}
	return c.findDense(int(r))
}

func (c *cmap) check12(glyphs int) error {
	if len(c.sub) < format12Head {
		return damaged("cmap", "format 12 header is cut short")
	}
	n := c.sub.u32(12)
	if uint64(n) > uint64(len(c.sub)-format12Head)/groupSize {
		return damaged("cmap", "%d groups do not fit", n)
	}
	c.n = int(n)
	next := uint32(0)
	for i := range c.n {
		first, last, glyph := c.group(i)
		if first < next || last < first || last > unicode.MaxRune {
			return damaged("cmap", "group %d is out of order", i)
		}
		if uint64(glyph)+uint64(last-first) >= uint64(glyphs) {
			return damaged("cmap", "group %d names glyphs the font does not have", i)
		}
		next = last + 1
	}
	return nil
}

// group returns the first and last character of group i and the first's glyph.
func (c *cmap) group(i int) (first, last, glyph uint32) {
	g := c.sub[format12Head+groupSize*i:][:groupSize]
	return g.u32(0), g.u32(4), g.u32(8)
}

func (c *cmap) find12(r uint32) GlyphID {
	lo, hi := 0, c.n
	for lo < hi {
		mid := (lo + hi) / 2
		first, last, glyph := c.group(mid)
		switch {
		case r < first:
			hi = mid
		case r > last:
			lo = mid + 1
		default:
			return GlyphID(glyph + r - first)
		}
	}
	return 0
}

func (c *cmap) check4(glyphs int) error {
	if len(c.sub) < format4Head {
		return damaged("cmap", "format 4 header is cut short")
	}
	c.n = c.sub.u16(6) / 2
	if c.n == 0 || len(c.sub) < format4Head+8*c.n+2 {
		return damaged("cmap", "%d segments do not fit", c.n)
	}
	next := 0
	for i := range c.n {
		s := c.segment(i)
		if s.first < next || s.last < s.first {
			return damaged("cmap", "segment %d is out of order", i)
		}
		if s.first == 0xFFFF { // the end mark: fonts put anything in its other fields
			c.n = i
			return nil
		}
		next = s.last + 1
		if err := c.checkSegment(i, s, glyphs); err != nil {
			return err
		}
	}
	return nil
}

// checkSegment makes sure that every character of s leads to a glyph the font has.
func (c *cmap) checkSegment(i int, s segment, glyphs int) error {
	if s.ids >= 0 && s.ids+2*(s.last-s.first)+2 > len(c.sub) {
		return damaged("cmap", "segment %d points outside the table", i)
	}
	for r := s.first; r <= s.last; r++ {
		if int(c.glyphIn(s, r)) >= glyphs {
			return damaged("cmap", "U+%04X has a glyph the font does not have", r)
		}
	}
	return nil
}

// A segment of format 4: ids is where its list of glyphs starts in the
// subtable, -1 when the glyph is the character plus delta.
type segment struct{ first, last, delta, ids int }

func (c *cmap) segment(i int) segment {
	ends, starts := format4Head+2*i, format4Head+2+2*(c.segments()+i)
	s := segment{first: c.sub.u16(starts), last: c.sub.u16(ends), ids: -1}
	s.delta = c.sub.u16(starts + 2*c.segments())
	if at := starts + 4*c.segments(); c.sub.u16(at) != 0 {
		s.ids = at + c.sub.u16(at)
	}
	return s
}

// segments counts the end mark, which c.n leaves out.
func (c *cmap) segments() int { return c.sub.u16(6) / 2 }

func (c *cmap) glyphIn(s segment, r int) GlyphID {
	if s.ids < 0 {
		return GlyphID(r + s.delta)
	}
	g := c.sub.u16(s.ids + 2*(r-s.first))
	if g == 0 {
		return 0
	}
	return GlyphID(g + s.delta)
}

func (c *cmap) find4(r int) GlyphID {
	lo, hi := 0, c.n
	for lo < hi {
		if mid := (lo + hi) / 2; c.sub.u16(format4Head+2*mid) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == c.n {
		return 0
	}
	s := c.segment(lo)
	if r < s.first {
		return 0
	}
	return c.glyphIn(s, r)
}
