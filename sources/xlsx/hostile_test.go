package xlsx

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"tongbao/sources/grid"
)

// mend is the next step of every workbook that is damaged.
const mend = "请用 Excel 或 WPS 打开它，核对内容后另存为新的 .xlsx 再试；打不开就向提供者重新要一份"

// TestHostile tells, for every hostile workbook, what a user is told: the sentence
// it is refused with, or what is read and which problems are found. All sentences
// stand together in testdata/hostile.txt, mend left out; UPDATE=1 rewrites it.
func TestHostile(t *testing.T) {
	all := slices.Concat(hostileArchives(t), hostileFrames(), hostileStrings(), hostileSheets(), hostileValues())
	for _, d := range slices.Concat(sheetDamages(), otherDamages()) {
		all = append(all, hostile{"damage: " + d.name, pack(d.parts)})
	}
	var b strings.Builder
	seen := map[string]bool{}
	for _, h := range all {
		if seen[h.name] {
			t.Errorf("%s is there twice", h.name)
		}
		seen[h.name] = true
		fmt.Fprintf(&b, "%s\n    %s\n", h.name, strings.ReplaceAll(told(t, h), "\n", "\n    "))
	}
	const golden = "testdata/hostile.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, b.String(), string(want))
}

// told is what a user hears of a workbook. The same bytes are read twice.
func told(t *testing.T, h hostile) string {
	book, problems, err := Read("台账.xlsx", h.data, Limits{})
	if again, _, err2 := Read("台账.xlsx", h.data, Limits{}); fmt.Sprint(err) != fmt.Sprint(err2) || (again == nil) != (book == nil) {
		t.Errorf("%s: %v, then %v", h.name, err, err2)
	}
	if err != nil {
		var words interface{ Words() (string, string) }
		if !errors.As(err, &words) || book != nil || problems != nil {
			t.Fatalf("%s: %v", h.name, err)
		}
		what, next := words.Words()
		if errors.As(err, new(*DamagedError)) && next == mend {
			return what
		}
		return what + "\n" + next
	}
	lines := []string{shown(book)}
	for _, s := range book.Sheets {
		for _, row := range s.Rows {
			for _, c := range row {
				if c.Flaw != nil {
					problems = append(problems, *c.Flaw)
				}
			}
		}
	}
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s：%s [%s]\n%s", p.Pos, p.Message, p.Code, p.Hint))
	}
	return strings.Join(lines, "\n")
}

// shown is the first cells of each sheet.
func shown(book *grid.Book) string {
	var b strings.Builder
	b.WriteString("读到")
	for _, s := range book.Sheets {
		b.WriteString("「" + s.Name + "」")
		if s.Hidden {
			b.WriteString("（隐藏）")
		}
		if s.Other != "" {
			b.WriteString("（" + s.Other + "）")
		}
		n := 0
		for _, row := range s.Rows {
			for _, c := range row {
				if n++; c.Text != "" && n < 10 {
					fmt.Fprintf(&b, " %s=%q", c.Pos.Address(), brief(c.Text))
				}
			}
		}
	}
	return b.String()
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("line %d differs\ngot:  %s\nwant: %s", i+1, line(g, i), line(w, i))
		}
	}
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(no line)"
}

func brief(s string) string {
	r := []rune(s)
	return string(r[:min(20, len(r))])
}
