package workbook

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

// An entry is one 栏目 of 基本信息.
type entry struct {
	name    string
	content string // what an empty template says already
	note    string
	rows    int // empty rows below for further paragraphs
	kind    kind
}

// entries is what the sheet asks for, in the notice's order, and then what few
// notices have. 导语, 栏目对应 and others are understood, too, but hardly anybody
// needs them: FORMAT.md has them.
func entries() []entry {
	const part = "带上编号。没有这一部分的，删去它的标题和内容。"
	const paragraphs = "一段一行，往下写；行不够就插入行，左边的栏目空着。"
	return append([]entry{
		{name: "标题", note: "必填。通报的题目，如 关于巡察整改情况的社会通报。要指定在哪里换行的，写 |。"},
		{name: "发文机关", note: "必填。全称或规范化简称；题目里没有时，印在题目的第一行。"},
		{name: "前言", note: "何时由谁巡察、何时反馈。" + paragraphs, rows: 1},
		{name: "第一部分标题", content: "一、组织整改落实情况", note: part},
		{name: "第一部分内容", note: paragraphs + "以（一）开头的段，第一个句号之前是小标题。", rows: 4},
		{name: "第二部分标题", content: "二、具体整改工作开展情况", note: "必填。逐条的问题和整改情况印在这一部分。"},
		{name: "第二部分内容", content: "（台账）", note: "表示「整改台账」印在这里，不要改；要先写几句话的，写在它上面。"},
		{name: "第三部分标题", content: "三、下一步工作计划", note: part},
		{name: "第三部分内容", note: paragraphs, rows: 3},
		{name: "联系方式", note: "欢迎监督的话，和电话、地址、邮箱。", rows: 1},
		{name: "落款", note: "必填。发文机关署名。"},
		{name: "落款日期", note: "必填。成文日期，写到日。", kind: day},
		{name: "巡察开始", note: "选填，和下面两个日期一起核对先后，不印。", kind: day},
		{name: "巡察结束", note: "选填。", kind: day},
		{name: "反馈日期", note: "选填。", kind: day},
		{name: numberingBy, content: listOf(numberingBy)[0], note: "连续编号：1.、（1）从头到尾连续。逐级编号：在每个上级标题之下从 1 起。", kind: choice},
	}, officialEntries()...)
}

// officialEntries is what annexes, seals and 公文 need; all of it may stay empty.
func officialEntries() []entry {
	const official = "只有公文才印。"
	return []entry{
		{name: "附件一标题", note: "选填。从这里往下，没有的都空着。附件的名称，不写书名号；还有附件的，照样加 附件二标题、附件二内容。"},
		{name: "附件一内容", note: "选填。一段一行。空着的只列入附件说明，附件另外附上。", rows: 2},
		{name: attachLedger, note: "选填。写 是，「整改台账」做成表格附在最后；要自己定哪几栏的，写栏名，如 序号、反馈问题、整改措施、整改情况。", kind: hint},
		{name: "印章", note: "选填。印章图片（PNG，背景透明）的文件名，图片和台账放在同一个文件夹。"},
		{name: "印章尺寸", note: "有印章的必填。印在纸上的毫米数，如 42；宽高不同的写 42×30。"},
		{name: "附注", note: "选填。如 此件公开发布。"},
		{name: formOf, content: listOf(formOf)[0], note: "社会通报：没有红头。公文：有红头，再填下面各栏。", kind: choice},
		{name: "发文字号", note: "公文必填。如 某文旅发〔2024〕12号。"},
		{name: "主送机关", note: official + "如 各县（市、区）文化旅游局；公开发布的可以没有。"},
		{name: "抄送机关", note: official + "用逗号隔开。"},
		{name: "印发机关", note: official + "一般是办公室。"},
		{name: "印发日期", note: official + "写到日，不早于落款日期。", kind: day},
		{name: "签发人", note: official + "向上级报送的才写；几个人的用顿号隔开。"},
		{name: "紧急程度", note: official + "特急 或 加急；不急的空着。"},
		{name: "份号", note: official + "6 位数字，如 000001；涉密的才要。", kind: code},
	}
}

// noticeWidths are the widths of 栏目, 内容 and 说明, in characters.
var noticeWidths = [...]float64{16, 66, 60}

// notice makes 基本信息. It is not protected: rows are put in and taken out.
func (b *template) notice() {
	for i, name := range []string{"栏目", "内容", "说明"} {
		col := letters(i + 1)
		b.do(b.SetColWidth(noticeSheet, col, col, noticeWidths[i]))
		b.put(noticeSheet, i+1, 1, name, b.heading(requiredFill))
	}
	b.do(b.SetRowHeight(noticeSheet, 1, lineHeight+2*padding))
	row := 2
	for _, e := range entries() {
		row = b.entry(row, e)
	}
	b.do(b.SetPanes(noticeSheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "B2", ActiveCell: "B2", Pane: "bottomLeft"}}}))
	b.page(noticeSheet, "portrait")
}

// entry writes e from row on and returns the row below it.
func (b *template) entry(row int, e entry) int {
	content := []string{e.content}
	if filled := exampleNotice()[e.name]; b.Example && filled != nil {
		content = filled
	}
	last := row + max(e.rows, len(content)-1)
	name, value, note := b.heading(optionalFill), b.value(formatOf(e.kind)), b.words(grey)
	for i := row; i <= last; i++ {
		b.do(b.SetCellStyle(noticeSheet, cell(1, i), cell(1, i), name))
		b.do(b.SetCellStyle(noticeSheet, cell(2, i), cell(2, i), value))
		b.do(b.SetCellStyle(noticeSheet, cell(3, i), cell(3, i), note))
	}
	b.put(noticeSheet, 1, row, e.name, name)
	b.put(noticeSheet, 3, row, e.note, note)
	for i, text := range content {
		b.fill(noticeSheet, cell(2, row+i), text, e.kind)
		first := ""
		if i == 0 {
			first = e.note
		}
		b.do(b.SetRowHeight(noticeSheet, row+i, height([]string{text, first}, noticeWidths[1:])))
	}
	switch area := cell(2, row); e.kind {
	case day:
		b.days(noticeSheet, area, e.name)
	case choice:
		b.offer(noticeSheet, area, e.name, true)
		b.do(b.SetDefinedName(&excelize.DefinedName{Name: e.name, RefersTo: fmt.Sprintf("%s!$B$%d", noticeSheet, row)}))
	case hint:
		b.offer(noticeSheet, area, e.name, false)
	}
	return last + 1
}

func formatOf(k kind) string {
	switch k {
	case day:
		return longFormat
	case code:
		return "@"
	}
	return ""
}

// fill writes what kind takes into a cell that has its style: a date and a
// number as such. No text leaves the cell empty.
func (b *book) fill(sheet, at, text string, k kind) {
	if text == "" {
		return
	}
	if k == day || k == deadline {
		if t, err := time.Parse("2006/1/2", text); err == nil {
			b.do(b.SetCellValue(sheet, at, serial(t)))
			return
		}
	}
	b.do(b.SetCellStr(sheet, at, text))
}

// serial is the number that a workbook stores for a day.
func serial(t time.Time) int {
	return int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}
