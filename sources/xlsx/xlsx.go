// Package xlsx reads an Excel workbook into a grid and guards against silent loss.
package xlsx

import (
	"bytes"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

const limit = 64 << 20

// Is reports whether data begins a ZIP package.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// Read returns the workbook's cells.
func Read(file string, data []byte) (*grid.Book, problem.List, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	b := &grid.Book{File: file}
	for _, name := range f.GetSheetList() {
		s, err := readSheet(f, file, name)
		if err != nil {
			return nil, nil, err
		}
		b.Sheets = append(b.Sheets, s)
	}
	return b, nil, nil
}

func readSheet(f *excelize.File, file, name string) (s grid.Sheet, err error) {
	s.Name = name
	visible, _ := f.GetSheetVisible(name)
	s.Hidden = !visible
	merges, err := f.GetMergeCells(name)
	if err != nil {
		return s, err
	}
	rows, err := f.GetRows(name)
	if err != nil {
		return s, err
	}
	raws, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return s, err
	}
	for i, values := range rows {
		row := grid.Row(problem.Pos{File: file, Sheet: name, Row: i + 1}, values)
		for j := range row {
			c := &row[j]
			a, _ := excelize.CoordinatesToCellName(j+1, i+1)
			t, _ := f.GetCellType(name, a)
			c.Raw = raws[i][j]
			switch {
			case c.Text == "":
				c.Kind = grid.Empty
			case t == excelize.CellTypeNumber || t == excelize.CellTypeUnset:
				c.Kind = grid.Number
				if d, ok := date(c.Text); ok {
					c.Kind, c.Time = grid.Date, d
				}
			}
		}
		s.Rows = append(s.Rows, row)
	}
	for _, m := range merges {
		merge(&s, m)
	}
	return s, nil
}

func date(s string) (time.Time, bool) {
	for _, l := range []string{"2006年1月2日", "2006/1/2"} {
		if t, err := time.Parse(l, strings.TrimSpace(s)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func merge(s *grid.Sheet, m excelize.MergeCell) {
	c1, r1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
	c2, r2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
	if r1 > len(s.Rows) || c1 > len(s.Rows[r1-1]) {
		return
	}
	first := s.Rows[r1-1][c1-1]
	first.Merge = grid.Range{Row1: r1, Col1: c1, Row2: r2, Col2: c2}
	for r := r1; r <= r2 && r <= len(s.Rows); r++ {
		for c := c1; c <= c2; c++ {
			for len(s.Rows[r-1]) < c {
				p := first.Pos
				p.Row, p.Col = r, len(s.Rows[r-1])+1
				s.Rows[r-1] = append(s.Rows[r-1], grid.Cell{Pos: p})
			}
			s.Rows[r-1][c-1] = first
		}
	}
}
