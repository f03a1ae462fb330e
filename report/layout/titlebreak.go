package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tongbao/report/gb9704"
)

// What it costs to part a title at a place. There is no dictionary to ask, so
// words that titles are made of (titlewords.go) and marks have to do.
const (
	afterDe     = 0   // after 的, before 关于: where readers pause
	afterWord   = 20  // between two known words, after 局, 会 and their like
	besideWord  = 30  // where one side is known
	unknown     = 45  // perhaps inside a name
	beforeNoun  = 40  // before 情况 and its like, which need what stands before
	insideName  = 100 // before 党组 and its like, which end a name
	insideWord  = 150 // inside a known word
	insidePair  = 200 // inside 《》, “”, （）
	insideOrgan = 900 // inside the issuer's name: worse than any shape
	wrongHead   = 80  // 的, 和 and their like at a row's head
	afterAbout  = 120 // 关于 parted from what it is about
	wrongFoot   = 50  // 和, 对 and their like at its foot
	unbreakable = 10_000
)

const (
	headless = "的地得和与及对暨并或等之了着" // may not head a row
	footless = "和与及暨并或对在将被向为从"  // should not end one
	numerals = "0123456789一二三四五六七八九十百两几"
	measures = "个届轮批次名项条件起家年月日期号"
	bodies   = "局委办部厅署院会组处科所队站馆校" // end a name
	places   = "省市县区镇乡村街"         // end one, but a body's may go on
)

// titleBreaks returns for each place, from before the first char to behind the
// last, what it costs to begin a row there.
func titleBreaks(cs []char, words *wording) []int {
	costs := make([]int, len(cs)+1)
	for i := 1; i < len(cs); i++ {
		if cs[i].before&parts == 0 {
			costs[i] = unbreakable
			continue
		}
		costs[i] = words.cost(i)
	}
	return costs
}

// A wording is a title cut into words.
type wording struct {
	cs    []char
	known []bool // char i is part of a known word
	organ []bool // a row that began with char i would part the issuer's name
	word  []int  // which word char i belongs to
	tail  []bool // a word that ends a name begins with char i
	noun  []bool // a clinging word begins with char i
	deep  []int  // pairs of marks open before char i
}

func newWording(cs []char, name string) *wording {
	w := &wording{cs: cs, known: make([]bool, len(cs)), organ: make([]bool, len(cs)), tail: make([]bool, len(cs)), noun: make([]bool, len(cs)), word: make([]int, len(cs)), deep: make([]int, len(cs)+1)}
	var text strings.Builder
	at := make([]int, len(cs)+1) // where char i begins in text
	for i := range cs {
		at[i] = text.Len()
		text.WriteString(cs[i].text)
		w.deep[i+1] = max(0, w.deep[i]+depth(cs[i].text))
	}
	at[len(cs)] = text.Len()
	w.cut(text.String(), at)
	w.find(name, text.String(), at)
	w.find(text.String()[:at[w.about()]], text.String(), at)
	return w
}

// about returns the first 关于 that stands behind the issuer's name, or 0.
func (w *wording) about() int {
	for i := 1; i+1 < len(w.cs); i++ {
		if w.cs[i].text == "关" && w.cs[i+1].text == "于" && w.deep[i] == 0 {
			return i
		}
	}
	return 0
}

// find marks where name stands in text. A name that one row cannot hold is parted
// like other words.
func (w *wording) find(name, text string, at []int) {
	from := strings.Index(text, name)
	if n := utf8.RuneCountInString(name); from < 0 || n > gb9704.Titles().Longest.N {
		return
	}
	for i := range w.organ {
		w.organ[i] = w.organ[i] || from < at[i] && at[i] < from+len(name)
	}
}

// depth is the pairs that a mark opens, or -1.
func depth(mark string) int {
	switch {
	case strings.Contains("《〈“‘（〔", mark):
		return 1
	case strings.Contains("》〉”’）〕", mark):
		return -1
	}
	return 0
}

// cut marks the words of text: those that leave the fewest pieces, a char that
// belongs to none counting twice.
func (w *wording) cut(text string, at []int) {
	n := len(w.cs)
	pieces, length := make([]int, n+1), make([]int, n)
	for i := n - 1; i >= 0; i-- {
		pieces[i], length[i] = pieces[i+1]+2, 1
		for _, word := range titleWords {
			if end := i + len([]rune(word)); end <= n && strings.HasPrefix(text[at[i]:], word) && pieces[end]+1 < pieces[i] {
				pieces[i], length[i] = pieces[end]+1, end-i
			}
		}
	}
	for i := 0; i < n; i += length[i] {
		w.tail[i] = slices.Contains(nameEnds, text[at[i]:at[i+length[i]]])
		w.noun[i] = slices.Contains(clinging, text[at[i]:at[i+length[i]]])
		for j := i; j < i+length[i]; j++ {
			w.word[j], w.known[j] = i, length[i] > 1
		}
	}
}

// cost is what it costs to begin a row with char i.
func (w *wording) cost(i int) int {
	last, next := w.cs[i-1].text, w.cs[i].text
	cost := 0
	if strings.Contains(headless, next) && !w.known[i] {
		cost += wrongHead
	}
	if strings.Contains(footless, last) && !w.known[i-1] {
		cost += wrongFoot
	}
	if last == "于" {
		cost += afterAbout
	}
	switch {
	case w.word[i] == w.word[i-1]:
		cost += insideWord
	case last == "的" || next == "关":
		cost += afterDe
	case w.tail[i]:
		cost += insideName
	case w.known[i] && w.known[i-1] || strings.Contains(bodies, last):
		cost += afterWord
	case w.known[i] || w.known[i-1]:
		cost += besideWord
	default:
		cost += unknown
	}
	if !w.known[i] && (strings.Contains(bodies, next) || strings.Contains(places, next) && !w.known[i-1]) {
		cost += insideWord
	}
	if !w.known[i-1] && strings.Contains(places, last) && next != "关" {
		cost += beforeNoun
	}
	if w.noun[i] {
		cost += beforeNoun
	}
	if strings.Contains(numerals, last) && strings.Contains(measures, next) {
		cost += insideWord
	}
	cost += w.deep[i] * insidePair
	if w.organ[i] {
		cost += insideOrgan
	}
	return cost
}
