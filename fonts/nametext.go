package fonts

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// codeOf is the encoding of names besides UTF-16, nil for others.
func codeOf(platform, encoding int) encoding.Encoding {
	switch [2]int{platform, encoding} {
	case [2]int{platformMac, 0}:
		return charmap.Macintosh
	case [2]int{platformMac, 25}, [2]int{platformWindows, 3}:
		return simplifiedchinese.GBK
	case [2]int{platformMac, 2}, [2]int{platformWindows, 4}:
		return traditionalchinese.Big5
	}
	return nil
}

// nameText decodes a name, without control characters and blanks around it; ""
// if it cannot be decoded.
func nameText(platform, encoding int, raw table) string {
	code := codeOf(platform, encoding)
	text := ""
	switch {
	case platform != platformMac && (code == nil || isUTF16(raw)):
		text = utf16BE(raw)
	case code != nil:
		text = decode(code, raw)
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text))
}

// decode returns "" for what is none of code.
func decode(code encoding.Encoding, raw table) string {
	if code == charmap.Macintosh && isGB2312(raw) {
		code = simplifiedchinese.GBK
	}
	s, err := code.NewDecoder().String(string(raw))
	if err != nil || strings.ContainsRune(s, unicode.ReplacementChar) {
		return ""
	}
	return s
}

// isGB2312 guesses whether a name under the number of MacRoman is Chinese, as in
// old Chinese fonts: Hanzi are pairs of high bytes, and two accented letters in a
// row are rare.
func isGB2312(raw table) (any bool) {
	for i := 0; i < len(raw); i++ {
		if raw[i] < 0x80 {
			continue
		}
		if raw[i] < 0xA1 || i+1 == len(raw) || raw[i+1] < 0xA1 {
			return false
		}
		any = true
		i++
	}
	return any
}

// isUTF16 guesses whether a name under an old encoding's number is UTF-16 in
// truth: fonts that say "PRC" hold either. Latin letters have a 0 byte there,
// and in GBK and Big5 there is none.
func isUTF16(raw table) bool { return len(raw)%2 == 0 && strings.Contains(string(raw), "\x00") }

// utf16BE decodes text; half a character at the end is dropped.
func utf16BE(text table) string {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = uint16(text.u16(2 * i))
	}
	return string(utf16.Decode(units))
}
