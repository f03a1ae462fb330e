package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// A table is set in one type size, its rows not yet on pages.
type table struct {
	*setter
	of       *notice.Table
	entries  *census
	rule     gb9704.TableRule
	number   int // of its size in the rule
	size     gb9704.TableSize
	width    Unit
	columns  []column
	head     tableRow
	rows     []tableRow
	lines    [][]Run // of the row in hand
	cellEnds []int   // and its cells
	filled   []int   // a paragraph's line ends
	tried    []int
	kept     slab[[]Run]
}

// A column is a table's, its box from the middle of one line to that of the next.
type column struct {
	x, width Unit
	text     Unit // width of its lines of text, in the middle of the box
	how      adjustment
}

// An adjustment says where a line stands that does not fill its column.
type adjustment uint8

const (
	atLeft    adjustment = iota // at the left
	centred                     // in the middle
	justified                   // spread, as in the text, but for a paragraph's last line
)

// A tableRow is a row, set: its runs are placed from the table's left edge and
// the row's upper one.
type tableRow struct {
	lines  [][]Run
	height Unit
	band   bool
}

// setTable sets of in the largest type in which its columns are wide enough and
// each row has room on a page of the given height; the usual one gives way too if
// it leaves a page few rows. What has room in none is reported, and the table is
// nil.
func (t *setter) setTable(of *notice.Table, width, high Unit) *table {
	if len(of.Columns) == 0 {
		return nil
	}
	c := t.census(of)
	smallest := len(gb9704.Tables().Sizes) - 1
	for i := range smallest + 1 {
		out, fine := t.inSize(i, of, c, width)
		switch {
		case out == nil && i == smallest:
			t.tooManyColumns(of)
		case out == nil || !fine && i < smallest:
			continue
		case out.setRows(high) && (i > 0 || !out.sparse(high)):
			return out
		case i == smallest:
			out.report(high)
		}
	}
	return nil
}

// inSize begins a table in the type of the given number. It is nil if the columns
// have no room; fine says whether they look well.
func (t *setter) inSize(i int, of *notice.Table, c *census, width Unit) (out *table, fine bool) {
	out = &table{setter: t, of: of, entries: c, rule: gb9704.Tables(), number: i, width: width}
	out.size = out.rule.Sizes[i]
	room := width - 2*Unit(len(of.Columns))*out.rule.Side.Unit
	widths, fine := c.widths(int(max(0, room) / out.size.Type.Unit))
	if widths == nil {
		return nil, false
	}
	out.divide(widths)
	return out, fine
}

// smaller is t in the next type in which its first row has room beside what stands
// above it, or t if there is none.
func (t *table) smaller(room, high Unit) *table {
	for i := t.number + 1; i < len(t.rule.Sizes); i++ {
		if out, _ := t.inSize(i, t.of, t.entries, t.width); out != nil && out.setRows(high) && out.lead() <= room {
			return out
		}
	}
	return t
}

// sparse reports whether t is longer than a page and has few rows to each.
func (t *table) sparse(high Unit) bool {
	var all, rows Unit
	for i := range t.rows {
		all += t.rows[i].height
		if !t.rows[i].band {
			rows++
		}
	}
	return t.head.height+all > high && rows*high < Unit(t.rule.PerPage.N)*all
}

// divide places the columns, widths in characters. What they leave falls evenly
// to the room beside their text, so that lines of full characters are solid.
func (t *table) divide(widths []int) {
	left := t.width
	for _, n := range widths {
		left -= Unit(n) * t.size.Type.Unit
	}
	beside, x := share{total: left, parts: Unit(len(widths))}, Unit(0)
	for k, n := range widths {
		col := column{x: x, text: Unit(n) * t.size.Type.Unit}
		col.width = col.text + beside.next(1)
		switch {
		case t.entries.needs[k].brief:
			col.how = centred
		case n >= t.rule.Justified.N:
			col.how = justified
		}
		t.columns = append(t.columns, col)
		x += col.width
	}
}

// setRows sets the head and the rows and reports whether pages of the given
// height have room for all.
func (t *table) setRows(high Unit) bool {
	t.head = t.setHead()
	t.rows = make([]tableRow, 0, len(t.of.Rows))
	above := t.head.height
	for i := range t.of.Rows {
		row := t.setRow(&t.of.Rows[i])
		if above += row.height; above > high {
			return false
		}
		if !row.band {
			above = t.head.height
		}
		t.rows = append(t.rows, row)
	}
	return t.head.height <= high
}

// setHead sets the columns' heads, in lines of about the same length.
func (t *table) setHead() tableRow {
	set, em := t.setting(t.rule.Head), t.size.Type.Unit
	f := t.begin()
	for k, c := range t.columns {
		head := t.of.Columns[k].Head
		width, _ := t.extent(head, set)
		total, most := max(1, chars(width, em)), int(c.text/em)
		lines := (total + most - 1) / most
		about := min(most, evenLine(total, (total+lines-1)/lines))
		f.cell(c, centred, Unit(about)*em, set, head)
	}
	return f.end()
}

// evenLine is the length of the lines of a head of total characters that should
// take about each: an even head keeps its words of two characters whole.
func evenLine(total, about int) int {
	if total%2 == 0 && about%2 == 1 {
		return about + 1
	}
	return about
}

// setRow sets a row of cells or a band.
func (t *table) setRow(r *notice.Row) tableRow {
	f := t.begin()
	if r.Band != nil {
		c := column{width: t.width, text: t.width - 2*t.rule.Side.Unit}
		f.cell(c, justified, c.text, t.setting(t.rule.Band), r.Band)
		row := f.end()
		row.band = true
		return row
	}
	if len(r.Cells) > len(t.columns) {
		panic("layout: a row of more cells than its table has columns")
	}
	for k, cell := range r.Cells {
		c := t.columns[k]
		f.cell(c, c.how, c.text, t.setting(t.rule.Cells), cell.Paragraphs...)
	}
	return f.end()
}

func (t *table) setting(face gb9704.Typeface) setting {
	return solid(gb9704.Type{Face: face, Size: t.size.Type.Unit})
}
