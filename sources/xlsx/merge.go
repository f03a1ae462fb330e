package xlsx

import (
	"fmt"
	"strings"

	"tongbao/sources/grid"
)

// mergeCell reads a mergeCell element.
func (s *sheetReader) mergeCell() error {
	s.merges++
	if err := s.check(limitMerges, s.merges); err != nil {
		return err
	}
	from, to, two := strings.Cut(s.attr("ref"), ":")
	if !two {
		to = from
	}
	row1, col1, ok1 := parseRef(from)
	row2, col2, ok2 := parseRef(to)
	if !ok1 || !ok2 {
		return s.fail(badValue)
	}
	g := grid.Range{Row1: min(row1, row2), Col1: min(col1, col2), Row2: max(row1, row2), Col2: max(col1, col2)}
	if g.Row1 != g.Row2 || g.Col1 != g.Col2 {
		s.ranges = append(s.ranges, g)
	}
	return nil
}

// applyMerges gives every cell of a range the range's value, as far as the sheet
// is used: a title merged over all 16,384 columns costs no more than the table
// is wide.
func (s *sheetReader) applyMerges() error {
	for _, g := range s.ranges {
		if err := s.applyMerge(g); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetReader) applyMerge(g grid.Range) error {
	last := min(g.Row2, len(s.sheet.Rows))
	right := min(g.Col2, s.width)
	if g.Row1 > last || g.Col1 > right {
		return nil
	}
	for row := g.Row1; row <= last; row++ {
		if err := s.widen(row, right); err != nil {
			return err
		}
	}
	first := s.sheet.Rows[g.Row1-1][g.Col1-1]
	for row := g.Row1; row <= last; row++ {
		for col := g.Col1; col <= right; col++ {
			if err := s.cover(&s.sheet.Rows[row-1][col-1], first, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// widen adds empty cells to a row up to column col.
func (s *sheetReader) widen(row, col int) error {
	cells := s.sheet.Rows[row-1]
	if len(cells) >= col {
		return nil
	}
	if err := s.hold(col - len(cells)); err != nil {
		return err
	}
	for len(cells) < col {
		cells = append(cells, s.blank(row, len(cells)+1))
	}
	s.sheet.Rows[row-1] = cells
	return nil
}

// cover makes child a cell of range g, whose first cell is first.
func (s *sheetReader) cover(child *grid.Cell, first grid.Cell, g grid.Range) error {
	if !child.Merge.IsZero() {
		return &DamagedError{Part: s.part, Pos: child.Pos, reason: overlap}
	}
	own := *child
	*child = first
	child.Merge, child.Hidden = g, own.Hidden
	if err := s.show(child.Text); err != nil {
		return err
	}
	if own.Pos != first.Pos && strings.TrimSpace(own.Text) != "" && own.Text != first.Text {
		return s.report(underMerge().At(first.Pos, fmt.Sprintf("合并单元格下面的 %s 藏着内容，没有读取", own.Pos.Address()),
			"请取消合并，核对、删去多余的内容后再合并"))
	}
	return nil
}
