package layout

import (
	"slices"

	"tongbao/report/notice"
)

// A cost is how bad a page's end is.
type cost int

const (
	partPage   cost = 8       // a page that is not full
	emptyRow   cost = 8       // each row left empty
	manyEmpty  cost = 1       // and its square: two pages short of a row look better than one short of two
	onFace     cost = 2       // times as much on page 1 below 版头, which is a document's face
	tightened  cost = 100     // rows closer together than on the grid, so that the signature has room (7.3.5.5)
	spared     cost = 40      // 孤行 that only more than spare empty rows would avoid
	torn       cost = 200     // each row left empty below a paragraph that goes on, for no reason seen there
	lone       cost = 1000    // 孤行: the first or last line parted from its paragraph
	headFoot   cost = 10_000  // a head parted from its text: worth any number of empty rows
	textless   cost = 1 << 20 // 主送机关 parted from the text: page 1 must show some (7.3.2)
	impossible cost = 1 << 40
)

// longHead is the lines from which on a head may run over a page's end as a
// paragraph does, rather than leave so many rows empty.
const longHead = 4

// fewRows is the text that the last page has at least, with a signature or not.
const fewRows = 2

// weigh sets what it costs to part the rows of one paragraph: its first or its
// last line should not stand alone.
func weigh(rows []row) {
	for i := range max(0, len(rows)-1) {
		rows[i].goesOn = true
	}
	if n := len(rows); n > 1 {
		rows[0].after = lone
		rows[n-2].after = lone
	}
}

// weighHead does so for a head: its rows keep together and with the text after
// them.
func weighHead(rows []row, h *notice.Heading) {
	weigh(rows)
	head := 0
	for head < len(rows) && rows[head].holds(h) {
		head++
	}
	if head == 0 {
		return
	}
	rows[head-1].after = headFoot
	if head < longHead {
		for i := range head {
			rows[i].after = headFoot
		}
	}
}

// spare is the rows that may be left empty to avoid a 孤行.
const spare = 2

// settle forgives the 孤行 that it would take more than spare rows to avoid,
// because what stands above must not be parted from it either.
func settle(rows []row) {
	for i := range rows {
		if rows[i].after != lone {
			continue
		}
		above := rows[max(0, i-spare):i]
		if !slices.ContainsFunc(above, func(r row) bool { return r.after == 0 }) {
			rows[i].after = spared
		}
	}
}

// holds reports whether words of node stand on r.
func (r *row) holds(node notice.Node) bool {
	for i := range r.runs {
		if r.runs[i].Node == node {
			return true
		}
	}
	return false
}

// turns says for each row how many rows a page takes that begins with it, so
// that all page ends together cost least: a row left empty here, after a
// paragraph, can spare three further on. A last page of less than fewRows costs few.
func turns(rows []row, first, rest room, few cost) []int {
	take, total := make([]int, len(rows)), make([]cost, len(rows)+1)
	for i := len(rows) - 1; i >= 0; i-- {
		here := rest
		if i == 0 {
			here = first
		}
		take[i], total[i] = cheapest(rows[i:], total[i:], here, few)
	}
	return take
}

// cheapest returns how many of rows a page takes, one at least, and what that
// costs together with the pages after it; total[n] is those after n rows.
func cheapest(rows []row, total []cost, here room, few cost) (take int, least cost) {
	take, least = 1, impossible
	most := here.most(rows)
	for n := min(max(most, 1), len(rows)); n > 0; n-- {
		var c cost
		switch {
		case n < len(rows):
			c = total[n] + rows[n-1].after + here.emptyFoot(most-n) + tornFoot(rows, n, most-n)
			if len(rows)-n < fewRows {
				c += few
			}
		case !here.tight(rows) || n > most:
			continue
		case !here.holds(rows, here.pitch):
			c = tightened
		}
		if c < least {
			take, least = n, c
		}
	}
	return take, least
}

// emptyFoot is the cost of rows left empty at a page's foot.
func (r room) emptyFoot(rows int) cost {
	if rows <= 0 {
		return 0
	}
	n := cost(rows)
	c := partPage + n*emptyRow + n*n*manyEmpty
	if r.face {
		c *= onFace
	}
	return c
}

// tornFoot is the further cost of rows left empty after rows[:n] in the midst of
// a paragraph. One row is forgiven if filling it would make a 孤行.
func tornFoot(rows []row, n, empty int) cost {
	if empty <= 0 || !rows[n-1].goesOn || empty == 1 && rows[n].after >= spared {
		return 0
	}
	return cost(empty) * torn
}
