package fonts

// glyphHead is the length of a glyph's header: number of contours and box.
const glyphHead = 10

// Flags of a simple glyph's points.
const (
	pointShortX = 1 << 1
	pointShortY = 1 << 2
	pointRepeat = 1 << 3
	pointSameX  = 1 << 4
	pointSameY  = 1 << 5
)

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
		flag, times := g[at], 1
		at++
		if flag&pointRepeat != 0 {
			if at >= len(g) {
				return false
			}
			times += int(g[at])
			at++
		}
		size += times * (coordSize(flag, pointShortX, pointSameX) + coordSize(flag, pointShortY, pointSameY))
		points -= times
	}
	return points == 0 && at+size <= len(g)
}

// coordSize is the number of bytes of one coordinate.
func coordSize(flag, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
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
