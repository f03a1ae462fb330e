package xlsx

// A limit names one bound of [Limits], in English.
type limit string

const (
	limitFile     limit = "bytes of the file"
	limitEntries  limit = "entries of the archive"
	limitPart     limit = "bytes of an unzipped part"
	limitTotal    limit = "bytes unzipped"
	limitElements limit = "elements of a part"
	limitStrings  limit = "shared strings"
	limitSheets   limit = "sheets"
	limitRows     limit = "rows"
	limitColumns  limit = "columns"
	limitCells    limit = "cells"
	limitMerges   limit = "merged ranges"
	limitText     limit = "characters of a cell"
	limitProblems limit = "problems"
)

// words is the limit in Chinese and the way out.
func (l limit) words() (name, next string) {
	shrink := "请删去与台账无关的内容（多余的工作表、图片、空行空列），另存后再试"
	switch l {
	case limitFile:
		return "文件字节数", shrink
	case limitEntries:
		return "内部文件个数", shrink
	case limitPart, limitTotal:
		return "解压后的字节数", shrink
	case limitElements:
		return "样式等内部条目数", "请新建一个工作簿，把台账连同标题行复制过去再试"
	case limitStrings:
		return "文本条数", shrink
	case limitSheets:
		return "工作表个数", shrink
	case limitRows:
		return "行号", "表格以外的远处有内容：请选中台账下方的空行，整行删除，保存后再试"
	case limitColumns:
		return "列号", "表格以外的远处有内容：请选中台账右侧的空列，整列删除，保存后再试"
	case limitCells:
		return "单元格总数", shrink
	case limitMerges:
		return "合并区域个数", "请取消多余的合并单元格，保存后再试"
	case limitText:
		return "一个单元格的字数", "请把内容分写到几个单元格"
	case limitProblems:
		return "问题条数", "请先改好已能看到的同类问题；多半是整列粘贴时带进来的"
	}
	return string(l), shrink
}

// Limits bounds what a workbook may hold, so that a small file cannot take all
// memory or minutes. The zero value of a field allows nothing.
type Limits struct {
	File     int64 // bytes of the file
	Entries  int   // entries of the archive
	Part     int64 // bytes of one unzipped part we read
	Total    int64 // bytes of all entries unzipped, pictures too
	Elements int   // elements of a part that is no sheet and no string table
	Strings  int   // shared strings
	Sheets   int
	Rows     int // the last row with a value
	Columns  int // the last column with a value
	Cells    int // cells of all sheets, those padded and merged included
	Merges   int // merged ranges of all sheets
	Text     int // characters of a cell; Excel's own bound
	Problems int
}

// DefaultLimits is some ten times the largest ledger we know of: 4,000 findings
// with 20 columns are 80,000 cells and unzip to 8 MiB.
func DefaultLimits() Limits {
	return Limits{
		File:     256 << 20,
		Entries:  20_000,
		Part:     64 << 20,
		Total:    256 << 20,
		Elements: 500_000,
		Strings:  1_000_000,
		Sheets:   500,
		Rows:     100_000,
		Columns:  1_000,
		Cells:    1_000_000,
		Merges:   50_000,
		Text:     32_767,
		Problems: 10_000,
	}
}
