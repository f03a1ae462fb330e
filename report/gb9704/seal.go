package gb9704

// A SealRule places 署名, 成文日期 and the seal pressed on them (7.3.5.1).
type SealRule struct {
	DateRight Count  // characters the date ends before the type area's right edge
	Gap       Length // from the text's lower edge to the seal's upper one
	Farthest  Length // and at most
	Lower     Length // how far below the seal's middle that of 署名 and date stands
}

// Seals returns the rule. The standard says "within one row" and "below the
// middle"; its fifth figure shows how far.
func Seals() SealRule {
	return SealRule{
		DateRight: Count{4, "7.3.5.1", Usual},
		Gap:       Length{695 * Mm / 100, "7.3.5.1", Derived},
		Farthest:  Length{OneLineGap().Unit, "7.3.5.1", Must},
		Lower:     Length{3 * Mm, "7.3.5.1", Derived},
	}
}

// Middle returns how far from the type area's right edge the middle of issuer,
// date and seal stands, for cells and lines of the given widths: the date ends four characters from the edge, and an issuer
// that would leave the type area above it moves both to the left.
func (r SealRule) Middle(cell, issuer, date Unit) Unit {
	return max(Unit(r.DateRight.N)*cell+date/2, (issuer+1)/2)
}

// Press returns where the rows of 署名 and date, together high units high, and the
// seal of the given height begin below the text's lower edge.
func (r SealRule) Press(high, seal Unit) (rowsTop, sealTop Unit) {
	rowsTop = max(OneLineGap().Unit, r.Gap.Unit+seal/2+r.Lower.Unit-high/2)
	return rowsTop, rowsTop + high/2 - r.Lower.Unit - seal/2
}
