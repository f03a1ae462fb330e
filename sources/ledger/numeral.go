package ledger

import (
	"slices"
	"strconv"
	"strings"
)

// hanDigits are the digits of Chinese numerals below ten.
var hanDigits = []rune("零一二三四五六七八九")

// Han writes n as a Chinese numeral: 十二, 二十, 一百零三. Outside 1 to 999 it keeps
// its digits; no notice has that many parts.
func Han(n int) string {
	switch {
	case n < 1 || n > 999:
		return strconv.Itoa(n)
	case n < 10:
		return string(hanDigits[n])
	case n < 20:
		return "十" + unit(n)
	case n < 100:
		return string(hanDigits[n/10]) + "十" + unit(n)
	}
	s := string(hanDigits[n/100]) + "百"
	switch rest := n % 100; {
	case rest == 0:
		return s
	case rest < 10:
		return s + "零" + Han(rest)
	case rest < 20:
		return s + "一" + Han(rest)
	default:
		return s + Han(rest)
	}
}

// unit is the last digit of n, or nothing after a full ten.
func unit(n int) string { return strings.TrimPrefix(string(hanDigits[n%10]), "零") }

// ReadHan reads what [Han] writes, and digit by digit as years are written:
// 二〇二三. Ok is false for anything else.
func ReadHan(s string) (n int, ok bool) {
	const most = 9999
	digit, seen := 0, false
	for _, r := range s {
		d := hanDigit(r)
		switch {
		case d >= 0:
			digit, seen = digit*10+d, true
		case r == '十' && !seen && n%100 == 0:
			n += 10
		case r == '十' && 0 < digit && digit < 10:
			n, digit, seen = n+digit*10, 0, false
		case r == '百' && 0 < digit && digit < 10 && n == 0:
			n, digit, seen = digit*100, 0, false
		default:
			return 0, false
		}
		if digit > most {
			return 0, false
		}
	}
	return n + digit, s != ""
}

// hanDigit is the digit that r writes, or -1.
func hanDigit(r rune) int {
	switch r {
	case '〇', '○':
		return 0
	case '两':
		return 2
	}
	return slices.Index(hanDigits, r)
}

// ReadNumber reads a number that stands alone, 1 or more, as staff write it: 1 １
// ① ⑴ ⒈ 1. 1、 （1）.
func ReadNumber(text string) (n int, ok bool) {
	const longest = 60 // in bytes, with blanks
	if len(text) > longest {
		return 0, false
	}
	s := HalfWidth(Squeeze(text))
	if r := []rune(s); len(r) == 1 {
		if n = circled(r[0]); n > 0 {
			return n, true
		}
	}
	n, err := strconv.Atoi(strings.Trim(s, "()[]【】.、,"))
	return n, err == nil && n > 0 && !strings.Contains(s, "+")
}

// circled is the number that one character stands for, or 0.
func circled(r rune) int {
	for _, run := range []struct {
		first, last rune
		n           int
	}{
		{'①', '⑳', 1}, {'⑴', '⒇', 1}, {'⒈', '⒛', 1}, {'❶', '❿', 1}, {'➀', '➉', 1}, {'➊', '➓', 1},
		{'㉑', '㉟', 21}, {'㊱', '㊿', 36}, {'⓫', '⓴', 11}, {'⓵', '⓾', 1},
	} {
		if r >= run.first && r <= run.last {
			return int(r-run.first) + run.n
		}
	}
	return 0
}
