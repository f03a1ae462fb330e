package ledger

import "slices"

// An AnnexColumn is a column of 附件台账.
type AnnexColumn struct {
	Head  Cell // as printed; its Pos is zero for the usual columns
	Field Field
}

// usualColumns are those of 附件台账 that the user does not name; those that the
// ledger has not are left out.
var usualColumns = []AnnexColumn{
	{Cell{Text: "序号"}, FieldNo}, {Cell{Text: "反馈问题"}, FieldText}, {Cell{Text: "整改措施"}, FieldMeasures},
	{Cell{Text: "整改情况"}, FieldRectification}, {Cell{Text: "责任部门"}, FieldDepartment}, {Cell{Text: "完成情况"}, FieldStatus},
}

// otherHeads are short names that annexes give to fields, whatever they are called
// in the ledger.
var otherHeads = map[string]Field{
	"反馈问题": FieldText, "具体问题": FieldText, "问题": FieldText, "存在问题": FieldText, "类别": FieldGroup,
	"责任单位": FieldDepartment, "责任科室": FieldDepartment, "牵头部门": FieldDepartment, "时限": FieldDeadline, "完成时限": FieldDeadline,
	"措施": FieldMeasures, "整改进展": FieldRectification, "整改成效": FieldRectification, "状态": FieldStatus, "整改状态": FieldStatus,
}

// AnnexColumns returns the columns of 附件台账, and the names of those that l does
// not have.
func (l *Ledger) AnnexColumns() (columns []AnnexColumn, unknown []Cell) {
	if len(l.Info.Ledger.Columns) == 0 {
		for _, c := range usualColumns {
			if l.has(c.Field) {
				columns = append(columns, c)
			}
		}
		return columns, nil
	}
	for _, c := range l.Info.Ledger.Columns {
		if x := l.called(Squeeze(c.Text)); x != "" {
			columns = append(columns, AnnexColumn{c, x})
		} else {
			unknown = append(unknown, c)
		}
	}
	return columns, unknown
}

// called is the field of l with that name: its own, the one that the office's
// heading gives it, or one that annexes use.
func (l *Ledger) called(name string) Field {
	if l.has(Field(name)) {
		return Field(name)
	}
	for _, t := range l.Tables {
		for _, x := range Fields() {
			if head, ok := t.Headings[x]; ok && Squeeze(head) == name {
				return x
			}
		}
	}
	if x := otherHeads[name]; l.has(x) {
		return x
	}
	return ""
}

// has reports whether a table of l has a column for x.
func (l *Ledger) has(x Field) bool {
	return slices.ContainsFunc(l.Tables, func(t Table) bool { return t.Columns[x] > 0 })
}
