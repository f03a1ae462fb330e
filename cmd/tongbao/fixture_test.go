package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What goes wrong with the real workbook is told at its place; nothing is written.
func TestRealWorkbookSpoiled(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*testing.T, []byte) []byte
		code  int
		want  []string
	}{
		{"a required cell is empty", setCell("整改台账", "E12", nil), exitData,
			[]string{"台账.xlsx「整改台账」E12：「整改情况（拟公开）」没有填写 [L101]", "tongbao explain L101"}},
		{"a character no font has", setCell("整改台账", "D13", "学习\U00017000不足。"), exitData,
			[]string{"台账.xlsx「整改台账」D13：", "U+17000", "[F101]"}},
		{"a character for private use", setCell("整改台账", "D13", "学习\uE000不足。"), exitData,
			[]string{"台账.xlsx「整改台账」D13：", "U+E000", "[F101]"}},
		{"a completed finding without a date", setCell("整改台账", "K4", nil), exitData,
			[]string{"台账.xlsx「整改台账」K4：", "[L102]"}},
		{"a number twice", setCell("整改台账", "C5", 1), exitData, []string{"台账.xlsx「整改台账」C5：", "[L431]"}},
		{"an impossible date", setCell("整改台账", "K4", "2023年2月30日"), exitData, []string{"台账.xlsx「整改台账」K4：", "[L201]"}},
		{"no signature", setCell("通报正文", "B18", nil), exitData, []string{"台账.xlsx「通报正文」B18：", "[L520]"}},
		{"a sheet cut short", cutPart("xl/worksheets/sheet1.xml"), exitFiles, []string{"台账.xlsx：工作簿已损坏", "sheet1.xml"}},
		{"shared strings cut short", cutPart("xl/sharedStrings.xml"), exitFiles, []string{"台账.xlsx：工作簿已损坏", "sharedStrings.xml"}},
		{"the file cut short", func(_ *testing.T, b []byte) []byte { return b[:len(b)*2/3] }, exitFiles, []string{"台账.xlsx：工作簿已损坏"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := os.ReadFile(fixture)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			if err := os.WriteFile("台账.xlsx", c.spoil(t, data), 0o644); err != nil {
				t.Fatal(err)
			}
			var stdout, stderr bytes.Buffer
			code := run([]string{"make", "台账.xlsx", "-o", "out"}, nil, &stdout, &stderr)
			if code != c.code || stdout.Len() > 0 {
				t.Errorf("exit %d, want %d; stdout %q", code, c.code, stdout.String())
			}
			for _, want := range c.want {
				if !strings.Contains(stderr.String(), want) {
					t.Errorf("%q is not in\n%s", want, stderr.String())
				}
			}
			if left, _ := filepath.Glob("*"); len(left) != 1 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// setCell gives a cell of the workbook another value.
func setCell(sheet, cell string, value any) func(*testing.T, []byte) []byte {
	return func(t *testing.T, data []byte) []byte {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := f.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
}

// cutPart leaves two thirds of one part, in a package that is whole otherwise.
func cutPart(name string) func(*testing.T, []byte) []byte {
	return func(t *testing.T, data []byte) []byte {
		in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		out := zip.NewWriter(&b)
		for _, f := range in.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if f.Name == name {
				part = part[:len(part)*2/3]
			}
			w, err := out.Create(f.Name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(part); err != nil {
				t.Fatal(err)
			}
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
}

// A panic in one ledger is told, and the others go on.
func TestGuard(t *testing.T) {
	err := guard(func() error { panic("kaputt") })
	message, code := translate(err)
	if code != exitBug || !strings.Contains(message, "kaputt") || !strings.Contains(message, "fixture_test.go") {
		t.Errorf("exit %d, %s", code, message)
	}
}

func TestColour(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want bool
	}{
		{nil, true}, {map[string]string{"NO_COLOR": "1"}, false}, {map[string]string{"TERM": "dumb"}, false},
		{map[string]string{"NO_COLOR": "", "TERM": "xterm"}, true},
	} {
		if got := wantsColour(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%v: %v", c.env, got)
		}
	}
	u := ui{colour: true}
	if got := u.paint(red, "错"); got != "\x1b[31m错\x1b[0m" {
		t.Errorf("%q", got)
	}
}

// README shows every verb as the table has it.
func TestReadmeHasVerbs(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verbs() {
		if !bytes.Contains(readme, []byte("`tongbao "+v.use+"`")) {
			t.Errorf("README lacks tongbao %s", v.use)
		}
	}
}
