package house

import (
	"maps"

	"tongbao/report/gb9704"
	"tongbao/report/setup"
)

// Apply sets s by r. What r says nothing of stays as it is.
func (r Rules) Apply(s *setup.Setup) {
	if len(r.at) == 0 {
		return
	}
	s.Sheet = r.sheet()
	s.Names = maps.Clone(s.Names)
	maps.Copy(s.Names, r.Fonts)
}

// sheet is the standard's sheet as r wants it.
func (r Rules) sheet() *gb9704.Sheet {
	s := gb9704.A4()
	s.PageNumber, s.BoldThird = r.number, r.bold
	r.place(s)
	r.fill(s)
	return s
}

// area is the type area's height and width on s within r's margins.
func (r Rules) area(s *gb9704.Sheet) (high, wide gb9704.Unit) {
	m := r.allMargins(s)
	return s.Height.Unit - m[top] - m[bottom], s.Width.Unit - m[left] - m[right]
}

// allMargins are r's, and those of s where r has none.
func (r Rules) allMargins(s *gb9704.Sheet) (m [sides]gb9704.Unit) {
	m[top], m[left] = s.Top.Unit, s.Left.Unit
	m[bottom], m[right] = s.Height.Unit-s.Bottom(), s.Width.Unit-s.Left.Unit-s.AreaWidth.Unit
	for side, own := range r.margins {
		if own != 0 {
			m[side] = own
		}
	}
	return m
}

// place sets the type area of s within r's margins. As many cells as come nearest
// to the standard's fill its width.
func (r Rules) place(s *gb9704.Sheet) {
	high, wide := r.area(s)
	m := r.allMargins(s)
	s.Top.Unit, s.Left.Unit, s.AreaHigh.Unit = m[top], m[left], high
	s.Columns.N = max(1, int(gb9704.Round(wide, gb9704.Cell)))
	s.Cell.Unit = wide / gb9704.Unit(s.Columns.N)
	s.AreaWidth.Unit = s.Cell.Unit * gb9704.Unit(s.Columns.N)
}

// fill sets the rows of s: as many as at the standard's pitch. A pitch in points
// that is narrower adds none, as offices that ask for 28 points mean it; what then
// is open at the page's foot leaves 版记 and the page number where they were.
func (r Rules) fill(s *gb9704.Sheet) {
	std := gb9704.A4()
	rows := r.rows
	if rows == 0 {
		rows = 1 + int(gb9704.Round(s.AreaHigh.Unit-s.Cell.Unit, std.Pitch.Unit))
	}
	if r.pitch == 0 {
		if s.AreaHigh.Unit != std.AreaHigh.Unit || rows != std.Rows.N {
			s.Rows.N, s.Pitch.Unit = rows, (s.AreaHigh.Unit-s.Cell.Unit)/gb9704.Unit(max(1, rows-1))
		}
		return
	}
	fit := fitting(s, r.pitch)
	s.Rows.N, s.Pitch.Unit = min(rows, fit), r.pitch
	if s.Rows.N < fit {
		s.Open.Unit = s.AreaHigh.Unit - s.Cell.Unit - gb9704.Unit(s.Rows.N-1)*r.pitch
	}
}

// fitting is how many rows of the given pitch the type area of s holds.
func fitting(s *gb9704.Sheet, pitch gb9704.Unit) int {
	if s.RowsHigh() < s.Cell.Unit {
		return 0
	}
	return 1 + int((s.RowsHigh()-s.Cell.Unit)/pitch)
}
