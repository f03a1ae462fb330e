package layout

// heights knows how many lines each cell takes at each width: what columns'
// widths are weighed by.
type heights struct {
	columns, widest int
	lines           []uint16 // of a row's cell in a column of a width: rows × columns × (widest+1)
	row             int      // numbers of one row
	average         []int    // sixteenths of a character that a column's cells hold
}

// newHeights counts the lines of c's entries at all widths that can be dealt out.
func newHeights(c *census, widths []int) *heights {
	h := &heights{columns: len(widths), widest: total(widths)}
	h.row = h.columns * (h.widest + 1)
	for _, need := range c.needs {
		h.average = append(h.average, int(min(16*need.total/(c.em*Unit(max(1, c.rows))), 1<<14)))
	}
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
	full := Unit(n) * em
	switch {
	case width > full:
		return (width + full - em/2 - 1) / (full - em/2)
	case width > 0:
		return 1
	}
	return 0
}

// level is what a line counts for against all that is weighed besides.
const level = 1 << 40

// total is how high all rows are at widths. Of widths that make them equally high,
// those count for less that leave less room in the cells.
func (h *heights) total(widths []int) (sum int) {
	for first := 0; first < len(h.lines); first += h.row {
		var most uint16
		for k, w := range widths {
			most = max(most, h.lines[first+k*(h.widest+1)+w])
		}
		sum += int(most) * level
	}
	for k, w := range widths {
		high := h.average[k] << 4 / w
		sum += high * high
	}
	return sum
}
