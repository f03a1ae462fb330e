package gb9704

import "testing"

// TestGrid is the design of 5.2.3 and 3.2: 28 cells fill 156 mm, and 22 rows of
// one cell's height reach from edge to edge of 225 mm.
func TestGrid(t *testing.T) {
	s := A4()
	if got := Unit(s.Columns.N) * s.Cell.Unit; got != s.AreaWidth.Unit {
		t.Errorf("28 cells are %d wide, the type area %d", got, s.AreaWidth.Unit)
	}
	high := Unit(s.Rows.N-1)*s.Pitch.Unit + s.Cell.Unit
	if over := s.AreaHigh.Unit - high; over < 0 || over > Mm/10 {
		t.Errorf("22 rows are %d high, the type area %d", high, s.AreaHigh.Unit)
	}
	if high+s.Pitch.Unit <= s.AreaHigh.Unit {
		t.Error("a 23rd row fits")
	}
	if bottom := s.Top.Unit + s.AreaHigh.Unit; bottom != 262*Mm {
		t.Errorf("type area ends at %d", bottom)
	}
}

func TestRounding(t *testing.T) {
	for _, c := range []struct {
		u              Unit
		twips, milliPt int64
	}{
		{37 * Mm, 2098, 104882}, {Cell, 316, 15793}, {Line, 592, 29612}, {Size3, 320, 16000},
		{-Cell, -316, -15793}, {0, 0, 0},
	} {
		if c.u.Twips() != c.twips || c.u.MilliPt() != c.milliPt {
			t.Errorf("%d: %d twips, %d mpt; want %d, %d", c.u, c.u.Twips(), c.u.MilliPt(), c.twips, c.milliPt)
		}
	}
}

// TestWord holds the word processor's page to the sheet: its rows may be a
// fraction of 0.1 mm off, and its margins leave half the leading above the first.
func TestWord(t *testing.T) {
	w, s := Word(), A4()
	near := func(name string, got int, want Unit) {
		if off := int64(got) - want.Twips(); off < -6 || off > 6 {
			t.Errorf("%s is %d twips, want %d", name, got, want.Twips())
		}
	}
	near("width", w.Width, s.Width.Unit)
	near("height", w.Height, s.Height.Unit)
	near("line", w.Line, s.Pitch.Unit)
	near("title line", w.TitleLine, Size2+Titles().Leading.Unit)
	near("left margin", w.Left, s.Left.Unit)
	near("right margin", w.Right, s.Width.Unit-s.Left.Unit-s.AreaWidth.Unit)
	near("top margin", w.Top, s.Top.Unit-(s.Pitch.Unit-s.Cell.Unit)/2)
	if rows := (w.Height - w.Top - w.Bottom) / w.Line; rows != s.Rows.N {
		t.Errorf("%d rows fit", rows)
	}
}

// TestRights is 7.3.5.2 for an issuer wider and narrower than its date.
func TestRights(t *testing.T) {
	for _, c := range [][4]Unit{{19, 7, 2, 12}, {7, 7, 2, 0}, {3, 7, 8, 2}} {
		issuer, date := Signatures().Rights(c[0]*Cell, c[1]*Cell)
		if issuer != c[2]*Cell || date != c[3]*Cell {
			t.Errorf("issuer of %d, date of %d: %d and %d from the edge, want %d and %d", c[0], c[1], issuer/Cell, date/Cell, c[2], c[3])
		}
	}
}
