package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/sources/problem"
)

// A kind says what may take a placeholder's place.
type kind int

const (
	inline kind = iota // words, among others
	block              // paragraphs, so it stands alone
)

// A name is one placeholder that templates may have.
type name struct {
	word string
	also []string
	kind kind
	what string   // for people
	trim []string // left out at the value's end if the template goes on with it
}

const (
	titleName       = "标题"
	bodyName        = "正文"
	issuerName      = "落款"
	dateName        = "日期"
	annexName       = "附件"
	listName        = "附件说明"
	recipientsName  = "主送机关"
	noteName        = "附注"
	signersName     = "签发人"
	numberName      = "发文字号"
	markName        = "发文机关标志"
	copiesName      = "抄送机关"
	printerName     = "印发机关"
	printedName     = "印发日期"
	copyNumberName  = "份号"
	secrecyName     = "密级"
	urgencyName     = "紧急程度"
	organisationTag = "发文机关"
	draftName       = "稿别"
	headName        = "版头"
	recordName      = "版记"
)

// names is every placeholder, in the order people are told of them. The words that
// info files use for the same thing are taken too.
func names() []name {
	return []name{
		{titleName, []string{"通报标题", "公文标题"}, inline, "公文标题", nil},
		{bodyName, nil, block, "正文全文，单独成段", nil},
		{issuerName, []string{"署名", "发文机关署名"}, inline, "发文机关署名", nil},
		{dateName, []string{"成文日期", "落款日期"}, inline, "成文日期", nil},
		{annexName, []string{"附件内容", "附件正文"}, block, "附件，单独成段", nil},
		{listName, nil, block, "附件说明，单独成段", nil},
		{headName, nil, block, "整个版头，单独成段", nil},
		{recordName, nil, block, "整个版记，单独成段，另起双页", nil},
		{recipientsName, []string{"主送"}, inline, "主送机关，末尾有冒号", []string{"："}},
		{noteName, nil, inline, "附注，带括号", []string{"）"}},
		{markName, nil, inline, "发文机关标志", []string{"文件"}},
		{numberName, []string{"文号"}, inline, "发文字号", nil},
		{signersName, nil, inline, "签发人姓名", nil},
		{copyNumberName, nil, inline, "份号", nil},
		{secrecyName, []string{"密级和保密期限"}, inline, "密级和保密期限", nil},
		{urgencyName, nil, inline, "紧急程度", nil},
		{copiesName, []string{"抄送"}, inline, "抄送机关，末尾有句号", []string{"。"}},
		{printerName, nil, inline, "印发机关", nil},
		{printedName, nil, inline, "印发日期，末尾有“印发”", []string{"印发"}},
		{organisationTag, []string{"发文单位"}, inline, "发文机关名称", nil},
		{draftName, nil, inline, "征求意见稿一类的字样，宜放页眉；定稿时没有", nil},
	}
}

// within is the block that brings what a name stands for, "" if there is none.
func within(name string) string {
	switch name {
	case copyNumberName, secrecyName, urgencyName, markName, numberName, signersName:
		return headName
	case copiesName, printerName, printedName:
		return recordName
	}
	return ""
}

// find returns the name that word spells.
func find(word string) (name, bool) {
	for _, n := range names() {
		if n.word == word || slices.Contains(n.also, word) {
			return n, true
		}
	}
	return name{}, false
}

// closest returns the known word that is most like word, if one is like it.
func closest(word string) string {
	var known []string
	for _, n := range names() {
		known = append(append(known, n.word), n.also...)
	}
	return problem.Nearest(word, known)
}

// A match is one placeholder in a text, its braces at [from, to).
type match struct {
	from, to int
	word     string // without blanks
}

// matches finds {{x}} and ｛｛x｝｝, also mixed. Opened is true if a pair of braces is
// opened and not closed, or closed and not opened.
func matches(text string) (found []match, opened bool) {
	for at := 0; at < len(text); {
		open, n := pair(text[at:], "{｛")
		if open < 0 {
			break
		}
		start := at + open
		inside := start + n
		shut, m := pair(text[inside:], "}｝")
		if shut < 0 || strings.ContainsAny(text[inside:inside+shut], "{｛}｝"+barrier) {
			opened = true
			at = inside
			continue
		}
		found = append(found, match{start, inside + shut + m, squeeze(text[inside : inside+shut])})
		at = inside + shut + m
	}
	rest := text
	for i := len(found) - 1; i >= 0; i-- {
		rest = rest[:found[i].from] + rest[found[i].to:]
	}
	stray, _ := pair(rest, "}｝")
	for _, m := range found { // a third brace would be printed
		before, _ := utf8.DecodeLastRuneInString(text[:m.from])
		after, _ := utf8.DecodeRuneInString(text[m.to:])
		opened = opened || strings.ContainsRune("{｛", before) || strings.ContainsRune("}｝", after)
	}
	return found, opened || stray >= 0
}

// pair finds two braces of a kind in a row; n is their length in bytes.
func pair(text, braces string) (at, n int) {
	last, size := -1, 0
	for i, r := range text {
		if !strings.ContainsRune(braces, r) {
			last = -1
			continue
		}
		if last >= 0 {
			return last, size + utf8.RuneLen(r)
		}
		last, size = i, utf8.RuneLen(r)
	}
	return -1, 0
}

// squeeze is text without blanks of any kind.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
