package ledger

// A Field is one column of the ledger, by its heading in our template.
type Field string

const (
	FieldGroup         Field = "问题类别"
	FieldProblem       Field = "主要问题"
	FieldNo            Field = "序号"
	FieldText          Field = "反馈的具体问题"
	FieldMeasures      Field = "整改措施"
	FieldRectification Field = "整改情况"
	FieldGoal          Field = "整改目标"
	FieldStatus        Field = "完成情况"
	FieldLeader        Field = "责任领导"
	FieldDepartment    Field = "责任部门"
	FieldPartner       Field = "配合单位"
	FieldPerson        Field = "责任人"
	FieldStarted       Field = "启动时间"
	FieldDeadline      Field = "整改时限"
	FieldCompleted     Field = "完成时间"
	FieldEvidence      Field = "佐证材料"
	FieldPublication   Field = "公开范围"
	FieldWithheld      Field = "不公开理由"
	FieldConsent       Field = "同意文号"
	FieldAcceptedBy    Field = "验收人"
	FieldAcceptedOn    Field = "验收日期"
	FieldClosure       Field = "销号批准"
	FieldRemark        Field = "备注"
	FieldSource        Field = "来源"
)

// Fields is every field in the template's order; 来源 is in ledgers that were merged
// only.
func Fields() []Field {
	return []Field{
		FieldGroup, FieldProblem, FieldNo, FieldText, FieldMeasures, FieldRectification, FieldGoal, FieldStatus,
		FieldLeader, FieldDepartment, FieldPartner, FieldPerson, FieldStarted, FieldDeadline, FieldCompleted,
		FieldEvidence, FieldPublication, FieldWithheld, FieldConsent, FieldAcceptedBy, FieldAcceptedOn,
		FieldClosure, FieldRemark, FieldSource,
	}
}

// Printed reports whether the notice prints x of every finding.
func (x Field) Printed() bool {
	return x == FieldGroup || x == FieldProblem || x == FieldText || x == FieldRectification
}

// Cell returns the place of a field in f, of its first row where each row has its
// own, or nil for a field not in [Fields].
func (f *Finding) Cell(x Field) *Cell {
	switch x {
	case FieldGroup:
		return &f.Group.Cell
	case FieldProblem:
		return &f.Problem.Cell
	case FieldNo:
		return &f.No
	case FieldText:
		return &f.Text.Cell
	case FieldPublication:
		return &f.Publication
	case FieldWithheld:
		return &f.Withheld
	case FieldConsent:
		return &f.Consent
	case FieldSource:
		return &f.Source
	}
	return f.Measure.Cell(x)
}

// Cell returns the place of a field in m, or nil for one that the rows of a
// finding share.
func (m *Measure) Cell(x Field) *Cell {
	switch x {
	case FieldMeasures:
		return &m.Measures
	case FieldRectification:
		return &m.Rectification
	case FieldGoal:
		return &m.Goal
	case FieldStatus:
		return &m.Status.Cell
	case FieldLeader:
		return &m.Leader
	case FieldDepartment:
		return &m.Department
	case FieldPartner:
		return &m.Partner
	case FieldPerson:
		return &m.Person
	case FieldStarted:
		return &m.Started.Cell
	case FieldDeadline:
		return &m.Deadline.Cell
	case FieldCompleted:
		return &m.Completed.Cell
	case FieldEvidence:
		return &m.Evidence
	case FieldAcceptedBy:
		return &m.AcceptedBy
	case FieldAcceptedOn:
		return &m.AcceptedOn.Cell
	case FieldClosure:
		return &m.Closure
	case FieldRemark:
		return &m.Remark
	}
	return nil
}
