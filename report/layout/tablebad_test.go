package layout

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/report/notice"
	"tongbao/sources/problem"
)

func checkRefused(t *testing.T, problems problem.List) {
	t.Helper()
	for _, p := range problems {
		if p.Code != "F110" && p.Code != "F111" || p.Hint == "" || p.Pos.Address() == "" {
			t.Errorf("reported: %v", p)
		}
	}
}

// at is a paragraph from a cell.
func at(row, col int, s string) *notice.Paragraph {
	return &notice.Paragraph{Text: []notice.Inline{notice.Text{S: s, Src: problem.Pos{File: "台账.xlsx", Sheet: "整改台账", Row: row, Col: col}}}}
}

// TestRowTooHigh reports every row that is higher than a page in the smallest
// type, at its longest cell, and no other.
func TestRowTooHigh(t *testing.T) {
	table := &notice.Table{Columns: []notice.Column{{Head: at(1, 1, "序号"), Short: true}, {Head: at(1, 2, "反馈问题")}, {Head: at(1, 3, "整改情况")}}}
	long := strings.Repeat("已修订制度，开展检查，均已整改到位。", 400)
	for i, words := range []string{"已完成。", long, "已完成。", "已完成。" + long} {
		table.Rows = append(table.Rows, notice.Row{Cells: []notice.Cell{
			{Paragraphs: []*notice.Paragraph{at(i+2, 1, fmt.Sprint(i+1))}}, {Paragraphs: []*notice.Paragraph{at(i+2, 2, "制度执行不严。")}},
			{Paragraphs: []*notice.Paragraph{at(i+2, 3, words)}},
		}})
	}
	pages, problems := Paginate(annexOf(table, true), standard())
	if pages != nil || len(problems) != 2 || problems[0].Pos.Address() != "C3" || problems[1].Pos.Address() != "C5" {
		t.Fatalf("%d pages, %v", len(pages), problems)
	}
	checkRefused(t, problems)
	if !strings.Contains(problems[0].Message, "“已修订制度，开展……”") || !strings.Contains(problems[0].Message, "7200字") {
		t.Error(problems[0].Message)
	}
}

// TestTooManyColumns refuses what would not have room for two characters each.
func TestTooManyColumns(t *testing.T) {
	table := &notice.Table{}
	for k := range 40 {
		table.Columns = append(table.Columns, notice.Column{Head: at(1, k+1, "栏")})
	}
	_, problems := Paginate(annexOf(table, true), standard())
	if len(problems) != 1 || problems[0].Code != "F111" || problems[0].Pos.Address() != "A1" {
		t.Fatal(problems)
	}
	checkRefused(t, problems)
}

// TestHeadTooHigh says so at the head.
func TestHeadTooHigh(t *testing.T) {
	table := &notice.Table{Columns: []notice.Column{{Head: at(1, 1, "序号")}, {Head: at(1, 2, strings.Repeat("栏名", 3000))}}}
	_, problems := Paginate(annexOf(table, false), standard())
	if len(problems) != 1 || problems[0].Code != "F110" || problems[0].Pos.Address() != "B1" {
		t.Fatal(problems)
	}
}

// TestNoRows sets a table's head alone.
func TestNoRows(t *testing.T) {
	table := &notice.Table{Columns: []notice.Column{{Head: paragraph("序号"), Short: true}, {Head: paragraph("反馈问题")}}}
	pages, problems := Paginate(annexOf(table, false), standard())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	checkTable(t, table, pages[1:], false)
	checkGrid(t, pages[1:], 2)
}

// TestEmptyHead reads no column that has no head as a fault of ours.
func TestEmptyHead(t *testing.T) {
	table := &notice.Table{Columns: []notice.Column{{}, {Head: paragraph("")}}, Rows: []notice.Row{{}, {Cells: []notice.Cell{{Paragraphs: []*notice.Paragraph{paragraph("甲")}}}}}}
	if _, problems := Paginate(annexOf(table, true), standard()); len(problems) > 0 {
		t.Fatal(problems)
	}
}
