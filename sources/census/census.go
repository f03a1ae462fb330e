// Package census counts what a workbook of another format holds, so that nothing
// is lost unnoticed when an outside program turns it into one of ours.
//
// LibreOffice reads on in a damaged .xls without a word and gives what it has
// left; it cuts a text of more than 32,767 characters and a long sheet name; it
// computes formulas anew. So every filled cell is looked up here, and compared
// with the workbook it made. Formats, merges, hidden and struck-out cells are not
// counted: they come over, as the judge in .ci/oracles sees.
package census

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

// maxCells bounds the filled cells of a workbook, those repeated included.
const maxCells = 1_000_000

// A Census is the filled cells of each sheet, but for charts.
type Census struct {
	sheets []sheet
	count  int
}

type sheet struct {
	name  string
	cells []cell
}

// A cell is one that something is written in. Row and column begin at 1.
type cell struct {
	row, col int
	kind     kind
	formula  bool
	text     string  // of a text
	number   float64 // of a number
}

type kind int

const (
	other kind = iota // a date, a truth, an error: only that it is there counts
	text
	number
)

// add counts a cell of the last sheet, unless nothing is written in it.
func (c *Census) add(v cell) error {
	if v.kind == text && squeeze(v.text) == "" {
		return nil
	}
	if c.count++; c.count > maxCells {
		return &Error{Reason: TooMany}
	}
	s := &c.sheets[len(c.sheets)-1]
	s.cells = append(s.cells, v)
	return nil
}

// Compare looks up every cell in book, which was made from the workbook. The
// error is a [*LostError] for the first that is not there or says something else.
// A formula whose result has changed gets a Flaw, so that it is told where it is
// used.
func (c *Census) Compare(book *grid.Book) error {
	for _, s := range c.sheets {
		found := book.Sheet(s.name)
		if found == nil {
			return &LostError{Pos: problem.Pos{File: book.File, Sheet: s.name}}
		}
		for i := range s.cells {
			if err := s.cells[i].compare(book.File, found); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *cell) compare(file string, s *grid.Sheet) error {
	made := s.At(file, c.row, c.col)
	if m := made.Merge; !m.IsZero() && (m.Row1 != c.row || m.Col1 != c.col) {
		return nil // under a merge: shown nowhere, and L456 if it says something
	}
	if c.agrees(&made) {
		return nil
	}
	if !c.formula {
		return &LostError{Pos: problem.Pos{File: file, Sheet: s.Name, Row: c.row, Col: c.col}, Was: c.said()}
	}
	p := recomputed().At(made.Pos, fmt.Sprintf("公式转换时重新计算，结果从“%s”变成了“%s”", c.said(), made.Text),
		"在原表里把这一格改成计算好的值（复制，选择性粘贴为数值），或用 Excel、WPS 另存为 .xlsx 再读")
	c.mark(s, &p)
	return nil
}

// agrees reports whether made says what c does.
func (c *cell) agrees(made *grid.Cell) bool {
	switch c.kind {
	case text:
		return squeeze(made.Text) == squeeze(c.text)
	case number:
		if c.formula && c.number == 0 && (made.Kind == grid.String || made.Kind == grid.Empty) {
			return true // LibreOffice stores so, in .xls, a text that it has not shown yet
		}
		v, err := strconv.ParseFloat(made.Raw, 64)
		return err == nil && math.Abs(v-c.number) <= 1e-9*math.Abs(c.number)
	}
	return made.Kind != grid.Empty
}

// said is what c says, short enough for a sentence.
func (c *cell) said() string {
	const most = 20
	s := c.text
	if c.kind == number {
		s = strconv.FormatFloat(c.number, 'g', 15, 64)
	}
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "……"
	}
	return s
}

// mark gives the cell its flaw, and every cell it is merged with.
func (c *cell) mark(s *grid.Sheet, p *problem.Problem) {
	if c.row > len(s.Rows) || c.col > len(s.Rows[c.row-1]) {
		return // past the used cells nothing reads it
	}
	m := s.Rows[c.row-1][c.col-1].Merge
	if m.IsZero() {
		m = grid.Range{Row1: c.row, Col1: c.col, Row2: c.row, Col2: c.col}
	}
	for row := m.Row1; row <= min(m.Row2, len(s.Rows)); row++ {
		cells := s.Rows[row-1]
		for col := m.Col1; col <= min(m.Col2, len(cells)); col++ {
			if cells[col-1].Flaw == nil {
				cells[col-1].Flaw = p
			}
		}
	}
}

// squeeze leaves what is comparable between programs: line ends and blanks at
// the edge of runs differ, and the reader drops what has no width.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || grid.IsZeroWidth(r) {
			return -1
		}
		return r
	}, s)
}

// Codes is every problem this room finds.
func Codes() []problem.Entry { return []problem.Entry{recomputed()} }

func recomputed() problem.Entry {
	return problem.Entry{Code: "L458", Severity: problem.Error, Title: "公式转换后结果变了",
		Why: "用 LibreOffice 转换 .xls、.et、.ods 时公式会重新计算，有的函数它不认识，有的（如 TODAY）随日期变；和原来显示的不同，程序不能代为决定用哪个"}
}
