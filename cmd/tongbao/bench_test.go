package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/fonts"
	"tongbao/report"
	"tongbao/report/setup"
	"tongbao/sources/ledger"
)

const fixture = "../../testdata/天元区文旅广体局巡察整改台账.xlsx"

// BenchmarkMake is workbook to both files in a process at work.
func BenchmarkMake(b *testing.B) {
	collectLess()
	for _, times := range []int{1, 10, 100} {
		file := enlarged(b, times)
		b.Run(strconv.Itoa(40*times), func(b *testing.B) {
			b.ReportAllocs()
			s := setup.Standard(fonts.Embedded())
			for b.Loop() {
				made(b, file, s)
			}
		})
	}
}

func made(b *testing.B, file string, s *setup.Setup) {
	d := &draft{file: file}
	d.prepare(b.Context(), &loader{}, s)
	if err := d.failure(); err != nil {
		b.Fatal(err)
	}
	for _, f := range report.Formats() {
		var out bytes.Buffer
		if err := f.Write(&out, d.doc, d.pages, s); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len()), f.Name+"-bytes")
	}
}

// BenchmarkCold is a whole process, files saved.
func BenchmarkCold(b *testing.B) {
	program := filepath.Join(b.TempDir(), "tongbao")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, times := range []int{1, 10, 100} {
		file := enlarged(b, times)
		b.Run(strconv.Itoa(40*times), func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.Command(program, "make", "-q", "--force", file).CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}

// BenchmarkStatus is 100 ledgers of 40 findings, from their files to the saved
// report on all of them.
func BenchmarkStatus(b *testing.B) {
	collectLess()
	data, err := os.ReadFile(fixture)
	if err != nil {
		b.Fatal(err)
	}
	folder := b.TempDir()
	for i := range 100 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("台账%03d.xlsx", i)), data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	out := filepath.Join(b.TempDir(), "进度.xlsx")
	b.ReportAllocs()
	for b.Loop() {
		if code := run([]string{"status", folder, "--today", "2026-06-30", "-o", out, "--force", "-q"}, nil, io.Discard, io.Discard); code != exitOK {
			b.Fatal(code)
		}
	}
	if stat, err := os.Stat(out); err == nil {
		b.ReportMetric(float64(stat.Size()), "xlsx-bytes")
	}
}

// enlarged is a workbook with the real one's findings so many times.
func enlarged(b *testing.B, times int) string {
	source, err := (&loader{}).load(b.Context(), fixture)
	if err != nil || source.problems.Err() != nil {
		b.Fatal(err, source.problems)
	}
	l := source.ledger
	f, err := excelize.OpenFile(fixture)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if err := f.DeleteSheet("整改台账"); err != nil {
		b.Fatal(err)
	}
	if _, err := f.NewSheet("台账"); err != nil {
		b.Fatal(err)
	}
	fields := slices.DeleteFunc(ledger.Fields(), func(x ledger.Field) bool { return l.Tables[0].Columns[x] == 0 })
	rows := [][]any{{}}
	for _, field := range fields {
		rows[0] = append(rows[0], string(field))
	}
	for k := range times {
		for i := range l.Findings {
			rows = append(rows, copied(&l.Findings[i], fields, k, len(rows)))
		}
	}
	for i, row := range rows {
		if err := f.SetSheetRow("台账", "A"+strconv.Itoa(i+1), &row); err != nil {
			b.Fatal(err)
		}
	}
	path := filepath.Join(b.TempDir(), "台账.xlsx")
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	if stat, err := os.Stat(path); err == nil {
		b.Logf("%d findings: %d bytes", len(rows)-1, stat.Size())
	}
	return path
}

// copied is a finding of the k-th copy as row n.
func copied(f *ledger.Finding, fields []ledger.Field, k, n int) []any {
	var row []any
	for _, field := range fields {
		value := f.Cell(field).Text
		switch field {
		case ledger.FieldNo:
			value = strconv.Itoa(n)
		case ledger.FieldGroup, ledger.FieldProblem, ledger.FieldText, ledger.FieldRectification, ledger.FieldEvidence:
			value += fmt.Sprintf("（第%d批）", k+1)
		}
		row = append(row, value)
	}
	return row
}
