package xlsx

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strconv"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

// A reader reads the sheets of one workbook.
type reader struct {
	*meter
	file     string
	book     *workbook
	strings  []text
	problems problem.List
	flaws    int64 // left with their cells
	shown    int64 // bytes of the texts of all cells
	cells    int64 // held so far, in all sheets
	merges   int64
}

// A sheetReader reads one sheet part.
type sheetReader struct {
	*reader
	*scanner
	part    string
	sheet   grid.Sheet
	at      problem.Pos // the row or cell being read
	columns []bool      // hidden columns, 0 is A
	rows    []bool      // hidden rows, 0 is row 1
	hidden  bool        // the row being read is hidden
	width   int         // the last column with a value in any row
	row     []grid.Cell // the row being read
	used    int         // cells of row up to the last with a value
	ranges  []grid.Range
}

// readSheet reads a sheet's part to its end.
func (r *reader) readSheet(data []byte, p sheetPart) (grid.Sheet, error) {
	s := &sheetReader{reader: r, scanner: newScanner(data), part: p.part}
	s.sheet = grid.Sheet{Name: p.name.shown, Hidden: p.hidden}
	s.at = problem.Pos{File: r.file, Sheet: p.name.shown}
	if err := s.read(); err != nil {
		return grid.Sheet{}, s.located(err)
	}
	return s.sheet, nil
}

