package check

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A need is one row of the table of required fields: when a finding must have
// the field, and the code of the rule that says so.
type need struct {
	ledger.Requirement
	code   problem.Code
	closed bool   // WhenState: only once the row says 已销号, and only if the table has the column
	hint   string // the next step
}

var completed = []ledger.State{ledger.Completed}

// needs is what a finding must have unless the office says otherwise.
var needs = []need{
	{always(ledger.FieldGroup), "L101", false, "写明这一条属于哪一类问题；合并的单元格只写第一格"},
	{always(ledger.FieldProblem), "L101", false, "写明这一条属于哪个主要问题；合并的单元格只写第一格"},
	{always(ledger.FieldNo), "L101", false, "按顺序填上这一条的序号，如 1、2、3"},
	{always(ledger.FieldText), "L101", false, "按反馈意见填上具体问题；如果这一行不是问题，请删去整行"},
	{always(ledger.FieldRectification), "L101", false, "填上这一条的整改情况，通报逐条公布"},
	{always(ledger.FieldStatus), "L101", false, "填上 " + statusWords + " 之一"},
	{always(ledger.FieldLeader), "L101", false, "填上对这一条负责的领导"},
	{always(ledger.FieldDepartment), "L101", false, "填上承办这一条的部门"},
	{always(ledger.FieldDeadline), "L101", false, "填上日期或期限，如 " + deadlineWords},
	{once(ledger.FieldCompleted, completed), "L102", false, "填上完成的日期，如 2023年6月8日；如果还没有完成，请改完成情况"},
	{once(ledger.FieldEvidence, completed), "L103", false, "填上佐证材料的名称或编号，如 附件1-1"},
	{once(ledger.FieldAcceptedBy, nil), "L105", true, "填上验收人；如果还没有销号，请改完成情况或备注"},
	{once(ledger.FieldAcceptedOn, nil), "L105", true, "填上验收的日期；如果还没有销号，请改完成情况或备注"},
	{once(ledger.FieldClosure, nil), "L105", true, "填上批准销号的会议或文号；如果还没有销号，请改完成情况或备注"},
}

// DefaultRequirements is what a finding must have unless the office says
// otherwise, for whoever asks for it. A requirement of WhenState without states
// holds once the row says 已销号.
func DefaultRequirements() []ledger.Requirement {
	out := make([]ledger.Requirement, len(needs))
	for i, n := range needs {
		out[i] = n.Requirement
		out[i].States = slices.Clone(n.States)
	}
	return out
}

var requiredRules = []rule{
	{
		Entry: problem.Entry{Code: "L101", Severity: problem.Error, Title: "必填的栏目没有填写",
			Why: "通报逐条公布问题和整改情况，责任和期限要落到人、落到部门；缺一格，这一条就不能对外公布。" +
				"哪些栏目必填，单位可以在「基本信息」里加严或放宽。“/”“——”等于没有填写。"},
		run: filled("L101"),
	},
	{
		Entry: problem.Entry{Code: "L102", Severity: problem.Error, Title: "按完成情况必填的栏目没有填写",
			Why: "写了已完成就要写明哪一天完成的，否则无从核对。单位自己规定“某种完成情况时必填”的栏目也在此列。"},
		run: filled("L102"),
	},
	{
		Entry: problem.Entry{Code: "L103", Severity: problem.Warning, Title: "已完成的没有佐证材料",
			Why: "销号和抽查要凭材料说话；通报不印佐证材料，所以只提醒。单位规定必填的，缺了就是错误（L101、L102）。"},
		run: func(l *ledger.Ledger, report report) {
			filled("L103")(l, report)
			lacking(l, func(n need) bool { return n.code == "L103" }, report)
		},
	},
	{
		Entry: problem.Entry{Code: "L104", Severity: problem.Error, Title: "台账里没有必填的栏目",
			Why: "整张表都没有这一栏，每一条就都缺这一项；在表头处报告一次，不逐行重复。"},
		run: func(l *ledger.Ledger, report report) {
			lacking(l, func(n need) bool { return n.code != "L103" && !n.closed }, report)
		},
	},
	{
		Entry: problem.Entry{Code: "L105", Severity: problem.Error, Title: "已销号的没有写验收和批准",
			Why: "销号要有人验收、有日期、经批准。只有台账设了验收人、验收日期、销号批准这些栏目时才检查。"},
		run: filled("L105"),
	},
	{
		Entry: problem.Entry{Code: "L106", Severity: problem.Error, Title: "通报要印的栏目不能改为不要求",
			Why: "具体问题和整改情况是通报正文，逐条印出；空着就会印出只有题目没有内容的一条。"},
		hint: "删去这条规定，或者改为必填",
		run:  relaxed,
	},
}

