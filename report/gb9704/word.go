package gb9704

// A WordPage is what a word processor must be told to set a [Sheet]. It centres a
// line's leading where the standard puts all of it between lines, so the margins
// are those of GB/T 33476.2-2016: for A4 34.58 and 32.58 mm, not 37 and 35.
type WordPage struct {
	Width, Height            Length
	Top, Bottom, Left, Right Length // margins
	Line, TitleLine          Length // exact line pitch of 3号 and 2号 text
	Tracking                 Length // added to each character: 28 of 16 pt are wider than 156 mm
	OneLineGap               Length // "space before" that gives 空一行 between rows of text
	TitleBelow               Length // "space after" that gives it below the title
	TitleAbove               Length // "space before" that begins the first title row's em box with row 3
	Indent                   Length // the first line's, for programs that do not count characters
	FooterLine               Length // exact line pitch of the page number
	FooterDistance           Length // from the page's lower edge to the footer's
}

// Word returns the page for word processors that sets s. What neither standard
// says and nothing follows from was measured for A4 in LibreOffice 7.4, which
// then sets 22 rows of 28 characters.
func (s *Sheet) Word() WordPage {
	measured := func(twips Unit, clause string) Length { return Length{twips * Pt / 20, clause, Derived} }
	bottom := s.Height.Unit - s.Foot()
	wider := s.Pitch.Unit - Line // than the rows that were measured
	half := halfLeading + wider/2
	number := A4().NumberCentre() - s.NumberCentre() // above the one that was
	right := s.Width.Unit - s.Left.Unit - s.AreaWidth.Unit
	tracking := wholeTwips(s.Cell.Unit - Size3)
	return WordPage{
		Width: s.Width, Height: s.Height,
		Top:    Length{s.Top.Unit - half, "GB/T 33476.2-2016", Must},
		Bottom: Length{bottom - half, "GB/T 33476.2-2016", Must},
		Left:   s.Left, Right: Length{right, "5.2.1", Derived},
		Line: s.Pitch, TitleLine: measured(711, "3.2"),
		Tracking:       Length{tracking, "5.2.3", Derived},
		OneLineGap:     measured(316, OneLineGap().Clause).plus(-wider),
		TitleBelow:     measured(316, OneLineGap().Clause).plus(-wider / 2),
		TitleAbove:     measured(1140, Titles().FirstRow.Clause).plus(Unit(Titles().FirstRow.N-1)*wider + wider/2),
		Indent:         Length{Unit(Indent().N) * (Size3 + tracking), Indent().Clause, Derived},
		FooterLine:     Length{PageNumberType().Size, "7.5", Derived},
		FooterDistance: measured(1422, "7.5").plus(number),
	}
}

// WordPitch is one row as word processors are to have it.
func WordPitch() Length { return Length{OneLineGap().Unit, "GB/T 33476.2-2016", Must} }

// plus is l and what a sheet adds to what was measured.
func (l Length) plus(more Unit) Length {
	l.Unit += more
	return l
}

// halfLeading is half of the 4.84 mm that GB/T 33476.2-2016 has between rows.
const halfLeading = 242 * Mm / 100

// wholeTwips is u rounded down to twips: a line's last character never lacks room.
func wholeTwips(u Unit) Unit {
	twips := Unit(u.Twips())
	if twips*Pt > u*20 {
		twips--
	}
	return twips * Pt / 20
}
