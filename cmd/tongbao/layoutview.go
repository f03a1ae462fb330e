package main

import (
	"fmt"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// layout shows how a workbook was understood, sheet by sheet: what was asked for, so
// it goes to out.
func (u *ui) layout(file string, l recognise.Layout) {
	u.result("%s 是这样认的：", file)
	for _, s := range l {
		hidden := ""
		if s.Hidden {
			hidden = "（隐藏的工作表）"
		}
		if s.Reason != "" {
			hidden += "：" + s.Reason
		}
		u.result("「%s」%s", s.Name, hidden)
		for _, t := range s.Tables {
			u.table(t, tableTitle(t))
		}
		if s.Guess != nil {
			u.table(*s.Guess, rowsName("最像表头的是", s.Guess.HeaderRows[0], s.Guess.HeaderRows[1]))
		}
		for _, x := range s.Heads {
			u.result("  %s：%s", placeIn(x), x.Reason)
		}
		for _, x := range s.Skipped {
			u.result("  略过 %s：%s", placeIn(x), x.Reason)
		}
	}
}

// table shows one table: its columns under each other, the letters, the headings and
// what they are read as each in a column of their own.
func (u *ui) table(t recognise.TableLayout, title string) {
	const widest = 32 // of a heading
	u.result("  %s", title)
	letters, headings := 0, 0
	for _, c := range t.Columns {
		letters = max(letters, len(problem.Column(c.Col)))
		headings = max(headings, min(widest, columnsOf(shown(c.Heading))))
	}
	for _, c := range t.Columns {
		lines := foldColumns(shown(c.Heading), widest)
		u.result("    %s  %s  %s", padRight(problem.Column(c.Col), letters), padRight(lines[0], headings), readAs(c))
		for _, more := range lines[1:] {
			u.result("    %s  %s", strings.Repeat(" ", letters), more)
		}
	}
}

func tableTitle(t recognise.TableLayout) string {
	title := rowsName("表头在", t.HeaderRows[0], t.HeaderRows[1])
	if t.Findings == 0 {
		return title + "，下面没有问题"
	}
	var blocks []string
	for _, b := range t.Blocks {
		blocks = append(blocks, rowsName("", b.First, b.Last))
	}
	title = fmt.Sprintf("%s，%s读到 %d 条问题", title, strings.Join(blocks, "、"), t.Findings)
	if t.Rows > t.Findings {
		title += fmt.Sprintf("（一共 %d 行）", t.Rows)
	}
	return title
}

// rowsName is one row or several: 第3行, 第3—4行.
func rowsName(before string, first, last int) string {
	if first == last {
		return fmt.Sprintf("%s第%d行", before, first)
	}
	return fmt.Sprintf("%s第%d—%d行", before, first, last)
}

// placeIn is where a row is, in its own sheet.
func placeIn(s ledger.Skip) string {
	s.Pos.File, s.Pos.Sheet = "", ""
	if s.Pos.Row == 0 {
		return "工作表名"
	}
	return s.Place()
}

func shown(heading ledger.Cell) string {
	if heading.Text == "" {
		return "（没有栏名）"
	}
	return strings.Join(strings.Fields(heading.Text), " ")
}

// readAs is what a column is read as, and why.
func readAs(c recognise.ColumnLayout) string {
	if c.How == recognise.NotRead {
		return "没有读入：" + c.Reason
	}
	return "读作 " + string(c.Field) + howWords[c.How].chinese
}

// howWords is the words for what made a heading a field's, in JSON and for people.
var howWords = map[recognise.How]struct{ name, chinese string }{
	recognise.NotRead:    {"", ""},
	recognise.ByTemplate: {"template", ""},
	recognise.BySynonym:  {"synonym", "（同义的栏名）"},
	recognise.ByPublic:   {"public", "（对外公布的一栏）"},
	recognise.ByOffice:   {"office", "（单位的栏目对应）"},
	recognise.ByLetter:   {"column", "（单位的栏目对应，按列号）"},
	recognise.ByDefault:  {"default", "（没有更明白的栏名）"},
	recognise.ByLevel:    {"level", "（右边另有更具体的一栏）"},
	recognise.ByTick:     {"tick", "（打勾的一栏）"},
}
