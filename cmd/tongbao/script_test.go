package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"tongbao": main}) }

// The scripts are the spec of the command line. `xlsx FROM TO` builds a workbook
// from grid text; `lock FROM TO PASSWORD` gives one a password; `font FACE TO` makes a font file; `seal TO SIDE` a picture. UPDATE=1 rewrites
// the expected files.
func TestScript(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("TESTDATA", testdata)
			e.Setenv("OLD", filepath.Join(testdata, "../sources/census/testdata"))
			e.Setenv(officeVariable, noOffice) // what this machine has must not matter
			e.Setenv(fontsVariable, e.WorkDir+"/installed")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"xlsx":     buildWorkbook,
			"lock":     lockWorkbook,
			"edit":     editWorkbook,
			"day":      setDay,
			"status":   status,
			"font":     makeFont,
			"seal":     makeSeal,
			"template": makeTemplate,
			"words":    docxText,
		},
	})
}

// buildWorkbook is the command xlsx FROM TO [CATEGORY]; with a category it is a
// report of ours.
func buildWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	f := excelize.NewFile()
	for _, s := range grid.Parse("", ts.ReadFile(args[0])).Sheets {
		_, err := f.NewSheet(s.Name)
		ts.Check(err)
		for _, row := range s.Rows {
			for _, c := range row {
				at, err := excelize.CoordinatesToCellName(c.Pos.Col, c.Pos.Row)
				ts.Check(err)
				ts.Check(f.SetCellValue(s.Name, at, c.Text))
			}
		}
	}
	ts.Check(f.DeleteSheet("Sheet1"))
	if len(args) > 2 {
		ts.Check(f.SetDocProps(&excelize.DocProperties{Creator: "Tongbao", Category: args[2]}))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}

// lockWorkbook is the command lock FROM TO PASSWORD.
func lockWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	data, err := excelize.Encrypt([]byte(ts.ReadFile(args[0])), &excelize.Options{Password: args[2]})
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o666))
}

// editWorkbook is the command edit FILE SHEET CELL TEXT; =… is a formula that was
// never computed.
func editWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	if formula, ok := strings.CutPrefix(args[3], "="); ok {
		ts.Check(f.SetCellValue(args[1], args[2], nil))
		ts.Check(f.SetCellFormula(args[1], args[2], formula))
	} else {
		ts.Check(f.SetCellValue(args[1], args[2], args[3]))
	}
	ts.Check(f.Save())
}

// setDay is the command day FILE SHEET CELL DAY FORMAT: a real date in that number
// format.
func setDay(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	day, err := time.Parse(time.DateOnly, args[3])
	ts.Check(err)
	ts.Check(f.SetCellValue(args[1], args[2], day))
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &args[4]})
	ts.Check(err)
	ts.Check(f.SetCellStyle(args[1], args[2], args[2], style))
	ts.Check(f.Save())
}

// status is the command status CODE ARGS...: tongbao must end with CODE.
func status(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec("tongbao", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit %s, want %s", got, args[0])
	}
}

// Codes are unique, explained, and of a known range.
func TestRegistry(t *testing.T) {
	seen := map[problem.Code]bool{}
	for _, e := range registry() {
		if seen[e.Code] || e.Title == "" || e.Why == "" {
			t.Errorf("%s is there twice or not explained", e.Code)
		}
		if len(e.Code) != 4 || !strings.ContainsRune("LPFSA", rune(e.Code[0])) {
			t.Errorf("%s is not a code", e.Code)
		}
		seen[e.Code] = true
	}
}
