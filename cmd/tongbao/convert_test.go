package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/sources"
	"tongbao/sources/grid"
)

// needOffice skips a test without LibreOffice; where it must be, that fails.
func needOffice(t *testing.T) string {
	t.Helper()
	office, err := findOffice("")
	switch {
	case err != nil:
		t.Fatal(err)
	case office == "" && os.Getenv("CI") == "true":
		t.Fatal("LibreOffice is missing")
	case office == "":
		t.Skip("LibreOffice is not installed")
	}
	return office
}

// stored is a workbook as LibreOffice stores it in another format. It is called
// 台账.xlsx again, so that positions are the same.
func stored(t *testing.T, office, workbook, format, filter string) string {
	t.Helper()
	folder := t.TempDir()
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(folder)+"/profile", "--headless",
		"--convert-to", format+":"+filter, "--outdir", folder, workbook).CombinedOutput()
	made, _ := filepath.Glob(filepath.Join(folder, "*."+format))
	if err != nil || len(made) != 1 {
		t.Fatalf("%v\n%s", err, out)
	}
	path := filepath.Join(folder, "台账.xlsx")
	if err := os.Rename(made[0], path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestOldFormats: of the real workbook in another format every cell, finding and
// problem is the same as of the .xlsx, which another test holds against
// testdata/expected.json.
func TestOldFormats(t *testing.T) {
	office := needOffice(t)
	t.Setenv(officeVariable, "")
	data, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	original := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := os.WriteFile(original, data, 0o666); err != nil {
		t.Fatal(err)
	}
	l := &loader{ui: newUI(nil, new(bytes.Buffer), new(bytes.Buffer))}
	want, err := l.load(t.Context(), original)
	if err != nil || len(want.ledger.Findings) != 40 {
		t.Fatal(err)
	}
	for _, f := range []struct{ format, filter string }{{"xls", "MS Excel 97"}, {"ods", "calc8"}} {
		got, err := l.load(t.Context(), stored(t, office, original, f.format, f.filter))
		if err != nil || !got.converted {
			t.Fatal(f.format, got.converted, err)
		}
		differences(t, f.format, want.book, got.book)
		if !reflect.DeepEqual(got.ledger, want.ledger) || !reflect.DeepEqual(got.problems, want.problems) {
			t.Errorf("%s: another ledger", f.format)
		}
	}
}

// TestOldFormatsKeep: what staff do to cells comes over.
func TestOldFormatsKeep(t *testing.T) {
	office := needOffice(t)
	t.Setenv(officeVariable, "")
	plain := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := marked(t).SaveAs(plain); err != nil {
		t.Fatal(err)
	}
	original := stored(t, office, plain, "xlsx", "Calc MS Excel 2007 XML") // with the results of formulas
	l := &loader{ui: newUI(nil, new(bytes.Buffer), new(bytes.Buffer))}
	want, err := l.open(t.Context(), original)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct{ format, filter string }{{"xls", "MS Excel 97"}, {"ods", "calc8"}} {
		got, err := l.open(t.Context(), stored(t, office, original, f.format, f.filter))
		if err != nil {
			t.Fatal(f.format, err)
		}
		differences(t, f.format, want.book, got.book)
		if !reflect.DeepEqual(got.problems, want.problems) {
			t.Errorf("%s: problems %v, want %v", f.format, got.problems, want.problems)
		}
	}
}

// marked has struck-out, hidden, merged and dated cells.
func marked(t *testing.T) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	style := func(s *excelize.Style) int {
		id, err := f.NewStyle(s)
		must(err)
		return id
	}
	format := func(code string) int { return style(&excelize.Style{CustomNumFmt: &code}) }
	for i, v := range []any{"001", "430204199001011234", "一\n二", "　全角　", "零\u200b宽", "1.10", "𠮷野", "a&b<c>", true, 0.1 + 0.2, "#REF!", "2023-06"} {
		must(f.SetCellValue("Sheet1", fmt.Sprintf("A%d", i+1), v))
	}
	for i, code := range []string{`yyyy"年"m"月"d"日"`, "yyyy/m/d", `yyyy"年"m"月"`, `[$-804]yyyy"年"m"月"d"日"`, "yyyy-mm-dd hh:mm", `m"月"d"日"`, `0"项"`, "0%", "@", "000", "m/d/yyyy"} {
		at := fmt.Sprintf("B%d", i+1)
		must(f.SetCellValue("Sheet1", at, 45107))
		must(f.SetCellStyle("Sheet1", at, at, format(code)))
	}
	for id, at := range map[int]string{14: "C1", 15: "C2", 22: "C3", 31: "C4", 57: "C5", 58: "C6"} { // built-in formats, some of them Chinese
		must(f.SetCellValue("Sheet1", at, 45107))
		must(f.SetCellStyle("Sheet1", at, at, style(&excelize.Style{NumFmt: id})))
	}
	struck := style(&excelize.Style{Font: &excelize.Font{Strike: true}})
	must(f.SetCellValue("Sheet1", "D1", "删"))
	must(f.SetCellStyle("Sheet1", "D1", "D1", struck))
	must(f.SetCellRichText("Sheet1", "D2", []excelize.RichTextRun{{Text: "删去", Font: &excelize.Font{Strike: true}}, {Text: "留下"}}))
	must(f.SetCellValue("Sheet1", "D4", "藏行"))
	must(f.SetRowVisible("Sheet1", 4, false))
	must(f.SetCellValue("Sheet1", "H5", "藏列"))
	must(f.SetColVisible("Sheet1", "H", false))
	must(f.SetCellValue("Sheet1", "E1", "合并"))
	must(f.MergeCell("Sheet1", "E1", "F3"))
	must(f.SetCellFormula("Sheet1", "D7", `SUM(B1:B2)`))
	must(f.SetCellFormula("Sheet1", "D8", `1/0`))
	must(f.SetCellValue("Sheet1", "D300", "远处"))
	for _, name := range []string{"藏表", "空表"} {
		_, err := f.NewSheet(name)
		must(err)
	}
	must(f.SetCellValue("藏表", "A1", "选项"))
	must(f.SetSheetVisible("藏表", false))
	return f
}

