package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/progress"
)

// An itemColumn is one column of a list of items. Its value is a string, an int
// or, with a format, the number of a day.
type itemColumn struct {
	listColumn
	format string
	value  func(progress.Item) any
}

// placeCol is the column, from 0, of an item's cell.
const placeCol = 2

// itemColumns is the columns of a list; days heads the count of days, if it has any.
func itemColumns(days string) []itemColumn {
	text := func(heading string, width float64, centred bool, value func(progress.Item) string) itemColumn {
		return itemColumn{listColumn: listColumn{heading, width, centred}, value: func(i progress.Item) any { return fit(value(i)) }}
	}
	out := []itemColumn{
		text("台账", 22, false, func(i progress.Item) string { return i.Ledger }),
		text("工作表", 12, false, func(i progress.Item) string { return i.Pos.Sheet }),
		text("单元格", 9, true, place),
		text("问题序号", 10, true, func(i progress.Item) string { return i.No }),
		text("问题", 40, false, subject),
		text("目前状态", 10, true, func(i progress.Item) string { return i.Status }), // 状态 and 时限 would be headings of a ledger
		text("部门", 16, false, func(i progress.Item) string { return progress.Names(i.Offices, "\n") }),
		text("领导", 16, false, func(i progress.Item) string { return progress.Names(i.Leaders, "\n") }),
		text("时限写法", 14, true, func(i progress.Item) string { return i.Deadline }),
	}
	if days == "" {
		return out
	}
	return append(out,
		itemColumn{listColumn{"到期日", 12, true}, dayFormat, func(i progress.Item) any { return serial(i.Date) }},
		itemColumn{listColumn{days, 10, true}, "", func(i progress.Item) any { return i.Days }})
}

func place(i progress.Item) string {
	if at := i.Pos.Address(); at != "" {
		return at
	}
	return fmt.Sprintf("第%d行", i.Pos.Row)
}

func subject(i progress.Item) string {
	if i.Measures == "" {
		return i.Text
	}
	return i.Text + "\n措施：" + i.Measures
}

// items makes the sheet of one list; none is what it says without any.
func (b *report) items(sheet, title, none, days string, list []progress.Item) {
	columns := itemColumns(days)
	var heads []listColumn
	for _, c := range columns {
		heads = append(heads, c.listColumn)
	}
	note := fmt.Sprintf("共 %d 行", len(list))
	if len(list) == 0 {
		note = none
	}
	if len(list) > mostLinks && len(b.links) > 0 {
		note += fmt.Sprintf("，前 %d 行的单元格有链接", mostLinks)
	}
	l := b.list(sheet, title, note+"，按 "+progress.Day(b.Today)+" 计算", heads)
	for _, item := range list {
		b.item(l, columns, item)
	}
	l.end()
}

func (b *report) item(l *listing, columns []itemColumn, item progress.Item) {
	l.last++
	texts := make([]string, len(columns))
	for i, c := range columns {
		at := cell(i+1, l.last)
		switch v := c.value(item).(type) {
		case string:
			texts[i] = v
			b.do(b.SetCellStr(l.sheet, at, v))
		case int:
			b.do(b.SetCellInt(l.sheet, at, int64(v)))
		}
		style := l.look(listStyle{centred: c.centred, format: c.format, link: i == placeCol && b.link(l, at, item)})
		b.do(b.SetCellStyle(l.sheet, at, at, style))
	}
	b.do(b.SetRowHeight(l.sheet, l.last, height(texts, l.widths)))
}

// mostLinks is how many rows of a list are linked: excelize looks through all links
// for each new one.
const mostLinks = 3000

// link leads from a cell to the item's own in its ledger, where that is at hand.
// The place within the file travels as a tooltip: see [packaging].
func (b *report) link(l *listing, here string, item progress.Item) bool {
	file, known := b.links[item.Ledger]
	if !known || l.last-listHeader > mostLinks {
		return false
	}
	at := item.Pos
	at.Col = max(at.Col, 1)
	place := "'" + strings.ReplaceAll(at.Sheet, "'", "''") + "'!" + at.Address()
	target := strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "?", "%3F").Replace(file)
	b.do(b.SetCellHyperLink(l.sheet, here, target, "External", excelize.HyperlinkOpts{Tooltip: &place}))
	return true
}
