package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"tongbao/report/gb9704"
)

// gofpdf is given finished text operators and no font at all. With a one-glyph
// font for its Text to draw with, 24 pages took 18.4 ms and 29 MB instead of 1.9
// ms and 2 MB, and glyphs could only be placed by Tc; with fonts of our own it
// would subset them again, wrongly.

// batch is how many pages one gofpdf document makes: it holds its pages twice
// and its file once, so a long notice is made of several.
const batch = 64

// paint makes count pages with gofpdf and returns their content streams, packed
// for [file.packedStream]; draw returns the operators of page i, valid until the
// next call. It panics if gofpdf's file is not as v1.16.2 writes it.
func paint(count int, width, height gb9704.Unit, draw func(i int) []byte) [][]byte {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	streams := make([][]byte, 0, count)
	for first := 0; first < count; first += batch {
		for _, content := range paintBatch(first, min(first+batch, count), width, height, draw) {
			streams = append(streams, bytes.Clone(d.pack(content)))
		}
	}
	return streams
}

func paintBatch(first, end int, width, height gb9704.Unit, draw func(i int) []byte) [][]byte {
	size := gofpdf.SizeType{Wd: points(width), Ht: points(height)}
	p := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: size})
	p.SetCompression(false)
	p.SetAutoPageBreak(false, 0)
	length := 0
	for i := first; i < end; i++ {
		p.AddPageFormat("P", size)
		operators := draw(i)
		p.RawWriteStr(string(operators))
		length += len(operators) + framing
	}
	var out bytes.Buffer
	out.Grow(length)
	if err := p.Output(&out); err != nil {
		panic(fmt.Sprintf("pdf: painter: %v", err))
	}
	return contents(out.Bytes(), end-first)
}

// framing is about what gofpdf writes around one page's operators.
const framing = 400

// points is for gofpdf's own page size only, which does not reach our bytes.
func points(u gb9704.Unit) float64 { return float64(u) / float64(gb9704.Pt) }

// contents cuts the page contents out of gofpdf's file: the first count objects
// with a length.
func contents(out []byte, count int) [][]byte {
	streams := make([][]byte, count)
	for i := range streams {
		_, rest, _ := bytes.Cut(out, []byte("<</Length "))
		digits, rest, ok := bytes.Cut(rest, []byte(">>\nstream\n"))
		length, err := strconv.Atoi(string(digits))
		if !ok || err != nil || length > len(rest) {
			panic(fmt.Sprintf("pdf: painter wrote no content for page %d", i+1))
		}
		streams[i], out = rest[:length], rest[length:]
	}
	return streams
}
