package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tongbao/sources/problem"
)

// A mark is one place of a sheet and all that is wrong there.
type mark struct {
	at       block
	severity problem.Severity // the worst
	items    []Item
}

// marks gathers items by place: a cell, with all of the range it heads, or the used
// part of a row. A row without one has no place. Marks are sorted.
func (p *part) marks(items []Item) []mark {
	places := p.places(items)
	index := map[block]int{}
	var out []mark
	for _, item := range items {
		at := places(item.Pos)
		if at.isEmpty() {
			continue
		}
		i, known := index[at]
		if !known {
			i = len(out)
			index[at] = i
			out = append(out, mark{at: at})
		}
		out[i].severity = max(out[i].severity, item.Severity)
		out[i].items = append(out[i].items, item)
	}
	slices.SortStableFunc(out, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.at.row1, b.at.row1), cmp.Compare(a.at.col1, b.at.col1))
	})
	return out
}

// places returns what finds the block of a position.
func (p *part) places(items []Item) func(problem.Pos) block {
	merged := map[[2]int]block{}
	for _, n := range p.root.child("mergeCells").all("mergeCell") {
		if b := parseBlock(n.attr("ref")); !b.isEmpty() {
			merged[[2]int{b.row1, b.col1}] = b
		}
	}
	rows := map[int]block{}
	for _, item := range items {
		if item.Pos.Col == 0 {
			rows[item.Pos.Row] = block{}
		}
	}
	if len(rows) > 0 {
		for r := range p.rows() {
			if _, wanted := rows[r.number]; wanted {
				first, last := p.used(r)
				rows[r.number] = block{r.number, first, r.number, last}
			}
		}
	}
	return func(pos problem.Pos) block {
		if pos.Col == 0 {
			return rows[pos.Row]
		}
		if b, ok := merged[[2]int{pos.Row, pos.Col}]; ok {
			return b
		}
		return block{pos.Row, pos.Col, pos.Row, pos.Col}
	}
}

// words is the note of a mark.
func (m *mark) words() string {
	var s strings.Builder
	s.WriteString(heading)
	for i, item := range m.items {
		if i == maxNoteLines || s.Len() > maxNoteText {
			fmt.Fprintf(&s, "\n还有 %d 处，见问题清单", len(m.items)-i)
			break
		}
		fmt.Fprintf(&s, "\n%s %s：%s", item.Severity, item.Code, item.Message)
		if item.Hint != "" {
			s.WriteString("\n改法：" + item.Hint)
		}
	}
	return s.String()
}
