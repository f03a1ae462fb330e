package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/sources/ledger"
)

// secret is a secrecy level as documents have it: 秘密★1年, 机密 3年, 密级：绝密
// (GB/T 9704-2012, 7.2.2).
var secret = regexp.MustCompile(`(?:绝密|机密|秘密)\s*(?:[` + ledger.Stars + `*＊]\s*(?:[\d０-９一二三四五六七八九十]+\s*[年个月]|长期)?|[\d０-９一二三四五六七八九十]+\s*[年个月]|长期)|密级\s*[:：]?\s*(?:绝密|机密|秘密)`)

// insideWords keep a whole ledger inside, as a clause of their own above its header.
var insideWords = []string{"绝密", "机密", "秘密", "内部", "内部资料", "内部文件", "内部材料", "内部使用", "内部传阅", "仅供内部使用", "仅限内部使用", "仅供内部参考", "供内部使用",
	"党内文件", "党内资料", "内部资料注意保存", "内部文件注意保存", "内部资料注意保密", "注意保密", "不得外传", "请勿外传", "严禁外传", "不外传"}

// marked reports what is written outside the findings and marks the ledger as a whole.
func marked(is func(text string) (mark string)) func(*ledger.Ledger, report) {
	return func(l *ledger.Ledger, report report) {
		for _, c := range l.Asides {
			if mark := is(c.Text); mark != "" {
				report(c.Pos, "台账标着“"+mark+"”，通报是向社会公开的", "")
			}
		}
	}
}

func isSecret(text string) string { return secret.FindString(text) }

// isInside is the first clause that says so; a text this long is an instruction.
func isInside(text string) string {
	const longest = 60 // characters
	if utf8.RuneCountInString(text) > longest || isSecret(text) != "" {
		return ""
	}
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) {
		if slices.Contains(insideWords, clause) || slices.Contains(privateRemarks, clause) {
			return clause
		}
	}
	return ""
}
