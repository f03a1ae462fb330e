package workbook

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/ledger"
)

// A list is what a dropdown offers. Its defined name lets it be longer than the
// 255 characters that fit a rule.
type list struct {
	name  string // the column or 栏目 it is for
	words []string
}

const (
	closed      = "已销号"
	withheld    = "不公开"
	perParent   = "逐级编号"
	numberingBy = "编号方式"

	formOf       = "文种"
	attachLedger = "附件台账"
)

func lists() []list {
	return []list{
		{string(ledger.FieldStatus), []string{ledger.Completed.String(), closed, ledger.BasicallyDone.String(),
			ledger.InProgress.String(), ledger.LongTerm.String(), ledger.NotDone.String()}},
		{string(ledger.FieldDeadline), []string{"立行立改", "长期坚持", "立行立改并长期坚持"}},
		{string(ledger.FieldPublication), []string{"公开", withheld}},
		{string(ledger.FieldWithheld), []string{"涉及国家秘密", "案件尚未公布", "可能引发炒作", "可能引发群体性事件", "其他重大敏感事项"}},
		{numberingBy, []string{"连续编号", perParent}},
		{formOf, []string{"社会通报", "公文"}},
		{attachLedger, []string{"是", "否"}},
	}
}

// listOf is the words of the list called name.
func listOf(name string) []string {
	all := lists()
	return all[slices.IndexFunc(all, func(l list) bool { return l.name == name })].words
}

// rangeName is the defined name of the list called name.
func rangeName(name string) string { return "选项_" + name }

// lists fills the hidden sheet, a list a column.
func (b *book) lists() {
	for i, l := range lists() {
		col := letters(i + 1)
		b.do(b.SetCellStr(listSheet, col+"1", rangeName(l.name))) // a field alone would be a heading of the ledger
		for j, word := range l.words {
			b.do(b.SetCellStr(listSheet, cell(i+1, j+2), word))
		}
		b.do(b.SetDefinedName(&excelize.DefinedName{Name: rangeName(l.name),
			RefersTo: fmt.Sprintf("%s!$%s$2:$%s$%d", listSheet, col, col, len(l.words)+1)}))
		b.do(b.SetColWidth(listSheet, col, col, 22))
	}
}

// offer puts a dropdown on area. Under strict nothing else may be typed.
func (b *book) offer(sheet, area, name string, strict bool) {
	v := excelize.NewDataValidation(true)
	v.Sqref = area
	v.SetSqrefDropList(rangeName(name))
	v.SetError(excelize.DataValidationErrorStyleStop, name, "请从列表里选一个；点格子右边的箭头。")
	v.ShowErrorMessage = strict
	b.do(b.AddDataValidation(sheet, v))
}

// days lets area take nothing but days of this century.
func (b *book) days(sheet, area, name string) {
	b.rule(sheet, area, excelize.DataValidationTypeDate, "DATE(2000,1,1)", "DATE(2099,12,31)",
		excelize.DataValidationErrorStyleStop, name, "请填真实的日期，写到日，如 2025/6/8；没有就空着。")
}

// rule lets area take values of a kind between two bounds.
func (b *book) rule(sheet, area string, of excelize.DataValidationType, from, to any,
	style excelize.DataValidationErrorStyle, title, message string) {
	v := excelize.NewDataValidation(true)
	v.Sqref = area
	b.do(v.SetRange(from, to, of, excelize.DataValidationOperatorBetween))
	v.SetError(style, title, message)
	b.do(b.AddDataValidation(sheet, v))
}
