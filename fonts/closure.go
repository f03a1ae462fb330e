package fonts

import "math/bits"

// maxDepth bounds components within components; sound fonts nest once or twice.
const maxDepth = 8

// A closure gathers the glyphs of a subset.
type closure struct {
	*outlines
	has   []uint64        // one bit a glyph
	depth map[GlyphID]int // of composites: levels of components below
}

// walking is the depth of a composite whose components are being looked at.
const walking = -1

// closed returns ids, .notdef and all components, checked, ascending, each once.
func (o *outlines) closed(ids []GlyphID) ([]GlyphID, error) {
	c := closure{o, make([]uint64, (o.glyphs+63)/64), map[GlyphID]int{}}
	if _, err := c.take(0, 0); err != nil {
		return nil, err
	}
	for _, g := range ids {
		if _, err := c.take(g, 0); err != nil {
			return nil, err
		}
	}
	return c.sorted(), nil
}

// take adds g and what it is made of, and returns the levels below g. level is
// the number of composites g was reached through.
func (c *closure) take(g GlyphID, level int) (depth int, err error) {
	if int(g) >= c.glyphs {
		return 0, damaged("glyf", "glyph %d is asked for; the font has %d", g, c.glyphs)
	}
	word, bit := &c.has[g/64], uint64(1)<<(g%64)
	if *word&bit != 0 {
		if c.depth[g] == walking {
			return 0, damaged("glyf", "glyph %d is a component of itself", g)
		}
		return c.depth[g], nil
	}
	*word |= bit
	data := c.glyph(g)
	if isComposite(data) {
		return c.takeParts(g, data, level)
	}
	if !checkSimple(data) {
		return 0, damaged("glyf", "glyph %d is damaged", g)
	}
	return 0, nil
}

func (c *closure) takeParts(g GlyphID, data table, level int) (depth int, err error) {
	if level == maxDepth {
		return 0, damaged("glyf", "glyph %d has more than %d levels of components", g, maxDepth)
	}
	c.depth[g] = walking
	whole, err := eachPart(data, func(_ int, part GlyphID) error {
		below, err := c.take(part, level+1)
		depth = max(depth, below+1)
		return err
	})
	if err != nil {
		return 0, err
	}
	if !whole {
		return 0, damaged("glyf", "glyph %d is damaged", g)
	}
	if depth > maxDepth {
		return 0, damaged("glyf", "glyph %d has more than %d levels of components", g, maxDepth)
	}
	c.depth[g] = depth
	return depth, nil
}

func (c *closure) sorted() []GlyphID {
	n := 0
	for _, word := range c.has {
		n += bits.OnesCount64(word)
	}
	all := make([]GlyphID, 0, n)
	for i, word := range c.has {
		for ; word != 0; word &= word - 1 {
			all = append(all, GlyphID(64*i+bits.TrailingZeros64(word)))
		}
	}
	return all
}
