package recognise

import (
	"strconv"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// leastLabels is how many labels under each other, with a value beside each, make a
// card: one finding on a form of its own.
const leastLabels = 3

const cardHint = "把各张卡片的内容填进一张表：第一行写栏名，一条问题写一行（竖排的表可以选中后复制，用“选择性粘贴—转置”）；空白的表用 tongbao new 台账.xlsx 新建"

// isCard reports whether s is cards, not a table with a header. A header that is
// complete is a table's unless each of its headings has a value beside it.
func (g region) isCard(v vocabulary) bool {
	if len(g.headers) > 0 && !g.headers[0].hasValuesBeside(g.sheet) {
		return false
	}
	return g.cardLabel(v) != nil
}

// hasValuesBeside reports whether to the right of each heading stands something
// that is none.
func (h header) hasValuesBeside(s sheet) bool {
	for _, c := range h.columns {
		if c.field == "" {
			continue
		}
		next := c.col + 1
		for next <= len(h.columns) && h.columns[next-1].cell.Pos == c.cell.Pos {
			next++
		}
		if next <= len(h.columns) && h.columns[next-1].field != "" || s.at(h.top, next).IsBlank() {
			return false
		}
	}
	return true
}

// A pile is labels under each other, each with its value to the right.
type pile struct {
	first  *grid.Cell
	fields map[ledger.Field]bool
	filled bool // a value is what is filled in, not what is to be: 1, 已完成, 2023年6月
}

// cardLabel is the first of a card's labels, or nil if s holds no cards: labels of
// different fields under each other, of the finding or of what is done about it
// among them.
func (s sheet) cardLabel(v vocabulary) *grid.Cell {
	if p := s.card(v); p != nil {
		return p.first
	}
	return nil
}

// card is the first pile that makes s cards, or nil.
func (s sheet) card(v vocabulary) *pile {
	piles := map[int]*pile{}
	says := false
	for row := 1; row <= len(s.Rows); row++ {
		if !v.knowsOne(s.cells(row)) {
			continue
		}
		for _, c := range s.own(row) {
			field := v.field(c.Text)
			beside := s.at(row, max(c.Pos.Col, c.Merge.Col2)+1)
			if field == "" || beside.IsBlank() || v.field(beside.Text) != "" {
				continue
			}
			p := piles[c.Pos.Col]
			if p == nil {
				p = &pile{first: c, fields: map[ledger.Field]bool{}}
				piles[c.Pos.Col] = p
			}
			p.fields[field] = true
			p.filled = p.filled || isFilledIn(field, beside)
			says = says || field == ledger.FieldText || field == ledger.FieldProblem || field == ledger.FieldMeasures || field == ledger.FieldRectification
		}
	}
	var found *pile
	for _, p := range piles {
		if says && len(p.fields) >= leastLabels && (found == nil || p.first.Pos.Compare(found.first.Pos) < 0) {
			found = p
		}
	}
	return found
}

// isFilledIn reports whether c is a value of field that one reads at sight.
func isFilledIn(field ledger.Field, c *grid.Cell) bool {
	switch field {
	case ledger.FieldNo:
		_, ok := ledger.ReadNumber(c.Text)
		return ok
	case ledger.FieldStatus:
		return ledger.ParseStatus(value(c)).State != ledger.StateUnknown
	case ledger.FieldDeadline:
		return ledger.ParseDeadline(value(c), stored(c)).Kind != ledger.DeadlineUnknown
	case ledger.FieldStarted, ledger.FieldCompleted:
		return ledger.ParseDate(value(c), stored(c), false).Precision != ledger.NoDate
	}
	return false
}

// cards reports the sheets that are cards: once, for a book may have one a finding.
// Beside a ledger, one in which nothing is filled in explains the columns.
func (r *reader) cards(list []unread) {
	var first *grid.Cell
	n := 0
	for _, s := range list {
		p := s.card(r.words)
		if len(r.ledger.Tables) > 0 && !p.filled {
			r.skip(problem.Pos{File: s.file, Sheet: s.Name}, "栏目竖着排，像是填写要求，整张表没有读入"+quote(s.first().Text))
			continue
		}
		if n++; first == nil {
			first = p.first
		}
	}
	if first == nil {
		return
	}
	count := ""
	if n > 1 {
		count = "（这样的表有 " + strconv.Itoa(n) + " 张）"
	}
	r.report(cards, first.Pos, "这张表是一条问题一张的卡片，栏名“"+brief(first.Text)+"”等竖着排，内容写在右边，不能当台账读"+count, cardHint)
}
