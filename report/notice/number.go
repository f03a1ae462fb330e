package notice

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// hanDigits are the digits of Chinese numerals below ten.
const hanDigits = "零一二三四五六七八九"

// A counter gives headings their numbers.
type counter struct {
	at    [5]int // the last number of each level; 0 is not used
	runOn bool   // numbers below level 1 go on under the next heading above them
}

// next returns the next number of a level, and begins the deeper ones anew
// unless they run on.
func (c *counter) next(level int) int {
	c.at[level]++
	if level == 1 || !c.runOn {
		clear(c.at[level+1:])
	}
	return c.at[level]
}

// number returns the n-th number of a level as printed (GB/T 9704-2012, 7.3.3):
// 一、（一）1.（1）.
func number(level, n int) string {
	switch level {
	case 1:
		return han(n) + "、"
	case 2:
		return "（" + han(n) + "）"
	case 3:
		return strconv.Itoa(n) + "."
	}
	return "（" + strconv.Itoa(n) + "）"
}

// han writes n, 1 to 999, as a Chinese numeral: 十二, 二十, 一百零三. Larger
// numbers keep their digits; no notice has that many parts.
func han(n int) string {
	switch d := []rune(hanDigits); {
	case n < 10:
		return string(d[n])
	case n < 20:
		return "十" + strings.TrimPrefix(string(d[n%10]), "零")
	case n < 100:
		return string(d[n/10]) + "十" + strings.TrimPrefix(string(d[n%10]), "零")
	case n >= 1000:
		return strconv.Itoa(n)
	case n%100 == 0:
		return string(d[n/100]) + "百"
	case n%100 < 10:
		return string(d[n/100]) + "百零" + string(d[n%10])
	case n%100 < 20:
		return string(d[n/100]) + "百一" + han(n%100)
	}
	return han(n/100*100) + han(n%100)
}

// unhan reads a Chinese numeral that [han] writes.
func unhan(s string) (n int, ok bool) {
	if s == "" {
		return 0, false
	}
	digit, seen := 0, false
	for _, r := range s {
		i := strings.IndexRune(hanDigits, r)
		switch {
		case i >= 0:
			digit, seen = utf8.RuneCountInString(hanDigits[:i]), true
		case r == '十' && !seen && n%100 == 0:
			n += 10
		case r == '十':
			n, digit, seen = n+digit*10, 0, false
		case r == '百' && seen:
			n, digit, seen = n+digit*100, 0, false
		default:
			return 0, false
		}
	}
	return n + digit, true
}

// A typedNumber is a number that staff typed into a text.
type typedNumber struct{ level, n int }

// parseNumber reads a number as typed, in any width: 一、（一）1.（1）. Level is 0
// if it is none of the standard's forms.
func parseNumber(typed string) typedNumber {
	s := halfWidth.Replace(typed)
	inner := strings.Trim(s, "()、.")
	n, err := strconv.Atoi(inner)
	arabic := err == nil
	if !arabic {
		var ok bool
		if n, ok = unhan(inner); !ok {
			return typedNumber{}
		}
	}
	switch bracketed := strings.HasPrefix(s, "("); {
	case bracketed && arabic:
		return typedNumber{4, n}
	case bracketed:
		return typedNumber{2, n}
	case arabic:
		return typedNumber{3, n}
	case strings.HasSuffix(s, "、"):
		return typedNumber{1, n}
	}
	return typedNumber{}
}

// halfWidth undoes full-width forms in typed numbers.
var halfWidth = strings.NewReplacer("（", "(", "）", ")", "．", ".", "，", ",",
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")
