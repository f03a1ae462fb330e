package info

import (
	"slices"
	"strings"
	"sync"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A key is one thing the notice's data may say.
type key struct {
	name    string   // in an info file
	columns []string // the 栏目 in the sheets, ours first; an info file may use them, too
	shape   shape
	set     func(in *ledger.Info, list []value)            // what is written, as it stands
	read    func(d *draft, in *ledger.Info, c ledger.Cell) // what must be understood
}

// A shape is what a key's content looks like.
type shape int

const (
	text       shape = iota // one value that is printed
	paragraphs              // any number of them
	datum                   // one value that is not printed as it stands: a date, a number, a word of a fixed list
	pairs                   // names and what they stand for
	part                    // 第N部分 as a whole: heading, then paragraphs
	partHeading
	partLead
	partContent
	sections // every part, in order
)

// A value is one value or paragraph and what the file says of it besides.
type value struct {
	ledger.Cell
	as  ledger.Stored
	bad bool // reported as unusable
}

// keys is every key; [officialKeys] has those of 公文 and annexes, [partKeys] the parts'.
var keys = sync.OnceValue(func() []key {
	return slices.Concat([]key{
		{"title", []string{"标题", "通报标题", "公文标题"}, text, func(in *ledger.Info, v []value) { in.Title = v[0].Cell }, nil},
		{"issuer", []string{"发文机关", "发文单位"}, text, func(in *ledger.Info, v []value) { in.Issuer = v[0].Cell }, nil},
		{"preamble", []string{"前言", "导语", "开头"}, paragraphs, func(in *ledger.Info, v []value) { in.Preamble = cells(v) }, nil},
		{"contact", []string{"联系方式", "监督方式"}, paragraphs, func(in *ledger.Info, v []value) { in.Contact = cells(v) }, nil},
		{"signature", []string{"落款", "署名", "发文机关署名"}, text, func(in *ledger.Info, v []value) { in.Signature = v[0].Cell }, nil},
		{"date", []string{"落款日期", "成文日期"}, datum, func(in *ledger.Info, v []value) { in.Date = date(v) }, nil},
		{"inspection_start", []string{"巡察开始", "巡察开始日期", "巡察开始时间"}, datum, func(in *ledger.Info, v []value) { in.InspectionStart = date(v) }, nil},
		{"inspection_end", []string{"巡察结束", "巡察结束日期", "巡察结束时间"}, datum, func(in *ledger.Info, v []value) { in.InspectionEnd = date(v) }, nil},
		{"feedback_date", []string{"反馈日期", "反馈时间", "巡察反馈日期"}, datum, func(in *ledger.Info, v []value) { in.Feedback = date(v) }, nil},
		{"numbering", []string{"编号方式"}, datum, nil, (*draft).numbering},
		{"columns", []string{"栏目对应"}, pairs, nil, nil},
		{"required", []string{"必填", "必填栏目"}, pairs, nil, nil},
		{"sections", []string{"各部分"}, sections, nil, nil},
	}, officialKeys(), annexKeys(), partKeys())
})

// printsWords reports whether the notice prints k's content as it stands.
func (k key) printsWords() bool { return k.shape != datum && k.shape != pairs }

const ordinals = "one two three four five six seven eight nine ten"

// partKeys is 第一部分标题, 第一部分导语, 第一部分内容 and so on; in an info file
// part_one holds the heading and the paragraphs together.
func partKeys() []key {
	var out []key
	for i, ordinal := range strings.Fields(ordinals) {
		n := "第" + ledger.Han(i+1) + "部分"
		out = append(out,
			key{"part_" + ordinal, []string{n}, part, nil, nil},
			key{"part_" + ordinal + "_heading", []string{n + "标题"}, partHeading, nil, nil},
			key{"part_" + ordinal + "_lead", []string{n + "导语"}, partLead, nil, nil},
			key{"part_" + ordinal + "_content", []string{n + "内容", n + "正文"}, partContent, nil, nil})
	}
	return out
}

// order is the N of a key of 第N部分.
func (k key) order() int {
	numeral, _, _ := strings.Cut(strings.TrimPrefix(k.columns[0], "第"), "部分")
	n, _ := ledger.ReadHan(numeral)
	return n
}

// byName is every key by each of its names.
var byName = sync.OnceValue(func() map[string]key {
	out := map[string]key{}
	for _, k := range keys() {
		for _, name := range append([]string{k.name}, k.columns...) {
			out[name] = k
		}
	}
	return out
})

// find returns the key called name in either way; blanks do not count.
func find(name string) (key, bool) {
	k, ok := byName()[plain(name)]
	return k, ok
}

// plain is a name without blanks and a final colon.
func plain(name string) string {
	return strings.TrimRight(ledger.Squeeze(name), "：:")
}

// nearest returns the known name most like name, in its own language, or "".
func nearest(name string) string {
	var known []string
	for _, k := range keys() {
		known = append(append(known, k.columns...), k.name)
	}
	return problem.Nearest(plain(name), known)
}

func cells(list []value) []ledger.Cell {
	out := make([]ledger.Cell, len(list))
	for i, v := range list {
		out[i] = v.Cell
	}
	return out
}

// date reads a date; one that was reported already is none, and no fault.
func date(list []value) ledger.Date {
	if list[0].bad {
		return ledger.Date{Cell: list[0].Cell}
	}
	return ledger.ParseDate(list[0].Cell, list[0].as, false)
}
