package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/ledger"
)

// BenchmarkDiff reads and compares two ledgers of 4,000 findings, of which a tenth
// is reworded and a fortieth gone.
func BenchmarkDiff(b *testing.B) {
	collectLess()
	before := enlarged(b, 100)
	after := edited(b, before)
	b.ReportAllocs()
	for b.Loop() {
		if code := run([]string{"diff", before, after, "--today", "2024-01-01"}, nil, io.Discard, io.Discard); code != exitOK {
			b.Fatal(code)
		}
	}
}

// edited is a copy of a ledger of enlarged's with every tenth finding reworded and
// every fortieth taken out.
func edited(b *testing.B, file string) string {
	f, err := excelize.OpenFile(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("台账")
	if err != nil {
		b.Fatal(err)
	}
	if err := f.DeleteSheet("台账"); err != nil {
		b.Fatal(err)
	}
	if _, err := f.NewSheet("台账"); err != nil {
		b.Fatal(err)
	}
	to := 0
	for i, row := range rows {
		switch {
		case i > 0 && i%40 == 0:
			continue
		case i > 0 && i%10 == 0:
			row[3] = "经查，" + row[3]
		}
		to++
		if err := f.SetSheetRow("台账", "A"+strconv.Itoa(to), &row); err != nil {
			b.Fatal(err)
		}
	}
	path := filepath.Join(b.TempDir(), "新.xlsx")
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkMerge joins 100 ledgers of 40 findings, each of one row and of three.
func BenchmarkMerge(b *testing.B) {
	collectLess()
	for _, rows := range []int{1, 3} {
		folder := branches(b, 100, rows)
		b.Run(fmt.Sprintf("%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var stderr bytes.Buffer
				if code := run([]string{"merge", "-q", folder, "-o", filepath.Join(b.TempDir(), "汇总.xlsx"), "--force"}, nil, io.Discard, &stderr); code != exitOK {
					b.Fatal(code, stderr.String())
				}
			}
		})
	}
}

// branches is a folder with the ledgers of n branches, of 40 findings each.
func branches(b *testing.B, n, rows int) string {
	folder := b.TempDir()
	for k := range n {
		f := excelize.NewFile()
		fields := []ledger.Field{ledger.FieldGroup, ledger.FieldProblem, ledger.FieldNo, ledger.FieldText, ledger.FieldMeasures, ledger.FieldRectification,
			ledger.FieldStatus, ledger.FieldLeader, ledger.FieldDepartment, ledger.FieldDeadline}
		if err := f.SetSheetRow("Sheet1", "A1", &fields); err != nil {
			b.Fatal(err)
		}
		for i := range 40 {
			for r := range rows {
				row := []any{fmt.Sprintf("第%d方面", i/10+1), fmt.Sprintf("第%d个主要问题", i/5+1), i + 1, fmt.Sprintf("第%d支部的第%d个问题没有解决好。", k+1, i+1),
					fmt.Sprintf("第%d项措施", r+1), fmt.Sprintf("第%d项措施已经落实，取得成效，并继续坚持。", r+1), "已完成", "支部书记", "办公室", "2025年6月30日"}
				if r > 0 {
					clear(row[:4])
				}
				if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(2+i*rows+r), &row); err != nil {
					b.Fatal(err)
				}
			}
		}
		if err := f.SaveAs(filepath.Join(folder, fmt.Sprintf("支部%03d.xlsx", k))); err != nil {
			b.Fatal(err)
		}
	}
	return folder
}
