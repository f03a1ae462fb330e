package notice_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tongbao/report/notice"
	"tongbao/sources/grid"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/picture"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// Each testdata/build/*.txtar holds a ledger and all that is built from it.
// UPDATE=1 rewrites what is expected.
func TestBuild(t *testing.T) {
	files, err := filepath.Glob("testdata/build/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { buildCase(t, file) })
	}
}

func buildCase(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for i := range a.Files {
		f := &a.Files[i]
		switch f.Name {
		case "ledger":
			got = build(string(f.Data), strings.Contains(string(a.Comment), "raw"), strings.Contains(string(a.Comment), "印章"))
		default:
			want := string(f.Data)
			f.Data = []byte(got[f.Name])
			if os.Getenv("UPDATE") == "" && got[f.Name] != want {
				t.Errorf("%s:\n%swant:\n%s", f.Name, got[f.Name], want)
			}
		}
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func build(text string, raw, seal bool) map[string]string {
	book := grid.Parse("台账.xlsx", text)
	var in ledger.Info
	info.FromBook(&in, book)
	l, _ := recognise.Ledger(book, &in)
	o := notice.Options{Raw: raw}
	if seal {
		o.Seal = &picture.Picture{Format: picture.PNG, Columns: 240, Rows: 240, Transparent: true}
	}
	doc, changes, problems := notice.Build(l, o)
	return map[string]string{"notice": notice.Dump(doc), "changes": changeLines(changes), "problems": problemLines(problems)}
}

func changeLines(list []ledger.Change) string {
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s%s %q %q\n", c.Pos.Sheet, c.Pos.Address(), c.Before, c.After)
	}
	return b.String()
}

func problemLines(list problem.List) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}