func always(x ledger.Field) ledger.Requirement {
	return ledger.Requirement{Field: x, When: ledger.Always}
}

func once(x ledger.Field, states []ledger.State) ledger.Requirement {
	return ledger.Requirement{Field: x, When: ledger.WhenState, States: states}
}

// effective is needs with the office's own rules in place of ours. A field the
// office requires is required: leaving it empty is never only a warning.
func effective(l *ledger.Ledger) []need {
	out := slices.Clone(needs)
	for _, r := range l.Info.Required {
		n := need{Requirement: r, code: "L101", hint: "填上这一格；必填的规定写在 " + r.Pos.String()}
		if r.When == ledger.WhenState {
			n.code = "L102"
		}
		i := slices.IndexFunc(out, func(n need) bool { return n.Field == r.Field })
		if i < 0 {
			out = append(out, n)
			continue
		}
		out[i] = n
	}
	return out
}

// due reports whether m must have n's field: under Never, no state asks for it.
func (n need) due(m *ledger.Measure) bool {
	switch {
	case n.When == ledger.Always:
		return true
	case n.closed:
		return strings.Contains(m.Status.Text, "已销号") || strings.Contains(m.Remark.Text, "已销号")
	}
	return slices.Contains(n.States, m.Status.State)
}

// filled reports the empty cells that the needs of one code want filled, of every
// row. A finding whose table lacks the column is left to [lacking].
func filled(code problem.Code) func(*ledger.Ledger, report) {
	return func(l *ledger.Ledger, report report) {
		for _, n := range effective(l) {
			if n.code != code {
				continue
			}
			for i := range l.Findings {
				f := &l.Findings[i]
				for m, c := range n.wanting(f) {
					if c.Pos.Col > 0 {
						report(c.Pos, n.because(m)+name(l, c.Pos, n.Field)+lack(f, c, n.Field), n.hint)
					}
				}
			}
		}
	}
}

// wanting yields the rows of f that must have n's field, with the cell that is
// empty; a field of the finding as a whole is asked of its first row alone.
func (n need) wanting(f *ledger.Finding) iter.Seq2[*ledger.Measure, *ledger.Cell] {
	return func(yield func(*ledger.Measure, *ledger.Cell) bool) {
		for m := range f.Rows() {
			c := m.Cell(n.Field)
			if c == nil && m == &f.Measure {
				c = f.Cell(n.Field)
			}
			if c != nil && isEmpty(*c, n.Field) && n.due(m) && !yield(m, c) {
				return
			}
		}
	}
}

// lack says that c, in the column of x, is empty, or what alone stands in it.
func lack(f *ledger.Finding, c *ledger.Cell, x ledger.Field) string {
	typed := map[ledger.Field]string{ledger.FieldGroup: f.Group.Typed, ledger.FieldProblem: f.Problem.Typed, ledger.FieldText: f.Text.Typed}[x]
	switch {
	case typed != "":
		return "里只有编号“" + typed + "”，没有文字"
	case x == ledger.FieldRectification && ledger.CutLabel(c.Text) != c.Text:
		return "里只有“" + ledger.Brief(c.Text, longest) + "”，没有内容"
	}
	return "没有填写"
}

// isEmpty takes a 整改情况 that is nothing but its label for nothing.
func isEmpty(c ledger.Cell, x ledger.Field) bool {
	if x == ledger.FieldRectification {
		c.Text = ledger.CutLabel(c.Text)
	}
	return c.IsEmpty()
}

// because is the state that makes a field required, for the message.
func (n need) because(m *ledger.Measure) string {
	switch {
	case n.When == ledger.Always:
		return ""
	case n.closed:
		return "已销号的，"
	}
	return m.Status.State.String() + "的，"
}

// lacking reports each wanted column that tables do not have though findings in them
// must be filled there: once, at the header of the first.
func lacking(l *ledger.Ledger, wanted func(need) bool, report report) {
	owners := tablesOf(l)
	for _, n := range effective(l) {
		if !wanted(n) {
			continue
		}
		if tables, all := due(l, owners, n); all > 0 {
			first := tables[0]
			report(problem.Pos{File: l.File, Sheet: first.Sheet, Row: first.HeaderRows[0]},
				fmt.Sprintf("表头里没有「%s」这一栏，%s有 %d 条要填", n.Field, alsoIn(first.Sheet, tables[1:]), all), columnHint(l, first, n))
		}
	}
}

