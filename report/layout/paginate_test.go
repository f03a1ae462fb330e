package layout

import (
	"fmt"
	"testing"
)

func TestSeed(t *testing.T) {
	pages, problems := Paginate(seed(t), standard())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, p := range pages {
		fmt.Println("PAGE", p.Number)
		var y Unit
		for _, it := range p.Items {
			r := it.(*Run)
			if r.Y != y {
				y = r.Y
				fmt.Printf("\n%7.2f %6.2f ", float64(y)/63000, float64(r.X)/63000)
			}
			for _, g := range r.Glyphs {
				fmt.Print(g.Text)
			}
		}
		fmt.Println()
	}
}

func BenchmarkPaginate(b *testing.B) {
	doc, s := seed(b), standard()
	b.ReportAllocs()
	for b.Loop() {
		Paginate(doc, s)
	}
}
