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

// secrets reports what is written outside the findings and marks the ledger as a
// whole with a level that the document does not have. 密级 itself is L517's and L518's.
func secrets(l *ledger.Ledger, report report) {
	const raise = "按保密规定处理；「密级」写不低于台账的密级，误标或已解密的，删去这个标志"
	own := l.Info.Official.Secrecy
	for _, c := range l.Asides {
		mark := isSecret(c.Text)
		switch {
		case mark == "" || c.Pos == own.Pos:
		case l.Info.Form == ledger.FormNotice:
			report(c.Pos, "台账标着“"+mark+"”，通报是向社会公开的", "")
		case own.IsEmpty():
			report(c.Pos, "台账标着“"+mark+"”，公文没有写密级", raise)
		case levelOf(mark) > levelOf(own.Text):
			report(c.Pos, "台账标着“"+mark+"”，公文的密级只是"+quote(own)+aside(c.Pos, own.Pos), raise)
		}
	}
}

// levelOf orders the secrecy levels.
func levelOf(mark string) int {
	for i, word := range []string{"秘密", "机密", "绝密"} {
		if strings.Contains(mark, word) {
			return i + 1
		}
	}
	return 0
}

// insides reports the words that keep a ledger inside; a secret document has its level.
func insides(l *ledger.Ledger, report report) {
	why, hint := "通报是向社会公开的", ""
	if l.Info.Form == ledger.FormDocument {
		if !l.Info.Official.Secrecy.IsEmpty() {
			return
		}
		why, hint = "公文会印出台账的内容，没有写密级", "核对这些内容能不能发给收文的机关；能发的，删去这几个字；涉密的，写「密级」"
	}
	for _, c := range l.Asides {
		if mark := isInside(c.Text); mark != "" {
			report(c.Pos, "台账标着“"+mark+"”，"+why, hint)
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
