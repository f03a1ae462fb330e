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

// decode returns "" for what is none of code. Old Chinese fonts have names in
// GBK under the number of MacRoman, which takes any byte.
func decode(code encoding.Encoding, raw table) string {
	if code == charmap.Macintosh {
		if s := decode(simplifiedchinese.GBK, raw); strings.ContainsFunc(s, isHan) {
			return s
		}
	}
	s, err := code.NewDecoder().String(string(raw))
	if err != nil || strings.ContainsRune(s, unicode.ReplacementChar) {
		return ""
	}
	return s
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

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
