package house

import (
	"fmt"
	"slices"

	"tongbao/report/gb9704"
	"tongbao/sources/problem"
)

// What a page must hold, or it is none.
const (
	leastRows    = 5
	leastColumns = 10
	leastUpDown  = 10 * gb9704.Mm // margins above and below: the page number and a draft's mark stand there
	leastAside   = 5 * gb9704.Mm  // those beside: no printer reaches the paper's edge
)

// margins reads 上, 下, 左, 右; a side that is not there keeps its margin.
func (r *reader) margins(e entry) (hint string) {
	known := func(name string) string {
		for _, names := range sideNames {
			if slices.Contains(names, name) {
				return names[1]
			}
		}
		return ""
	}
	for _, m := range r.entries(e.value, "上、下、左、右", known) {
		side := slices.IndexFunc(sideNames[:], func(names []string) bool { return names[1] == m.name })
		least := leastUpDown
		if side == left || side == right {
			least = leastAside
		}
		u, ok := length(m.scalar(), gb9704.Mm)
		switch {
		case !ok:
			r.report(badValue, m.pos, "页边距「"+m.written+"」的写法不对", "写毫米数，如 30 或 30mm")
		case u < least:
			r.report(noRoom, m.pos, "页边距「"+m.written+"」只有 "+inMm(u), "上、下至少 "+inMm(leastUpDown)+"，左、右至少 "+inMm(leastAside))
		default:
			r.rules.margins[side] = u
		}
	}
	r.rules.at["margins"] = e.pos
	return ""
}

// room reports a page without room for text.
func (r Rules) room() problem.List {
	pos := r.first("rows", "pitch", "margins")
	if pos == (problem.Pos{}) {
		return nil
	}
	if high, wide := r.area(gb9704.A4()); high < gb9704.Cell || wide < gb9704.Cell {
		return problem.List{noRoom.At(r.at["margins"], "页边距比纸还大", "上下相加要小于 297 毫米，左右相加要小于 210 毫米")}
	}
	s := r.sheet()
	var l problem.List
	if s.Rows.N < leastRows || s.Columns.N < leastColumns {
		l = append(l, noRoom.At(r.first("margins", "pitch"), fmt.Sprintf("每页只有 %d 行、每行 %d 字", s.Rows.N, s.Columns.N),
			fmt.Sprintf("至少要 %d 行、%d 字：改小页边距或行距", leastRows, leastColumns)))
	} else if r.rows > s.Rows.N {
		l = append(l, noRoom.At(pos, fmt.Sprintf("行距 %s，每页放不下 %d 行，最多 %d 行", inPt(s.Pitch.Unit), r.rows, s.Rows.N), "改每页行数、行距或页边距"))
	} else if s.Pitch.Unit < leastPitch || s.Pitch.Unit > mostPitch {
		l = append(l, noRoom.At(pos, fmt.Sprintf("每页 %d 行撑满版心，行距成了 %s", s.Rows.N, inPt(s.Pitch.Unit)), "行距要在 20 到 40 磅之间：改每页行数或页边距"))
	}
	return l
}

// first is where the first of keys stands that the file has.
func (r Rules) first(keys ...string) problem.Pos {
	for _, k := range keys {
		if pos, ok := r.at[k]; ok {
			return pos
		}
	}
	return problem.Pos{}
}
