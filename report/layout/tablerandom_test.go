package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// TestRandomTables sets tables of 1 to 12 columns and up to 300 rows with bands,
// empty cells and very long ones: each is set as it should be, or what is too high
// is reported at its cell.
func TestRandomTables(t *testing.T) {
	w := writer{state: 5}
	refused := 0
	for n := range 120 {
		table, landscape := w.table(1+w.upTo(12)), w.upTo(2) == 0
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			pages, problems := Paginate(annexOf(table, landscape), standard())
			if pages == nil {
				checkRefused(t, problems)
				refused++
				return
			}
			checkTable(t, table, pages[1:], landscape)
			checkGrid(t, pages[1:], len(table.Columns))
		})
	}
	t.Logf("%d refused", refused)
	if refused == 0 || refused > 40 {
		t.Errorf("%d of 120 tables are refused", refused)
	}
}

func (w *writer) table(columns int) *notice.Table {
	t := &notice.Table{}
	for k := range columns {
		head := w.oneOf([]string{"序号", "反馈问题", "整改措施", "整改情况", "责任部门", "完成情况", "整改完成时限", "备注", "No."})
		t.Columns = append(t.Columns, notice.Column{Head: paragraph(head), Short: k == 0 || w.upTo(4) == 0})
	}
	most := w.oneOf([]string{"", "short", "long"})
	for range w.upTo(301) * w.upTo(2) / (1 + w.upTo(10)) {
		if w.upTo(9) == 0 {
			t.Rows = append(t.Rows, notice.Row{Band: paragraph(w.oneOf([]string{"（一）履行职责方面", w.paragraph()}))})
			continue
		}
		r := notice.Row{Cells: []notice.Cell{{Paragraphs: []*notice.Paragraph{paragraph(fmt.Sprint(len(t.Rows)))}}}}
		for k := range t.Columns[1:] {
			r.Cells = append(r.Cells, w.cell(t.Columns[k+1].Short || most == "short"))
		}
		t.Rows = append(t.Rows, r)
	}
	if most == "long" && len(t.Rows) > 0 {
		r := &t.Rows[w.upTo(len(t.Rows))]
		for k := range r.Cells {
			r.Cells[k].Paragraphs = append(r.Cells[k].Paragraphs, paragraph(strings.Repeat(w.paragraph(), 1+w.upTo(9))))
		}
	}
	return t
}

func (w *writer) cell(short bool) (c notice.Cell) {
	for range w.upTo(4) {
		words := w.oneOf([]string{"已完成", "12", "办公室、人事科", w.day(), "", "长期坚持", "zwgk@example.gov.cn"})
		if !short && w.upTo(3) > 0 {
			words = w.fill(w.oneOf(sentences))
		}
		c.Paragraphs = append(c.Paragraphs, paragraph(words))
	}
	return c
}

// checkGrid wants the lines between the columns at the same places on every page,
// and all lines to reach from edge to edge.
func checkGrid(t *testing.T, pages []Page, columns int) {
	t.Helper()
	rule := gb9704.Tables()
	var places []Unit
	for i := range pages {
		sheet, items := sheetOf(&pages[i])
		_, _, rules := runsOf(items)
		var here []Unit
		for _, r := range rules {
			if r.Height > r.Width {
				here = append(here, r.X)
			} else if r.X != sheet.Left.Unit || r.Width != sheet.AreaWidth.Unit || r.Height > rule.Outer.Unit {
				t.Errorf("page %d: a line from %d, %d wide, %d high", pages[i].Number, r.X, r.Width, r.Height)
			}
		}
		slices.Sort(here)
		if here = slices.Compact(here); len(here) == 0 {
			continue
		}
		if places == nil {
			places = here
		}
		if !slices.Equal(here, places) || len(here) != columns+1 {
			t.Errorf("page %d: lines at %d, of %d columns", pages[i].Number, here, columns)
		}
	}
}
