package workbook

import "fmt"

// steps is what 填表说明 says before it explains the columns.
func steps() []string {
	return []string{
		"一、在「基本信息」里填通报的标题、发文机关、前言、落款等：左边是栏目，右边写内容。",
		"二、在「整改台账」里逐条填问题和整改情况：一行一条，从表头下面一行写起；不要合并单元格，不要留空行，不要写合计。",
		"三、保存、关闭，再把文件拖到程序图标上，或者运行 tongbao check 台账.xlsx 检查、tongbao make 台账.xlsx 生成通报。有错的，屏幕上写明哪张表、哪一格、怎么改。",
		"颜色：表头深色的必填，鼠标停在表头上看填法。格子变红，是该填没填；整改时限变橙，是过了时限还没有完成；序号变紫，是重号。",
		"「整改台账」的表头有保护，免得误改；要改的，用“审阅—撤销工作表保护”，没有密码。列的次序可以换，不用的选填列可以删，表头的名称不要改。",
	}
}

// guideWidths are the widths of 栏目, 要不要填 and 怎么填, in characters.
var guideWidths = [...]float64{18, 30, 72}

// guide makes 填表说明: the steps, then every column of the ledger.
func (b *template) guide() {
	for i, width := range guideWidths {
		b.do(b.SetColWidth(guideSheet, letters(i+1), letters(i+1), width))
	}
	b.put(guideSheet, 1, 1, "填表说明", b.title())
	b.do(b.SetRowHeight(guideSheet, 1, 30))
	row := b.across(2, steps()) + 1
	for i, name := range []string{"「整改台账」的栏目", "要不要填", "怎么填"} {
		b.put(guideSheet, i+1, row, name, b.heading(requiredFill))
	}
	for _, c := range b.columns() {
		row++
		texts := []string{string(c.field), b.need(c.field), c.note}
		for i, text := range texts {
			b.put(guideSheet, i+1, row, text, b.words(""))
		}
		b.do(b.SetRowHeight(guideSheet, row, height(texts, guideWidths[:])))
	}
	b.across(row+2, b.ending())
	b.page(guideSheet, "portrait")
}

// across writes texts from row on, each as wide as the sheet, and returns the row
// below them.
func (b *book) across(row int, texts []string) int {
	style, width := b.words(""), 0.0
	for _, w := range guideWidths {
		width += w
	}
	for _, text := range texts {
		last := cell(len(guideWidths), row)
		b.do(b.MergeCell(guideSheet, cell(1, row), last))
		b.do(b.SetCellStyle(guideSheet, cell(1, row), last, style))
		b.put(guideSheet, 1, row, text, style)
		b.do(b.SetRowHeight(guideSheet, row, height([]string{text}, []float64{width})))
		row++
	}
	return row
}

// ending says what an example is, and how far rules and colours go.
func (b *template) ending() []string {
	out := []string{fmt.Sprintf("下拉列表、填写限制和颜色到第 %d 行为止；再往下也可以填，程序照样读。", b.lastRow()),
		"「整改台账」按 A4 横向打印，每页都有表头；列多字小，可以在“页面布局—纸张大小”里改成 A3。"}
	if n := len(b.Findings); n > 0 {
		out = append(out, fmt.Sprintf("这份台账由 tongbao merge 合并而成，共 %d 条，序号重新编过；「来源」写着每一条原来在哪份台账、哪一行、原序号是几。", n),
			"「基本信息」没有合并：做通报以前，请填好标题、发文机关、前言、落款等。")
	}
	if b.Example {
		out = append(out, "表里填的是虚构的例子，用时请全部换成本单位的内容；没有例子的空表：tongbao new 台账.xlsx。")
	}
	return out
}
