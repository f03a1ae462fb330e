package layout

// heights knows how many lines each cell takes at each width: what columns'
// widths are weighed by.
type heights struct {
	columns, widest int
	lines           []uint16 // of a row's cell in a column of a width: rows × columns × (widest+1)
	row             int      // numbers of one row
}

// newHeights counts the lines of c's entries at all widths that can be dealt out.
func newHeights(c *census, widths []int) *heights {
	h := &heights{columns: len(widths), widest: total(widths)}
	h.row = h.columns * (h.widest + 1)
	last := -1
	for _, e := range c.entries {
		if e.row != last {
			h.lines = append(h.lines, make([]uint16, h.row)...)
			last = e.row
		}
		at := h.lines[len(h.lines)-h.row+e.column*(h.widest+1):]
		for w := 1; w <= h.widest; w++ {
			at[w] += uint16(min(linesAt(e.width, w, c.em), 1000))
		}
	}
	return h
}

// linesAt is about how many lines words of the given width take in a column of n
// characters: most lines lack half a one at their end.
func linesAt(width Unit, n int, em Unit) Unit {
	if full := Unit(n) * em; width > full {
		return (width + full - em/2 - 1) / (full - em/2)
	}
	return 1
}

// level counts for less than anything a row's height does: of widths that make
// rows equally high, those are better that fill their cells equally.
const level = 1 << 12

// total is how high all rows are at widths.
func (h *heights) total(widths []int) (sum int) {
	for first := 0; first < len(h.lines); first += h.row {
		most, squares := 0, 0
		for k, w := range widths {
			n := int(h.lines[first+k*(h.widest+1)+w])
			most = max(most, n)
			squares += n * n
		}
		sum += most*level + min(squares, level-1)
	}
	return sum
}
