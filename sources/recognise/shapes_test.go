package recognise_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// Each testdata/shapes/*.txtar is one shape that ledgers come in: the workbook, as
// in [TestGolden], and all that is read of it, a field a line with its cell, so
// that the one can be held against the other by eye. UPDATE=1 rewrites the latter.
func TestShapes(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no shapes: ", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { shape(t, file) })
	}
}

func shape(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Comment) == 0 || content(a, "book") == "" {
		t.Fatal("want words on the shape, and a book")
	}
	got := report(readBook(t, content(a, "book")))
	if os.Getenv("UPDATE") != "" {
		a.Files = []txtar.File{{Name: "book", Data: []byte(content(a, "book"))}, {Name: "read", Data: []byte(got)}}
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := content(a, "read"); got != want {
		t.Errorf("read:\n%swant:\n%s", got, want)
	}
}

// report is what is recognised in b, in lines that say one thing each.
func report(b *grid.Book, in *ledger.Info) string {
	l, problems := recognise.Ledger(b, in)
	var out strings.Builder
	for _, c := range []ledger.Cell{l.Info.LedgerTitle, l.Info.FilledBy, l.Info.FilledOn.Cell} {
		if c.Text != "" {
			fmt.Fprintf(&out, "表头上面 %s %s\n", c.Pos.Address(), c.Text)
		}
	}
	for _, t := range l.Tables {
		fmt.Fprintf(&out, "「%s」表头第%d—%d行\n", t.Sheet, t.HeaderRows[0], t.HeaderRows[1])
		for _, field := range ledger.Fields() {
			if heading := t.Headings[field]; heading != "" && heading != string(field) {
				fmt.Fprintf(&out, "  「%s」是%s\n", heading, field)
			}
		}
	}
	for i := range l.Findings {
		reportFinding(&out, &l.Findings[i])
	}
	for _, s := range l.Heads {
		fmt.Fprintf(&out, "读作标题 %s：%s\n", short(s.Pos), s.Reason)
	}
	for _, s := range l.Skipped {
		s.Pos.File = ""
		fmt.Fprintf(&out, "略过 %s：%s\n", s.Place(), s.Reason)
	}
	for _, p := range problems {
		p.Pos.File = ""
		fmt.Fprintf(&out, "%s %s\n", p.Severity, p)
	}
	return out.String()
}

func reportFinding(out *strings.Builder, f *ledger.Finding) {
	fmt.Fprintf(out, "问题 「%s」第%d行\n", f.Pos.Sheet, f.Pos.Row)
	typed := map[ledger.Field]string{
		ledger.FieldGroup: f.Group.Typed, ledger.FieldProblem: f.Problem.Typed, ledger.FieldText: f.Text.Typed,
	}
	for _, field := range ledger.Fields() {
		if c := f.Cell(field); typed[field]+c.Text != "" {
			reportCell(out, field, *c, typed[field], f.Pos.Sheet, &f.Measure)
		}
	}
	for i := range f.Further {
		m := &f.Further[i]
		fmt.Fprintf(out, "  同一条的第%d行\n", m.Pos.Row)
		for _, field := range ledger.Fields() {
			if c := m.Cell(field); c != nil && c.Text != "" {
				reportCell(out, field, *c, "", f.Pos.Sheet, m)
			}
		}
	}
}

// reportCell is one value: its field, where it stands, what is written, and what
// that means.
func reportCell(out *strings.Builder, field ledger.Field, c ledger.Cell, typed, sheet string, m *ledger.Measure) {
	at := c.Pos.Address()
	if c.Pos.Sheet != sheet || at == "" {
		at = "「" + c.Pos.Sheet + "」" + at
	}
	if typed != "" {
		typed = "[" + typed + "]"
	}
	fmt.Fprintf(out, "  %s %s %s%s%s\n", field, at, typed, strings.ReplaceAll(c.Text, "\n", "⏎"), meaning(field, m))
}

func meaning(field ledger.Field, m *ledger.Measure) string {
	switch field {
	case ledger.FieldStatus:
		return " = " + m.Status.State.String()
	case ledger.FieldStarted:
		return " = " + m.Started.ISO()
	case ledger.FieldCompleted:
		return " = " + m.Completed.ISO()
	case ledger.FieldAcceptedOn:
		return " = " + m.AcceptedOn.ISO()
	case ledger.FieldDeadline:
		kinds := []string{"", "日期", "立行立改", "长期坚持", "兼有", "期限", "看不懂"}
		if m.Deadline.Date.IsZero() {
			return " = " + kinds[m.Deadline.Kind]
		}
		return " = " + kinds[m.Deadline.Kind] + " " + m.Deadline.Date.Format("2006-01-02")
	}
	return ""
}

// short is a place without its file.
func short(at problem.Pos) string {
	at.File = ""
	return at.String()
}
