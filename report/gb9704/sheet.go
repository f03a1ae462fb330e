package gb9704

// A Sheet is the page, its type area (版心), its grid, and what else an office may
// want otherwise than the standard has it.
type Sheet struct {
	Width, Height       Length
	Top, Left           Length // 天头, 订口
	AreaWidth, AreaHigh Length // 版心
	Open                Length // of its foot, where no row stands; only offices that ask for a narrow pitch have it
	Cell, Pitch         Length
	Rows, Columns       Count
	PageNumber          PageNumber
	BoldThird           bool // heads of level 3 are bold; never in the standard
}

// A4 returns the standard's page: 22 rows of 28 characters that fill the type
// area edge to edge.
func A4() *Sheet {
	return &Sheet{
		Width: Length{210 * Mm, "5.1", Must}, Height: Length{297 * Mm, "5.1", Must},
		Top: Length{37 * Mm, "5.2.1", Must}, Left: Length{28 * Mm, "5.2.1", Must},
		AreaWidth: Length{156 * Mm, "5.2.1", Must}, AreaHigh: Length{225 * Mm, "5.2.1", Must},
		Cell: Length{Cell, "5.2.3", Derived}, Pitch: Length{Line, "3.2", Derived},
		Rows: Count{22, "5.2.3", Usual}, Columns: Count{28, "5.2.3", Usual},
		PageNumber: PageNumbers(),
	}
}

// MarginTolerance is how far 天头 and 订口 may be off.
func MarginTolerance() Length { return Length{1 * Mm, "5.2.1", Must} }

// Bottom is the type area's lower edge, from the page's top; 版记 ends there.
func (s *Sheet) Bottom() Unit { return s.Top.Unit + s.AreaHigh.Unit }

// RowsHigh is the part of the type area's height that rows may take.
func (s *Sheet) RowsHigh() Unit { return s.AreaHigh.Unit - s.Open.Unit }

// Foot is the lower edge of what rows may take, from the page's top.
func (s *Sheet) Foot() Unit { return s.Top.Unit + s.RowsHigh() }

// NumberCentre is the middle of the page number, from the page's top.
func (s *Sheet) NumberCentre() Unit { return s.Bottom() + s.PageNumber.Below.Unit }

// HeadType is the type of a head of level 1 to 4 on s.
func (s *Sheet) HeadType(level int) Type {
	t := HeadType(level)
	t.Bold = s.BoldThird && level == 3
	return t
}

// Titles is the rule for titles on s, whose rows may be wider than the standard's
// or narrower.
func (s *Sheet) Titles() TitleRule {
	rule := Titles()
	rule.Longest.N = int(s.AreaWidth.Unit / TitleType().Size)
	return rule
}
