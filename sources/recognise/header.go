package recognise

import (
	"slices"
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

const (
	deepestHeader = 3 // rows a header may take
	leastFields   = 2 // headings that make a header, 反馈的具体问题 among them
)

// A header is the heading of a table as far as it was understood.
type header struct {
	top, bottom int
	columns     []column
}

// A column is one heading over the table. Field is "" if it names none.
type column struct {
	col      int
	cell     *grid.Cell // where the heading is written
	label    string     // the heading as written, without line breaks; 责任 over 领导 is 责任领导
	heading  heading
	lowest   heading // of the last row's words alone
	field    ledger.Field
	how      tier
	internal bool         // an internal version of field, which is not printed
	weak     bool         // the name is no field's by itself, but nothing better is over the findings
	above    bool         // 反馈问题, with a finer heading to its right
	upper    ledger.Field // what the topmost row names by itself, where there are several
}

// readHeader reads the header whose first row is top, as deep as it is
// understood best; a second row counts only under a first one that names fields,
// and only if it can be part of the header at all.
func readHeader(s sheet, top int, v vocabulary) header {
	if !v.knowsOne(s.cells(top)) { // nearly every row
		return header{top: top, bottom: top}
	}
	best := headerOf(s, top, top, v)
	if s.isTitle(top) {
		return best
	}
	deepest := top
	for _, c := range best.columns {
		if c.field != "" && !c.cell.Merge.IsZero() {
			deepest = max(deepest, c.cell.Merge.Row2)
		}
	}
	deepest = min(deepest, top+deepestHeader-1)
	for bottom := top + 1; bottom < top+deepestHeader && (s.stacked(bottom-1) || s.names(bottom, v)); bottom++ {
		h := headerOf(s, top, bottom, v)
		if more := h.score() - best.score(); more > 0 || more == 0 && bottom <= deepest {
			best = h
		}
	}
	return best
}

// isTitle reports whether all that is written in a row stands over the first column
// of the row below: 附件 or 巡察整改情况 there is a title, not a heading over others.
func (s sheet) isTitle(row int) bool {
	own := s.own(row)
	if len(own) != 1 || row >= len(s.Rows) {
		return false
	}
	below := s.own(row + 1)
	return len(below) > 0 && own[0].Pos.Col <= below[0].Pos.Col
}

// stacked reports whether the row below upper can be the lower row of the same
// header: whatever stands in it stands under nothing, under a merged cell, or
// under one whose right neighbour is left empty for it. A finding does not.
func (s sheet) stacked(upper int) bool {
	for col := s.from; col <= s.width(upper+1, upper+1); col++ {
		over, under := s.at(upper, col), s.at(upper+1, col)
		if over.IsBlank() || under.IsBlank() || over.Pos == under.Pos || over.Merge.Col2 > over.Merge.Col1 {
			continue
		}
		if !s.at(upper, col+1).IsBlank() || s.at(upper+1, col+1).IsBlank() {
			return false
		}
	}
	return true
}

// names reports whether a row by itself is one of headings: two fields' or more, and
// no fewer than half of what is written.
func (s sheet) names(row int, v vocabulary) bool {
	if row > len(s.Rows) || !v.knowsOne(s.cells(row)) {
		return false
	}
	known, own := 0, s.own(row)
	for _, c := range own {
		if v.field(c.Text) != "" {
			known++
		}
	}
	return known >= leastFields && 2*known >= len(own)
}

// headerOf reads the rows from top to bottom as a header.
func headerOf(s sheet, top, bottom int, v vocabulary) header {
	h := header{top: top, bottom: bottom}
	parent := &grid.Cell{}
	for col := 1; col <= s.width(top, bottom); col++ {
		if col < s.from {
			h.columns = append(h.columns, column{col: col, cell: &grid.Cell{}})
			continue
		}
		if c := s.at(top, col); ledger.Trim(c.Text) != "" {
			parent = c
		}
		h.columns = append(h.columns, headColumn(s, col, top, bottom, parent, v))
	}
	h.settleText(v)
	h.settleLevels()
	h.settleDeadline()
	return h
}

// settleDeadline takes 完成时间 under 时限 for the 整改时限 where no other column is one.
func (h *header) settleDeadline() {
	if h.names(ledger.FieldDeadline) {
		return
	}
	for i := range h.columns {
		if c := &h.columns[i]; c.field == ledger.FieldCompleted && c.upper == ledger.FieldDeadline && c.how == byName {
			c.field = ledger.FieldDeadline
		}
	}
}

// settleLevels takes 反馈问题 for the 主要问题 where 具体问题 or the like stands to its
// right, and no other heading names it.
func (h *header) settleLevels() {
	list := h.candidates(ledger.FieldText)
	if len(list) != 2 || h.names(ledger.FieldProblem) || !isCoarse(list[0]) || isCoarse(list[1]) || list[0].how != byName {
		return
	}
	c := &h.columns[list[0].col-1]
	c.field, c.above = ledger.FieldProblem, true
}

// isCoarse reports whether c's heading is one of [coarseTexts].
func isCoarse(c column) bool {
	name := c.heading.bare
	for _, prefix := range append([]string{""}, namePrefixes...) {
		if rest, ok := strings.CutPrefix(name, prefix); ok && slices.Contains(coarseTexts, strings.TrimPrefix(rest, "的")) {
			return true
		}
	}
	return false
}

// settleText takes 问题, 主要问题 and the like for the heading over the findings, if
// none names them better and another column says what is done about them.
func (h *header) settleText(v vocabulary) {
	best, rank := -1, 0
	for i, c := range h.columns {
		if c.field == ledger.FieldText {
			return
		}
		n := v.weakText(c.heading.bare)
		if n == 0 {
			n = v.weakText(c.lowest.bare)
		}
		if n > 0 && (rank == 0 || n < rank) && !c.heading.isInternal() {
			best, rank = i, n
		}
	}
	if best < 0 || !h.names(ledger.FieldMeasures) && !h.names(ledger.FieldRectification) {
		return
	}
	c := &h.columns[best]
	c.field, c.how, c.weak = ledger.FieldText, byName, true
}

// headColumn reads one column's heading: the words of its rows together, 责任
// over 领导, or else the lowest alone. parent is the first row's cell, or the one
// it belongs to where staff did not merge.
func headColumn(s sheet, col, top, bottom int, parent *grid.Cell, v vocabulary) column {
	lowest := s.at(bottom, col)
	words := []string{}
	for row := top; row <= bottom; row++ {
		c := s.at(row, col)
		if row == top && row < bottom && ledger.Trim(lowest.Text) != "" {
			c = parent
		}
		if text := ledger.Trim(c.Text); text != "" && !slices.Contains(words, text) {
			words = append(words, text)
			lowest = c
		}
	}
	if len(words) == 0 {
		return column{col: col, cell: lowest}
	}
	under := len(words) > 1 && slices.ContainsFunc(words, func(s string) bool { h := parseHeading(s); return isRestriction(h.full) || h.isInternal() })
	texts, upper := readings(words, v)
	for _, text := range texts {
		h := parseHeading(text)
		h.under = under
		if field, how, internal := v.match(h); field != "" {
			return column{col: col, cell: lowest, label: oneLine(text), heading: h, field: field, how: how, internal: internal, upper: upper}
		}
	}
	all := strings.Join(words, "")
	return column{col: col, cell: lowest, label: oneLine(all), heading: parseHeading(all), lowest: parseHeading(words[len(words)-1])}
}

// readings is how the words of a column's rows may be read, in the order they are
// tried, and the field of the topmost alone. All words together come first, 责任 over
// 领导 and 整改时限 over 完成时间; then the lowest by itself, for a word over a group of
// columns is a column's name only where the lower one is none: 整改情况 over 拟公开, and
// not over 完成情况. What the office wrote out in 栏目对应 comes before all.
func readings(words []string, v vocabulary) (texts []string, upper ledger.Field) {
	all, top, last := strings.Join(words, ""), words[0], words[len(words)-1]
	if len(words) == 1 {
		return []string{all}, ""
	}
	noted, begun := top+"（"+last+"）", beginning(top)+last
	texts = []string{all, last, begun, noted}
	switch lower := parseHeading(last).bare; {
	case lower == "说明": // of what the word above says
		texts = []string{all, noted}
	case parseHeading(top).bare == "整改" && v.named(lower) != "" && v.named(lower) != v.named(parseHeading(all).bare): // 完成情况 is no 整改完成情况 then
		texts = []string{last, all}
	}
	for _, text := range []string{all, noted, last} {
		if _, own := v.own[parseHeading(text).full]; own {
			texts = slices.Insert(texts, 0, text)
			break
		}
	}
	return texts, v.named(parseHeading(top).bare)
}

// beginning is the first word of a heading over several columns: 整改情况 over 措施 and
// 成效 means 整改措施 and 整改成效.
func beginning(top string) string {
	const word = 2 // characters
	r := []rune(parseHeading(top).bare)
	return string(r[:min(word, len(r))])
}

// score is how many fields h names.
func (h header) score() int { return len(h.named()) }

// known is how many headings are a field's, those for internal use counted.
func (h header) known() (n int) {
	for _, c := range h.columns {
		if c.field != "" {
			n++
		}
	}
	return n
}

// named is the fields h names, in the order of its columns.
func (h header) named() []ledger.Field {
	var out []ledger.Field
	for _, c := range h.columns {
		if c.field != "" && c.how > noMatch && !slices.Contains(out, c.field) {
			out = append(out, c.field)
		}
	}
	return out
}

// names reports whether h names field.
func (h header) names(field ledger.Field) bool { return slices.Contains(h.named(), field) }

// complete reports whether h is the header of a ledger.
func (h header) complete() bool {
	named := h.named()
	return len(named) >= leastFields && slices.Contains(named, ledger.FieldText)
}

// candidates is the columns that name field best.
func (h header) candidates(field ledger.Field) []column {
	var out []column
	best := byName
	for _, c := range h.columns {
		if c.field == field && c.how >= best {
			if c.how > best {
				best, out = c.how, nil
			}
			if len(out) == 0 || out[len(out)-1].cell.Pos != c.cell.Pos { // one heading merged over columns
				out = append(out, c)
			}
		}
	}
	return out
}

// beside keeps the candidates that stand in the same block of headings as col:
// an empty column parts the ledger from another table beside it.
func (h header) beside(col int, candidates []column) []column {
	var out []column
	for _, c := range candidates {
		if !slices.ContainsFunc(h.columns, func(gap column) bool {
			return gap.heading.full == "" && gap.col > min(c.col, col) && gap.col < max(c.col, col)
		}) {
			out = append(out, c)
		}
	}
	return out
}
