package workbook_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tongbao/report/workbook"
	"tongbao/sources/check"
	"tongbao/sources/ledger"
)

// colours evaluates the conditional formats of the first row of findings: for
// each column that has a colour the colour.
func colours(t *testing.T, f *excelize.File) map[ledger.Field]string {
	t.Helper()
	formats, err := f.GetConditionalFormats(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[ledger.Field]string{}
	for area, options := range formats {
		first, _, _ := strings.Cut(area, ":")
		col, _, _ := excelize.CellNameToCoordinates(first)
		for _, o := range options {
			style, err := f.GetConditionalStyle(*o.Format)
			if err != nil {
				t.Fatal(err)
			}
			if len(style.Fill.Color) == 0 {
				continue
			}
			if err := f.SetCellFormula(sheet, "Z1", o.Criteria); err != nil {
				t.Fatal(err)
			}
			switch value, err := f.CalcCellValue(sheet, "Z1"); {
			case err != nil:
				t.Fatalf("%s: %v", o.Criteria, err)
			case value == "TRUE":
				out[ledger.Fields()[col-1]] = style.Fill.Color[0]
			}
		}
	}
	return out
}

func TestColours(t *testing.T) {
	const red, orange, purple = "FF9999", "FFC000", "CC99FF"
	f := open(t, write(t, false))
	if got := colours(t, f); len(got) > 0 {
		t.Errorf("an empty row: %v", got)
	}
	set(t, f, sheet, at(t, ledger.FieldRemark, 4), "某")
	for _, r := range check.DefaultRequirements() {
		if got := colours(t, f)[r.Field]; (got == red) != (r.When == ledger.Always) {
			t.Errorf("a row with a remark, %s: %q", r.Field, got)
		}
	}
	type row map[ledger.Field]any
	for _, c := range []struct {
		name string
		row  row
		want map[ledger.Field]string
	}{
		{"done", row{ledger.FieldStatus: "已完成", ledger.FieldDeadline: 40000}, map[ledger.Field]string{ledger.FieldCompleted: red, ledger.FieldEvidence: red}},
		{"closed", row{ledger.FieldStatus: "已销号", ledger.FieldCompleted: 40000, ledger.FieldEvidence: "附件", ledger.FieldAcceptedBy: "室"},
			map[ledger.Field]string{ledger.FieldAcceptedOn: red, ledger.FieldClosure: red}},
		{"late", row{ledger.FieldDeadline: 40000}, map[ledger.Field]string{ledger.FieldDeadline: orange}},
		{"in time", row{ledger.FieldDeadline: 72000}, nil},
		{"in words", row{ledger.FieldDeadline: "立行立改"}, nil},
		{"for the long run", row{ledger.FieldDeadline: 40000, ledger.FieldStatus: "长期坚持"}, nil},
		{"private", row{ledger.FieldPublication: "不公开"}, map[ledger.Field]string{ledger.FieldWithheld: red}},
		{"twice", row{ledger.FieldNo: 2}, map[ledger.Field]string{ledger.FieldNo: purple}},
		{"nothing missing", nil, nil},
	} {
		f := open(t, write(t, false))
		for _, x := range []ledger.Field{ledger.FieldGroup, ledger.FieldProblem, ledger.FieldText, ledger.FieldRectification, ledger.FieldLeader, ledger.FieldDepartment} {
			set(t, f, sheet, at(t, x, 4), "某")
		}
		set(t, f, sheet, at(t, ledger.FieldNo, 4), 1)
		set(t, f, sheet, at(t, ledger.FieldNo, 5), 2)
		set(t, f, sheet, at(t, ledger.FieldStatus, 4), "正在整改")
		set(t, f, sheet, at(t, ledger.FieldDeadline, 4), "2个月内")
		for x, value := range c.row {
			set(t, f, sheet, at(t, x, 4), value)
		}
		got := colours(t, f)
		for _, x := range asked() {
			if got[x] != c.want[x] {
				t.Errorf("%s: %s is %q, want %q", c.name, x, got[x], c.want[x])
			}
		}
	}
}

// The orange mark and ledger.Finding.Overdue decide alike, for every state of the
// list and none, on both sides of today.
func TestOrangeIsOverdue(t *testing.T) {
	const orange = "FFC000"
	states := append(choices(t, open(t, write(t, false)), "选项_完成情况"), "")
	marked := 0
	for _, state := range states {
		for _, days := range []int{-1, 0, 1} {
			today := day(time.Now()) // the formula asks for it, too
			f := open(t, write(t, false))
			set(t, f, sheet, at(t, ledger.FieldText, 4), "某")
			set(t, f, sheet, at(t, ledger.FieldNo, 4), 1)
			set(t, f, sheet, at(t, ledger.FieldStatus, 4), state)
			set(t, f, sheet, at(t, ledger.FieldDeadline, 4), days+int(today.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC))/(24*time.Hour)))
			colour := colours(t, f)[ledger.FieldDeadline]
			l, _ := read(t, f)
			want := l.Findings[0].Overdue(today)
			if day(time.Now()) != today {
				t.Skip("midnight passed while the formula was asked")
			}
			if (colour == orange) != want {
				t.Errorf("%q, due in %d days: overdue %v, colour %q", state, days, want, colour)
			}
			if want {
				marked++
			}
		}
	}
	if marked != 4 || len(states) != 7 {
		t.Errorf("%d of %d states can be overdue", marked, len(states))
	}
}

