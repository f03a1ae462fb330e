package workbook_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tongbao/report/internal/opc"
	"tongbao/report/workbook"
	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/merge"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// A branch is a ledger as an office keeps it: values by row, cells that are merged,
// and the formats of real dates.
type branch struct {
	file    string
	rows    [][]any
	merges  []string
	formats map[string]string
}

// branches differ in headings, order of columns, merges and dates.
var branches = []branch{
	{"一支部.xlsx", [][]any{
		{"问题类别", "主要问题", "序号", "反馈的具体问题", "整改措施", "整改情况", "完成情况", "责任领导", "责任部门", "启动时间", "整改时限", "完成时间", "佐证材料", "公开范围", "备注"},
		{"（一）党建", "1.学习", 1, "（1）计划性不强。", "每季度一次", "一是定计划。\n二是学5次。", "已完成", "书记", "办公室", 45000, 45100, 45050, "1-1", "公开", "=1+1"},
		{nil, nil, 2, "（2）形式单一。", "丰富形式", "已开展4期。", "长期坚持", "书记", "办公室", "2023年3月", "长期坚持", "—", "00123", nil, "1e5"},
		{"（二）财务", "2.报销", 3, "审核不严。", nil, "补齐12笔。", "已完成", "副职", "财务室", 45000, 45047, 20230508, "2023.10", nil, 12345.678},
	}, []string{"A2:A3", "B2:B3"}, map[string]string{"J2": "yyyy/m/d", "K2": `yyyy"年"m"月"`, "L2": "yyyy-mm-dd", "J4": `yyyy"年"`, "K4": `m"月"d"日"`}},
	{"二支部.xlsx", [][]any{
		{"编号", "方面", "问题类型", "具体问题", "整改举措", "整改进展", "是否销号", "牵头领导", "责任科室", "完成时限", "实际完成时间", "验收人", "验收日期"},
		{"①", "党 建", "学习", "联系实际不紧。", "1.调研", "都已落实。", "已销号", "副书记", "综合科", "2025年9月底前", "2025.9.1", "领导小组", "2025年9月3日"},
		{nil, nil, nil, nil, "2.研讨", nil, "推进中", "副书记", "业务科", "2个月内", nil, nil, nil},
		{nil, nil, nil, nil, "3.督办", nil, nil, nil, nil, nil, nil, nil, nil},
		{"②", "财务", "资产", "没有入账。", "清查", "入账46台。", "基本完成", "副书记", "综合科", "立行立改，并长期坚持", nil, nil, nil},
	}, []string{"A2:A4", "B2:B4", "C2:C4", "D2:D4"}, nil},
	{"三支部.xlsx", [][]any{
		{"序号", "反馈问题", "整改情况", "整改状态", "责任领导", "整改期限"},
		{1, "制度不全。", "已完善。", nil, "委员", 45200},
		{2, "收缴不及时。", nil, "未完成", nil, nil},
	}, nil, map[string]string{"F2": "yyyy/m/d"}},
}

