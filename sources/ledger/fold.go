package ledger

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// fold removes blanks and width from a date's words, and turns Chinese numerals
// into digits.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r > '\uFF00' && r < '\uFF5F': // full-width ASCII
			return r - 0xFEE0
		case r == '。' || r == '﹒':
			return '.'
		}
		return r
	}, s)
	if !strings.ContainsAny(s, "〇○零一二两三四五六七八九十") {
		return s
	}
	return numerals.ReplaceAllStringFunc(s, func(m string) string {
		i := strings.IndexAny(m, "年月日号季个")
		return arabic(m[:i]) + m[i:]
	})
}

// numerals is a Chinese numeral before a unit of time: 二〇二三年 十二月 两个月.
var numerals = regexp.MustCompile(`[〇○零一二两三四五六七八九十]+(?:年|月|日|号|季度|个)`)

// arabic turns a Chinese numeral below 100 into digits. One without 十 is spelt
// digit by digit, as years are.
func arabic(s string) string {
	tens, units, hasTens := strings.Cut(s, "十")
	if !hasTens {
		return spell(s)
	}
	t, u := 1, 0
	if tens != "" {
		t, _ = strconv.Atoi(spell(tens))
	}
	if units != "" {
		u, _ = strconv.Atoi(spell(units))
	}
	return strconv.Itoa(10*t + u)
}

// spell turns Chinese digits into digits, one by one.
func spell(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '〇', '○', '零':
			return '0'
		case '两':
			return '2'
		}
		for i, digit := range []rune("一二三四五六七八九") {
			if r == digit {
				return rune('1' + i)
			}
		}
		return r
	}, s)
}