// differences compares two books cell by cell.
func differences(t *testing.T, format string, want, got *grid.Book) {
	t.Helper()
	if len(got.Sheets) != len(want.Sheets) {
		t.Fatalf("%s: %d sheets", format, len(got.Sheets))
	}
	for i, w := range want.Sheets {
		g := got.Sheets[i]
		if g.Name != w.Name || g.Hidden != w.Hidden {
			t.Errorf("%s: sheet %s %v, want %s %v", format, g.Name, g.Hidden, w.Name, w.Hidden)
		}
		for row := 1; row <= max(len(w.Rows), len(g.Rows)); row++ {
			for col := 1; col <= 30; col++ {
				a, b := w.At("台账.xlsx", row, col), g.At("台账.xlsx", row, col)
				if !reflect.DeepEqual(a, b) {
					t.Errorf("%s: %s\n got %+v\nwant %+v", format, a.Pos, b, a)
				}
			}
		}
	}
}

// TestOffice: an environment variable that names no program is an error, and off
// is none.
func TestOffice(t *testing.T) {
	for chosen, want := range map[string]string{noOffice: "", os.Args[0]: os.Args[0]} {
		if got, err := findOffice(chosen); got != want || err != nil {
			t.Error(chosen, got, err)
		}
	}
	if _, err := findOffice(filepath.Join(t.TempDir(), "soffice")); err == nil {
		t.Error("taken")
	}
	for _, k := range []sources.Kind{sources.HTML, sources.Text, sources.XML2003, sources.Binary, sources.Encrypted, sources.Unknown, ""} {
		if k.IsConvertible() {
			t.Error(k)
		}
	}
}
