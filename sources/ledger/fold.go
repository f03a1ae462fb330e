package ledger

import (
	"regexp"
	"strconv"
	"strings"
)

// fold removes blanks and width from a date's words, and turns Chinese numerals
// into digits.
func fold(s string) string {
	s = strings.ReplaceAll(HalfWidth(Squeeze(s)), "。", ".")
	return timeNumerals.ReplaceAllStringFunc(s, func(m string) string {
		i := strings.IndexAny(m, "年月日号季个")
		n, ok := ReadHan(m[:i])
		if !ok {
			return m
		}
		return strconv.Itoa(n) + m[i:]
	})
}

// timeNumerals is a Chinese numeral before a unit of time: 二〇二三年 十二月 两个月.
var timeNumerals = regexp.MustCompile(`[〇○零一二两三四五六七八九十]+(?:年|月|日|号|季度|个)`)
