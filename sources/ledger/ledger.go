package ledger

import (
	"fmt"
	"iter"

	"tongbao/sources/problem"
)

// A Ledger is one workbook's content in row order, not yet grouped or numbered.
type Ledger struct {
	File     string
	Tables   []Table   // what was recognised, in reading order
	Findings []Finding // every row that is a finding, in reading order
	Heads    []Skip    // the rows that are no finding but head those below, and as what they are read
	Skipped  []Skip    // every other used row of a sheet with tables, every other visible sheet, with the reason
	Asides   []Cell    // the words above the first header of each sheet, and on other sheets those with a ★
	Info     Info
}

// A Finding is one 具体问题 and what is done about it. A value the row lacks still
// knows the cell it is missing from, if the table has its column; if not, or if
// the cell was reported as one that cannot be used, its Pos is the row.
type Finding struct {
	Pos                  problem.Pos // its first row: Col is 0
	Group, Problem, Text Numbered
	No                   Cell
	Publication          Cell
	Withheld, Consent    Cell
	Source               Cell      // where it stood before ledgers were merged
	Measure                        // of the first row, in most ledgers the only one
	Further              []Measure // of the other rows, where an office writes one measure a row
}

// A Measure is what one row says of a finding's rectification. What a further row
// leaves to the row above, or several rows say in one cell, has that cell's Pos in
// each of them: whoever looks at every row reports and prints a cell once.
type Measure struct {
	Pos                           problem.Pos // the row: Col is 0
	Measures, Rectification, Goal Cell
	Status                        Status
	Leader, Department            Cell
	Partner, Person               Cell
	Started, Completed            Date
	Deadline                      Deadline
	Evidence                      Cell
	AcceptedBy, Closure           Cell
	AcceptedOn                    Date
	Remark                        Cell
}

// Rows yields every measure of f, that of its first row first.
func (f *Finding) Rows() iter.Seq[*Measure] {
	return func(yield func(*Measure) bool) {
		if !yield(&f.Measure) {
			return
		}
		for i := range f.Further {
			if !yield(&f.Further[i]) {
				return
			}
		}
	}
}

// A Table says what was recognised where. Rows and columns are 1-based;
// HeaderRows are the first and last row of the heading.
type Table struct {
	Sheet      string
	HeaderRows [2]int
	Columns    map[Field]int
	Headings   map[Field]string // as the office writes them, line breaks removed
	Internal   []Field          // printed fields of which there is an internal version only, as was reported
	Inside     []Field          // fields that were read from a column for internal use: nothing prints them
	Unread     []Cell           // of each column with words that is not read, the heading, or without one the first words
	Suggested  map[Field]int    // fields that the table lacks: which of Unread is told to be likely that one
}

// A Skip is a row that is no finding, or a sheet that is not read, and why.
type Skip struct {
	Pos    problem.Pos
	Last   int    // the last row, of several that are passed over together; else 0
	Reason string // 中文, with the beginning of the words
}

// Place is where s is, as people read it: 台账.xlsx「整改台账」第47行至第49行.
func (s Skip) Place() string {
	if s.Last > s.Pos.Row {
		return fmt.Sprintf("%s至第%d行", s.Pos, s.Last)
	}
	return s.Pos.String()
}

// A Change is one value that differs between two versions of a text.
type Change struct {
	Pos           problem.Pos
	Before, After string
}
