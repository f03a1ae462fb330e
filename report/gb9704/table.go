package gb9704

// Ours is the strength of what the standard is silent on: a rule of this project,
// without a clause.
const Ours Strength = "自定"

// Sizes of tables, by their Chinese names. 五号 is half of 1/63000 mm more.
const (
	Small4 = 12 * Pt     // 小4号
	Size5  = 21 * Pt / 2 // 5号
	Small5 = 9 * Pt      // 小5号
)

// A TableRule says how a table is set. The standard has no more on tables than
// where a turned one's page number and head are (8).
type TableRule struct {
	Sizes        []TableSize // from the usual one to the smallest
	Head, Band   Typeface
	Cells        Typeface
	Side, Above  Length // from a line's middle to the text beside it and below it
	Outer, Inner Length // thickness of lines
	Below        Length // from the table's lower line to the next text's upper edge
	Least        Count  // characters in a line that a column must have
	Word         Count  // characters of a word that a column is made wide enough for
	Brief        Count  // characters that a short entry takes at most on one line
	Ample        Count  // characters in a line that are enough for a long entry
	Justified    Count  // characters in a line from which on lines are spread to its width
	Heads        Count  // characters of a head that has one line if there is room
	PerPage      Count  // rows that a page of the usual type has on average at least
	Spread       Count  // the part of a character that a gap gets at most: one of so many
}

// A TableSize is a size of type in tables and the pitch of its lines, which stand
// closer than in the text as a line has fewer characters.
type TableSize struct{ Type, Pitch Length }

// Tables returns the rule.
func Tables() TableRule {
	ours := func(u Unit) Length { return Length{u, "", Ours} }
	size := func(u Unit) TableSize { return TableSize{ours(u), ours(u * 3 / 2)} }
	return TableRule{
		Sizes: []TableSize{size(Small4), size(Size5), size(Small5)},
		Head:  HeiTi, Band: KaiTi, Cells: FangSong,
		Side: ours(Mm * 3 / 2), Above: ours(Mm * 7 / 4),
		Outer: Length{35 * Mm / 100, "7.4.1", Derived}, Inner: Length{25 * Mm / 100, "7.4.1", Derived},
		Below: OneLineGap(),
		Least: Count{2, "", Ours}, Word: Count{6, "", Ours}, Brief: Count{7, "", Ours}, Ample: Count{12, "", Ours},
		Justified: Count{10, "", Ours}, Spread: Count{8, "", Ours}, Heads: Count{4, "", Ours}, PerPage: Count{4, "", Ours},
	}
}

// Turned returns the sheet as it is read once it has been turned clockwise by a
// quarter: the type area stays where it is on the paper (8).
func (s *Sheet) Turned() *Sheet {
	t := *s
	t.Width, t.Height = s.Height, s.Width
	t.AreaWidth, t.AreaHigh, t.Open = s.AreaHigh, s.AreaWidth, Length{}
	t.Top = s.Left
	t.Left = Length{s.Height.Unit - s.Top.Unit - s.AreaHigh.Unit, s.Top.Clause, Derived}
	t.Columns = Count{int(t.AreaWidth.Unit / s.Cell.Unit), "8", Derived}
	t.Rows = Count{int((t.AreaHigh.Unit-s.Cell.Unit)/s.Pitch.Unit) + 1, "8", Derived}
	return &t
}
