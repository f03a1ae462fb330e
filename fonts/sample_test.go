package fonts

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// A sample is a small font made for a test: five glyphs, of which 3 is made of
// 1 and 2, and 4 of 3.
type sample struct {
	short bool     // loca with 16-bit offsets
	cmap  []byte   // nil: cmap12
	glyf  []string // nil: sampleGlyphs
	extra []part
}

var sampleGlyphs = []string{square, square, "", composite(1, 2), composite(3)}

// square is a simple glyph of four points with one repeated flag.
const square = "\x00\x01\x00\x00\x00\x00\x01\xF4\x01\xF4" + // one contour, box
	"\x00\x03\x00\x00" + // last point 3, no instructions
	"\x31\x3B\x01\x35" + // flags: same x and y; short x, twice; short y
	"\x64\x32\x64\x00" // coordinates, padding

// composite returns a glyph made of parts, all at the origin.
func composite(parts ...GlyphID) string {
	b := []byte("\xFF\xFF\x00\x00\x00\x00\x01\xF4\x01\xF4")
	for i, p := range parts {
		flag := partMore
		if i == len(parts)-1 {
			flag = 0
		}
		b = binary.BigEndian.AppendUint16(b, uint16(flag))
		b = binary.BigEndian.AppendUint16(b, uint16(p))
		b = append(b, 0, 0)
	}
	return string(b)
}

// words lays numbers out as 16-bit words.
func words(values ...int) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// cmap12 maps A to C to glyphs 1 to 3 and 𠮷 to 4.
func cmap12() []byte {
	return words(0, 1, 3, 10, 0, 12,
		12, 0, 0, 16+24, 0, 0, 0, 2,
		0, 'A', 0, 'C', 0, 1,
		2, 0x0BB7, 2, 0x0BB7, 0, 4)
}

// cmap4 maps A and B by delta, Y and Z by a list of glyphs.
func cmap4() []byte {
	return words(0, 1, 3, 1, 0, 12,
		4, 16+3*8+4, 0, 6, 4, 1, 2,
		'B', 'Z', 0xFFFF, 0,
		'A', 'Y', 0xFFFF,
		1-'A', 0, 1,
		0, 4, 0,
		3, 4)
}

// names6 is a name table with a PostScript, two family names and a version.
func names6() []byte {
	texts := []string{"Sample", "Sample Family", "样张", "Version 2"}
	b := words(0, 4, 6+12*4)
	at := 0
	var store []byte
	for i, id := range []int{namePostScript, nameFamily, nameFamily, nameVersion} {
		lang := langEnglish
		if texts[i] == "样张" {
			lang = langChinese
		}
		for _, u := range utf16.Encode([]rune(texts[i])) {
			store = append(store, words(int(u))...)
		}
		b = append(b, words(platformWindows, 1, lang, id, len(store)-at, at)...)
		at = len(store)
	}
	return append(b, store...)
}

// font returns the file.
func (s sample) font() string {
	if s.cmap == nil {
		s.cmap = cmap12()
	}
	if s.glyf == nil {
		s.glyf = sampleGlyphs
	}
	n := len(s.glyf)
	var glyf, loca []byte
	for i := range n + 1 {
		if s.short {
			loca = append(loca, words(len(glyf)/2)...)
		} else {
			loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		}
		if i < n {
			glyf = append(glyf, s.glyf[i]...)
		}
	}
	format := 1
	if s.short {
		format = 0
	}
	hmtx := words(500, 10, 600, 20)
	for i := range n - 2 {
		hmtx = append(hmtx, words(-i)...)
	}
	os2 := append(words(2, 0, 700), make([]byte, 90)...)
	os2[32], os2[33] = 2, 3
	copy(os2[88:], words(321))
	parts := append([]part{
		copied("OS/2", table(os2)), copied("cmap", table(s.cmap)), copied("glyf", table(glyf)),
		copied("head", table(words(1, 0, 0, 0, 0, 0, headMagic>>16, headMagic&0xFFFF, 0, 1000,
			0, 0, 0, 0, 0, 0, 0, 0, -10, -20, 900, 800, 0, 8, 2, format, 0))),
		copied("hhea", table(words(1, 0, 880, -120, 0, 600, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2))),
		copied("hmtx", table(hmtx)), copied("loca", table(loca)),
		copied("maxp", table(append(words(1, 0, n), make([]byte, 26)...))),
		copied("name", table(names6())),
		copied("post", table(append(words(3, 0, -12, 0), make([]byte, 24)...))),
	}, s.extra...)
	return string(writeFont(parts))
}

// edited returns font with what edit did to one of its tables.
func edited(t testing.TB, font, tag string, edit func(table []byte)) string {
	t.Helper()
	b := []byte(font)
	at := strings.Index(font, tag)
	if at < 0 {
		t.Fatalf("sample has no table %s", tag)
	}
	record := table(font[at:])
	edit(b[record.u32(8):][:record.u32(12)])
	return string(b)
}

// cut returns font with all but the first n bytes of a table left out.
func cut(font, tag string, n int) string {
	b := []byte(font)
	putU32(b[strings.Index(font, tag)+12:], uint32(n))
	return string(b)
}

// put returns an edit that writes words at a place.
func put(at int, values ...int) func([]byte) {
	return func(t []byte) { copy(t[at:], words(values...)) }
}

func TestSampleIsSound(t *testing.T) {
	for name, s := range map[string]sample{"long": {}, "short": {short: true}, "format 4": {cmap: cmap4()}} {
		f, err := Parse(s.font())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := f.Subset([]GlyphID{0, 1, 2, 3, 4}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