func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// Where numbers begin anew under each problem, one number may be there twice.
func TestNumbersPerParent(t *testing.T) {
	f := open(t, write(t, false))
	for row, name := range map[int]string{4: "甲", 5: "乙"} {
		set(t, f, sheet, at(t, ledger.FieldGroup, row), "类")
		set(t, f, sheet, at(t, ledger.FieldProblem, row), name)
		set(t, f, sheet, at(t, ledger.FieldNo, row), 1)
	}
	if colours(t, f)[ledger.FieldNo] == "" {
		t.Error("连续编号: not marked")
	}
	i := slices.IndexFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool { return d.Name == "编号方式" })
	name, cell, _ := strings.Cut(strings.ReplaceAll(f.GetDefinedName()[i].RefersTo, "$", ""), "!")
	set(t, f, name, cell, "逐级编号")
	if colours(t, f)[ledger.FieldNo] != "" {
		t.Error("逐级编号: marked")
	}
}

// The headings are the ledger's, each with a note that says what the rules say.
func TestHeadings(t *testing.T) {
	f := open(t, write(t, false))
	rows, err := f.GetRows(sheet)
	if err != nil || len(rows) != 3 || len(rows[2]) != len(asked()) {
		t.Fatalf("%q, %v", rows, err)
	}
	all := notes(t, f)
	for i, x := range asked() {
		if rows[2][i] != string(x) {
			t.Errorf("heading %q, want %s", rows[2][i], x)
		}
		width, err := f.GetColWidth(sheet, strings.TrimSuffix(at(t, x, 1), "1"))
		if note := all[at(t, x, 3)]; err != nil || width < 6 || strings.HasSuffix(note, "填。") {
			t.Errorf("%s: width %v, note %q", x, width, note)
		}
	}
	for _, r := range check.DefaultRequirements() {
		want := "必填。"
		switch {
		case r.When == ledger.WhenState && r.States == nil:
			want = "「完成情况」写 已销号 时要填。"
		case r.When == ledger.WhenState:
			want = "「完成情况」写 已完成、已销号 时要填。"
		}
		if note := all[at(t, r.Field, 3)]; !strings.Contains(note, string(r.Field)+"\n"+want) {
			t.Errorf("%s: note %q", r.Field, note)
		}
	}
}

// What is required is not the template's own opinion.
func TestOtherRequirements(t *testing.T) {
	var b bytes.Buffer
	err := workbook.Write(&b, workbook.Template{Required: []ledger.Requirement{{Field: ledger.FieldGoal, When: ledger.Always}}})
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, b.Bytes())
	all := notes(t, f)
	if !strings.Contains(all[at(t, ledger.FieldGoal, 3)], "必填") || strings.Contains(all[at(t, ledger.FieldLeader, 3)], "必填") {
		t.Error(all)
	}
	set(t, f, sheet, at(t, ledger.FieldRemark, 4), "某")
	if got := colours(t, f); len(got) != 1 || got[ledger.FieldGoal] == "" {
		t.Error(got)
	}
}

func notes(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range comments {
		out[c.Cell] = c.Text
		for _, run := range c.Paragraph {
			out[c.Cell] += run.Text
		}
	}
	return out
}
