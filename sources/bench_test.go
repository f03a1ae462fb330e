package sources_test

import (
	"os"
	"testing"

	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// BenchmarkFixture is the real workbook of 40 findings, from bytes to problems.
func BenchmarkFixture(b *testing.B) {
	data, err := os.ReadFile("../testdata/天元区文旅广体局巡察整改台账.xlsx")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		book, problems, err := sources.Read("台账.xlsx", data, sources.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		var in ledger.Info
		problems = append(problems, info.FromBook(&in, book)...)
		l, more := recognise.Ledger(book, &in)
		problems = append(append(problems, more...), check.Ledger(l)...)
		if len(problems) != 5 || problems.Count(problem.Error) > 0 {
			b.Fatal(problems)
		}
	}
}
