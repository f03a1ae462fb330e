package gb9704

// A Unit is 1/63000 mm: millimetres, points and the character cell are all
// whole, so that layout never rounds.
type Unit int64

// The measures the standard and its readers use.
const (
	Mm   Unit = 63000
	Um   Unit = Mm / 1000 // 1/1000 mm, in which people give the size of a seal
	Pt   Unit = 22225
	Cell Unit = 351000        // a character's cell: 156 mm / 28 (5.2.3)
	Line Unit = Cell * 15 / 8 // 一行: one character's height and 7/8 of it (3.2)
)

// Twips rounds u to twentieths of a point, Word's measure.
func (u Unit) Twips() int64 { return int64(Round(u*20, Pt)) }

// MilliPt rounds u to thousandths of a point, the precision of our PDF.
func (u Unit) MilliPt() int64 { return int64(Round(u*1000, Pt)) }

// Round is a/b, b > 0, rounded half away from zero: the only way in which
// anything is rounded, the same on every machine.
func Round[N ~int64](a, b N) N {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}
