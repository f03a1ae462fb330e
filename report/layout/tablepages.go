package layout

import "slices"

// rowsAboveTable is the text that a page must have room for above a table's first
// row if a head is to stay there.
const rowsAboveTable = 4

// rowsBelowTable is the text that begins below a table if there is more of it.
const rowsBelowTable = 3

// lead is the height that a page keeps free below the text of s so that a head
// is not parted from the table's first row; page is an empty one.
func (s *section) lead(page room) Unit {
	if !s.heads || s.table == nil {
		return 0
	}
	lead := page.pitch - page.cell + s.table.lead()
	if lead+rowsAboveTable*page.pitch > page.left {
		return 0
	}
	return lead
}

// group returns how many of rows stand together: the first one and, if that is a
// band, all down to the row below it. It returns their height too.
func (t *table) group(rows []tableRow) (n int, height Unit) {
	for n < len(rows) {
		height += rows[n].height
		n++
		if !rows[n-1].band {
			break
		}
	}
	return n, height
}

// lead is the height of what stands together where t begins.
func (t *table) lead() Unit {
	_, first := t.group(t.rows)
	return t.head.height + first
}

// fitting returns how many of rows have room below the head.
func (t *table) fitting(rows []tableRow, room Unit) (n int) {
	room -= t.head.height
	for n < len(rows) {
		more, height := t.group(rows[n:])
		if room -= height; room < 0 {
			break
		}
		n += more
	}
	return n
}

// table puts t, which may be nil, on the last page, from p.y on, and further ones.
// Its head is repeated on each. Directly below a title it is set in a smaller type
// rather than that the title has a page of its own.
func (p *pager) table(t *table, titled bool) {
	if t == nil {
		return
	}
	if room := p.bottom() - p.y; titled && t.lead() > room {
		t = t.smaller(room, p.sheet.RowsHigh())
	}
	if t.lead() > p.bottom()-p.y {
		p.newPage()
	}
	head, rows, again := t.head, t.rows, t.head.artifact()
	for {
		n := t.fitting(rows, p.bottom()-p.y)
		p.piece(t, slices.Insert(rows[:n:n], 0, head)...)
		if rows = rows[n:]; len(rows) == 0 {
			break
		}
		head = again.artifact()
		p.newPage()
	}
	p.y += t.rule.Below.Unit
}

// artifact is r once more, as a repeated head.
func (r *tableRow) artifact() tableRow {
	out := *r
	out.lines = make([][]Run, len(r.lines))
	for i, runs := range r.lines {
		out.lines[i] = slices.Clone(runs)
		for j := range out.lines[i] {
			out.lines[i][j].Node, out.lines[i][j].Artifact = nil, RepeatedHead
		}
	}
	return out
}
