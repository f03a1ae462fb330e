package ledger

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// joined reports whether a typed number and the rest of its text are words
// together: a decimal, numbers in a row as in 9、10月份, a name as in （1）号楼.
func joined(n, rest string) bool {
	switch mark, _ := utf8.DecodeLastRuneInString(n); mark {
	case '、':
		return inRow(strings.TrimSuffix(n, "、"), rest)
	case '.', '．', '﹒':
		if next, _ := utf8.DecodeRuneInString(rest); isDigit(next) {
			return !isYear(rest)
		}
	}
	return beginsName(rest)
}

// Doubtful returns the beginning of a text that [SplitNumber] takes for words but
// staff may have typed as its number: 1. of 1.3名, 2、 of 2、3名 and of 2、15日; else "".
func Doubtful(text string) string {
	n, length := typedNumber(text)
	if n == "" || !joined(n, text[length:]) {
		return ""
	}
	next, more := numeral(text[length:])
	own, inRow := strings.CutSuffix(n, "、")
	if next != "" && (countsWhole(more) || inRow && !follows(own, next) && !isRow(more)) {
		return n
	}
	return ""
}

// inRow reports whether the number n, before a 、, and the one that rest begins
// with enumerate: 一、二季度, 9、10月份, 十、百工程, 一、三、五年级. It does not take
// 1、3名 and 1、2022年 for that, nor 二、三公经费; of numerals only those in order.
func inRow(n, rest string) bool {
	next, more := numeral(rest)
	first, _ := utf8.DecodeRuneInString(n)
	second, _ := utf8.DecodeRuneInString(next)
	switch {
	case next == "" || isDigit(first) != isDigit(second) || isYear(rest) || isPhrase(rest):
		return false
	case follows(n, next) || isRow(more):
		return true
	}
	return isDigit(second) && !counts(more)
}

// numeral parts the digits or the Chinese numeral that s begins with from the rest.
func numeral(s string) (n, rest string) {
	x := scan{text: s}
	if x.run(len(s), isDigit) == 0 {
		x.run(len(s), func(r rune) bool { return isHan(r) || r == '千' || r == '万' })
	}
	return s[:x.at], s[x.at:]
}

// follows reports whether b is the number after a, or the next of 十百千万.
func follows(a, b string) bool {
	const tens = "十百千万"
	if i := strings.Index(tens, a); i >= 0 && b != "" && strings.HasPrefix(tens[i+len(a):], b) {
		return true
	}
	x, okA := value(a)
	y, okB := value(b)
	return okA && okB && y == x+1
}

// value is the number that digits or a Chinese numeral write.
func value(s string) (int, bool) {
	if n, ok := ReadHan(s); ok {
		return n, true
	}
	n, err := strconv.Atoi(HalfWidth(s))
	return n, err == nil
}

// isRow reports whether s goes on with a further number: 、五年级.
func isRow(s string) bool {
	rest, ok := strings.CutPrefix(s, "、")
	n, _ := numeral(rest)
	return ok && n != ""
}

// counts reports whether s begins with what is counted or measured, so that the
// number before it is an amount.
func counts(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return countsWhole(s) || r == '%' || r == '％' || r == '余' || r == '多'
}

// countsWhole reports whether s begins with what comes in whole numbers only.
func countsWhole(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("名个家项人次起件条户处份台套篇", r) && !strings.HasPrefix(s, "个百分点")
}

// isYear reports whether s begins with a year as a sentence does: 2022年, 2021—2023.
func isYear(s string) bool {
	digits, rest := numeral(s)
	digits = HalfWidth(digits)
	next, _ := utf8.DecodeRuneInString(rest)
	return len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") && strings.ContainsRune("年-—–至", next)
}

// isPhrase reports whether s begins with a set phrase whose first numeral is part
// of it.
func isPhrase(s string) bool {
	return slices.ContainsFunc([]string{
		"一把手", "一岗双责", "一票否决", "二十大", "三公", "三重一大", "三会一课", "三资", "三农", "四风", "四个意识", "四个自信", "四个全面",
		"四种形态", "五位一体", "六稳", "六保", "七一", "八项规定", "十四五", "十九大",
	}, func(phrase string) bool { return strings.HasPrefix(s, phrase) })
}

// beginsName reports whether s goes on the name of a thing that a number stands
// before: 号楼, 期工程, 级. Words such as 期限 and 楼堂馆所 begin a sentence.
func beginsName(s string) bool {
	for _, x := range []struct{ begin, not string }{
		{"号", "召令称"}, {"楼", "堂宇道市盘"}, {"期", "限间满望末初货刊待"}, {"届", "满时中"}, {"级", "别差"},
	} {
		if rest, ok := strings.CutPrefix(s, x.begin); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return rest == "" || !strings.ContainsRune(x.not, next)
		}
	}
	return false
}