// read is the branch's ledger as the program reads it.
func (b branch) read(t *testing.T) *ledger.Ledger {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range b.rows {
		for k, value := range row {
			at, _ := excelize.CoordinatesToCellName(k+1, i+1)
			set(t, f, "Sheet1", at, value)
			if format := b.formats[at]; format != "" {
				id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
				if err == nil {
					err = f.SetCellStyle("Sheet1", at, at, id)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for _, area := range b.merges {
		from, to, _ := strings.Cut(area, ":")
		if err := f.MergeCell("Sheet1", from, to); err != nil {
			t.Fatal(err)
		}
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, b.file, data.Bytes())
}

// parse reads a ledger of which every row is read.
func parse(t *testing.T, file string, data []byte) *ledger.Ledger {
	t.Helper()
	book, problems, err := sources.Read(file, data, sources.Limits{})
	if err != nil || problems.Err() != nil {
		t.Fatal(err, problems)
	}
	var in ledger.Info
	info.FromBook(&in, book)
	l, more := recognise.Ledger(book, &in)
	if more.Err() != nil {
		t.Fatal(more)
	}
	return l
}

// merged writes findings as a workbook.
func merged(t *testing.T, findings []ledger.Finding) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, workbook.Template{Required: check.DefaultRequirements(), Findings: findings, Fields: ledger.Fields()}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Every field of every row of every branch is in the merged ledger, once it is read
// again: the same words, the same meaning, and real dates and numbers as such.
func TestMergedRoundTrip(t *testing.T) {
	var list []*ledger.Ledger
	rows := 0
	for _, b := range branches {
		l := b.read(t)
		list = append(list, l)
		for i := range l.Findings {
			rows += 1 + len(l.Findings[i].Further)
		}
	}
	if rows != 9 {
		t.Fatalf("%d rows", rows)
	}
	r, problems := merge.Ledgers(list, merge.Options{})
	if problems.Err() != nil {
		t.Fatal(problems)
	}
	data := merged(t, r.Findings)
	if !opc.Canonical(data) || !bytes.Equal(data, merged(t, r.Findings)) {
		t.Error("not reproducible")
	}
	again := parse(t, "汇总.xlsx", data)
	if len(again.Findings) != 7 {
		t.Fatalf("%d findings", len(again.Findings))
	}
	for i := range again.Findings {
		f := &again.Findings[i]
		was := origin(list, f.Source.Text)
		if was == nil || f.No.Text != fmt.Sprint(i+1) {
			t.Fatalf("finding %d, number %s, is from %q", i+1, f.No.Text, f.Source.Text)
		}
		sameFinding(t, was, f)
	}
	if f := again.Findings[4]; len(f.Further) != 2 || f.Further[0].Rectification.Text != "都已落实。" || f.Further[1].Status.Text != "推进中" {
		t.Errorf("finding 5: %+v", f.Further)
	}
}

// origin is the finding that a 来源 names.
func origin(list []*ledger.Ledger, source string) *ledger.Finding {
	for _, l := range list {
		for i := range l.Findings {
			if f := &l.Findings[i]; strings.HasPrefix(source, strings.TrimSuffix(f.Pos.String(), "行")) {
				return f
			}
		}
	}
	return nil
}

// sameFinding holds two findings against each other field by field.
func sameFinding(t *testing.T, was, is *ledger.Finding) {
	t.Helper()
	at := was.Pos.String()
	if len(was.Further) != len(is.Further) {
		t.Errorf("%s: %d rows, want %d", at, 1+len(is.Further), 1+len(was.Further))
		return
	}
	for _, x := range ledger.Fields() {
		switch {
		case x == ledger.FieldNo || x == ledger.FieldSource || is.Measure.Cell(x) != nil:
		case ledger.Squeeze(was.Cell(x).Text) != ledger.Squeeze(is.Cell(x).Text):
			t.Errorf("%s: %s is %q, want %q", at, x, is.Cell(x).Text, was.Cell(x).Text)
		}
	}
	a, b := slices.Collect(was.Rows()), slices.Collect(is.Rows())
	for i := range a {
		sameRow(t, fmt.Sprintf("%s, row %d", at, i+1), a[i], b[i])
	}
}

func sameRow(t *testing.T, at string, was, is *ledger.Measure) {
	t.Helper()
	for _, x := range ledger.Fields() {
		if c := was.Cell(x); c != nil && x != ledger.FieldStarted && x != ledger.FieldDeadline && x != ledger.FieldCompleted && (c.Text != is.Cell(x).Text || c.Number != is.Cell(x).Number) {
			t.Errorf("%s: %s is %q, want %q", at, x, is.Cell(x).Text, c.Text)
		}
	}
	for name, d := range map[string][2]ledger.Date{"启动时间": {was.Started, is.Started}, "完成时间": {was.Completed, is.Completed}, "验收日期": {was.AcceptedOn, is.AcceptedOn}} {
		if a, b := d[0], d[1]; a.ISO() != b.ISO() || a.Fault != b.Fault || a.As != b.As || a.As.Day.IsZero() && a.Text != b.Text {
			t.Errorf("%s: %s is %+v, want %+v", at, name, b, a)
		}
	}
	if a, b := was.Deadline, is.Deadline; a.Kind != b.Kind || !a.Date.Equal(b.Date) || a.Precision != b.Precision || a.Fault != b.Fault || a.As != b.As || a.As.Day.IsZero() && a.Text != b.Text {
		t.Errorf("%s: 整改时限 is %+v, want %+v", at, b, a)
	}
	if was.Status.State != is.Status.State {
		t.Errorf("%s: state %v, want %v", at, is.Status.State, was.Status.State)
	}
}

// Whatever findings say, they say it when they are read again.
func TestAnyMerged(t *testing.T) {
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 1))
		list := []*ledger.Ledger{random(r, "甲.xlsx"), random(r, "乙.xlsx")}
		all, problems := merge.Ledgers(list, merge.Options{KeepBoth: true})
		if problems.Err() != nil {
			t.Fatal(problems)
		}
		again := parse(t, "汇总.xlsx", merged(t, all.Findings))
		if len(again.Findings) != len(all.Findings) || len(list[0].Findings)+len(list[1].Findings) != len(all.Findings)+all.Joined {
			t.Fatalf("seed %d: %d and %d findings are %d, %d of them joined; %d are read again", seed, len(list[0].Findings), len(list[1].Findings),
				len(all.Findings), all.Joined, len(again.Findings))
		}
		for i := range again.Findings {
			sameFinding(t, &all.Findings[i], &again.Findings[i])
		}
		if t.Failed() {
			t.Fatal("seed ", seed)
		}
	}
}

// random is a ledger with what makes trouble when it is written and read again.
func random(r *rand.Rand, file string) *ledger.Ledger {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	l := &ledger.Ledger{File: file}
	for i := range 1 + r.IntN(12) {
		at := problem.Pos{File: file, Sheet: "台账", Row: 2 + 10*i}
		f := ledger.Finding{Pos: at}
		cell := func(text string) ledger.Cell {
			at.Col++
			return ledger.NewCell(at, text)
		}
		numbered := func(text string) ledger.Numbered {
			n := ledger.Numbered{Cell: cell(text)}
			n.Typed, n.Text = ledger.SplitNumber(n.Text)
			return n
		}
		f.Group, f.Problem = numbered(pick("", "（一）党建", "二、党建", "1.2.财务", "（三）")), numbered(pick("", "1.学习", "学习", "（1）（2）报销"))
		f.Text, f.No = numbered(pick("不够。", "（1）不够。", "1. 2. 不严。", "'不全", "=A1", "123", "备注", "合计不符")), cell(pick("1", "①", "七", ""))
		f.Publication, f.Consent = cell(pick("", "公开", "不公开")), cell(pick("", "2023.10", "0012"))
		for n := range 1 + r.IntN(3) {
			m := ledger.Measure{Pos: problem.Pos{File: file, Sheet: "台账", Row: at.Row + n}}
			m.Measures, m.Rectification = cell(pick("一是学", "2.查", "改")), cell(pick("", "学了\n查了", "说明：在办", "0.50"))
			if n > 0 && m.Rectification.Text == "" { // one in the first row alone goes for all
				m.Rectification = f.Rectification
			}
			m.Status, m.Remark = ledger.ParseStatus(cell(pick("已完成", "正在整改", "整改中"))), cell(pick("", "—", "1-1", "TRUE"))
			m.Leader, m.Department = cell(pick("书记", "副职")), cell(pick("办公室", "甲\n乙"))
			m.Deadline = deadlineOf(r, cell)
			if n == 0 {
				f.Measure = m
			} else {
				f.Further = append(f.Further, m)
			}
		}
		l.Findings = append(l.Findings, f)
	}
	return l
}

func deadlineOf(r *rand.Rand, cell func(string) ledger.Cell) ledger.Deadline {
	day := time.Date(2025, time.Month(1+r.IntN(12)), 1, 0, 0, 0, 0, time.UTC)
	switch r.IntN(4) {
	case 0:
		return ledger.ParseDeadline(cell(day.Format("2006/1/2")), ledger.Stored{Day: day})
	case 1:
		return ledger.ParseDeadline(cell(day.Format("2006年1月")), ledger.Stored{Day: day})
	case 2:
		return ledger.ParseDeadline(cell(day.Format("20060102")), ledger.Stored{Number: true})
	}
	return ledger.ParseDeadline(cell("2个月内"), ledger.Stored{})
}
