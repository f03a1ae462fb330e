package recognise_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"tongbao/report/notice"
	"tongbao/sources"
	"tongbao/sources/grid"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

const fixture = "../../testdata/天元区文旅广体局巡察整改台账.xlsx"

// expected is testdata/expected.json: what a reader must get of the fixture.
type expected struct {
	File          string
	Sheet         string
	HeaderRow     int `json:"header_row"`
	FirstRow      int `json:"first_row"`
	LastRow       int `json:"last_row"`
	Columns       map[string]string
	ParagraphFile string         `json:"paragraphs_file"`
	StatusCounts  map[string]int `json:"status_counts"`
	Without       struct {
		All, Completed []int
	} `json:"without_evidence"`
	Info      expectedInfo
	Narrative []struct {
		Sheet   string
		Row     int
		Section string
		Text    string
	}
	Findings []expectedFinding
}

type expectedInfo struct {
	Title struct {
		Text         string
		Lines, Cells []string
	}
	Issuer, Signature, Contact, Feedback, Date expectedCell
	Start                                      expectedCell `json:"inspection_start"`
	End                                        expectedCell `json:"inspection_end"`
	LedgerTitle                                expectedCell `json:"ledger_title"`
	FilledBy                                   expectedCell `json:"filled_by"`
	FilledOn                                   expectedCell `json:"filled_on"`
}

// expectedCell is a text or a date.
type expectedCell struct {
	Cell, Text, Type, ISO, Precision string
	Raw                              any
	Serial                           int
}

type expectedNumbered struct{ Raw, Typed, Text string }

type expectedFinding struct {
	No, Row             int
	Cells               map[string]string
	Group, Problem      expectedNumbered
	Text, Rectification string
	Measures            []string
	Status              string
	Leaders, Offices    []string
	Deadline            struct{ Raw, Kind, Date string }
	Started, Completed  expectedCell
	Evidence, Remark    string
	Halfwidth           bool `json:"halfwidth_typed"`
}

// fields are the names of expected.json for our fields.
var fields = map[string]ledger.Field{
	"group": ledger.FieldGroup, "problem": ledger.FieldProblem, "no": ledger.FieldNo, "text": ledger.FieldText,
	"rectification": ledger.FieldRectification, "status": ledger.FieldStatus, "leader": ledger.FieldLeader,
	"offices": ledger.FieldDepartment, "started": ledger.FieldStarted, "deadline": ledger.FieldDeadline,
	"completed": ledger.FieldCompleted, "evidence": ledger.FieldEvidence, "remark": ledger.FieldRemark,
}

