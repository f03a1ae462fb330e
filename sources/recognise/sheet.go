package recognise

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A sheet is a grid.Sheet that knows its file, or a block of its columns.
type sheet struct {
	*grid.Sheet
	file     string
	from, to int // the columns, 1-based
}

func newSheet(s *grid.Sheet, file string) sheet {
	out := sheet{Sheet: s, file: file, from: 1, to: 1}
	for _, row := range s.Rows {
		out.to = max(out.to, len(row))
	}
	return out
}

// at is the cell at a row and column, an empty one past the used cells.
func (s sheet) at(row, col int) *grid.Cell {
	if row <= len(s.Rows) && col <= len(s.Rows[row-1]) {
		return &s.Rows[row-1][col-1]
	}
	c := s.At(s.file, row, col)
	return &c
}

func (s sheet) pos(row, col int) problem.Pos {
	return problem.Pos{File: s.file, Sheet: s.Name, Row: row, Col: col}
}

// width is the last column that the rows from top to bottom have.
func (s sheet) width(top, bottom int) (n int) {
	for row := top; row <= bottom && row <= len(s.Rows); row++ {
		n = max(n, min(s.to, len(s.Rows[row-1])))
	}
	return n
}

// cells is what a row has in s's columns.
func (s sheet) cells(row int) []grid.Cell {
	cells := s.Rows[row-1]
	return cells[min(s.from-1, len(cells)):min(s.to, len(cells))]
}

// own is the cells of a row in which something is written: not the children of
// merged cells.
func (s sheet) own(row int) []*grid.Cell {
	cells := s.cells(row)
	out := make([]*grid.Cell, 0, len(cells))
	for i := range cells {
		if c := &cells[i]; isOwn(c, row, s.from+i) {
			out = append(out, c)
		}
	}
	return out
}

// isOwn reports whether something is written in c at its own place.
func isOwn(c *grid.Cell, row, col int) bool {
	return c.Pos.Row == row && c.Pos.Col == col && !c.IsBlank()
}

// used is how many rows from row on hold cells.
func (s sheet) used(row int) (n int) {
	for ; row <= len(s.Rows); row++ {
		if len(s.Rows[row-1]) > 0 {
			n++
		}
	}
	return n
}

// value is a cell of the ledger's.
func value(c *grid.Cell) ledger.Cell {
	out := ledger.NewCell(c.Pos, c.Text)
	if c.Kind == grid.Number {
		stored, bad := strconv.ParseFloat(c.Raw, 64)
		shown, words := strconv.ParseFloat(out.Text, 64)
		out.Number = bad == nil && words == nil && stored == shown
	}
	return out
}

// stored is what the file says of c besides its words.
func stored(c *grid.Cell) ledger.Stored {
	return ledger.Stored{Day: c.Time, Number: c.Kind == grid.Number}
}

func numbered(c *grid.Cell) ledger.Numbered {
	n := ledger.Numbered{Cell: value(c)}
	n.Typed, n.Text = ledger.SplitNumber(n.Text)
	return n
}

// oneLine is a heading without its line breaks, and without a note that makes it too
// long for a message.
func oneLine(text string) string {
	const longest = 30 // characters
	s := strings.ReplaceAll(ledger.Trim(text), "\n", "")
	if i := strings.IndexAny(s, "（("); i > 0 && utf8.RuneCountInString(s) > longest {
		return ledger.Trim(s[:i])
	}
	return s
}
