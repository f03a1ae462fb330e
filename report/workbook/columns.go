package workbook

import (
	"slices"

	"tongbao/sources/ledger"
)

// A column is how one field of the ledger is asked for.
type column struct {
	field ledger.Field
	width float64 // characters
	kind  kind
	most  int    // for words: more characters than that are doubted; 0: any number
	note  string // how to fill it in
}

// A kind is what a column's cells take.
type kind int

const (
	words    kind = iota
	code          // short words that must not turn into a date or a number
	number        // 1, 2, 3
	day           // a date
	deadline      // a date, or one of the list
	choice        // one of the list
	hint          // one of the list, or other words
)

// columns is every column in its order.
func (t *Template) columns() []column {
	fields := t.Fields
	if fields == nil {
		fields = slices.DeleteFunc(ledger.Fields(), func(x ledger.Field) bool { return x == ledger.FieldSource }) // nobody fills it in
	}
	known := columnTable()
	var out []column
	for _, x := range fields {
		c := known[x]
		c.field = x
		out = append(out, c)
	}
	return out
}

func columnTable() map[ledger.Field]column {
	const date = "填日期，如 2025/6/8，写到日。"
	return map[ledger.Field]column{
		ledger.FieldGroup:         {width: 13, most: 60, note: "反馈意见的大类，如 聚焦党的建设方面，不用编号。同类的行排在一起，写法一样；接着上一行的可以空着。"},
		ledger.FieldProblem:       {width: 13, most: 60, note: "大类下面的主要问题，如 理论学习不够深入，不用编号。接着上一行的可以空着。"},
		ledger.FieldNo:            {width: 6, kind: number, note: "从 1 起，从头到尾连续编，不重号、不缺号。"},
		ledger.FieldText:          {width: 26, most: 300, note: "反馈意见里的原话，一行一条，不用编号。"},
		ledger.FieldMeasures:      {width: 20, note: "打算怎么改。通报不印。"},
		ledger.FieldRectification: {width: 42, note: "已经怎么改的，可以向社会公布的文字；通报逐条照印。换行按 Alt+Enter，印出来连成一段。"},
		ledger.FieldGoal:          {width: 13, note: "要达到的目标。通报不印。"},
		ledger.FieldStatus:        {width: 10, kind: choice, note: "从列表里选。"},
		ledger.FieldLeader:        {width: 10, most: 60, note: "对这一条负责的领导。"},
		ledger.FieldDepartment:    {width: 10, most: 100, note: "承办这一条的部门；有几个的，用顿号隔开。"},
		ledger.FieldPartner:       {width: 10, most: 100, note: "配合的单位、部门。"},
		ledger.FieldPerson:        {width: 10, most: 60, note: "具体办理的人。"},
		ledger.FieldStarted:       {width: 11, kind: day, note: date},
		ledger.FieldDeadline:      {width: 12, kind: deadline, note: "填日期，如 2025/6/30；或者从列表里选；也可以写 2025年6月底前、2个月内。不要只写到月：Excel 会改成 1 日。"},
		ledger.FieldCompleted:     {width: 11, kind: day, note: date + "还没有完成的空着。"},
		ledger.FieldEvidence:      {width: 11, kind: code, note: "佐证材料的名称或编号，如 附件1-1。通报不印。"},
		ledger.FieldPublication:   {width: 9, kind: choice, note: "从列表里选；空着按公开处理。标了不公开的行不能印进社会通报：请另存一份，只留公开的行，序号重新编。"},
		ledger.FieldWithheld:      {width: 11, kind: hint, note: "不公开的，写明属于哪一种情形，可以从列表里选。"},
		ledger.FieldConsent:       {width: 10, kind: code, note: "同意不公开的文件的文号。"},
		ledger.FieldAcceptedBy:    {width: 10, most: 60, note: "验收的人或者部门。"},
		ledger.FieldAcceptedOn:    {width: 11, kind: day, note: date},
		ledger.FieldClosure:       {width: 11, kind: code, note: "批准销号的会议或者文号。"},
		ledger.FieldSource:        {width: 24, note: "合并前在哪份台账、哪一行，原来的序号；合并时写上的，通报不印。"},
		ledger.FieldRemark:        {width: 12, note: "其他要说明的，如逾期的原因。通报不印。"},
	}
}
