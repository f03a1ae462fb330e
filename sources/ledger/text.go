package ledger

import (
	"regexp"
	"strings"
	"unicode"
)

// Trim removes the blanks staff lay text out with: spaces, tabs, line ends, and
// the full-width, non-breaking and other Unicode blanks.
func Trim(s string) string { return strings.TrimSpace(s) }

// Squeeze removes every blank of s: two texts that differ in blanks only are the
// same, and headings and short words are compared so.
func Squeeze(s string) string {
	for _, r := range s {
		if isBlank(r) {
			return strings.Join(strings.FieldsFunc(s, isBlank), "")
		}
	}
	return s
}

// isBlank is unicode.IsSpace, quick with the characters of Chinese text.
func isBlank(r rune) bool { return r <= '\u3000' && unicode.IsSpace(r) }

// Brief is the beginning of s, up to n characters in one line, for a message.
func Brief(s string, n int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > n {
		return string(r[:n]) + "……"
	}
	return string(r)
}

// HalfWidth turns the full-width and small forms of ASCII characters into these:
// １（﹒ are 1(. .
func HalfWidth(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= '﹒' }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '﹙':
			return '('
		case r == '﹚':
			return ')'
		case r == '﹒':
			return '.'
		}
		return r
	}, s)
}

// Plain is the letters and digits of s in half width. Two texts that are the same
// when plain differ in blanks, marks and width only.
func Plain(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range HalfWidth(s) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Stars stand between a secrecy level and how long it holds: 秘密★1年.
const Stars = "★☆✭"

// Label stands before what was done about a finding; some staff type it, too.
const Label = "整改情况："

var typedLabel = regexp.MustCompile(`^整改情况[\s\p{Z}]*[：:]`)

// CutLabel returns the words of a 整改情况 without a typed [Label].
func CutLabel(s string) string {
	if !strings.HasPrefix(s, strings.TrimSuffix(Label, "：")) {
		return Trim(s)
	}
	return Trim(typedLabel.ReplaceAllString(s, ""))
}

// HowTo is the step of a hint that adds a row to the notice's data: 栏目 and 内容.
func HowTo(name, content string) string {
	return "在「通报正文」表里加一行：左边写 " + name + "，右边写 " + content
}

// IsFrom reports whether a 来源, as a merged ledger has it, names a file: 甲.xlsx in
// 甲.xlsx「整改台账」第5行, and not in one whose name ends so.
func IsFrom(source, file string) bool {
	for at := 0; ; at++ {
		i := strings.Index(source[at:], file+"「")
		if i < 0 {
			return false
		}
		at += i
		for _, before := range []string{"\n", "/", "、", "【和 ", "原来源 "} {
			if at == 0 || strings.HasSuffix(source[:at], before) {
				return true
			}
		}
	}
}

// IsFault reports whether s is what a failed formula shows, typed or pasted as
// text: #REF!.
func IsFault(s string) bool {
	const longest = 40 // in bytes, in full width and with blanks
	if len(s) > longest || !strings.ContainsAny(s, "#＃") {
		return false
	}
	switch strings.ToUpper(HalfWidth(Squeeze(s))) {
	case "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!":
		return true
	}
	return false
}
