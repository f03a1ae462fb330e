package main

import (
	"bytes"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/recognise"
)

// BenchmarkLarge is 20,000 findings: read, recognised and checked by us; and one
// pass of excelize's own over the same cells, as they are stored. They take turns,
// and ×excelize is ours over theirs. .ci/bench shows it.
func BenchmarkLarge(b *testing.B) {
	collectLess()
	data, err := os.ReadFile(enlarged(b, 500))
	if err != nil {
		b.Fatal(err)
	}
	var ours, theirs cost
	for b.Loop() {
		ours.add(func() { checkedCells(b, data) })
		theirs.add(func() { passedCells(b, data) })
	}
	ours.report(b, "ours")
	theirs.report(b, "excelize")
	b.ReportMetric(float64(ours.time)/float64(theirs.time), "×excelize")
}

// A cost is what one side of a benchmark took, all rounds together.
type cost struct {
	time  time.Duration
	bytes uint64 // allocated, freed or not
}

func (c *cost) add(f func()) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	f()
	c.time += time.Since(start)
	runtime.ReadMemStats(&after)
	c.bytes += after.TotalAlloc - before.TotalAlloc
}

func (c *cost) report(b *testing.B, side string) {
	b.ReportMetric(float64(c.time.Milliseconds())/float64(b.N), "ms-"+side)
	b.ReportMetric(float64(c.bytes>>20)/float64(b.N), "MB-"+side)
}

// checkedCells takes data from its bytes to its problems.
func checkedCells(b *testing.B, data []byte) {
	book, problems, err := sources.Read("台账.xlsx", data, sources.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	var in ledger.Info
	problems = append(problems, info.FromBook(&in, book)...)
	l, more := recognise.Ledger(book, &in)
	problems = append(append(problems, more...), check.Ledger(l)...)
	if len(l.Findings) != 20_000 || problems.Err() != nil {
		b.Fatal(len(l.Findings), problems.Err())
	}
}

// passedCells has excelize read every row of every sheet.
func passedCells(b *testing.B, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
