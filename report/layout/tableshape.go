package layout

import (
	"slices"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// A TableShape is how a table stands on pages, for writers that lay out by
// themselves.
type TableShape struct {
	Size   gb9704.TableSize
	Widths []Unit // of the columns, from the middle of one line to that of the next
	Heads  []Unit // and of the longest line of each column's head
}

// ShapeOf returns the shape of t as pages have it; ok is false if they do not.
func ShapeOf(t *notice.Table, pages []Page) (shape TableShape, ok bool) {
	for i := range pages {
		for _, items := range [...][]Item{pages[i].Turned, pages[i].Items} {
			if y, heads := headsOf(t, items, &shape.Size); heads != nil {
				shape.Heads, shape.Widths = heads, uprightsAt(y, items)
				return shape, len(shape.Widths) == len(t.Columns)
			}
		}
	}
	return shape, false
}

// headsOf returns the widths of t's heads among items and a height they stand at;
// widths are nil if they are not there.
func headsOf(t *notice.Table, items []Item, size *gb9704.TableSize) (y Unit, widths []Unit) {
	lines := map[[2]int]Unit{} // width by column and height
	for _, item := range items {
		run, ok := item.(*Run)
		if !ok || run.Node == nil {
			continue
		}
		k := slices.IndexFunc(t.Columns, func(c notice.Column) bool { return notice.Node(c.Head) == run.Node })
		if k < 0 {
			continue
		}
		if widths == nil {
			widths = make([]Unit, len(t.Columns))
		}
		line := [2]int{k, int(run.Y)}
		lines[line] += run.end() - run.X
		widths[k], y = max(widths[k], lines[line]), run.Y
		for _, s := range gb9704.Tables().Sizes {
			if s.Type.Unit == run.Size {
				*size = s
			}
		}
	}
	return y, widths
}

// uprightsAt returns the distances between the lines that stand at the height y.
func uprightsAt(y Unit, items []Item) (widths []Unit) {
	var lines []Unit
	for _, item := range items {
		if r, ok := item.(*Rule); ok && r.Width < r.Height && r.Y <= y && y < r.Y+r.Height {
			lines = append(lines, r.X+r.Width/2)
		}
	}
	slices.Sort(lines)
	for i := 1; i < len(lines); i++ {
		widths = append(widths, lines[i]-lines[i-1])
	}
	return widths
}
