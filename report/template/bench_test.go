package template

import (
	"fmt"
	"io"
	"testing"

	"tongbao/report/notice"
)

// BenchmarkFill makes one document of a template that is open: of a notice as it is,
// and of one a hundred times as long.
func BenchmarkFill(b *testing.B) {
	s := standard()
	for _, times := range []int{1, 100} {
		doc := signed()
		last := len(doc.Body) - 1
		var long []notice.Block
		for range 13 * times {
			long = append(long, doc.Body[1:last]...)
		}
		doc.Body = append(long, doc.Body[last])
		tpl, list := Open("模板.docx", handmade(b, "wps"))
		if list.Err() != nil {
			b.Fatal(list)
		}
		b.Run(fmt.Sprint(len(doc.Body), " blocks"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := tpl.Write(io.Discard, doc, nil, s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
