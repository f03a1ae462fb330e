package gb9704

// A WordPage is what a word processor must be told to set the page of [A4]. It
// centres a line's leading where the standard puts all of it between lines, so
// the margins are those of GB/T 33476.2-2016, not 37 and 35 mm. All in twips
// (1/20 pt) unless said; measured in LibreOffice 7.4 (22 rows of 28 characters).
type WordPage struct {
	Width, Height            int
	Top, Bottom, Left, Right int
	Line, TitleLine          int // exact line pitch of 3号 and 2号 text
	Tracking                 int // per character: 28 of 16 pt are wider than 156 mm
	OneLineGap, TwoLineGap   int // "space before" that gives 空一行 and 空二行
	TitleAbove               int // "space before" that begins the first title row's em box with row 3
	IndentHundredths         int // first line, hundredths of a character
	Indent                   int // the same in twips, for programs that read no characters
	FooterLine               int // exact line pitch of the page number
	FooterDistance           int // from the page's lower edge to the footer's
}

// Word returns the page for word processors.
func Word() WordPage {
	return WordPage{
		Width: 11906, Height: 16838,
		Top: 1960, Bottom: 1847, Left: 1587, Right: 1474,
		Line: 592, TitleLine: 711, Tracking: -5,
		OneLineGap: 316, TwoLineGap: 908, TitleAbove: 1140,
		IndentHundredths: 200, Indent: 630,
		FooterLine: 280, FooterDistance: 1422,
	}
}
