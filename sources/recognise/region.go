package recognise

import (
	"strings"
	"unicode/utf8"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// A region is a block of a sheet's columns that an empty column parts from the
// others: a ledger, or what an office has laid beside it.
type region struct {
	sheet
	headers []header // of ledgers, top down
	best    header   // if there are none, the one understood best
}

// mostRegions bounds how many blocks of columns a sheet is read as; one with more
// is no form that a person laid out.
const mostRegions = 8

// regions parts s where a column is empty from top to bottom. If that parts a
// header, too, so that none is complete, s is one region.
func regions(s sheet, v vocabulary) []region {
	var out []region
	found := false
	for _, b := range s.blocks() {
		g := scan(b, v)
		found = found || len(g.headers) > 0
		out = append(out, g)
	}
	if !found && len(out) != 1 {
		return []region{scan(s, v)}
	}
	return out
}

// scan finds the headers of a block of columns.
func scan(s sheet, v vocabulary) region {
	g := region{sheet: s}
	for row := 1; row <= len(s.Rows); row++ {
		h := readHeader(s, row, v)
		switch {
		case h.complete():
			h = s.withUpper(h, v)
			g.headers = append(g.headers, h)
			row = h.bottom
		case len(g.headers) == 0 && h.score() > g.best.score():
			g.best = h
		}
	}
	return g
}

// leastUpper is how many cells make a row above a header a part of it, merged ones
// counted twice: a title and 附件 beside it are none.
const leastUpper = 4

// withUpper is h with the row above it, if that names blocks of h's columns: 问题清单
// and 责任清单 over headings that say all themselves.
func (s sheet) withUpper(h header, v vocabulary) header {
	upper := h.top - 1
	if upper < 1 || !s.stacked(upper) {
		return h
	}
	own, wide := s.own(upper), 0
	for _, c := range own {
		if hasLabel(c) || utf8.RuneCountInString(c.Text) > longestLabel || isCount(c) || tableTitle.MatchString(c.Text) {
			return h
		}
		if c.Merge.Col2 > c.Merge.Col1 && c.Merge.Row2 == c.Merge.Row1 {
			wide++
		}
	}
	if wide == 0 || wide+len(own) < leastUpper {
		return h
	}
	if more := headerOf(s, upper, h.bottom, v); more.complete() && more.known() >= h.known() {
		return more
	}
	return h
}

// blocks is the runs of columns that rows of several cells fill or merge over; each
// reaches to the next. What stands alone in its row, a title or a note, and rows of
// labels such as 填报单位：, are laid over columns at will and fill none.
func (s sheet) blocks() []sheet {
	used := make([]int, s.to+2) // how many more ranges begin than end before a column
	for row := 1; row <= len(s.Rows); row++ {
		s.fill(used, row)
	}
	var out []sheet
	for col, open := 1, 0; col <= s.to; col++ {
		before := open
		if open += used[col]; open > 0 && before == 0 {
			out = append(out, sheet{s.Sheet, s.file, col, s.to})
			if n := len(out); n > 1 {
				out[n-2].to = col - 1
			}
		}
	}
	if len(out) == 0 || len(out) > mostRegions {
		return []sheet{s}
	}
	out[0].from = 1
	return out
}

// fill adds the columns that a row of several cells takes.
func (s sheet) fill(used []int, row int) {
	cells := s.Rows[row-1]
	first, several := (*grid.Cell)(nil), false
	for i := range cells {
		c := &cells[i]
		switch {
		case !isOwn(c, row, i+1):
		case first == nil:
			first = c
		case !several && isLabelled(first):
			return
		default:
			several = true
			s.take(used, c)
		}
	}
	if several {
		s.take(used, first)
	}
}

// take adds the columns of c.
func (s sheet) take(used []int, c *grid.Cell) {
	used[c.Pos.Col]++
	used[min(s.to, max(c.Pos.Col, c.Merge.Col2))+1]--
}

// isLabelled reports whether c begins a row such as 填报单位：某局.
func isLabelled(c *grid.Cell) bool {
	return len(c.Text) <= longestHeading && strings.ContainsAny(c.Text, "：:") && (hasLabel(c) || signOff.MatchString(ledger.Squeeze(c.Text)))
}
