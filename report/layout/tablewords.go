package layout

import (
	"fmt"
	"unicode/utf8"

	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// report says which rows of t, in its smallest type, no page of the given height
// has room for.
func (t *table) report(high Unit) {
	if t.head.height > high/2 {
		var heads []*notice.Paragraph
		for _, c := range t.of.Columns {
			heads = append(heads, c.Head)
		}
		t.problems = append(t.problems, rowTooHigh.At(longestOf(heads).src, "表格的栏名太长，一页排不下", "缩短栏名"))
		return
	}
	above := t.head.height
	for i := range t.of.Rows {
		row := t.setRow(&t.of.Rows[i])
		if above += row.height; above > high {
			t.tooHigh(&t.of.Rows[i])
		}
		if !row.band || above > high {
			above = t.head.height
		}
	}
}

// tooHigh reports r at its longest cell.
func (t *table) tooHigh(r *notice.Row) {
	cell := extract{}
	if r.Band != nil {
		cell = longestOf([]*notice.Paragraph{r.Band})
	}
	for _, c := range r.Cells {
		if e := longestOf(c.Paragraphs); e.length > cell.length {
			cell = e
		}
	}
	t.problems = append(t.problems, rowTooHigh.At(cell.src,
		fmt.Sprintf("这一行排进表格比一页还高：“%s……”这一格有%d字", cell.opening, cell.length),
		"缩短这一格的文字，或拆成几行；也可以在「附件台账」里写明要印的栏、少写几栏，让每栏宽些，或用「附件台账方向」改为横排、竖排"))
}

// An extract is what a message says of a cell.
type extract struct {
	src     problem.Pos
	opening string
	length  int // characters
}

// openingLength is how many characters of a cell a message quotes.
const openingLength = 8

// longestOf is the extract of one cell, from the paragraph that is longest.
func longestOf(cell []*notice.Paragraph) (out extract) {
	most := 0
	for _, p := range cell {
		words := notice.Plain(p.Text)
		n := utf8.RuneCountInString(words)
		if out.length += n; n > most {
			most, out.src, out.opening = n, source(p.Text), words
		}
	}
	if r := []rune(out.opening); len(r) > openingLength {
		out.opening = string(r[:openingLength])
	}
	return out
}

// tooManyColumns reports of at its first head.
func (t *setter) tooManyColumns(of *notice.Table) {
	t.problems = append(t.problems, tooManyColumns.At(source(of.Columns[0].Head.Text),
		fmt.Sprintf("表格有%d栏，一行排不下", len(of.Columns)),
		"在「附件台账」里写明要印的栏，少写几栏；竖排的，用「附件台账方向」改为横排"))
}
