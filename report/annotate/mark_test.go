package annotate

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/sources/problem"
)

// ranges is what a sheet's rules of ours cover, by severity.
func ranges(t *testing.T, sheet string) map[string]string {
	t.Helper()
	root, err := parse([]byte(sheet), "sheetData", new(int))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, n := range root.all("conditionalFormatting") {
		for _, rule := range n.all("cfRule") {
			if isMark(rule) {
				out[strings.Split(rule.child("formula").text, `"`)[1]] += n.attr("sqref") + " "
			}
		}
	}
	return out
}

func TestRanges(t *testing.T) {
	after := contents(t, mustAnnotate(t, readFixture(t), samples(t)[0].items).Data)
	got := ranges(t, after["xl/worksheets/sheet1.xml"])
	// E12 has an error and a warning: an error. B4 heads B4:B8. Of row 5 A to M hold
	// something or are formatted; A5 and B5 lie in merged ranges and are empty there.
	if got["tongbao:error"] != "B4:B8 E12 K9 " || got["tongbao:warning"] != "C5:L5 " {
		t.Errorf("%q", got)
	}
	if got := ranges(t, after["xl/worksheets/sheet2.xml"]); got["tongbao:warning"] != "B3 " || len(got) != 1 {
		t.Errorf("%q", got)
	}
}

// Ranges of one rule never overlap, and neighbours are one range.
func TestBlocks(t *testing.T) {
	on := func(ref string, severity problem.Severity, row bool) mark {
		return mark{at: parseBlock(ref), severity: severity, row: row}
	}
	for _, c := range []struct {
		name  string
		marks []mark
		want  string
	}{
		{"cells of a column", []mark{on("B2", 1, false), on("B3", 1, false), on("B4", 1, false), on("D4", 1, false)}, "[] [B2:B4 D4]"},
		{"a square", []mark{on("A1", 1, false), on("B1", 1, false), on("A2", 1, false), on("B2", 1, false)}, "[] [A1:B2]"},
		{"a row around a cell", []mark{on("A5:F5", 0, true), on("C5", 1, false)}, "[A5:B5 D5:F5] [C5]"},
		{"a row around a merged range", []mark{on("A5:F5", 1, true), on("B3:C8", 1, false)}, "[] [A5 B3:C8 D5:F5]"},
		{"a row that begins in one", []mark{on("A5:F5", 1, true), on("A3:A8", 0, false), on("F5", 0, false)}, "[A3:A8 F5] [B5:E5]"},
		{"rows", []mark{on("A5:F5", 1, true), on("A6:F6", 1, true), on("A7:E7", 1, true)}, "[] [A7:E7 A5:F6]"},
	} {
		b := blocks(c.marks)
		if got := fmt.Sprint(join(b[0]), " ", join(b[1])); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A row and its first cell share one note; what is said of the cell comes first.
func TestRowAndCellShareANote(t *testing.T) {
	items := []Item{at(problem.Warning, "整改台账", 5, 0), at(problem.Error, "整改台账", 5, 3)}
	r := mustAnnotate(t, readFixture(t), items)
	comments := contents(t, r.Data)["xl/comments/comment1.xml"]
	if strings.Count(comments, `ref="C5"`) != 1 || r.Notes != 1 || r.Left != 0 {
		t.Errorf("%d notes, %d left: %s", r.Notes, r.Left, comments)
	}
	if !strings.Contains(comments, heading+"&#10;错误 L101：「整改情况」没有填写&#10;改法：填上这一条的整改情况&#10;提醒 L103") {
		t.Error(comments)
	}
}

// What lies in another file is listed, not marked, whatever its sheet is called.
func TestOtherFile(t *testing.T) {
	item := at(problem.Error, "表", 1, 1)
	item.Pos.File = "别的.xlsx"
	r := mustAnnotate(t, bare(), []Item{item})
	after := contents(t, r.Data)
	if r.Cells != [2]int{} || strings.Contains(after["s.xml"], "tongbao") || !strings.Contains(after["worksheets/sheet1.xml"], "别的.xlsx「表」A1") {
		t.Error(r.Cells, after["s.xml"])
	}
}

func TestWords(t *testing.T) {
	m := mark{}
	for range 3 * maxNoteProblems {
		m.items = append(m.items, at(problem.Error, "表", 1, 1))
	}
	if got := m.words(); strings.Count(got, "\n错误") != maxNoteProblems || !strings.HasSuffix(got, "还有 16 处，见问题清单") {
		t.Error(got)
	}
	m.items[0].Message = strings.Repeat("长", 3000)
	if got := m.words(); strings.Count(got, "长") != maxNoteText-1 || !strings.Contains(got, "长…\n改法") {
		t.Error(got)
	}
}

func TestParseBlock(t *testing.T) {
	for ref, want := range map[string]string{"A1": "A1", "$B$2:$C$4": "B2:C4", "XFD1048576": "XFD1048576", "b2": "B2"} {
		if got := parseBlock(ref); got.isEmpty() || got.String() != want {
			t.Errorf("%s is %v", ref, got)
		}
	}
	for _, ref := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "B2:A1", "A1:", "A-1", "#REF!", "AAAAAAAAAAAAAA1", "A99999999999999999999"} {
		if got := parseBlock(ref); !got.isEmpty() {
			t.Errorf("%s is %v", ref, got)
		}
	}
}
