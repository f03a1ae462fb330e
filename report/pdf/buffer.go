package pdf

import (
	"strconv"
	"unicode/utf16"
)

// A buffer is a piece of PDF syntax in the making. Its methods return it, so
// that one object is one sentence.
type buffer struct{ b []byte }

func (b *buffer) str(s string) *buffer {
	b.b = append(b.b, s...)
	return b
}

func (b *buffer) num(n int) *buffer {
	b.b = strconv.AppendInt(b.b, int64(n), 10)
	return b
}

// milli writes thousandths as a decimal number: -207 is -0.207, 16000 is 16.
func (b *buffer) milli(n int64) *buffer {
	if n < 0 {
		b.b = append(b.b, '-')
		n = -n
	}
	b.b = strconv.AppendInt(b.b, n/1000, 10)
	if n %= 1000; n == 0 {
		return b
	}
	b.b = append(b.b, '.', '0'+byte(n/100))
	if n %= 100; n != 0 {
		b.b = append(b.b, '0'+byte(n/10))
	}
	if n %= 10; n != 0 {
		b.b = append(b.b, '0'+byte(n))
	}
	return b
}

func (b *buffer) ref(r ref) *buffer { return b.num(int(r)).str(" 0 R") }

// list writes an array of references.
func (b *buffer) list(refs []ref) *buffer {
	b.str("[")
	for i, r := range refs {
		if i > 0 {
			b.str(" ")
		}
		b.ref(r)
	}
	return b.str("]")
}

// hex16 writes one UTF-16 unit or one character code: 4E00.
func (b *buffer) hex16(v uint16) *buffer {
	const digits = "0123456789ABCDEF"
	b.b = append(b.b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
	return b
}

// utf16 writes s as UTF-16BE in hexadecimal, without mark or brackets.
func (b *buffer) utf16(s string) *buffer {
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != '\uFFFD' {
			b.hex16(uint16(hi)).hex16(uint16(lo))
		} else {
			b.hex16(uint16(r))
		}
	}
	return b
}

// text writes s as a text string (ISO 32000-1, 7.9.2.2).
func (b *buffer) text(s string) *buffer { return b.str("<FEFF").utf16(s).str(">") }
