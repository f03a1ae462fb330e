package recognise_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tongbao/sources/grid"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// Each testdata/*.txtar holds workbooks and what is recognised in each: a file
// whose name ends in .book, as grid.Parse reads it, with lines "! word sheet
// range" that merge, hide, strike or spoil cells, or map a heading; and one
// ending in .got. UPDATE=1 rewrites the latter.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples: ", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []txtar.File
	for _, f := range a.Files {
		name, isBook := strings.CutSuffix(f.Name, ".book")
		if !isBook {
			continue
		}
		got := dump(readBook(t, string(f.Data)))
		if want := content(a, name+".got"); got != want && os.Getenv("UPDATE") == "" {
			t.Errorf("%s:\n%swant:\n%s", name, got, want)
		}
		out = append(out, f, txtar.File{Name: name + ".got", Data: []byte(got)})
	}
	if os.Getenv("UPDATE") != "" {
		a.Files = out
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func content(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// readBook makes the book of an example and the columns it names.
func readBook(t *testing.T, text string) (*grid.Book, *ledger.Info) {
	var lines, orders []string
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if order, ok := strings.CutPrefix(line, "! "); ok {
			orders = append(orders, order)
			continue
		}
		lines = append(lines, line)
	}
	b, in := grid.Parse("台账.xlsx", strings.Join(lines, "\n")), &ledger.Info{}
	for i := range b.Sheets {
		for _, row := range b.Sheets[i].Rows {
			for j := range row {
				row[j].Text = strings.ReplaceAll(row[j].Text, `\n`, "\n")
			}
		}
	}
	info.FromBook(in, b)
	for _, order := range orders {
		w := strings.Fields(order)
		if w[0] == "column" {
			c := ledger.Cell{Text: w[1]}
			c.Pos.File, c.Pos.Row = "要素.yaml", 1+len(in.Columns)
			in.Columns = append(in.Columns, ledger.ColumnName{Heading: c, Field: ledger.Field(w[2])})
			continue
		}
		obey(t, b, w)
	}
	return b, in
}

// obey does what one "!" line says.
func obey(t *testing.T, b *grid.Book, w []string) {
	s := b.Sheet(w[1])
	if s == nil {
		t.Fatal("no sheet ", w[1])
	}
	if w[0] == "hide" && len(w) == 2 {
		s.Hidden = true
		return
	}
	r := block(t, w[2])
	first := s.Rows[r.Row1-1][r.Col1-1]
	first.Merge = r
	for row := r.Row1; row <= r.Row2; row++ {
		for col := r.Col1; col <= r.Col2; col++ {
			for len(s.Rows[row-1]) < col {
				s.Rows[row-1] = append(s.Rows[row-1], s.At(b.File, row, len(s.Rows[row-1])+1))
			}
			switch c := &s.Rows[row-1][col-1]; w[0] {
			case "merge":
				*c = first
			case "hide":
				c.Hidden = true
			case "strike":
				c.Struck = true
			case "fault":
				c.Kind, c.Text = grid.Fault, "#REF!"
			case "number":
				c.Kind = grid.Number
			case "flaw":
				c.Kind, c.Text, c.Flaw = grid.Fault, "", &problem.Problem{Code: "L450", Severity: problem.Error, Pos: c.Pos, Message: "公式没有计算结果"}
			default:
				t.Fatal("unknown order ", w[0])
			}
		}
	}
}

// block reads A4:B6.
func block(t *testing.T, s string) grid.Range {
	from, to, ok := strings.Cut(s, ":")
	if !ok {
		to = from
	}
	at := func(s string) (row, col int) {
		row, err := strconv.Atoi(s[1:])
		if err != nil {
			t.Fatal(err)
		}
		return row, int(s[0]-'A') + 1
	}
	r := grid.Range{}
	r.Row1, r.Col1 = at(from)
	r.Row2, r.Col2 = at(to)
	return r
}

// dump is what is recognised, a line for each thing.
func dump(b *grid.Book, in *ledger.Info) string {
	l, problems := recognise.Ledger(b, in)
	var out strings.Builder
	for _, c := range []ledger.Cell{l.Info.LedgerTitle, l.Info.FilledBy, l.Info.FilledOn.Cell} {
		if c.Text != "" {
			fmt.Fprintf(&out, "above %s %s\n", c.Pos.Address(), c.Text)
		}
	}
	for _, table := range l.Tables {
		fmt.Fprintf(&out, "table %s %d-%d", table.Sheet, table.HeaderRows[0], table.HeaderRows[1])
		for _, field := range ledger.Fields() {
			if col := table.Columns[field]; col > 0 {
				fmt.Fprintf(&out, " %s=%d「%s」", field, col, table.Headings[field])
			}
		}
		out.WriteString("\n")
	}
	for i := range l.Findings {
		out.WriteString(findingLine(&l.Findings[i]))
	}
	for _, s := range l.Heads {
		fmt.Fprintf(&out, "head %s: %s\n", s.Pos, s.Reason)
	}
	for _, s := range l.Skipped {
		fmt.Fprintf(&out, "skipped %s: %s\n", s.Place(), s.Reason)
	}
	for _, p := range problems {
		fmt.Fprintf(&out, "%s %s\n", p.Severity, p)
	}
	return out.String()
}

func findingLine(f *ledger.Finding) string {
	out := fmt.Sprintf("finding %s%d", f.Pos.Sheet, f.Pos.Row)
	typed := map[ledger.Field]string{
		ledger.FieldGroup: f.Group.Typed, ledger.FieldProblem: f.Problem.Typed, ledger.FieldText: f.Text.Typed,
	}
	for _, field := range ledger.Fields() {
		c := f.Cell(field)
		if c.Text == "" && typed[field] == "" {
			continue
		}
		at := ""
		if c.Pos.Row != f.Pos.Row {
			at = "@" + c.Pos.Address()
		}
		out += fmt.Sprintf(" %s=%s%q%s", field, typed[field], c.Text, at)
	}
	for i := range f.Further {
		out += furtherLine(&f.Further[i])
	}
	return out + "\n"
}

func furtherLine(m *ledger.Measure) string {
	out := fmt.Sprintf("\n    row %d", m.Pos.Row)
	for _, field := range ledger.Fields() {
		c := m.Cell(field)
		if c == nil || c.Text == "" {
			continue
		}
		at := ""
		if c.Pos.Row != m.Pos.Row {
			at = "@" + c.Pos.Address()
		}
		out += fmt.Sprintf(" %s=%q%s", field, c.Text, at)
	}
	return out
}

// Every problem has an example.
func TestEveryCodeHasAnExample(t *testing.T) {
	text, err := os.ReadFile("testdata/errors.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range recognise.Codes() {
		if !strings.Contains(string(text), "["+string(e.Code)+"]") || e.Title == "" || e.Why == "" {
			t.Errorf("%s has no example or no words", e.Code)
		}
	}
}
