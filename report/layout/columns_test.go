package layout

import (
	"slices"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// tableOf has a column for each of heads and a row for each of rows; "|" parts
// cells and "/" paragraphs. A head with ! is that of a short column.
func tableOf(heads string, rows ...string) *notice.Table {
	t := &notice.Table{}
	for _, head := range strings.Split(heads, "|") {
		words, short := strings.CutSuffix(head, "!")
		t.Columns = append(t.Columns, notice.Column{Head: paragraph(words), Short: short})
	}
	for _, row := range rows {
		r := notice.Row{}
		for _, cell := range strings.Split(row, "|") {
			c := notice.Cell{}
			for _, p := range strings.Split(cell, "/") {
				c.Paragraphs = append(c.Paragraphs, paragraph(p))
			}
			r.Cells = append(r.Cells, c)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// TestColumnWidths has tables and the characters that their columns get of 40.
func TestColumnWidths(t *testing.T) {
	long := strings.Repeat("文", 60)
	for _, c := range []struct {
		name  string
		table *notice.Table
		want  []int
		fine  bool
	}{
		{"what is short stands on one line", tableOf("序号!|责任领导|完成情况!", "1|甲某某|已完成并长期坚持"), []int{2, 4, 8}, true},
		{"beside long text it is narrow", tableOf("序号!|整改情况|完成情况!", "1|"+long+"|已完成并长期坚持"), []int{2, 34, 4}, true},
		{"a head of four characters has one line", tableOf("整改情况|责任领导!", long+"|甲某"), []int{36, 4}, true},
		{"one of six has two", tableOf("整改情况|整改完成时限!", long+"|甲某"), []int{36, 4}, true},
		{"a date has one line", tableOf("整改情况|完成时限!", long+"|2023年12月31日"), []int{33, 7}, true},
		{"columns of equal text are equal", tableOf("反馈问题|整改情况", long+"|"+long), []int{20, 20}, true},
		{"more text has more room", tableOf("反馈问题|整改情况", strings.Repeat("文", 40)+"|"+strings.Repeat("文", 160)), []int{11, 29}, true},
		{"an empty column is as wide as its head", tableOf("整改情况|备注", long+"|"), []int{38, 2}, true},
		{"entries of several lines count by each", tableOf("反馈问题|整改情况", strings.Repeat("文文文文文文文文/", 9)+"|"+strings.Repeat("文", 270)), []int{9, 31}, true},
		{"too many columns are squeezed", tableOf("甲甲甲甲|乙乙乙乙|丙丙丙丙|丁丁丁丁|戊戊戊戊|己己己己|庚庚庚庚|辛辛辛辛|壬壬壬壬", strings.Repeat(long+"|", 8)+long), []int{4, 4, 4, 4, 4, 5, 5, 5, 5}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, fine := newSetter(standard()).census(c.table).widths(40)
			if !slices.Equal(got, c.want) || fine != c.fine {
				t.Errorf("widths %d, %v; want %d", got, fine, c.want)
			}
		})
	}
}

// TestLeastHigh tries all widths of three long columns: none makes the rows much
// less high than the chosen ones.
func TestLeastHigh(t *testing.T) {
	w := writer{state: 3}
	for n := range 20 {
		table := tableOf("反馈问题|整改措施|整改情况")
		for range 12 {
			table.Rows = append(table.Rows, tableOf("甲|乙|丙", w.fill(w.oneOf(sentences))+"|"+w.paragraph()+"|"+w.paragraph()+w.paragraph()).Rows...)
		}
		c := newSetter(standard()).census(table)
		widths, _ := c.widths(50)
		h := newHeights(c, widths)
		got, least := h.total(widths), 1<<62
		for a := c.needs[0].wish; a < 50; a++ {
			for b := c.needs[1].wish; a+b+c.needs[2].wish <= 50; b++ {
				least = min(least, h.total([]int{a, b, 50 - a - b}))
			}
		}
		if got > least*102/100 {
			t.Errorf("table %d: %d makes rows of %d lines, others %d", n, widths, got/level, least/level)
		}
	}
}

// TestColumnSum wants columns to fill the table's width exactly.
func TestColumnSum(t *testing.T) {
	for _, width := range []Unit{156 * gb9704.Mm, 225 * gb9704.Mm, 225*gb9704.Mm - 1} {
		set := newSetter(standard()).setTable(specimen.Table(9), width, 225*gb9704.Mm)
		x := Unit(0)
		for k, c := range set.columns {
			if c.x != x || c.text%set.size.Type.Unit != 0 || c.width < c.text+2*set.rule.Side.Unit {
				t.Errorf("column %d begins at %d, not %d: %d wide, its text %d", k, c.x, x, c.width, c.text)
			}
			x += c.width
		}
		if x != width {
			t.Errorf("columns are %d wide, not %d", x, width)
		}
	}
}

// TestTableSize wants the usual type where it has room, a smaller one where rows
// would fill a page each, and the smallest before anything is refused.
func TestTableSize(t *testing.T) {
	rows := func(n, characters int) (rows []string) {
		for range n {
			rows = append(rows, "1|"+strings.Repeat("文", characters))
		}
		return rows
	}
	sizes := gb9704.Tables().Sizes
	for _, c := range []struct {
		table *notice.Table
		want  Unit
	}{
		{specimen.Table(60), sizes[0].Type.Unit},
		{tableOf("序号!|整改情况", rows(2, 400)...), sizes[0].Type.Unit},
		{tableOf("序号!|整改情况", rows(30, 300)...), sizes[1].Type.Unit},
		{tableOf("序号!|整改情况", rows(30, 800)...), sizes[1].Type.Unit},
		{tableOf("序号!|整改情况", rows(1, 1700)...), sizes[2].Type.Unit},
	} {
		set := newSetter(standard()).setTable(c.table, 225*gb9704.Mm, 156*gb9704.Mm)
		if set == nil {
			t.Errorf("%d rows are refused", len(c.table.Rows))
		} else if got := set.size.Type.Unit; got != c.want {
			t.Errorf("%d rows: %d, want %d", len(c.table.Rows), got, c.want)
		}
	}
}
