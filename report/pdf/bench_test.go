package pdf

import (
	"io"
	"testing"

	"tongbao/fonts"
	"tongbao/report/internal/specimen"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

func BenchmarkWrite40(b *testing.B)   { benchmarkWrite(b, 40) }
func BenchmarkWrite400(b *testing.B)  { benchmarkWrite(b, 400) }
func BenchmarkWrite4000(b *testing.B) { benchmarkWrite(b, 4000) }

// benchmarkWrite writes a notice of about 0.45 pages and 20 new characters a
// finding, which is what the real one has.
func benchmarkWrite(b *testing.B, findings int) {
	doc := ample(findings)
	pages := newSetter(b).document(doc)
	s := setup.Standard(fonts.Embedded())
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		if err := Write(io.Discard, doc, pages, s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(pages)), "pages")
}

func BenchmarkTable400(b *testing.B)  { benchmarkTable(b, 400) }
func BenchmarkTable4000(b *testing.B) { benchmarkTable(b, 4000) }

// benchmarkTable writes a document with a table of so many rows as its annex.
func benchmarkTable(b *testing.B, rows int) {
	doc, s := specimen.Formal(rows), setup.Standard(fonts.Embedded())
	pages, problems := layout.Paginate(doc, s)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		if err := Write(io.Discard, doc, pages, s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(pages)), "pages")
}

// ample returns a notice whose findings have 300 characters each, of the 900
// from 一 on that the face of the body has.
func ample(findings int) *notice.Document {
	var letters []rune
	for r := '一'; len(letters) < 900; r += 7 {
		if _, _, ok := fonts.Embedded().Find(fonts.Fang, r); ok {
			letters = append(letters, r)
		}
	}
	doc := sample()
	doc.Body = []notice.Block{heading(1, "一、", "反馈问题整改情况", nil)}
	for i := range findings {
		if i%10 == 0 {
			doc.Body = append(doc.Body, heading(2, "（一）", "聚焦职责方面", nil))
		}
		at := i * 37 % 600
		doc.Body = append(doc.Body, heading(3, "1. ", "文旅融合不够", nil),
			paragraph(string(letters[at:at+200])), paragraph("整改情况："+string(letters[at:at+100])))
	}
	return doc
}
