package annotate

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/report/workbook"
	"tongbao/sources/check"
	"tongbao/sources/problem"
)

const file = "台账.xlsx"

// A sample is a workbook and what is to be marked in it.
type sample struct {
	name  string
	data  []byte
	items []Item
}

// at is an item; row or col may be 0.
func at(severity problem.Severity, sheet string, row, col int) Item {
	e := problem.Entry{Code: "L101", Severity: severity, Title: "必填的栏目没有填写"}
	if severity == problem.Warning {
		e.Code = "L103"
	}
	return Item{Problem: e.At(problem.Pos{File: file, Sheet: sheet, Row: row, Col: col}, "「整改情况」没有填写", "填上这一条的整改情况"),
		Title: e.Title, Offices: []string{"办公室"}}
}

// samples is one workbook of each kind that there is.
func samples(t testing.TB) []sample {
	real := readFixture(t)
	return []sample{
		{"real", real, []Item{
			at(problem.Error, "整改台账", 12, 5), at(problem.Warning, "整改台账", 12, 5), at(problem.Error, "整改台账", 9, 11), // K9 has a note
			at(problem.Error, "整改台账", 4, 2),                                     // heads a merged range
			at(problem.Warning, "整改台账", 5, 0), at(problem.Error, "整改台账", 46, 0), // a row; a row without values
			at(problem.Warning, "通报正文", 3, 2), at(problem.Error, "选项", 1, 1), at(problem.Error, "整改台账", 0, 0), at(problem.Error, "", 0, 0),
			{Problem: problem.Problem{Code: "L504", Severity: problem.Error, Pos: problem.Pos{File: "说明.yaml", Row: 7}, Message: "写法不对"}},
		}},
		{"template", template(t), []Item{at(problem.Error, "整改台账", 4, 6), at(problem.Error, "整改台账", 3, 1), at(problem.Warning, "基本信息", 4, 2)}},
		{"excelize", excelizeBook(t), []Item{at(problem.Error, "甲", 2, 2), at(problem.Warning, "甲", 3, 2), at(problem.Error, "甲", 3, 0)}},
		{"strict", handmade(strict, "x:"), handmadeItems()},
		{"prefixed", handmade(transitional, "s:"), handmadeItems()},
		{"plain", handmade(transitional, ""), handmadeItems()},
		{"bare", bare(), []Item{at(problem.Error, "表", 1, 1), at(problem.Warning, "表", 2, 0)}},
		{"nothing wrong", real, nil},
	}
}

func readFixture(t testing.TB) []byte {
	t.Helper()
	found, err := filepath.Glob("../../testdata/*.xlsx")
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func template(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, workbook.Template{Required: check.DefaultRequirements(), Example: true}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// excelizeBook has notes, validation and a conditional format that excelize wrote.
func excelizeBook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "甲"))
	for _, cell := range []string{"A1", "B2", "B3", "D3"} {
		must(f.SetCellValue("甲", cell, "值"))
	}
	must(f.AddComment("甲", excelize.Comment{Cell: "B2", Author: "办公室", Text: "请核对"}))
	fill, err := f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Color: []string{"00FF00"}, Pattern: 1}})
	must(err)
	must(f.SetConditionalFormat("甲", "A1:D9", []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "1=1", Format: &fill, StopIfTrue: true}}))
	must(f.ProtectSheet("甲", &excelize.SheetProtectionOptions{Password: "x"}))
	b, err := f.WriteToBuffer()
	must(err)
	return b.Bytes()
}

// pack makes a package of names and contents. A name that begins with = is stored,
// not packed.
func pack(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		name, stored := strings.CutPrefix(parts[i], "=")
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, Comment: "附注"}
		if stored {
			h.Method = zip.Store
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.SetComment("整包的附注"); err != nil {
		panic(err)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// An entry is what a package holds under a name.
type packed struct {
	name      string
	raw, data string
	method    uint16
}

// entries is what a package holds, in its order.
func entries(t testing.TB, data []byte) []packed {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out []packed
	for _, f := range z.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		c, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(c)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, packed{f.Name, string(raw), string(content), f.Method})
	}
	return out
}

// contents is the parts of a package by name.
func contents(t testing.TB, data []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, e := range entries(t, data) {
		out[e.name] = e.data
	}
	return out
}

func mustAnnotate(t testing.TB, data []byte, items []Item) *Result {
	t.Helper()
	r, err := Annotate(data, file, items)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
