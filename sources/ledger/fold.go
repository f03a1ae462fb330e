package ledger

import (
	"strconv"
	"strings"
)

// fold removes blanks and width from a date's words, and turns Chinese numerals
// before a unit of time into digits: 二〇二三年 十二月 两个月.
func fold(s string) string {
	s = strings.ReplaceAll(HalfWidth(Squeeze(s)), "。", ".")
	i := strings.IndexFunc(s, isHanNumeral)
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.IndexFunc(s, isHanNumeral) {
		b.WriteString(s[:i])
		rest := strings.TrimLeftFunc(s[i:], isHanNumeral)
		numeral := s[i : len(s)-len(rest)]
		if n, ok := ReadHan(numeral); ok && isTimeUnit(rest) {
			numeral = strconv.Itoa(n)
		}
		b.WriteString(numeral)
		s = rest
	}
	b.WriteString(s)
	return b.String()
}

func isHanNumeral(r rune) bool { return r == '十' || hanDigit(r) >= 0 }

// isTimeUnit reports whether s begins with what a numeral in a date counts.
func isTimeUnit(s string) bool {
	for _, unit := range []string{"年", "月", "日", "号", "季度", "个"} {
		if strings.HasPrefix(s, unit) {
			return true
		}
	}
	return false
}