func (s *sheetReader) read() error {
	if err := s.root("worksheet"); err != nil {
		return err
	}
	held := false
	err := s.each(func() error {
		switch string(s.name) {
		case "cols":
			return s.each(s.column)
		case "sheetData":
			if held {
				return s.fail(wrongContent)
			}
			held = true
			if err := s.each(s.oneRow); err != nil {
				return err // at the place it happened
			}
			s.at.Row, s.at.Col = 0, 0
		case "mergeCells":
			return s.each(s.mergeCell)
		case foreign + "AlternateContent", "AlternateContent":
			return s.alternate()
		case foreign + "sheetData", foreign + "cols", foreign + "mergeCells":
			return s.fail(wrongContent)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := s.finish(); err != nil {
		return err
	}
	if !held {
		return s.fail(wrongContent)
	}
	return s.applyMerges()
}

// alternate refuses rows that stand in a choice between versions of the content:
// whichever we took, the other would be lost.
func (s *sheetReader) alternate() error {
	for depth := s.depth(); ; {
		t, err := s.next()
		if err != nil || (t == tokenEnd && s.depth() < depth) {
			return err
		}
		if name := string(bytes.TrimPrefix(s.name, []byte(foreign))); t == tokenStart && (name == "row" || name == "sheetData") {
			return s.fail(wrongContent)
		}
	}
}

// located turns err into a DamagedError or LimitError at the place being read.
func (s *sheetReader) located(err error) error {
	return placed(located(err, s.part), s.at)
}

// placed gives err the place it happened at, if it has none.
func placed(err error, at problem.Pos) error {
	var damaged *DamagedError
	var over *LimitError
	switch {
	case errors.As(err, &damaged) && damaged.Pos == (problem.Pos{}):
		damaged.Pos = at
	case errors.As(err, &over) && over.Pos == (problem.Pos{}):
		over.Pos = at
	}
	return err
}

// located names the part of a syntax error or a limit.
func located(err error, part string) error {
	var syntax *syntaxError
	var over *LimitError
	switch {
	case errors.As(err, &syntax):
		return &DamagedError{Part: part, reason: syntax.reason}
	case errors.As(err, &over) && over.Part == "":
		over.Part = part
	}
	return err
}

// column notes hidden columns.
func (s *sheetReader) column() error {
	first, err1 := strconv.Atoi(s.attr("min"))
	last, err2 := strconv.Atoi(s.attr("max"))
	if err1 != nil || err2 != nil || first < 1 || last < first {
		return s.fail(badValue)
	}
	if !s.flag("hidden") && !s.isZero("width") {
		return nil
	}
	last = min(last, int(s.maxima[limitColumns]))
	if err := s.spend(max(0, last-first)); err != nil {
		return err
	}
	s.columns = append(s.columns, make([]bool, max(0, last-len(s.columns)))...)
	for c := first; c <= last; c++ {
		s.columns[c-1] = true
	}
	return nil
}

// oneRow reads a row element and adds it to the sheet if it has a value.
func (s *sheetReader) oneRow() error {
	if string(s.name) != "row" {
		return s.fail(wrongContent)
	}
	row := s.at.Row + 1
	if ref := s.attr("r"); ref != "" {
		n, err := strconv.Atoi(ref)
		if err != nil || n < 1 || n > maxRow {
			return s.fail(badValue)
		}
		if n < row {
			return s.fail(wrongOrder)
		}
		row = n
	}
	s.at.Row, s.at.Col = row, 0
	s.hidden = s.flag("hidden") || s.isZero("ht")
	s.row, s.used = s.row[:0], 0
	if err := s.each(s.oneCell); err != nil {
		return err
	}
	s.at.Col = 0
	return s.addRow(row)
}

// addRow puts the row just read at its place, with absent rows before it empty.
func (s *sheetReader) addRow(row int) error {
	if s.hidden && int64(row) <= s.maxima[limitRows] {
		s.rows = append(s.rows, make([]bool, max(0, row-len(s.rows)))...)
		s.rows[row-1] = true
	}
	if s.used == 0 {
		return nil
	}
	s.sheet.Rows = append(s.sheet.Rows, make([][]grid.Cell, row-1-len(s.sheet.Rows))...)
	s.sheet.Rows = append(s.sheet.Rows, slices.Clone(s.row[:s.used]))
	s.width = max(s.width, s.used)
	return s.hold(s.used)
}

// hold counts n cells more.
func (r *reader) hold(n int) error {
	r.cells += int64(n)
	return r.check(limitCells, r.cells)
}

// show counts the text of one more cell. What many cells share costs the workbook
// little, but whoever reads the cells as much as if each had its own.
func (r *reader) show(text string) error {
	r.shown += int64(len(text))
	return r.check(limitShown, r.shown)
}

// oneCell reads a c element into the row.
func (s *sheetReader) oneCell() error {
	switch string(s.name) {
	case "c":
	case "extLst":
		return nil
	default:
		return s.fail(wrongContent)
	}
	if err := s.place(); err != nil {
		return err
	}
	cell := grid.Cell{Pos: s.at}
	if err := s.value(&cell); err != nil || cell.Raw == "" {
		return err
	}
	if err := cmp.Or(s.check(limitRows, int64(s.at.Row)), s.check(limitColumns, int64(s.at.Col))); err != nil {
		if cell.Text == "" && cell.Flaw != nil {
			return nil // shows nothing, and nobody reads that far
		}
		return err
	}
	for len(s.row) < s.at.Col {
		s.row = append(s.row, s.blank(s.at.Row, len(s.row)+1))
	}
	cell.Hidden = s.row[s.at.Col-1].Hidden
	s.row[s.at.Col-1], s.used = cell, s.at.Col
	return s.show(cell.Text)
}

// blank is an empty cell that knows its place and whether it is hidden.
func (s *sheetReader) blank(row, col int) grid.Cell {
	at := s.at
	at.Row, at.Col = row, col
	hidden := (row <= len(s.rows) && s.rows[row-1]) || (row == s.at.Row && s.hidden)
	return grid.Cell{Pos: at, Hidden: hidden || (col <= len(s.columns) && s.columns[col-1])}
}

// place moves to the column of the c element that just started.
func (s *sheetReader) place() error {
	ref, has := s.lookup("r")
	if !has {
		s.at.Col++
		return nil
	}
	row, col, ok := parseRef(string(ref))
	switch {
	case !ok || row != s.at.Row:
		return s.fail(badValue)
	case col <= s.at.Col:
		return s.fail(wrongOrder)
	}
	s.at.Col = col
	return nil
}

// Excel's own bounds.
const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

// parseRef reads A1 or $A$1.
func parseRef(ref string) (row, col int, ok bool) {
	i := 0
	for ; i < len(ref) && (ref[i] == '$' || ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'); i++ {
		if ref[i] != '$' {
			col = col*26 + int(ref[i]|0x20-'a') + 1
		}
		if col > maxCol {
			return 0, 0, false
		}
	}
	for ; i < len(ref) && ref[i] >= '0' && ref[i] <= '9'; i++ {
		row = row*10 + int(ref[i]-'0')
		if row > maxRow {
			return 0, 0, false
		}
	}
	return row, col, i == len(ref) && row > 0 && col > 0
}