// alsoIn names the further sheets with tables that lack a column.
func alsoIn(first string, tables []*ledger.Table) string {
	const most = 3
	var names []string
	for _, t := range tables[:min(most, len(tables))] {
		if name := "「" + t.Sheet + "」"; t.Sheet != first && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	if len(tables) > most {
		return fmt.Sprintf("%s等 %d 张表也没有，一共", strings.Join(names, ""), len(tables))
	}
	return strings.Join(names, "") + "也没有，一共"
}

// due is the tables without n's column that hold findings which must have it and do
// not, in the order of these, and how many such findings there are. A group may
// stand in a row of its own, or in another sheet.
func due(l *ledger.Ledger, owners []*ledger.Table, n need) (tables []*ledger.Table, all int) {
	for i := range l.Findings {
		t := owners[i]
		if t == nil || t.Columns[n.Field] > 0 || slices.Contains(t.Internal, n.Field) {
			continue
		}
		for _, c := range n.wanting(&l.Findings[i]) {
			if c.Pos.Col == 0 {
				if len(tables) == 0 || tables[len(tables)-1] != t {
					tables = append(tables, t)
				}
				all++
				break
			}
		}
	}
	return tables, all
}

// columnHint is what to do about a column that t does not have.
func columnHint(l *ledger.Ledger, t *ledger.Table, n need) string {
	field := string(n.Field)
	s := "加上这一栏"
	if i, told := t.Suggested[n.Field]; told {
		c := t.Unread[i]
		s += "；如果 " + c.Pos.Address() + " 的「" + c.Text + "」一栏写的就是" + field + "，照那一格的提醒写栏目对应"
	} else if heading := otherHeading(l, t, n.Field); heading != "" {
		s += "；如果「" + heading + "」一栏写的就是" + field + "，" + ledger.HowTo("栏目对应", heading+"："+field)
	}
	if n.Field == ledger.FieldGroup && len(l.Tables) > 1 {
		s += "；一个类别一张工作表的，工作表名前面写上编号，如 一、政治建设方面"
	}
	if n.Pos != (problem.Pos{}) {
		return s + "；必填的规定写在 " + n.Pos.String()
	}
	if essential(n.Field) {
		return s
	}
	return s + "；不需要的，" + ledger.HowTo("必填", field+"：不要求")
}

// takenFor is the columns that offices fill with what belongs into another: progress
// in words, or the day by which all is to be done.
var takenFor = map[ledger.Field]ledger.Field{
	ledger.FieldRectification: ledger.FieldStatus,
	ledger.FieldStatus:        ledger.FieldRectification,
	ledger.FieldDeadline:      ledger.FieldCompleted,
	ledger.FieldDepartment:    ledger.FieldPerson,
	ledger.FieldLeader:        ledger.FieldPerson,
}

// otherHeading is a heading of t's that is likely x's by another name, and was not
// told to be another field's: one that is not read, or one that is read as what it is
// often taken for.
func otherHeading(l *ledger.Ledger, t *ledger.Table, x ledger.Field) string {
	told := slices.Collect(maps.Values(t.Suggested))
	for i, c := range t.Unread {
		if !slices.Contains(told, i) && ledger.Likely(c.Text, []ledger.Field{x}) != "" {
			return c.Text
		}
	}
	if x != ledger.FieldRectification && x != ledger.FieldStatus {
		return t.Headings[takenFor[x]]
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		said := ledger.ParseStatus(f.Rectification).State
		if x == ledger.FieldRectification && f.Status.State == ledger.StateUnknown ||
			x == ledger.FieldStatus && said != ledger.StateUnknown && said != ledger.StateNone {
			return t.Headings[takenFor[x]]
		}
	}
	return ""
}

// relaxed reports an office's rule that lets out what the notice prints.
func relaxed(l *ledger.Ledger, report report) {
	for _, r := range l.Info.Required {
		if r.When != ledger.Always && essential(r.Field) {
			report(r.Pos, "「"+string(r.Field)+"」是通报逐条要印的，不能改为不要求", "")
		}
	}
}

// essential reports whether a finding is none without x. A ledger may do without
// groups and problems: the levels below them move up.
func essential(x ledger.Field) bool {
	return x == ledger.FieldText || x == ledger.FieldRectification
}
