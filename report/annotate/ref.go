package annotate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tongbao/sources/problem"
)

// A block is a range of cells, corners included, 1-based.
type block struct{ row1, col1, row2, col2 int }

// Excel's bounds of a sheet.
const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

func (b block) String() string {
	first := problem.Column(b.col1) + strconv.Itoa(b.row1)
	if b.row1 == b.row2 && b.col1 == b.col2 {
		return first
	}
	return first + ":" + problem.Column(b.col2) + strconv.Itoa(b.row2)
}

// isEmpty reports whether b is no block within a sheet.
func (b block) isEmpty() bool {
	return b.row1 < 1 || b.col1 < 1 || b.row2 < b.row1 || b.col2 < b.col1 || b.row2 > maxRow || b.col2 > maxCol
}

// parseBlock reads A1, $A$1 and A1:B2; what it does not know is empty.
func parseBlock(ref string) block {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	var b block
	b.row1, b.col1 = parseCell(from)
	b.row2, b.col2 = parseCell(to)
	return b
}

func parseCell(ref string) (row, col int) {
	ref = strings.ReplaceAll(ref, "$", "")
	i := 0
	for ; i < len(ref) && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z' && col <= maxCol; i++ {
		col = col*26 + int(ref[i]|0x20-'a') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	if err != nil {
		return 0, 0
	}
	return row, col
}

// join unites blocks that share a whole side, so that a marked column is one range
// and not a thousand. Blocks must not overlap in part.
func join(blocks []block) []block {
	slices.SortFunc(blocks, func(a, b block) int {
		return cmp.Or(cmp.Compare(a.row1, b.row1), cmp.Compare(a.row2, b.row2), cmp.Compare(a.col1, b.col1), cmp.Compare(a.col2, b.col2))
	})
	blocks = slices.Compact(blocks)
	blocks = fuse(blocks, func(a, b block) (block, bool) {
		ok := a.row1 == b.row1 && a.row2 == b.row2 && a.col2+1 == b.col1
		a.col2 = b.col2
		return a, ok
	})
	slices.SortFunc(blocks, func(a, b block) int {
		return cmp.Or(cmp.Compare(a.col1, b.col1), cmp.Compare(a.col2, b.col2), cmp.Compare(a.row1, b.row1))
	})
	return fuse(blocks, func(a, b block) (block, bool) {
		ok := a.col1 == b.col1 && a.col2 == b.col2 && a.row2+1 == b.row1
		a.row2 = b.row2
		return a, ok
	})
}

// fuse unites neighbours of a list where both may be one.
func fuse(blocks []block, both func(a, b block) (block, bool)) []block {
	var out []block
	for _, b := range blocks {
		if len(out) > 0 {
			if one, ok := both(out[len(out)-1], b); ok {
				out[len(out)-1] = one
				continue
			}
		}
		out = append(out, b)
	}
	return out
}
