package fonts

// The dense formats list a glyph for each of some characters in a row: 0 for the
// first 256, in bytes; 6 and 10 for any, in words.

// dense returns the first character and where the glyphs are; ok is false when
// the subtable's head is cut short.
func (c *cmap) dense() (first uint32, n uint32, list table, ok bool) {
	switch {
	case c.format == 0 && len(c.sub) >= 6:
		return 0, 256, c.sub[6:], true
	case c.format == 6 && len(c.sub) >= 10:
		return uint32(c.sub.u16(6)), uint32(c.sub.u16(8)), c.sub[10:], true
	case c.format == 10 && len(c.sub) >= 20:
		return c.sub.u32(12), c.sub.u32(16), c.sub[20:], true
	}
	return 0, 0, "", false
}

func (c *cmap) checkDense(glyphs int) error {
	_, n, list, ok := c.dense()
	size := 2
	if c.format == 0 {
		size = 1
	}
	if !ok || uint64(n)*uint64(size) > uint64(len(list)) {
		return damaged("cmap", "format %d is cut short", c.format)
	}
	c.n = int(n)
	for i := range c.n {
		if int(c.listed(list, i)) >= glyphs {
			return damaged("cmap", "glyph %d of the list is one the font does not have", i)
		}
	}
	return nil
}

func (c *cmap) listed(list table, i int) GlyphID {
	if c.format == 0 {
		return GlyphID(list[i])
	}
	return GlyphID(list.u16(2 * i))
}

func (c *cmap) findDense(r int) GlyphID {
	first, _, list, _ := c.dense()
	if i := r - int(first); i >= 0 && i < c.n {
		return c.listed(list, i)
	}
	return 0
}
