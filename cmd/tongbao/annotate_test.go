package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// The real workbook with ten errors, each in a cell of its own: another library
// finds each marked, noted and listed, and the office's own note in its place.
func TestTenErrors(t *testing.T) {
	data, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	spoiled := map[string]any{"E12": nil, "H20": nil, "G25": nil, "D40": nil, "K4": nil, "K9": "2023年2月30日", "C5": 1, "D13": "学习\U00017000不足。", "F15": "差不多了", "E30": "#REF!"}
	for cell, value := range spoiled {
		data = setCell("整改台账", cell, value)(t, data)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("台账.xlsx", data, 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"check", "--annotate", "标注.xlsx", "台账.xlsx", "--json"}, nil, &stdout, &stderr); code != exitData {
		t.Fatalf("exit %d\n%s%s", code, stdout.String(), stderr.String())
	}
	var got runJSON
	if err := json.Unmarshal(stdout.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile("标注.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	notes, marked := notesOf(t, f), markedOf(t, f)
	for _, p := range got.Ledgers[0].Problems {
		delete(spoiled, p.Cell)
		if !strings.Contains(notes[p.Cell], "【通报检查】\n") || !strings.Contains(notes[p.Cell], p.Message) {
			t.Errorf("%s has the note %q", p.Cell, notes[p.Cell])
		}
		if marked[p.Cell] != p.Severity {
			t.Errorf("%s is marked as %q", p.Cell, marked[p.Cell])
		}
	}
	if len(spoiled) > 0 {
		t.Errorf("not found: %v", spoiled)
	}
	if !strings.HasPrefix(notes["K9"], "请按实际销号日期填写\n【通报检查】") {
		t.Errorf("the office's own note is %q", notes["K9"])
	}
	rows, err := f.GetRows("问题清单")
	if err != nil || len(rows) < 3+len(got.Ledgers[0].Problems) || rows[3][3] != "整改台账 K4" {
		t.Errorf("%v, %v", rows, err)
	}
	if link, target, err := f.GetCellHyperLink("问题清单", "D4"); err != nil || !link || target != "'整改台账'!K4" {
		t.Errorf("%v, %s, %v", link, target, err)
	}
}

// notesOf is the notes of the ledger by cell.
func notesOf(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	list, err := f.GetComments("整改台账")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range list {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		out[c.Cell] += text
	}
	return out
}

// markedOf is which severity the cells of the ledger are marked with.
func markedOf(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	formats, err := f.GetConditionalFormats("整改台账")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for refs, rules := range formats {
		for _, rule := range rules {
			severity := strings.TrimSuffix(strings.TrimPrefix(rule.Criteria, `N("tongbao:`), `")=0`)
			for ref := range strings.FieldsSeq(refs) {
				from, to, _ := strings.Cut(ref, ":")
				out[from] = severity
				if to == "" {
					continue
				}
				col, first, _ := excelize.CellNameToCoordinates(from)
				_, last, _ := excelize.CellNameToCoordinates(to)
				for row := first; row <= last; row++ {
					cell, _ := excelize.CoordinatesToCellName(col, row)
					out[cell] = severity
				}
			}
		}
	}
	return out
}

// An office is counted once a row, and by one name however it is spaced, as in the
// progress of the same ledger.
func TestOffices(t *testing.T) {
	l := &ledger.Ledger{}
	for i, text := range []string{"办公室、财务股、办公室", "办 公室", "—", "财务股（含核算、出纳）；办公室"} {
		var f ledger.Finding
		f.Measure.Pos = problem.Pos{Sheet: "台账", Row: 4 + i}
		f.Department = ledger.NewCell(problem.Pos{}, text)
		l.Findings = append(l.Findings, f)
	}
	of := offices(l)
	for row, want := range map[int]string{3: "[]", 4: "[办公室 财务股]", 5: "[办公室]", 6: "[（没有写责任部门）]", 7: "[财务股（含核算、出纳） 办公室]"} {
		if got := fmt.Sprint(of(problem.Pos{Sheet: "台账", Row: row, Col: 2})); got != want {
			t.Errorf("row %d: %s, want %s", row, got, want)
		}
	}
}

// What is wrong in a cell that several findings share, is the business of all their
// offices.
func TestOfficesOfSharedCell(t *testing.T) {
	l := &ledger.Ledger{}
	shared := problem.Pos{Sheet: "台账", Row: 4, Col: 2}
	for i, text := range []string{"办公室", "财务股", "办 公室"} {
		var f ledger.Finding
		f.Measure.Pos = problem.Pos{Sheet: "台账", Row: 4 + i}
		f.Problem.Pos = shared
		f.Department = ledger.NewCell(problem.Pos{Sheet: "台账", Row: 4 + i, Col: 9}, text)
		l.Findings = append(l.Findings, f)
	}
	of := offices(l)
	for at, want := range map[problem.Pos]string{
		shared:                        "[办公室 财务股]",
		{Sheet: "台账", Row: 4, Col: 3}: "[办公室]",
		{Sheet: "台账", Row: 5, Col: 3}: "[财务股]",
	} {
		if got := fmt.Sprint(of(at)); got != want {
			t.Errorf("%v: %s, want %s", at, got, want)
		}
	}
}
