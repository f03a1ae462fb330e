package gb9704

// CopyType is that of 份号 (7.2.1).
func CopyType() Type { return Type{Face: FangSong, Size: Size3, Clause: "7.2.1", Strength: Usual} }

// SecrecyType is that of 密级和保密期限 (7.2.2) and of 紧急程度 (7.2.3).
func SecrecyType() Type { return Type{Face: HeiTi, Size: Size3, Clause: "7.2.2", Strength: Usual} }

// SignerType is that of 签发人's names (7.2.6); the words before them are set as body.
func SignerType() Type { return Type{Face: KaiTi, Size: Size3, Clause: "7.2.6", Strength: Usual} }

// A HeadRule places 版头 (7.2), from 份号 to the title.
type HeadRule struct {
	SecrecyRow  Count  // 1-based row of the type area that 密级 stands on
	MarkTop     Length // from the type area's upper edge to 发文机关标志's
	NumberAbove Length // from 发文机关标志's lower edge to the upper one of 发文字号 or of the first 签发人
	Side        Count  // characters that 发文字号 beside 签发人, and they, stay away from the type area's edges
	Names       Count  // 签发人 on one row
	NameGap     Count  // characters between two of them
	LineAbove   Length // from 发文字号's lower edge to the red line's upper one
	LineStroke  Length // the red line's; it is as wide as the type area
	TitleAbove  Length // from the red line's lower edge to the title's upper one
}

// Heads returns the rule.
func Heads() HeadRule {
	return HeadRule{
		SecrecyRow:  Count{2, "7.2.2", Usual},
		MarkTop:     Length{35 * Mm, "7.2.4", Must},
		NumberAbove: Length{TwoLineGap().Unit, "7.2.5", Must},
		Side:        Count{1, "7.2.5", Must},
		Names:       Count{2, "7.2.6", Usual},
		NameGap:     Count{1, "7.2.6", Derived},
		LineAbove:   Length{4 * Mm, "7.2.7", Must},
		LineStroke:  Length{56 * Mm / 100, "7.2.7", Derived},
		TitleAbove:  Length{TwoLineGap().Unit, "7.3.1", Must},
	}
}

// A MarkRule is the type and size of 发文机关标志 (7.2.4). The standard leaves the size
// to the office: it is as large as one row of the type area holds, and no larger
// than in the standard's second figure.
type MarkRule struct {
	Type     Type   // at its largest
	Smallest Length // it should be larger than the title
	Spread   Count  // hundredths of its size that a character's cell may be wider
}

// Marks returns the rule. The figure's characters are 13.7 mm high in ink, which
// is 初号.
func Marks() MarkRule {
	return MarkRule{
		Type:     Type{Face: XiaoBiao, Size: 42 * Pt, Clause: "7.2.4", Strength: Advised},
		Smallest: Length{Size2, "7.2.4", Derived},
		Spread:   Count{25, "7.2.4", Derived},
	}
}

// Fit returns the size, and the cell of a character, of a mark that would be wide
// units wide at its largest without spreading, for a type area of area units.
func (r MarkRule) Fit(wide, area Unit) (size, cell Unit) {
	size = r.Type.Size
	if wide <= 0 {
		return size, size
	}
	cell = size * area / wide
	size = min(size, cell)
	return size, min(cell, size*Unit(100+r.Spread.N)/100)
}
