// Package picture reads pictures that a notice prints: PNG and JPEG, checked and
// bounded before anything is decoded. What a file says besides its picture — who
// took it where, with what, and remarks — does not come through.
package picture

import (
	"bytes"
	"image"
	"strings"

	"tongbao/sources/problem"
)

// A Format is a kind of picture file.
type Format string

// The formats that every reader of DOCX and PDF shows.
const (
	PNG  Format = "png"
	JPEG Format = "jpeg"
)

// A Picture is a picture file that was read whole and found good. It is never
// changed.
type Picture struct {
	Format        Format
	Data          []byte // the file, without what it says besides the picture
	Columns, Rows int    // pixels
	Transparent   bool   // some of it can be seen through
}

// The largest file that is read, and the most pixels a side.
const (
	LargestFile = 10 << 20 // bytes
	longestSide = 4000
)

// A Fault is why a file cannot be used, or should not be.
type Fault struct {
	entry         problem.Entry
	message, hint string
}

// At is f as a problem of the cell that names the file.
func (f *Fault) At(pos problem.Pos) problem.Problem { return f.entry.At(pos, f.message, f.hint) }

// Of is f with the picture's file named, as it is written: every message says 图片
// before what is wrong with it.
func (f *Fault) Of(file string) *Fault {
	return &Fault{f.entry, strings.Replace(f.message, "图片", "图片 "+file+" ", 1), f.hint}
}

// Read reads a picture from the bytes of its file. There is either a picture or a
// fault.
func Read(data []byte) (*Picture, *Fault) {
	switch {
	case len(data) > LargestFile:
		return nil, TooLargeFile()
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return read(PNG, data, cleanPNG, decodePNG)
	case bytes.HasPrefix(data, []byte{0xff, 0xd8, 0xff}):
		return read(JPEG, data, cleanJPEG, decodeJPEG)
	}
	return nil, &Fault{unknownFormat, "印章图片不是 PNG，也不是 JPEG" + called(data), "用画图等软件打开，另存为 PNG（背景透明的最好）；改文件名的后缀不算"}
}

// read cleans data, which is bounded from then on, decodes it and looks at it.
func read(f Format, data []byte, clean func([]byte) ([]byte, size, *Fault), decode func([]byte) (image.Image, error)) (*Picture, *Fault) {
	cleaned, s, fault := clean(data)
	if fault != nil {
		return nil, fault
	}
	img, err := decode(cleaned)
	if err != nil || img.Bounds().Dx() != s.columns || img.Bounds().Dy() != s.rows {
		return nil, broken("里面的数据解不开")
	}
	look := lookAt(img)
	if fault := look.fault(); fault != nil {
		return nil, fault
	}
	return &Picture{Format: f, Data: cleaned, Columns: s.columns, Rows: s.rows, Transparent: look.transparent}, nil
}

// A size is a picture's, in pixels.
type size struct{ columns, rows int }

// fault is nil for a size that is read.
func (s size) fault() *Fault {
	switch {
	case s.columns < 1 || s.rows < 1:
		return broken("宽或高是 0")
	case s.columns > longestSide || s.rows > longestSide:
		return tooManyPixels(s)
	}
	return nil
}

// called names the formats that people take for pictures to print.
func called(data []byte) string {
	for _, f := range []struct{ begin, name string }{
		{"GIF8", "GIF"}, {"BM", "BMP"}, {"RIFF", "WebP"}, {"II*\x00", "TIFF"}, {"MM\x00*", "TIFF"}, {"%PDF", "PDF"}, {"<svg", "SVG"}, {"<?xml", "SVG 或 XML"}, {"PK", "Office 文件或压缩包"},
	} {
		if bytes.HasPrefix(data, []byte(f.begin)) {
			return "（是 " + f.name + "）"
		}
	}
	if len(data) == 0 {
		return "（是空文件）"
	}
	return ""
}
