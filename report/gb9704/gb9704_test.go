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
	s := A4()
	w := s.Word()
	near := func(name string, got Length, want Unit) {
		if off := got.Twips() - want.Twips(); off < -6 || off > 6 {
			t.Errorf("%s is %d twips, want %d", name, got.Twips(), want.Twips())
		}
	}
	near("title line", w.TitleLine, Size2+Titles().Leading.Unit)
	near("top margin", w.Top, s.Top.Unit-(s.Pitch.Unit-s.Cell.Unit)/2)
	near("bottom margin", w.Bottom, 35*Mm-(s.Pitch.Unit-s.Cell.Unit)/2)
	if rows := (w.Height.Unit - w.Top.Unit - w.Bottom.Unit) / w.Line.Unit; rows != Unit(s.Rows.N) {
		t.Errorf("%d rows fit", rows)
	}
	width, character := w.Width.Unit-w.Left.Unit-w.Right.Unit, Size3+w.Tracking.Unit
	if n := width / character; n != Unit(s.Columns.N) {
		t.Errorf("%d characters fit", n)
	}
}

// TestWordTwips holds what Word is told to the values that were rendered.
func TestWordTwips(t *testing.T) {
	w := A4().Word()
	for i, c := range []struct {
		got  Length
		want int64
	}{
		{w.Width, 11906}, {w.Height, 16838}, {w.Top, 1960}, {w.Bottom, 1847}, {w.Left, 1587}, {w.Right, 1474},
		{w.Line, 592}, {w.TitleLine, 711}, {w.Tracking, -5}, {w.OneLineGap, 316}, {w.TitleAbove, 1140}, {w.Indent, 630},
		{w.FooterLine, 280}, {w.FooterDistance, 1422},
	} {
		if c.got.Twips() != c.want || c.got.Clause == "" || c.got.Strength == "" {
			t.Errorf("length %d is %d twips (%s %s), want %d", i, c.got.Twips(), c.got.Clause, c.got.Strength, c.want)
		}
	}
}

// TestWordFollows wants another sheet to give another page.
func TestWordFollows(t *testing.T) {
	s := A4()
	s.Top.Unit += 3 * Mm
	s.Left.Unit -= 2 * Mm
	s.Cell.Unit = Size3 + Pt/40 // half a twip: none is added
	w, usual := s.Word(), A4().Word()
	if w.Top.Unit != usual.Top.Unit+3*Mm || w.Bottom.Unit != usual.Bottom.Unit-3*Mm || w.Right.Unit != usual.Right.Unit+2*Mm {
		t.Errorf("margins %v", w)
	}
	if w.Tracking.Unit != 0 || w.Indent.Unit != 2*Size3 {
		t.Errorf("tracking %d, indent %d", w.Tracking.Unit, w.Indent.Unit)
	}
}

// TestRights is 7.3.5.2 for an issuer wider and narrower than its date.
func TestRights(t *testing.T) {
	for n, c := range [][4]Unit{{19, 7, 2, 12}, {7, 7, 2, 0}, {3, 7, 8, 2}} {
		cell := Cell + Unit(n) // the sheet's, not the standard's
		issuer, date := Signatures().Rights(cell, c[0]*cell, c[1]*cell)
		if issuer != c[2]*cell || date != c[3]*cell {
			t.Errorf("issuer of %d, date of %d: %d and %d from the edge, want %d and %d", c[0], c[1], issuer/Cell, date/Cell, c[2], c[3])
		}
	}
}

// TestTurned is the type area on the sheet turned by a quarter.
func TestTurned(t *testing.T) {
	s := A4().Turned()
	for name, c := range map[string][2]Unit{
		"width": {s.Width.Unit, 297}, "height": {s.Height.Unit, 210}, "left": {s.Left.Unit, 35}, "top": {s.Top.Unit, 28},
		"right": {s.Left.Unit + s.AreaWidth.Unit, 260}, "bottom": {s.Top.Unit + s.AreaHigh.Unit, 184},
	} {
		if c[0] != c[1]*Mm {
			t.Errorf("%s is %d, want %d mm", name, c[0], c[1])
		}
	}
	if s.Rows.N != 15 || s.Columns.N != 40 {
		t.Errorf("%d rows of %d characters", s.Rows.N, s.Columns.N)
	}
}

