package layout

import "tongbao/report/notice"

// A cost is how bad it is to end a page after a row. The unit is a tenth of an
// empty row at the page's foot.
type cost int

const (
	emptyRow cost = 10
	lone     cost = 25     // 孤行: a line parted from its paragraph; worth two empty rows, not three
	headFoot cost = 10_000 // a head parted from its text: worth any number of empty rows
)

// longHead is the lines from which on a head may run over a page's end as a
// paragraph does, rather than leave so many rows empty.
const longHead = 4

// weigh sets what it costs to part the rows of one paragraph: its first or its
// last line should not stand alone.
func weigh(rows []row) {
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

// holds reports whether words of node stand on r.
func (r *row) holds(node notice.Node) bool {
	for i := range r.runs {
		if r.runs[i].Node == node {
			return true
		}
	}
	return false
}

// turn returns how many of rows end the page in hand, which has room for some.
// The last keep rows are for the last page. It takes one row at least, whatever
// that costs, unless there is none.
func turn(rows []row, room, keep int) int {
	far := min(room, len(rows)-keep)
	best, least := min(1, len(rows)), cost(1<<30)
	for end := far; end > 0; end-- {
		if c := cost(far-end)*emptyRow + rows[end-1].after; c < least {
			best, least = end, c
		}
	}
	return best
}
