package docx

import (
	"fmt"
	"testing"

	"tongbao/report/notice"
)

// BenchmarkWrite writes the real notice, its findings repeated.
func BenchmarkWrite(b *testing.B) {
	for _, times := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("findings=%d", 40*times), func(b *testing.B) {
			doc := seed(b)
			once := append([]notice.Block(nil), doc.Body[:len(doc.Body)-1]...)
			sign := doc.Body[len(doc.Body)-1]
			doc.Body = doc.Body[:0]
			for range times {
				doc.Body = append(doc.Body, once...)
			}
			doc.Body = append(doc.Body, sign)
			var size counter
			b.ReportAllocs()
			for b.Loop() {
				size = 0
				if err := Write(&size, doc, nil, standard()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
