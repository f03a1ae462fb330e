package gb9704

// RecordType is that of 版记 (7.4.2, 7.4.3).
func RecordType() Type { return Type{Face: FangSong, Size: Size4, Clause: "7.4.2", Strength: Usual} }

// A RecordRule places 版记 (7.4), whose last rule lies on the type area's lower
// edge, on an even page.
type RecordRule struct {
	Side         Count  // of its characters, from both edges of the type area
	Outer, Inner Length // strokes of the first and the last rule, and of those between
	Pitch        Length // from one row's upper edge to the next one's
	Pad          Length // from a rule to the row beside it
}

// Records returns the rule; the standard's tenth figure shows how far rows are
// apart.
func Records() RecordRule {
	return RecordRule{
		Side:  Count{1, "7.4.2", Must},
		Outer: Length{35 * Mm / 100, "7.4.1", Advised}, Inner: Length{25 * Mm / 100, "7.4.1", Advised},
		Pitch: Length{81 * Mm / 10, "7.4.2", Derived}, Pad: Length{2 * Mm, "7.4.1", Derived},
	}
}
