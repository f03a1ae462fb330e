package problem

import (
	"cmp"
	"fmt"
)

// A Pos is a place in a file, 1-based. Col 0 is the whole row, Row 0 the whole
// sheet. A merged child points at its range's first cell.
type Pos struct {
	File, Sheet string
	Row, Col    int
}

// String is the place as Excel shows it: 台账.xlsx「整改台账」D17.
func (p Pos) String() string {
	s := p.File
	if p.Sheet != "" {
		s += "「" + p.Sheet + "」"
	} else if s != "" && p.Row > 0 {
		s += " "
	}
	switch {
	case p.Row > 0 && p.Col > 0:
		return s + p.Address()
	case p.Row > 0:
		return s + fmt.Sprintf("第%d行", p.Row)
	}
	return s
}

// Address is the cell alone, as Excel names it: D17. It is "" unless p is a cell.
func (p Pos) Address() string {
	if p.Row <= 0 || p.Col <= 0 {
		return ""
	}
	return Column(p.Col) + fmt.Sprint(p.Row)
}

// From is p as a message about here names it: file and sheet only where they differ.
func (p Pos) From(here Pos) string {
	if p.File == here.File {
		p.File = ""
		if p.Sheet == here.Sheet {
			p.Sheet = ""
		}
	}
	return p.String()
}

// Compare orders by file, sheet, row, column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Sheet, q.Sheet),
		cmp.Compare(p.Row, q.Row), cmp.Compare(p.Col, q.Col))
}

// Column is the letters of a 1-based column: 1 is A, 28 is AB.
func Column(n int) string {
	if n <= 0 {
		return ""
	}
	return Column((n-1)/26) + string(rune('A'+(n-1)%26))
}
