package workbook_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/report/internal/opc"
	"tongbao/report/workbook"
	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

const sheet = "整改台账"

func write(t *testing.T, example bool) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, workbook.Template{Required: check.DefaultRequirements(), Example: example}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func set(t *testing.T, f *excelize.File, name, at string, value any) {
	t.Helper()
	if err := f.SetCellValue(name, at, value); err != nil {
		t.Fatal(err)
	}
}

// read is what the program reads from f, and every problem.
func read(t *testing.T, f *excelize.File) (*ledger.Ledger, problem.List) {
	t.Helper()
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, problems, err := sources.Read("台账.xlsx", data.Bytes(), sources.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var in ledger.Info
	problems = append(problems, info.FromBook(&in, book)...)
	l, more := recognise.Ledger(book, &in)
	problems = append(problems, more...)
	return l, append(problems, check.Ledger(l)...)
}

// asked is every field that the template asks for.
func asked() []ledger.Field {
	return slices.DeleteFunc(ledger.Fields(), func(x ledger.Field) bool { return x == ledger.FieldSource })
}

// at is the cell under the heading of x in a row.
func at(t *testing.T, x ledger.Field, row int) string {
	t.Helper()
	name, err := excelize.CoordinatesToCellName(slices.Index(ledger.Fields(), x)+1, row)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestSameBytes(t *testing.T) {
	for _, example := range []bool{false, true} {
		data := write(t, example)
		if !bytes.Equal(data, write(t, example)) {
			t.Error("two templates differ")
		}
		if !opc.Canonical(data) {
			t.Error("not a reproducible package")
		}
		parts, err := opc.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			if bytes.Contains(p.Data, []byte("dcterms:")) || bytes.Contains(p.Data, []byte("filterMode")) {
				t.Errorf("%s tells when it was made, or of filtered rows", p.Name)
			}
		}
	}
}

// What staff type arrives, every field of it, in two rows.
func TestLedgerRoundTrip(t *testing.T) {
	f := open(t, write(t, false))
	typed := map[ledger.Field]any{
		ledger.FieldNo: 1, ledger.FieldStatus: "已销号", ledger.FieldStarted: 45000, ledger.FieldDeadline: 45100,
		ledger.FieldCompleted: 45050, ledger.FieldAcceptedOn: 45060, ledger.FieldPublication: "公开", ledger.FieldEvidence: "1-1",
		ledger.FieldRectification: "一是规范。\n二是检查。",
	}
	want := map[ledger.Field]string{
		ledger.FieldNo: "1", ledger.FieldStarted: "2023/3/15", ledger.FieldDeadline: "2023/6/23", ledger.FieldCompleted: "2023/5/4", ledger.FieldAcceptedOn: "2023/5/14",
	}
	for _, x := range asked() {
		value, ok := typed[x]
		if !ok {
			value = "某" + string(x)
		}
		if _, ok := want[x]; !ok {
			want[x] = value.(string)
		}
		set(t, f, sheet, at(t, x, 4), value)
	}
	set(t, f, sheet, at(t, ledger.FieldText, 5), "第二条")
	set(t, f, sheet, at(t, ledger.FieldDeadline, 5), "立行立改并长期坚持")
	l, _ := read(t, f)
	if len(l.Findings) != 2 || len(l.Tables) != 1 || l.Tables[0].Sheet != sheet {
		t.Fatalf("%d findings, %d tables", len(l.Findings), len(l.Tables))
	}
	for _, x := range asked() {
		if got := l.Findings[0].Cell(x).Text; got != want[x] {
			t.Errorf("%s: %q, want %q", x, got, want[x])
		}
	}
	first, second := l.Findings[0], l.Findings[1]
	if first.Completed.ISO() != "2023-05-04" || first.Deadline.Kind != ledger.DeadlineDate || first.Status.State != ledger.Completed {
		t.Errorf("%v %v %v", first.Completed, first.Deadline, first.Status)
	}
	if second.Group.Text != first.Group.Text || second.Problem.Text != first.Problem.Text || second.Deadline.Kind != ledger.DeadlineBoth {
		t.Errorf("the second row: %v %v %v", second.Group, second.Problem, second.Deadline)
	}
}

// Every 栏目 arrives, further paragraphs in the rows below it too.
func TestNoticeRoundTrip(t *testing.T) {
	f := open(t, write(t, false))
	rows, err := f.GetRows("基本信息")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows[1:] {
		cell, _ := excelize.CoordinatesToCellName(2, i+2)
		switch name := strings.Join(row[:min(1, len(row))], ""); name {
		case "落款日期", "巡察开始", "巡察结束", "反馈日期", "印发日期":
			set(t, f, "基本信息", cell, 45000+i)
		case "第一部分内容":
			set(t, f, "基本信息", cell, "第一段")
			next, _ := excelize.CoordinatesToCellName(2, i+3)
			set(t, f, "基本信息", next, "第二段")
		case "编号方式":
			set(t, f, "基本信息", cell, "逐级编号")
		case "文种":
			set(t, f, "基本信息", cell, "公文")
		case "印章尺寸":
			set(t, f, "基本信息", cell, 42.5)
		case "", "第一部分标题", "第二部分标题", "第三部分标题", "第二部分内容":
		default:
			set(t, f, "基本信息", cell, "某"+name)
		}
	}
	l, _ := read(t, f)
	in := l.Info
	if in.Form != ledger.FormDocument || in.Seal.Width != 42_500 || !in.Ledger.Wanted || len(in.Annexes) != 1 || in.Annexes[0].Content[0].Text != "某附件一内容" {
		t.Errorf("of a document: %v %+v %+v %+v", in.Form, in.Seal, in.Ledger, in.Annexes)
	}
	for _, n := range in.Official.Elements() {
		want := "某" + n.Name
		if n.Name == "印发日期" || n.Name == "密级" || n.Name == "发文机关标志" { // a day; not asked for
			continue
		}
		if n.Cell.Text != want {
			t.Errorf("%s: %q", n.Name, n.Cell.Text)
		}
	}
	var got []string
	for _, c := range slices.Concat([]ledger.Cell{in.Title, in.Issuer}, in.Preamble, in.Contact, []ledger.Cell{in.Signature}) {
		got = append(got, c.Text)
	}
	for _, p := range in.Parts {
		got = append(got, p.Heading.Text)
		for _, c := range p.Paragraphs {
			got = append(got, c.Text)
		}
		if p.Findings {
			got = append(got, "（台账）")
		}
	}
	want := "某标题 某发文机关 某前言 某联系方式 某落款 一、组织整改落实情况 第一段 第二段 二、具体整改工作开展情况 （台账） 三、下一步工作计划 某第三部分内容"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	for _, d := range []ledger.Date{in.Date, in.InspectionStart, in.InspectionEnd, in.Feedback, in.Official.Printed} {
		if d.Precision != ledger.Day {
			t.Errorf("%v is no day", d)
		}
	}
	if in.Numbering != ledger.PerParent {
		t.Error("编号方式 did not arrive")
	}
}

// No value of a dropdown is one that the program has something against.
func TestDropdowns(t *testing.T) {
	data, count := write(t, true), 0
	for _, name := range []string{"基本信息", sheet} {
		f := open(t, data)
		rules, err := f.GetDataValidations(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range rules {
			if rule.Type != "list" {
				continue
			}
			first, _, _ := strings.Cut(rule.Sqref, ":")
			for _, value := range choices(t, f, rule.Formula1) {
				count++
				f := open(t, data)
				set(t, f, name, first, value)
				_, problems := read(t, f)
				for _, p := range problems {
					if p.Pos.Sheet == name && p.Pos.Address() == first && p.Code != "P101" { // 不公开 is understood, and kept out
						t.Errorf("%s: %v", value, p)
					}
				}
			}
		}
	}
	if count != 22 {
		t.Errorf("%d values", count)
	}
}

// choices is the values that a rule's defined name stands for.
func choices(t *testing.T, f *excelize.File, formula string) (values []string) {
	t.Helper()
	for _, d := range f.GetDefinedName() {
		if d.Name != formula {
			continue
		}
		name, area, _ := strings.Cut(strings.ReplaceAll(d.RefersTo, "$", ""), "!")
		from, to, _ := strings.Cut(area, ":")
		col, row, _ := excelize.CellNameToCoordinates(from)
		_, last, _ := excelize.CellNameToCoordinates(to)
		for ; row <= last; row++ {
			cell, _ := excelize.CoordinatesToCellName(col, row)
			value, err := f.GetCellValue(name, cell)
			if err != nil || value == "" {
				t.Fatalf("%s!%s: %q, %v", name, cell, value, err)
			}
			values = append(values, value)
		}
	}
	if values == nil {
		t.Fatalf("no list %s", formula)
	}
	return values
}

// The example is without any problem and names posts and offices only.
func TestExample(t *testing.T) {
	l, problems := read(t, open(t, write(t, true)))
	if len(problems) > 0 {
		t.Error(problems)
	}
	states := map[ledger.State]bool{}
	for _, f := range l.Findings {
		states[f.Status.State] = true
		for _, x := range []ledger.Field{ledger.FieldLeader, ledger.FieldDepartment, ledger.FieldPartner, ledger.FieldPerson, ledger.FieldAcceptedBy} {
			who := f.Cell(x).Text
			if who != "" && !slices.ContainsFunc([]string{"书记", "馆长", "主任", "室", "部", "站"}, func(post string) bool { return strings.HasSuffix(who, post) }) {
				t.Errorf("%s %q is no post or office", x, who)
			}
		}
	}
	if len(states) != 5 {
		t.Errorf("shows %v only", states)
	}
}
