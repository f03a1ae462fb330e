package check

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// Every rule has testdata/CODE.txt: workbooks parted by ====, in which the cells
// that break the rule, and no others, hold <CODE>. The mark is taken out before
// the rule sees it. In a heading's row it stands for the row, in a sheet's name
// for the sheet.
func TestRules(t *testing.T) {
	for _, r := range rules() {
		t.Run(string(r.Code), func(t *testing.T) {
			good, bad := 0, 0
			for i, e := range examples(t, r.Code) {
				got := places(r.problems(load(t, e.book)))
				if !slices.Equal(got, e.want) {
					t.Errorf("example %d: got %v, want %v", i+1, got, e.want)
				}
				good, bad = good+e.good, bad+len(e.want)
			}
			if good == 0 || bad == 0 {
				t.Error("the examples must hold both good rows and bad ones")
			}
		})
	}
}

// An example is a workbook and the places in it that break one rule.
type example struct {
	book *grid.Book
	want []problem.Pos // in order
	good int           // rows below a heading without a mark
}

func examples(t *testing.T, code problem.Code) []example {
	text, err := os.ReadFile(filepath.Join("testdata", string(code)+".txt"))
	if err != nil {
		t.Fatal("every rule needs an example: ", err)
	}
	var out []example
	for part := range strings.SplitSeq(string(text), "====\n") {
		e := example{book: grid.Parse("例.xlsx", part)}
		for i := range e.book.Sheets {
			e.unmark(&e.book.Sheets[i], "<"+string(code)+">")
		}
		slices.SortFunc(e.want, problem.Pos.Compare)
		out = append(out, e)
	}
	return out
}

// unmark takes the marks out of a sheet and notes where they stood.
func (e *example) unmark(s *grid.Sheet, mark string) {
	if name, ok := strings.CutSuffix(s.Name, mark); ok {
		s.Name = name
		e.want = append(e.want, problem.Pos{File: e.book.File, Sheet: name})
	}
	for n, row := range s.Rows {
		before := len(e.want)
		for i := range row {
			c := &row[i]
			c.Pos.Sheet = s.Name
			if !strings.Contains(c.Text, mark) {
				continue
			}
			c.Text = strings.ReplaceAll(c.Text, mark, "")
			c.Raw = c.Text
			at := c.Pos
			if n == 0 {
				at.Col = 0
			}
			e.want = append(e.want, at)
		}
		if n > 0 && len(e.want) == before {
			e.good++
		}
	}
}

func places(list problem.List) []problem.Pos {
	var out []problem.Pos
	for _, p := range list {
		out = append(out, p.Pos)
	}
	slices.SortFunc(out, problem.Pos.Compare)
	return out
}

// Each problem of the examples as people read it; UPDATE=1 writes them anew.
func TestMessages(t *testing.T) {
	var b strings.Builder
	for _, r := range rules() {
		for _, e := range examples(t, r.Code) {
			for _, p := range r.problems(load(t, e.book)) {
				if p.Message == "" || p.Hint == "" || strings.HasSuffix(p.Message, "。") || strings.HasSuffix(p.Hint, "。") {
					t.Errorf("want a message and a next step without a full stop: %v", p)
				}
				b.WriteString(p.Severity.String() + " " + p.String() + "\n")
			}
		}
	}
	golden := filepath.Join("testdata", "messages.golden")
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("messages changed; if that is meant, run with UPDATE=1. Now:\n%s", b.String())
	}
}

// Every code is explained, has one meaning, and stands in the order of codes.
func TestCodes(t *testing.T) {
	codes := Codes()
	for i, e := range codes {
		if e.Title == "" || e.Why == "" {
			t.Errorf("%s has no title or no reason", e.Code)
		}
		if i > 0 && codes[i-1].Code >= e.Code {
			t.Errorf("%s comes after %s", e.Code, codes[i-1].Code)
		}
	}
	if len(codes) != len(rules()) {
		t.Errorf("%d codes of %d rules", len(codes), len(rules()))
	}
}

// All problems of a workbook come in one run, in reading order.
func TestLedger(t *testing.T) {
	book := grid.Parse("例.xlsx", `# 整改台账
序号|问题类别|主要问题|反馈的具体问题|整改情况|完成情况|责任领导|责任部门|整改时限|完成时间|佐证材料
1|政治方面|学习|甲。||已完成|局长|办公室|立行立改|2023年2月30日|
1|政治方面|学习|乙。|建立了制度。|差不多|局长|办公室|立行立改||
`)
	want := []string{
		"例.xlsx L520", "例.xlsx L520", "例.xlsx L520", "例.xlsx L520", "例.xlsx L522", "例.xlsx L524",
		"例.xlsx「整改台账」E2 L101", "例.xlsx「整改台账」J2 L201", "例.xlsx「整改台账」K2 L103",
		"例.xlsx「整改台账」A3 L431", "例.xlsx「整改台账」F3 L211",
	}
	var got []string
	for _, p := range Ledger(load(t, book)) {
		got = append(got, p.Pos.String()+" "+string(p.Code))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A merged cell stands for many rows but is wrong once.
func TestMergedCellOnce(t *testing.T) {
	at := problem.Pos{File: "例.xlsx", Sheet: "整改台账", Row: 2, Col: 1}
	l := &ledger.Ledger{Tables: []ledger.Table{{Sheet: at.Sheet, HeaderRows: [2]int{1, 1}}}}
	for row := 2; row < 5; row++ {
		f := ledger.Finding{Pos: problem.Pos{File: at.File, Sheet: at.Sheet, Row: row}}
		f.Group.Pos = at
		l.Findings = append(l.Findings, f)
	}
	got := 0
	for _, p := range Ledger(l) {
		if p.Pos == at {
			got++
		}
	}
	if got != 1 {
		t.Errorf("reported %d times", got)
	}
}
