package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/progress"
)

// itemsHeader is the row of a list's headings.
const itemsHeader = 3

// An itemColumn is one column of a list.
type itemColumn struct {
	heading string
	width   float64
	centred bool
	value   func(progress.Item) any // a string, an int, or the number of a day
	day     bool
}

// itemColumns is the columns of a list; days heads the count of days, if it has any.
func (b *report) itemColumns(days string) []itemColumn {
	text := func(heading string, width float64, centred bool, value func(progress.Item) string) itemColumn {
		return itemColumn{heading: heading, width: width, centred: centred, value: func(i progress.Item) any { return value(i) }}
	}
	out := []itemColumn{
		text("台账", 22, false, func(i progress.Item) string { return i.Ledger }),
		text("工作表", 12, false, func(i progress.Item) string { return i.Pos.Sheet }),
		text("单元格", 9, true, place),
		text("问题\n序号", 7, true, func(i progress.Item) string { return i.No }),
		text("问题", 40, false, subject),
		text("目前状态", 10, true, func(i progress.Item) string { return i.Status }),
		text("部门", 16, false, func(i progress.Item) string { return strings.Join(i.Offices, "\n") }),
		text("领导", 16, false, func(i progress.Item) string { return strings.Join(i.Leaders, "\n") }),
		text("时限写法", 14, true, func(i progress.Item) string { return i.Deadline }),
	}
	if days == "" {
		return out
	}
	return append(out,
		itemColumn{heading: "到期日", width: 11, centred: true, day: true, value: func(i progress.Item) any { return serial(i.Date) }},
		itemColumn{heading: days, width: 8, centred: true, value: func(i progress.Item) any { return i.Days }})
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

// items makes the sheet of one list.
func (b *report) items(sheet, title, none, days string, list []progress.Item) {
	columns := b.itemColumns(days)
	b.put(sheet, 1, 1, title, b.title())
	b.do(b.SetRowHeight(sheet, 1, 30))
	count := fmt.Sprintf("共 %d 行，按 %s 计算", len(list), progress.Day(b.Today))
	if len(list) == 0 {
		count = none + "按 " + progress.Day(b.Today) + " 计算"
	}
	b.put(sheet, 1, 2, count, b.style.note)
	b.do(b.SetRowHeight(sheet, 2, lineHeight+padding))
	var widths []float64
	for i, c := range columns {
		b.do(b.SetColWidth(sheet, letters(i+1), letters(i+1), c.width))
		b.put(sheet, i+1, itemsHeader, c.heading, b.heading(requiredFill))
		widths = append(widths, c.width)
	}
	b.do(b.SetRowHeight(sheet, itemsHeader, 2*lineHeight+padding))
	for n, item := range list {
		b.item(sheet, itemsHeader+1+n, columns, widths, item)
	}
	if len(list) > 0 {
		b.do(b.AutoFilter(sheet, fmt.Sprintf("A%d:%s", itemsHeader, cell(len(columns), itemsHeader+len(list))), nil))
	}
	b.freeze(sheet, itemsHeader)
	b.page(sheet, "landscape")
}

func (b *report) item(sheet string, row int, columns []itemColumn, widths []float64, item progress.Item) {
	texts := make([]string, len(columns))
	for i, c := range columns {
		at, style := cell(i+1, row), b.style.text
		switch {
		case c.day:
			style = b.style.day
		case c.centred:
			style = b.style.centre
		}
		switch v := c.value(item).(type) {
		case string:
			texts[i] = v
			b.do(b.SetCellStr(sheet, at, v))
		case int:
			b.do(b.SetCellInt(sheet, at, int64(v)))
		}
		if c.heading == "单元格" && b.link(sheet, at, row, item) {
			style = b.style.link
		}
		b.do(b.SetCellStyle(sheet, at, at, style))
	}
	b.do(b.SetRowHeight(sheet, row, height(texts, widths)))
}

// mostLinks is how many a sheet takes.
const mostLinks = 65530

// link leads from a cell to the item's own in its ledger, where that is at hand.
// The place within the file travels as a tooltip: see [packaging].
func (b *report) link(sheet, here string, row int, item progress.Item) bool {
	file, known := b.links[item.Ledger]
	if !known || row > mostLinks {
		return false
	}
	at := item.Pos
	at.Col = max(at.Col, 1)
	place := "'" + strings.ReplaceAll(at.Sheet, "'", "''") + "'!" + at.Address()
	target := strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "?", "%3F").Replace(file)
	b.do(b.SetCellHyperLink(sheet, here, target, "External", excelize.HyperlinkOpts{Tooltip: &place}))
	return true
}
