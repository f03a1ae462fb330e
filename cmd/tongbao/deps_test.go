package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which of our packages a package may import. A room that is not
// listed, or that is listed and empty, fails.
var rooms = table(`
cmd/tongbao          *

sources              sources/grid sources/problem sources/xlsx sources/census
sources/problem
sources/ledger       sources/problem
sources/grid         sources/problem
sources/xlsx         sources/grid sources/problem
sources/compound
sources/picture      sources/problem
sources/unlock       sources/compound
sources/census       sources/compound sources/grid sources/problem
sources/recognise    sources/grid sources/ledger sources/problem
sources/info         sources/grid sources/ledger sources/problem sources/yamlfile
sources/yamlfile
sources/check        sources/ledger sources/problem
sources/progress     sources/ledger sources/problem
sources/compare      sources/ledger
sources/merge        sources/compare sources/ledger sources/problem

fonts
report/gb9704
report/setup         report/gb9704 fonts
report/house         report/gb9704 report/setup fonts sources/problem sources/yamlfile
report/notice        sources/ledger sources/picture sources/problem
report/layout        report/notice report/gb9704 report/setup fonts sources/problem
report/docx          report/notice report/gb9704 report/setup report/layout report/internal/opc sources/picture sources/problem
report/pdf           report/notice report/layout report/setup report/gb9704 fonts sources/picture
report/template      report/docx report/gb9704 report/layout report/notice report/setup report/internal/opc sources/problem
report               report/notice report/layout report/setup report/docx report/pdf
report/workbook      sources/ledger sources/problem sources/compare sources/progress report/internal/opc
report/annotate      sources/problem report/internal/opc
report/safefile
report/internal/opc
report/internal/specimen  report/notice sources/ledger sources/picture sources/problem
`)

// modules pins others' packages to rooms or single files, the longest path
// first; one that is not listed fails.
var modules = table(`
github.com/spf13/cobra                    cmd/tongbao
github.com/spf13/pflag                    cmd/tongbao/errors.go
github.com/inconshreveable/mousetrap      cmd/tongbao/ui.go
golang.org/x/term                         cmd/tongbao/colour.go cmd/tongbao/password.go
golang.org/x/sys                          cmd/tongbao/colour_windows.go cmd/tongbao/system_windows.go
github.com/xuri/excelize/v2               sources/xlsx report/workbook
github.com/richardlehane/mscfb            sources/compound
github.com/goccy/go-yaml                  sources/yamlfile
github.com/goccy/go-yaml/ast              sources/info sources/yamlfile report/house
golang.org/x/text                         report/notice
golang.org/x/text/encoding                fonts
golang.org/x/text/width                   cmd/tongbao/textwidth.go
github.com/nguyenthenguyen/docx           report/docx
github.com/beevik/etree                   report/template
github.com/jung-kurt/gofpdf               report/pdf/paint.go
github.com/klauspost/compress             report/pdf report/internal/opc
`)

// calls pins single functions of the standard library.
var calls = table(`
archive/zip.NewWriter   report/internal/opc sources/xlsx/opener.go
time.Now                cmd/tongbao
os.Getenv               cmd/tongbao
`)

// TestImports parses the files itself: a test that asked the go command would
// be cached and stay green. Test files may import what they like.
func TestImports(t *testing.T) {
	seen := map[string]bool{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && strings.HasPrefix(d.Name(), ".") && file != "." {
			return fs.SkipDir // .ci holds modules of its own
		}
		if err != nil || d.IsDir() || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, file)
		if err != nil {
			return err
		}
		seen[path.Dir(file)] = true
		for _, fault := range judge(t, file, string(src)) {
			t.Error(fault)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range rooms {
		if !seen[room] {
			t.Errorf("%s is listed but holds no code", room)
		}
	}
}

// TestPolicyBites keeps the policy from passing everything.
func TestPolicyBites(t *testing.T) {
	for _, c := range []struct{ file, src string }{
		{"report/docx/x.go", `package docx; import _ "tongbao/report/pdf"`},
		{"report/pdf/x.go", `package pdf; import _ "tongbao/report/docx"`},
		{"sources/check/x.go", `package check; import _ "tongbao/fonts"`},
		{"report/safefile/x.go", `package safefile; import _ "tongbao/report/notice"`},
		{"report/pdf/x.go", `package pdf; import _ "github.com/jung-kurt/gofpdf"`},
		{"sources/grid/x.go", `package grid; import _ "github.com/xuri/excelize/v2"`},
		{"report/docx/x.go", `package docx; import _ "github.com/xuri/excelize/v2"`},
		{"report/workbook/x.go", `package workbook; import _ "tongbao/sources/check"`},
		{"sources/grid/x.go", `package grid; import _ "example.com/unknown"`},
		{"report/docx/x.go", `package docx; import "archive/zip"; var _ = zip.NewWriter`},
		{"report/pdf/x.go", `package pdf; import "time"; var _ = time.Now`},
		{"report/newroom/x.go", `package newroom`},
	} {
		if len(judge(t, c.file, c.src)) != 1 {
			t.Errorf("%s passes: %s", c.file, c.src)
		}
	}
}

// judge returns what the policy has against a file.
func judge(t *testing.T, file, src string) (faults []string) {
	f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	room := path.Dir(file)
	inside := func(places []string) bool { return slices.Contains(places, room) || slices.Contains(places, file) }
	may, known := rooms[room]
	if !known {
		faults = append(faults, room+" is not in the policy")
	}
	for _, spec := range f.Imports {
		imp, _ := strconv.Unquote(spec.Path.Value)
		ours, isOurs := strings.CutPrefix(imp, "tongbao/")
		first, _, _ := strings.Cut(imp, "/")
		switch {
		case isOurs && !slices.Contains(may, "*") && !slices.Contains(may, ours):
			faults = append(faults, fmt.Sprintf("%s may not import %s", file, ours))
		case strings.Contains(first, ".") && !inside(pin(imp)):
			faults = append(faults, fmt.Sprintf("%s may not import %s; allowed: %q", file, imp, pin(imp)))
		}
		for call, places := range calls {
			if name, ok := strings.CutPrefix(call, imp+"."); ok && !inside(places) && uses(f, path.Base(imp), name) {
				faults = append(faults, fmt.Sprintf("%s may not call %s", file, call))
			}
		}
	}
	return faults
}

// pin returns the places of the longest listed path that imp is or lies under.
func pin(imp string) []string {
	for ; imp != "."; imp = path.Dir(imp) {
		if places, ok := modules[imp]; ok {
			return places
		}
	}
	return nil
}

func uses(f *ast.File, pkg, name string) (found bool) {
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == name {
			x, ok := s.X.(*ast.Ident)
			found = found || ok && x.Name == pkg
		}
		return true
	})
	return found
}

// table reads lines of a key and what belongs to it.
func table(text string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(text) {
		if f := strings.Fields(line); len(f) > 0 {
			out[f[0]] = f[1:]
		}
	}
	return out
}
