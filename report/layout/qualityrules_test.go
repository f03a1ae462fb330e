package layout

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// The rules of GB/T 15834-2011, GB/T 15835-2011 and CLREQ's basic level as a
// reader would check them: on words alone, sharing nothing with the product.

// noHead may not begin a line and noFoot may not end one.
const (
	noHead = "，。、；：．？！”’）》〉】〕］｝」』〗·・～－–∶…／℃℉％‰°′″㎡³μ)]},;:!?%."
	noFoot = "“‘（《〈【〔［｛「『〖￥＄￡№±∶／([{$"
)

// whole are the words that no line may end within, by what they are.
var whole = []struct {
	name string
	what *regexp.Regexp
}{
	{"numbers", regexp.MustCompile(`[0-9]+([.,:：∶][0-9]+)*[万亿]?|[０-９]+`)},
	{"units", regexp.MustCompile(`[±￥＄￡$-]?[0-9.]+(℃|°C|%|％|‰|㎡|m³|μm|km)|[±￥＄￡$-][0-9.]+`)},
	{"documents", regexp.MustCompile(`〔[0-9]{4}〕[0-9]+`)},
	{"pairs", regexp.MustCompile(`——|……`)},
	{"words", regexp.MustCompile(`[!-~]+`)},
}

// badHead and badFoot report what a line may not begin or end with. A single —
// is 连接号, two are 破折号.
func badHead(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune(noHead, r) || strings.HasPrefix(line, "—") && !strings.HasPrefix(line, "——")
}

func badFoot(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " 　"))
	return strings.ContainsRune(noFoot, r)
}

// tornWords returns the kinds of words that a line's end at byte at of text is
// within, and those words.
func tornWords(text string, at int) (kinds, words []string) {
	for _, kind := range whole {
		for _, span := range kind.what.FindAllStringIndex(text, -1) {
			if span[0] < at && at < span[1] {
				kinds, words = append(kinds, kind.name), append(words, text[span[0]:span[1]])
			}
		}
	}
	return kinds, words
}

// aloneAtEnd reports whether a paragraph's last line is one character, with its
// marks or without.
func aloneAtEnd(line string) bool {
	n := 0
	for _, r := range line {
		if !strings.ContainsRune(noHead+noFoot+"—- 　", r) {
			n++
		}
	}
	return n <= 1
}
