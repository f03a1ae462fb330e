package fonts

import (
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, data string }{
		{"Fang", fangData}, {"Song", songData}, {"Latin", latinData},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(c.data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("All", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			newEmbedded().Faces()
		}
	})
}

// BenchmarkFind looks 1000 characters up each time.
func BenchmarkFind(b *testing.B) {
	text := decoded(simplifiedchinese.GBK, 0xB0, 0xA1)[:1000]
	set := Embedded()
	for style, name := range map[Style]string{Fang: "Fang", Hei: "Hei", Song: "Song"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, r := range text {
					set.Find(style, r)
				}
			}
		})
	}
}

func BenchmarkSubset860(b *testing.B) {
	text := string(decoded(simplifiedchinese.GBK, 0xB0, 0xA1)[:860])
	for _, style := range []Style{Fang, Song} {
		f, _, _ := Embedded().Find(style, '一')
		ids := glyphsOf(f, text)
		b.Run(f.Name(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.Subset(ids); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPacked860 puts the outlines of BenchmarkSubset860's glyphs together.
func BenchmarkPacked860(b *testing.B) {
	f, _, _ := Embedded().Find(Fang, '一')
	s, err := f.Subset(glyphsOf(f, string(decoded(simplifiedchinese.GBK, 0xB0, 0xA1)[:860])))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(s.Size))
	var block []byte
	for b.Loop() {
		block, _ = s.AppendPacked(block[:0])
	}
	b.ReportMetric(float64(len(block)), "packed-bytes")
}
