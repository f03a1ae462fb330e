package docx

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"tongbao/report/gb9704"
)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsW     = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	nsR     = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

	nsDrawing = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
)

// An xmlBuf collects one part. It keeps the first error, so that the writers
// read like the XML they write.
type xmlBuf struct {
	b   []byte
	err error
}

// raw appends markup. Strings are ours; numbers are printed in decimal, lengths
// in twips.
func (x *xmlBuf) raw(pieces ...any) {
	for _, p := range pieces {
		switch p := p.(type) {
		case string:
			x.b = append(x.b, p...)
		case int:
			x.b = strconv.AppendInt(x.b, int64(p), 10)
		case gb9704.Unit:
			x.b = strconv.AppendInt(x.b, p.Twips(), 10)
		case gb9704.Length:
			x.b = strconv.AppendInt(x.b, p.Twips(), 10)
		default:
			panic(fmt.Sprintf("docx: %T in markup", p))
		}
	}
}

// text appends s escaped, for elements and attributes alike. Line ends are
// refused: a text is one paragraph's, and w:t would swallow them.
func (x *xmlBuf) text(s string) {
	if !utf8.ValidString(s) {
		x.fail("%q is not UTF-8", s)
		return
	}
	from := 0
	for i := range len(s) {
		esc := escape(s[i])
		switch {
		case esc != "":
			x.b = append(append(x.b, s[from:i]...), esc...)
			from = i + 1
		case s[i] < ' ' && s[i] != '\t', s[i] == 0xEF && noncharacter(s[i:]):
			x.fail("%q holds a character that XML or a single line forbids", s)
			return
		}
	}
	x.b = append(x.b, s[from:]...)
}

// emu is u in English metric units, 36,000 to the millimetre, which drawings are
// measured in.
func emu(u gb9704.Unit) int { return int(gb9704.Round(u*4, 7)) }

func (x *xmlBuf) fail(format string, args ...any) {
	if x.err == nil {
		x.err = fmt.Errorf("docx: "+format, args...)
	}
}

func escape(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	}
	return ""
}

// noncharacter reports whether s begins with U+FFFE or U+FFFF.
func noncharacter(s string) bool {
	return len(s) > 2 && (s[:3] == "\uFFFE" || s[:3] == "\uFFFF")
}
