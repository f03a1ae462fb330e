package fonts

// glyphHead is the length of a glyph's header: number of contours and box.
const glyphHead = 10

// pointRepeat says that a point's flag holds for more points.
const pointRepeat = 1 << 3

// pointSizes is the number of coordinate bytes of a point by its flag. A
// coordinate has 1 byte when short (bit 1 of the flag for x, 2 for y), else none
// when the same as the last (bit 4, 5), else 2. A table because a document has
// some hundred thousand points, whose flags no branch predicts.
const pointSizes = "" +
	"\x04\x04\x03\x03\x03\x03\x02\x02\x04\x04\x03\x03\x03\x03\x02\x02" +
	"\x02\x02\x03\x03\x01\x01\x02\x02\x02\x02\x03\x03\x01\x01\x02\x02" +
	"\x02\x02\x01\x01\x03\x03\x02\x02\x02\x02\x01\x01\x03\x03\x02\x02" +
	"\x00\x00\x01\x01\x01\x01\x02\x02\x00\x00\x01\x01\x01\x01\x02\x02"

// Flags of a composite glyph's components.
const (
	partWords   = 1 << 0
	partScale   = 1 << 3
	partMore    = 1 << 5
	partXYScale = 1 << 6
	part2x2     = 1 << 7
	partHinted  = 1 << 8
)

// isComposite reports whether the glyph is made of other glyphs.
func isComposite(g table) bool { return len(g) >= glyphHead && g.i16(0) < 0 }

// checkSimple reports whether g, not composite, is whole: every point it
// announces lies within its bytes.
func checkSimple(g table) bool {
	if len(g) == 0 {
		return true // blank
	}
	if len(g) < glyphHead {
		return false
	}
	contours := g.i16(0)
	at := glyphHead + 2*contours
	if contours == 0 {
		return true
	}
	if len(g) < at+2 {
		return false
	}
	points := 0
	for i := range contours {
		end := g.u16(glyphHead+2*i) + 1
		if end < points {
			return false
		}
		points = end
	}
	at += 2 + g.u16(at)
	return checkPoints(g, at, points)
}

// checkPoints walks the flags of a glyph's points from at on and adds up the
// coordinates they announce.
func checkPoints(g table, at, points int) bool {
	size := 0
	for points > 0 {
		if at >= len(g) {
			return false
		}
		flag := g[at]
		bytes := int(pointSizes[flag%64])
		at++
		points--
		size += bytes
		if flag&pointRepeat != 0 {
			if at >= len(g) {
				return false
			}
			times := int(g[at])
			at++
			points -= times
			size += times * bytes
		}
	}
	return points == 0 && at+size <= len(g)
}

// eachPart calls visit for the components of a composite glyph, with the place
// of the component's glyph id in g. ok is false when g is cut short.
func eachPart(g table, visit func(at int, id GlyphID) error) (ok bool, err error) {
	at := glyphHead
	for {
		if len(g) < at+6 {
			return false, nil
		}
		flag := g.u16(at)
		if err := visit(at+2, GlyphID(g.u16(at+2))); err != nil {
			return true, err
		}
		at += partSize(flag)
		if flag&partMore == 0 {
			if flag&partHinted != 0 {
				return len(g) >= at+2 && len(g) >= at+2+g.u16(at), nil
			}
			return len(g) >= at, nil
		}
	}
}

// partSize is the number of bytes of one component.
func partSize(flag int) int {
	size := 6
	if flag&partWords != 0 {
		size += 2
	}
	switch {
	case flag&partScale != 0:
		size += 2
	case flag&partXYScale != 0:
		size += 4
	case flag&part2x2 != 0:
		size += 8
	}
	return size
}
