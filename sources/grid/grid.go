// Package grid is a workbook as any source gives it: cells and their flags,
// before anyone asks what they mean.
package grid

import (
	"strings"
	"time"

	"tongbao/sources/problem"
)

// A Book is one file.
type Book struct {
	File   string // base name, as positions show it
	Sheets []Sheet
}

// A Sheet holds its rows from row 1 and column 1 on; rows may be ragged, and
// rows past the last used one are absent.
type Sheet struct {
	Name   string
	Hidden bool
	Other  string // what it is, in Chinese, if it is no table of cells; it has no rows then
	Rows   [][]Cell
}

// A Cell is one value.
//
// A merged child repeats the first cell's Pos, texts and kind, so that whoever
// asks any cell of a range hears the range's value and is sent to the cell that
// staff can edit. Its own place is its index in Sheet.Rows.
type Cell struct {
	Pos            problem.Pos
	Raw, Text      string    // as stored; as shown, line breaks as "\n"
	Kind           Kind      // what the file says it is
	Time           time.Time // UTC midnight of a Date, else zero
	Merge          Range     // zero if not merged
	Hidden, Struck bool      // in a hidden row or column; wholly struck out

	// Flaw is what keeps the cell from being used, nil if nothing does. Whoever
	// reads the cell reports it, so that cells nobody reads do no harm.
	Flaw *problem.Problem
}

// IsBlank reports whether nothing is written in c.
func (c *Cell) IsBlank() bool { return c.Kind != Fault && strings.TrimSpace(c.Text) == "" }

// IsZeroWidth reports whether r takes no room and says nothing in Chinese text:
// whoever reads a file drops it and warns.
func IsZeroWidth(r rune) bool {
	return (r >= 0x200B && r <= 0x200F) || r == 0x2060 || r == 0xFEFF || r == 0xAD
}

// Kind is what the file says a cell is.
type Kind int

const (
	Empty Kind = iota
	String
	Number
	Date
	Bool
	Fault   // #REF! and its like, or a formula that was never computed
	Picture // laid into the cell; Text only says so
)

// A Range is a block of cells, corners included, 1-based.
type Range struct{ Row1, Col1, Row2, Col2 int }

// IsZero reports whether r is no range.
func (r Range) IsZero() bool { return r == Range{} }

// Sheet returns the sheet called name, or nil.
func (b *Book) Sheet(name string) *Sheet {
	for i := range b.Sheets {
		if b.Sheets[i].Name == name {
			return &b.Sheets[i]
		}
	}
	return nil
}

// At returns the cell at a 1-based row and column. Past the used cells it is an
// empty one that knows its place.
func (s *Sheet) At(file string, row, col int) Cell {
	if row <= len(s.Rows) && col <= len(s.Rows[row-1]) {
		return s.Rows[row-1][col-1]
	}
	return Cell{Pos: problem.Pos{File: file, Sheet: s.Name, Row: row, Col: col}}
}
