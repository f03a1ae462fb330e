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
	row      bool             // the used part of a row
	severity problem.Severity // the worst
	items    []Item
}

// blocks is what to colour, by severity. Ranges of one rule must not overlap, so a
// row leaves out what is marked in it already.
func blocks(marks []mark) (out [2][]block) {
	var single []mark
	for _, m := range marks {
		if !m.row {
			single = append(single, m)
			out[m.severity] = append(out[m.severity], m.at)
		}
	}
	for _, m := range marks {
		if m.row {
			out[m.severity] = append(out[m.severity], without(m.at, single)...)
		}
	}
	return out
}

// without is a row's block without the columns that marks take up.
func without(row block, marks []mark) []block {
	rest := []block{row}
	for _, m := range marks {
		if m.at.row1 > row.row1 || m.at.row2 < row.row1 {
			continue
		}
		var next []block
		for _, b := range rest {
			if m.at.col1 > b.col2 || m.at.col2 < b.col1 {
				next = append(next, b)
				continue
			}
			left, right := b, b
			left.col2, right.col1 = m.at.col1-1, m.at.col2+1
			for _, side := range []block{left, right} {
				if !side.isEmpty() {
					next = append(next, side)
				}
			}
		}
		rest = next
	}
	return rest
}

// heads is the marks by the cell that bears the note: a row's is its first cell's,
// and comes after what is said of the cell.
func heads(marks []mark) []mark {
	index := map[[2]int]int{}
	var out []mark
	for _, m := range marks {
		head := [2]int{m.at.row1, m.at.col1}
		i, known := index[head]
		if !known {
			index[head] = len(out)
			out = append(out, m)
			continue
		}
		first, then := out[i], m
		if first.row {
			first, then = m, first
		}
		first.items = slices.Concat(first.items, then.items)
		first.severity = max(first.severity, then.severity)
		out[i] = first
	}
	return out
}

// most is up to n marks in their order, errors before warnings.
func most(marks []mark, n int) []mark {
	if len(marks) <= n {
		return marks
	}
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(b.severity, a.severity) })
	marks = marks[:n]
	slices.SortFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.at.row1, b.at.row1), cmp.Compare(a.at.col1, b.at.col1))
	})
	return marks
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
			out = append(out, mark{at: at, row: item.Pos.Col == 0})
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
		if i == maxNoteProblems {
			fmt.Fprintf(&s, "\n还有 %d 处，见问题清单", len(m.items)-i)
			break
		}
		fmt.Fprintf(&s, "\n%s %s：%s", item.Severity, item.Code, oneLine(item.Message))
		if item.Hint != "" {
			s.WriteString("\n改法：" + oneLine(item.Hint))
		}
	}
	return s.String()
}

// oneLine is text on one line of a note, by whose beginning the line is known
// again.
func oneLine(text string) string {
	return cutText(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " "), maxNoteText)
}