// TestWordHouse holds Word's page to sheets of other pitches and margins: its rows
// are as many, the first one's upper edge and the page number stay in their place.
func TestWordHouse(t *testing.T) {
	for _, pitch := range []Unit{20 * Pt, 28 * Pt, Line, 40 * Pt} {
		for _, top := range []Unit{10 * Mm, 37 * Mm, 60 * Mm} {
			s := A4()
			s.Pitch.Unit, s.Top.Unit = pitch, top
			rows := 1 + (s.AreaHigh.Unit-s.Cell.Unit)/pitch
			w := s.Word()
			if got := (w.Height.Unit - w.Top.Unit - w.Bottom.Unit) / pitch; got != rows {
				t.Errorf("%d pt: %d rows, want %d", pitch/Pt, got, rows)
			}
			near := func(what string, got, want Unit) {
				if off := got - want; off < -Pt || off > Pt {
					t.Errorf("%d pt, %d mm: %s is %d, want %d", pitch/Pt, top/Mm, what, got, want)
				}
			}
			near("first row", w.Top.Unit+(pitch-s.Cell.Unit)/2, top)
			near("gap between rows", w.OneLineGap.Unit+pitch-s.Cell.Unit, OneLineGap().Unit)
			near("page number", w.FooterDistance.Unit-A4().Word().FooterDistance.Unit, 37*Mm-top)
			title := w.Top.Unit + w.TitleAbove.Unit - A4().Word().Top.Unit - A4().Word().TitleAbove.Unit
			near("title", title, top-37*Mm+2*(pitch-Line))
		}
	}
}

// TestMarkFit sets a mark of a few characters apart, one of many smaller, and none
// beyond the type area.
func TestMarkFit(t *testing.T) {
	rule, area := Marks(), 156*Mm
	largest := rule.Type.Size
	for n, want := range map[Unit][2]Unit{
		4:  {largest, largest * 5 / 4},
		10: {largest, area / 10},
		20: {area / 20, area / 20},
	} {
		size, cell := rule.Fit(n*largest, area)
		if size != want[0] || cell != want[1] || n*cell > area {
			t.Errorf("%d characters: size %d, cell %d, want %d", n, size, cell, want)
		}
	}
	if size, cell := rule.Fit(0, area); size != largest || cell != largest {
		t.Errorf("no character: %d, %d", size, cell)
	}
}

// TestSealRule wants any seal that covers its rows to begin within a row of the
// text, the rows below its middle, and an issuer to stay inside the type area.
func TestSealRule(t *testing.T) {
	rule := Seals()
	for _, high := range []Unit{Cell + Line, Cell + 2*Line} {
		for seal := high; seal < 100*Mm; seal += Mm / 7 {
			rows, top := rule.Press(high, seal)
			if top < 0 || top > rule.Farthest.Unit || rows < OneLineGap().Unit || rows < top || rows+high/2 <= top+seal/2 {
				t.Errorf("a seal of %d on %d: rows at %d, seal at %d", seal, high, rows, top)
			}
		}
	}
	const cell = 5 * Mm // of an office's sheet
	for _, c := range [][3]Unit{{8 * cell, 6 * cell, 7 * cell}, {20 * cell, 6 * cell, 10 * cell}, {3 * cell, 7 * cell, 15 * cell / 2}} {
		if got := rule.Middle(cell, c[0], c[1]); got != c[2] {
			t.Errorf("issuer %d, date %d: middle at %d, want %d", c[0], c[1], got, c[2])
		}
	}
}
