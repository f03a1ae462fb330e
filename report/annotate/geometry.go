package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Measures of a sheet in pixels of 1/96 inch, as Excel counts them.
const (
	digitWidth    = 7  // of a digit in the usual 11 pt font
	defaultColumn = 64 // 8.43 digits
	defaultRow    = 20 // 15 pt
)

// A geometry says how wide columns and how high rows are.
type geometry struct {
	columns  []columns // from left to right
	rows     map[int]int
	col, row int // where nothing is said
}

// columns is a run of columns of one width.
type columns struct{ first, last, width int }

// geometry reads what the sheet says of its measures.
func (p *part) geometry() *geometry {
	g := &geometry{rows: map[int]int{}, col: defaultColumn, row: defaultRow}
	if format := p.root.child("sheetFormatPr"); format != nil {
		if w := pixels(format.attr("defaultColWidth"), digitWidth); w > 0 {
			g.col = w
		}
		if h := pixels(format.attr("defaultRowHeight"), 4.0/3); h > 0 {
			g.row = h
		}
	}
	for _, n := range p.root.child("cols").all("col") {
		c := columns{width: g.col}
		c.first, _ = strconv.Atoi(n.attr("min"))
		c.last, _ = strconv.Atoi(n.attr("max"))
		if w := pixels(n.attr("width"), digitWidth); w >= 0 {
			c.width = w
		}
		if n.is("hidden") {
			c.width = 0
		}
		if n := len(g.columns); c.first > 0 && (n == 0 || c.first > g.columns[n-1].last) {
			g.columns = append(g.columns, c)
		}
	}
	for r := range p.rows() {
		if r.height >= 0 {
			g.rows[r.number] = r.height
		}
	}
	return g
}

// pixels is a measure of the file times scale, -1 if it is none.
func pixels(s string, scale float64) int {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < 0 || v > 1000 {
		return -1
	}
	return int(v*scale + 0.5)
}

func (g *geometry) width(col int) int {
	i, _ := slices.BinarySearchFunc(g.columns, col, func(c columns, col int) int { return cmp.Compare(c.last, col) })
	if i < len(g.columns) && g.columns[i].first <= col {
		return g.columns[i].width
	}
	return g.col
}

func (g *geometry) height(row int) int {
	if h, ok := g.rows[row]; ok {
		return h
	}
	return g.row
}

// An anchor is a rectangle between two cells: 0-based column, pixels into it, row,
// pixels into it, of the upper left and the lower right corner.
type anchor [8]int

// parseAnchor reads an x:Anchor.
func parseAnchor(s string) (a anchor, ok bool) {
	fields := strings.Split(s, ",")
	if len(fields) != len(a) {
		return a, false
	}
	for i, f := range fields {
		n, err := strconv.Atoi(strings.TrimSpace(f))
		if err != nil || n < 0 || n >= maxRow {
			return a, false
		}
		a[i] = n
	}
	return a, a[0] <= a[4] && a[4] < maxCol && a[2] <= a[6] && a[6]-a[2] < 1000
}

func (a anchor) String() string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint([8]int(a)), " ", ", "), "[]")
}

// anchorAt is a rectangle of a size to the right of a block.
func (g *geometry) anchorAt(b block, width, height int) anchor {
	const gap = 12
	a := anchor{min(b.col2, maxCol-1), gap, b.row1 - 1, 4}
	return g.sized(a, width, height)
}

// sized gives a rectangle another size, its upper left corner kept.
func (g *geometry) sized(a anchor, width, height int) anchor {
	a[4], a[5] = span(a[0], a[1]+width, maxCol-1, g.width)
	a[6], a[7] = span(a[2], a[3]+height, maxRow-1, g.height)
	return a
}

// size is how large a rectangle is.
func (g *geometry) size(a anchor) (width, height int) {
	width, height = a[5]-a[1], a[7]-a[3]
	for col := a[0]; col < a[4]; col++ {
		width += g.width(col + 1)
	}
	for row := a[2]; row < a[6]; row++ {
		height += g.height(row + 1)
	}
	return width, height
}

// maxSpan is how many rows or columns a note may lie over; more can only be hidden.
const maxSpan = 10_000

// span walks length pixels on from the edge of a 0-based row or column.
func span(at, length, last int, size func(int) int) (index, offset int) {
	for last = min(last, at+maxSpan); at < last && length >= size(at+1); {
		length -= size(at + 1)
		at++
	}
	return at, min(length, size(at+1))
}
