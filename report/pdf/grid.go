package pdf

import (
	"fmt"
	"strconv"

	"tongbao/report/notice"
)

const (
	columnHead = "/A<</O/Table/Scope/Column>>"
	tableCell  = "TD"
)

// table adds a table: its head, and a body for each group of rows that has bands
// for its head.
func (t *structure) table(table *notice.Table) {
	t.within(element{role: "Table", more: summary(table)}, func() {
		t.within(element{role: "THead"}, func() {
			t.within(element{role: "TR"}, func() {
				for _, c := range table.Columns {
					t.cell("TH", columnHead, c.Head)
				}
			})
		})
		for rows := table.Rows; len(rows) > 0; {
			n := group(rows)
			t.within(element{role: "TBody"}, func() {
				for i := range rows[:n] {
					t.row(&rows[i], len(table.Columns))
				}
			})
			rows = rows[n:]
		}
	})
}

// group counts the rows up to the next band that follows a row of cells: a band
// below a band heads the same rows.
func group(rows []notice.Row) int {
	for i := 1; i < len(rows); i++ {
		if rows[i].Band != nil && rows[i-1].Band == nil {
			return i
		}
	}
	return len(rows)
}

// tableElements is about how many elements the annexes' tables have.
func tableElements(doc *notice.Document) int {
	count := 100
	for i := range doc.Annexes {
		for _, block := range doc.Annexes[i].Body {
			if table, ok := block.(*notice.Table); ok {
				count += len(table.Rows) * (len(table.Columns) + 3)
			}
		}
	}
	return count
}

func summary(table *notice.Table) string {
	if table.Summary == "" {
		return ""
	}
	return string(new(buffer).str("/A<</O/Table/Summary").text(table.Summary).str(">>").b)
}

// row adds a row. A band's cell heads its row, which is all of it: as a head of
// columns it would end the search for a cell's heads, which goes upward, before
// the table's own is found (ISO 32000-1, 14.8.4.3.4).
func (t *structure) row(r *notice.Row, columns int) {
	t.within(element{role: "TR"}, func() {
		if r.Band != nil {
			t.cell("TH", "/A<</O/Table/Scope/Row/ColSpan "+strconv.Itoa(columns)+">>", r.Band)
			return
		}
		if len(r.Cells) != columns {
			panic(fmt.Sprintf("pdf: a row of %d cells in a table of %d columns", len(r.Cells), columns))
		}
		for i := range r.Cells {
			t.cell(tableCell, "", r.Cells[i].Paragraphs...)
		}
	})
}

// cell adds a cell. The words of a single paragraph are the cell's own: with a P
// for each, a long table has nearly twice the elements and nobody hears more.
func (t *structure) cell(role, more string, paragraphs ...*notice.Paragraph) {
	if len(paragraphs) == 1 && paragraphs[0] != nil {
		t.add(paragraphs[0], element{role: role, more: more, words: notice.Plain(paragraphs[0].Text)})
		return
	}
	t.within(element{role: role, more: more}, func() {
		for _, p := range paragraphs {
			t.paragraph(p)
		}
	})
}
