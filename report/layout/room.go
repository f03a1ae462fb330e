package layout

import "tongbao/report/gb9704"

// A room is what the type area holds of a section's text, from an em box's upper
// edge on, and of the signature below the text.
type room struct {
	left, cell, pitch Unit
	signature         *signature // nil without
	below             Unit       // what must have room below the text besides
	face              bool       // it is page 1's, below 版头
}

// room is what a page holds whose first em box begins at y.
func (p *pager) room(y Unit, s *signature) room {
	return room{left: p.bottom() - y, cell: p.sheet.Cell.Unit, pitch: p.sheet.Pitch.Unit, signature: s}
}

// most is how many rows have room at most, without the signature. Behind the last
// of rows more like it are counted.
func (r room) most(rows []row) int {
	n, foot := 0, Unit(0)
	for ; n < len(rows); n++ {
		next := foot + r.cell
		if n > 0 {
			next = foot + rows[n].step(r.cell, r.pitch)
		}
		if next > r.left {
			return n
		}
		foot = next
	}
	if n == 0 {
		if r.left < r.cell {
			return 0
		}
		n, foot = 1, r.cell
	}
	return n + int((r.left-foot)/r.pitch)
}

// holds reports whether rows and the signature have room at a pitch.
func (r room) holds(rows []row, pitch Unit) bool {
	return height(rows, r.cell, pitch)+r.signature.height(r.cell, pitch)+r.below <= r.left
}

// tight reports whether they have it if rows come as close together as they may
// (7.3.5.5).
func (r room) tight(rows []row) bool {
	return r.holds(rows, r.tightest())
}

func (r room) tightest() Unit {
	if r.signature == nil {
		return r.pitch
	}
	return min(r.pitch, gb9704.Signatures().Tightest.Unit)
}

// tighten returns the widest pitch at which the room holds rows and its
// signature, or its own pitch where there is none.
func (r room) tighten(rows []row) Unit {
	if r.signature == nil || r.holds(rows, r.pitch) || !r.tight(rows) {
		return r.pitch
	}
	wide, fits := r.pitch, r.tightest()
	for wide-fits > 1 {
		if middle := (wide + fits) / 2; r.holds(rows, middle) {
			fits = middle
		} else {
			wide = middle
		}
	}
	return fits
}

// height is from the upper edge of the first of rows to the last one's lower edge.
func height(rows []row, cell, pitch Unit) (high Unit) {
	for i := range rows {
		if i == 0 {
			high = cell
			continue
		}
		high += rows[i].step(cell, pitch)
	}
	return high
}

// step is from the upper edge of the row above r to r's.
func (r *row) step(cell, pitch Unit) Unit {
	if r.gap > 0 {
		return cell + r.gap
	}
	return pitch
}
