package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SplitNumber parts the number that staff typed before a text from its words;
// typed is "" if there is none, and holds no blanks. It takes 1.5万元, 3.15晚会,
// 一、二季度, 9、10月份 and （1）号楼 for words; 1.2022年以来 begins with a number.
func SplitNumber(text string) (typed, words string) {
	n, length := typedNumber(text)
	if n == "" || joined(n, text[length:]) {
		return "", text
	}
	return Squeeze(n), Trim(text[length:])
}

// typedNumber reads the number with its mark that text begins with, and how much
// of text it takes with a second mark: （一）、. The forms are （一） ① 1.2. 1. 1）.
func typedNumber(text string) (n string, length int) {
	s := scan{text: text}
	switch {
	case s.one("（(﹙"):
		s.blanks()
		ok := s.numeral() > 0
		s.blanks()
		if !ok || !s.one("）)﹚") {
			return "", 0
		}
	case s.run(1, isCircled) == 1:
	case s.numeral() == 0:
		return "", 0
	case s.one("）)"):
	default:
		if s.levels(); s.at > 0 {
			return text[:s.at], s.at
		}
		return "", 0
	}
	length = s.at
	s.one("、.．")
	return text[:length], s.at
}

// levels passes the rest of a number of one or more levels, 1.2. or 1 . or 一、;
// a failed scan is at 0.
func (s *scan) levels() {
	one, last := *s, 0
	for range 3 {
		if !isDigit(s.first()) || !s.one(".．") || s.run(2, isDigit) == 0 {
			break
		}
		if mark := *s; mark.one(".．、") {
			last = mark.at
		}
	}
	if *s = one; last > 0 {
		s.at = last
		return
	}
	if s.blanks(); !s.one("、.．﹒") {
		s.at = 0
	}
}

// A scan walks a text from its beginning.
type scan struct {
	text string
	at   int
}

// first is the text's first character.
func (s *scan) first() rune {
	r, _ := utf8.DecodeRuneInString(s.text)
	return r
}

// run passes up to most characters that are of a kind.
func (s *scan) run(most int, is func(rune) bool) (n int) {
	for n < most && s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if !is(r) {
			break
		}
		s.at += size
		n++
	}
	return n
}

// one passes one of marks.
func (s *scan) one(marks string) bool {
	return s.run(1, func(r rune) bool { return strings.ContainsRune(marks, r) }) == 1
}

func (s *scan) blanks() { s.run(len(s.text), unicode.IsSpace) }

// numeral passes a Chinese numeral or up to three digits.
func (s *scan) numeral() int {
	if n := s.run(len(s.text), isHan); n > 0 {
		return n
	}
	return s.run(3, isDigit)
}

func isHan(r rune) bool {
	return r == '百' || r == '十' || r == '〇' || r != '两' && hanDigit(r) >= 0
}
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isCircled takes the numbers that are one character: ① ⑴ ⒈ ㈠ ❶.
func isCircled(r rune) bool { return circled(r) > 0 || r >= '㈠' && r <= '㈩' }