func readExpected(t *testing.T) expected {
	t.Helper()
	data, err := os.ReadFile("../../testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want expected
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields() // a key this test does not compare is a gap in it
	if err := d.Decode(&want); err != nil {
		t.Fatal(err)
	}
	return want
}

func readFixture(t *testing.T) (*grid.Book, *ledger.Ledger) {
	t.Helper()
	data, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	book, problems, err := sources.Read("天元区文旅广体局巡察整改台账.xlsx", data, sources.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var in ledger.Info
	problems = append(problems, info.FromBook(&in, book)...)
	l, more := recognise.Ledger(book, &in)
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatalf("the fixture is in order, but:\n%v", problems)
	}
	return book, l
}

// a is an address as expected.json has it.
func a(at problem.Pos) string { return at.Sheet + "!" + at.Address() }

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func equalList(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

func TestFixtureTable(t *testing.T) {
	want := readExpected(t)
	_, l := readFixture(t)
	equal(t, "file", l.File, want.File)
	if len(l.Tables) != 1 || len(l.Findings) == 0 {
		t.Fatalf("%d tables, %d findings", len(l.Tables), len(l.Findings))
	}
	table := l.Tables[0]
	equal(t, "sheet", table.Sheet, want.Sheet)
	equal(t, "header", table.HeaderRows, [2]int{want.HeaderRow, want.HeaderRow})
	equal(t, "first row", l.Findings[0].Pos.Row, want.FirstRow)
	equal(t, "last row", l.Findings[len(l.Findings)-1].Pos.Row, want.LastRow)
	equal(t, "columns", len(table.Columns), len(want.Columns))
	for name, heading := range want.Columns {
		equal(t, "heading of "+name, table.Headings[fields[name]], heading)
	}
	counts := map[string]int{}
	var all, completed []int
	for i, f := range l.Findings {
		counts[f.Status.State.String()]++
		if f.Evidence.IsEmpty() {
			all = append(all, i+1)
			if f.Status.State == ledger.Completed {
				completed = append(completed, i+1)
			}
		}
	}
	equal(t, "states", len(counts), len(want.StatusCounts))
	for state, n := range want.StatusCounts {
		equal(t, state, counts[state], n)
	}
	if !slices.Equal(all, want.Without.All) || !slices.Equal(completed, want.Without.Completed) {
		t.Errorf("without evidence: %v, completed %v", all, completed)
	}
}

// The rows below the table are accounted for, and nothing else is passed over.
func TestFixtureSkipped(t *testing.T) {
	_, l := readFixture(t)
	var got []string
	for _, s := range l.Skipped {
		got = append(got, s.Pos.String()+" "+s.Reason)
	}
	file := "天元区文旅广体局巡察整改台账.xlsx「整改台账」"
	equalList(t, "skipped", got, []string{file + "第47行 填表说明“填表说明：1.整改状态只……”", file + "第48行 审核、填表栏“审核：办公室 填表：办公……”"})
}

func TestFixtureFindings(t *testing.T) {
	want := readExpected(t)
	book, l := readFixture(t)
	equal(t, "findings", len(l.Findings), len(want.Findings))
	for i, w := range want.Findings {
		f := &l.Findings[i]
		at := "row " + f.Pos.String() + " "
		equal(t, at, f.Pos.Row, w.Row)
		equal(t, at+"cells", len(w.Cells), len(fields))
		for name, address := range w.Cells {
			equal(t, at+name, a(f.Cell(fields[name]).Pos), address)
		}
		equal(t, at+"group", expectedNumbered{f.Group.Raw, f.Group.Typed, f.Group.Text}, w.Group)
		equal(t, at+"problem", expectedNumbered{f.Problem.Raw, f.Problem.Typed, f.Problem.Text}, w.Problem)
		equalJSON(t, at+"no", f.No.Text, w.No)
		equal(t, at+"text", notice.Normalise(f.Text.Text), w.Text)
		rectification := strings.Join(f.Rectification.Lines(), "")
		equal(t, at+"rectification", notice.Normalise(rectification), w.Rectification)
		equal(t, at+"half-width", rectification+f.Text.Text != w.Rectification+w.Text, w.Halfwidth)
		var measures []string
		for _, line := range f.Rectification.Lines() {
			measures = append(measures, notice.Normalise(line))
		}
		equalList(t, at+"measures", measures, w.Measures)
		equal(t, at+"status", f.Status.State.String(), w.Status)
		equalList(t, at+"leaders", f.Leader.List(""), w.Leaders)
		equalList(t, at+"offices", f.Department.List("、"), w.Offices)
		equalDate(t, at+"started", book, f.Started, w.Started)
		equalDate(t, at+"completed", book, f.Completed, w.Completed)
		equalDeadline(t, at, f.Deadline, w)
		equal(t, at+"evidence", f.Evidence.Text, w.Evidence)
		equal(t, at+"remark", f.Remark.Text, w.Remark)
	}
}

func equalDeadline(t *testing.T, at string, d ledger.Deadline, w expectedFinding) {
	t.Helper()
	equal(t, at+"deadline", d.Raw, w.Deadline.Raw)
	kinds := []string{"", "date", "immediate", "long-term", "both", "relative", "unknown"}
	equal(t, at+"deadline kind", kinds[d.Kind], w.Deadline.Kind)
	iso := ""
	if !d.Date.IsZero() {
		iso = d.Date.Format("2006-01-02")
	}
	equal(t, at+"deadline date", iso, w.Deadline.Date)
}

// equalJSON compares what a cell shows with a JSON number, text or null.
func equalJSON(t *testing.T, what, got string, want any) {
	t.Helper()
	text := ""
	if want != nil {
		data, _ := json.Marshal(want)
		text = strings.Trim(string(data), `"`)
	}
	equal(t, what, got, text)
}

func equalDate(t *testing.T, what string, book *grid.Book, d ledger.Date, want expectedCell) {
	t.Helper()
	if f, ok := want.Raw.(float64); ok {
		want.Raw = int(f)
	}
	equalJSON(t, what+" raw", d.Raw, want.Raw)
	equal(t, what+" iso", d.ISO(), want.ISO)
	equal(t, what+" precision", []string{"", "year", "month", "day"}[d.Precision], want.Precision)
	kinds := map[grid.Kind]string{grid.Empty: "empty", grid.String: "text", grid.Number: "number", grid.Date: "date"}
	c := book.Sheet(d.Pos.Sheet).At(d.Pos.File, d.Pos.Row, d.Pos.Col)
	equal(t, what+" type", kinds[c.Kind], want.Type)
	if want.Serial != 0 {
		equalJSON(t, what+" serial", c.Raw, want.Serial)
	}
	if want.Cell != "" {
		equal(t, what+" cell", a(d.Pos), want.Cell)
	}
}

func TestFixtureInfo(t *testing.T) {
	book, l := readFixture(t)
	want, in := readExpected(t).Info, l.Info
	text := func(what string, got ledger.Cell, want expectedCell) {
		t.Helper()
		equal(t, what, a(got.Pos)+" "+got.Text, want.Cell+" "+want.Text)
	}
	equal(t, "title", in.Issuer.Text+in.Title.Text, want.Title.Text)
	equalList(t, "title lines", []string{in.Issuer.Text, in.Title.Text}, want.Title.Lines)
	equalList(t, "title cells", []string{a(in.Issuer.Pos), a(in.Title.Pos)}, want.Title.Cells)
	text("issuer", in.Issuer, want.Issuer)
	text("signature", in.Signature, want.Signature)
	text("ledger title", in.LedgerTitle, want.LedgerTitle)
	text("filled by", in.FilledBy, want.FilledBy)
	if len(in.Contact) != 1 {
		t.Fatalf("contact: %v", in.Contact)
	}
	text("contact", in.Contact[0], want.Contact)
	equalDate(t, "date", book, in.Date, want.Date)
	equalDate(t, "start", book, in.InspectionStart, want.Start)
	equalDate(t, "end", book, in.InspectionEnd, want.End)
	equalDate(t, "feedback", book, in.Feedback, want.Feedback)
	equalDate(t, "filled on", book, in.FilledOn, want.FilledOn)
}

// Each row of 通报正文 is where its 栏目 says, in order, with its cell.
func TestFixtureNarrative(t *testing.T) {
	_, l := readFixture(t)
	got := map[int]string{}
	put := func(section string, list ...ledger.Cell) {
		for _, c := range list {
			got[c.Pos.Row] = section + " " + a(c.Pos) + " " + c.Raw
		}
	}
	in := l.Info
	put("标题", in.Title)
	put("发文机关", in.Issuer)
	put("前言", in.Preamble...)
	for i, p := range in.Parts {
		name := "第" + []string{"一", "二", "三"}[i] + "部分"
		put(name+"标题", p.Heading)
		if len(p.Paragraphs) > 0 {
			put(name+"导语", p.Paragraphs[0])
			put(name+"内容", p.Paragraphs[1:]...)
		}
		equal(t, name+" findings", p.Findings, i == 1)
	}
	put("联系方式", in.Contact...)
	put("落款", in.Signature)
	put("落款日期", in.Date.Cell)
	put("巡察开始", in.InspectionStart.Cell)
	put("巡察结束", in.InspectionEnd.Cell)
	put("反馈日期", in.Feedback.Cell)
	want := readExpected(t).Narrative
	equal(t, "rows", len(got), len(want))
	for _, w := range want {
		c := problem.Pos{Sheet: w.Sheet, Row: w.Row, Col: 2}
		equal(t, "narrative", got[w.Row], w.Section+" "+a(c)+" "+w.Text)
	}
}
