package ledger

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The parts of a typed number, for patterns.
const (
	hanNumber = `[零〇一二三四五六七八九十百]+`
	number    = `[0-9０-９]{1,3}`
	gap       = `[\s\p{Z}]*`
)

// numberForms are the ways staff type a number before a text: group 1 is the
// number with its mark.
var numberForms = []*regexp.Regexp{
	regexp.MustCompile(`^([（(﹙]` + gap + `(?:` + hanNumber + `|` + number + `)` + gap + `[）)﹚])[、.．]?`),
	regexp.MustCompile(`^([⑴-⒇㈠-㈩①-⑳㉑-㉟㊱-㊿⒈-⒛❶-❿⓵-⓾])[、.．]?`),
	regexp.MustCompile(`^(` + number + `(?:[.．][0-9０-９]{1,2}){1,3}[.．、])`),
	regexp.MustCompile(`^((?:` + hanNumber + `|` + number + `)` + gap + `[、.．﹒])`),
	regexp.MustCompile(`^((?:` + hanNumber + `|` + number + `)[）)])[、.．]?`),
}

// SplitNumber parts the number that staff typed before a text from its words;
// typed is "" if there is none, and holds no blanks. It takes 1.5万元, 3.15晚会
// and 一、二季度 for words; 1.2022年以来 begins with a number.
func SplitNumber(text string) (typed, words string) {
	for _, form := range numberForms {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		words = text[len(m[0]):]
		if joined(m[1], words) {
			return "", text
		}
		return Squeeze(m[1]), Trim(words)
	}
	return "", text
}

// yearWords is a year that begins a sentence.
var yearWords = regexp.MustCompile(`^(?:19|20)\d{2}(?:年|[-—–至])`)

// joined reports whether a number and what follows are one: a decimal, or
// neighbouring numbers as in 一、二季度 and 1、2号楼. A year never is.
func joined(typed, rest string) bool {
	mark, _ := utf8.DecodeLastRuneInString(typed)
	next, _ := utf8.DecodeRuneInString(HalfWidth(rest))
	adjoins := strings.ContainsRune(".．﹒", mark) && unicode.IsDigit(next)
	if mark == '、' {
		adjoins = next == after(HalfWidth(strings.TrimSuffix(typed, "、")))
	}
	return adjoins && !yearWords.MatchString(fold(rest))
}

// after is the single digit or numeral that follows the one in s, or 0.
func after(s string) rune {
	for _, digits := range []string{"123456789", "一二三四五六七八九十"} {
		all := []rune(digits)
		for i, r := range all[:len(all)-1] {
			if s == string(r) {
				return all[i+1]
			}
		}
	}
	return 0
}
