package layout

import (
	"testing"

	"tongbao/report/internal/specimen"
)

func BenchmarkTable60(b *testing.B)   { benchmarkTable(b, 60) }
func BenchmarkTable4000(b *testing.B) { benchmarkTable(b, 4000) }

func benchmarkTable(b *testing.B, rows int) {
	doc, s := annexOf(specimen.Table(rows), true), standard()
	b.ReportAllocs()
	for b.Loop() {
		Paginate(doc, s)
	}
}
