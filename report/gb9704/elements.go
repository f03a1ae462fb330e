package gb9704

// A Type is the type an element is set in.
type Type struct {
	Face     Typeface
	Size     Unit
	Clause   string
	Strength Strength
	Bold     bool // never in the standard; offices ask for it
}

// Body is the default type (5.2.2).
func Body() Type { return Type{Face: FangSong, Size: Size3, Clause: "5.2.2", Strength: Usual} }

// TitleType is the title's (7.3.1).
func TitleType() Type { return Type{Face: XiaoBiao, Size: Size2, Clause: "7.3.1", Strength: Usual} }

// HeadType is the type of a head of level 1 to 4 (7.3.3). Deeper levels are set
// as body.
func HeadType(level int) Type {
	face := FangSong
	switch level {
	case 1:
		face = HeiTi
	case 2:
		face = KaiTi
	}
	return Type{Face: face, Size: Size3, Clause: "7.3.3", Strength: Usual}
}

// AnnexLabelType is that of 附件 and its number (7.3.7).
func AnnexLabelType() Type { return Type{Face: HeiTi, Size: Size3, Clause: "7.3.7", Strength: Must} }

// PageNumberType is the page number's (7.5): 4号半角宋体.
func PageNumberType() Type { return Type{Face: SongTi, Size: Size4, Clause: "7.5", Strength: Usual} }

// Indent is the first line's, in characters (7.3.3: 左空二字).
func Indent() Count { return Count{2, "7.3.3", Must} }

// A PageNumber says where "— 1 —" stands (7.5).
type PageNumber struct {
	Below   Length // from the type area's lower edge to the dash's middle
	Side    Count  // characters from the type area's edge: right on odd pages, left on even ones
	Centred bool   // it stands in the middle instead; never in the standard
	Gap     Length // from a dash to the number
	Before  string // the dash and its gap
	After   string
}

// PageNumbers returns the standard's page number.
func PageNumbers() PageNumber {
	return PageNumber{
		Below: Length{7 * Mm, "7.5", Must}, Side: Count{1, "7.5", Must},
		Gap:    Length{Size4 * 3 / 4, "7.5", Derived},
		Before: "— ", After: " —",
	}
}

// A TitleRule says where and how the title of form [Notice] stands (7.3.1). The
// standard counts from the red line, which a notice has not: it begins where an
// attachment's title does (7.3.7), on the type area's third row.
type TitleRule struct {
	FirstRow Count  // 1-based row of the type area that the first em box begins with
	Longest  Count  // characters that one row holds: 156 mm / 22 pt
	Leading  Length // from one row's lower edge to the next one's upper edge
	Below    Length // from the last row's lower edge to the body's upper edge
}

// Titles returns the rule.
func Titles() TitleRule {
	return TitleRule{
		FirstRow: Count{3, "7.3.7", Must},
		Longest:  Count{20, "7.3.1", Derived},
		Leading:  Length{Cell * 7 / 8, "3.2", Derived},
		Below:    OneLineGap(),
	}
}

// OneLineGap is 空一行 as an edge-to-edge gap: 10.39 mm (GB/T 33476.2-2016).
func OneLineGap() Length { return Length{1039 * Mm / 100, "GB/T 33476.2-2016", Derived} }

// TwoLineGap is 空二行: 20.78 mm.
func TwoLineGap() Length { return Length{2 * OneLineGap().Unit, "GB/T 33476.2-2016", Derived} }

// A SignatureRule places 署名 and 成文日期 of a document without a seal (7.3.5.2).
type SignatureRule struct {
	Above     Length // gap between the text and the issuer
	Right     Count  // characters the issuer's line ends before the right edge
	DateShift Count  // characters the date begins to the right of the issuer's first one
	Tightest  Length // pitch that the rows of its page may get so that it has room there
}

// Signatures returns the rule for documents without a seal.
func Signatures() SignatureRule {
	return SignatureRule{
		Above: OneLineGap(), Right: Count{2, "7.3.5.2", Must}, DateShift: Count{2, "7.3.5.2", Must},
		Tightest: Length{28 * Pt, "7.3.5.5", Derived},
	}
}

// Rights returns how far from the type area's right edge the issuer's line and
// the date's end, for cells and lines of the given widths: the issuer two characters, the
// date so that it begins two characters right of the issuer. A date wider than
// the issuer ends two characters from the edge, and the issuer moves left
// (7.3.5.2).
func (r SignatureRule) Rights(cell, issuer, date Unit) (issuerRight, dateRight Unit) {
	edge, shift := Unit(r.Right.N)*cell, Unit(r.DateShift.N)*cell
	if date > issuer {
		return edge + date + shift - issuer, edge
	}
	return edge, edge + issuer - shift - date
}
