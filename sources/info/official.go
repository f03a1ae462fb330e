package info

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tongbao/sources/ledger"
)

// officialKeys is what a 公文 says besides a notice, and what either may have at its
// end: 附注, 印章, 附件台账.
func officialKeys() []key {
	set := func(at func(in *ledger.Info) *ledger.Cell) func(*ledger.Info, []value) {
		return func(in *ledger.Info, v []value) { *at(in) = v[0].Cell }
	}
	return []key{
		{"form", []string{"文种", "公文种类"}, datum, nil, (*draft).form},
		{"mark", []string{"发文机关标志"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Mark }), nil},
		{"number", []string{"发文字号", "文号"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Number }), nil},
		{"signers", []string{"签发人"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Signers }), nil},
		{"copy_number", []string{"份号"}, datum, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Copy }), nil},
		{"secrecy", []string{"密级", "密级和保密期限"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Secrecy }), nil},
		{"urgency", []string{"紧急程度"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Urgency }), nil},
		{"recipients", []string{"主送机关", "主送"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Recipients }), nil},
		{"recipients_place", []string{"主送位置"}, datum, nil, (*draft).recipientsPlace},
		{"copies", []string{"抄送机关", "抄送"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Copies }), nil},
		{"printer", []string{"印发机关"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Official.Printer }), nil},
		{"print_date", []string{"印发日期"}, datum, printDate, nil},
		{"note", []string{"附注"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Note }), nil},
		{"seal", []string{"印章"}, datum, nil, (*draft).seal},
		{"seal_size", []string{"印章尺寸"}, datum, nil, (*draft).sealSize},
		{"ledger_annex", []string{"附件台账"}, datum, nil, (*draft).ledgerAnnex},
		{"ledger_annex_title", []string{"附件台账标题"}, text, set(func(in *ledger.Info) *ledger.Cell { return &in.Ledger.Title }), nil},
		{"ledger_annex_layout", []string{"附件台账方向"}, datum, nil, (*draft).ledgerAnnexLayout},
	}
}

// printDate reads 印发日期, which staff write as 版记 has it, too: 2024年4月9日印发.
func printDate(in *ledger.Info, list []value) {
	v := list[0]
	v.Text = ledger.Trim(strings.TrimSuffix(v.Text, "印发"))
	in.Official.Printed = date([]value{v})
}

// annexKeys is 附件一标题, 附件一内容 and so on; the first may be called 附件.
func annexKeys() []key {
	var out []key
	for i, ordinal := range strings.Fields(ordinals) {
		names := []string{"附件" + ledger.Han(i+1), "附件" + strconv.Itoa(i+1)}
		if i == 0 {
			names = append(names, "附件")
		}
		title, content := slices.Clone(names), slices.Clone(names)
		for n, name := range names {
			title[n], content[n] = name+"标题", name+"内容"
		}
		out = append(out,
			key{"annex_" + ordinal + "_title", title, text, func(in *ledger.Info, v []value) { in.Annex(i + 1).Title = v[0].Cell }, nil},
			key{"annex_" + ordinal + "_content", content, paragraphs, func(in *ledger.Info, v []value) { in.Annex(i + 1).Content = cells(v) }, nil})
	}
	return out
}

// A choice is one of the things that a 栏目 may say, and the words for it.
type choice[T any] struct {
	value T
	words []string
}

// choose sets out to what c says; an empty c leaves it, other words are reported.
func choose[T any](d *draft, out *T, name string, c ledger.Cell, choices []choice[T]) {
	var known []string
	for _, x := range choices {
		if slices.Contains(x.words, strings.ToLower(ledger.Squeeze(c.Text))) {
			*out = x.value
			return
		}
		known = append(known, x.words[0])
	}
	if c.Text != "" {
		d.report(unknownValue, c.Pos, name+"“"+brief(c.Text)+"”看不懂", "写 "+strings.Join(known, " 或 "))
	}
}

func (d *draft) form(in *ledger.Info, c ledger.Cell) {
	choose(d, &in.Form, "文种", c, []choice[ledger.Form]{
		{ledger.FormNotice, []string{"社会通报", "通报", "notice"}},
		{ledger.FormDocument, []string{"公文", "红头", "红头文件", "document"}},
	})
}

func (d *draft) recipientsPlace(in *ledger.Info, c ledger.Cell) {
	choose(d, &in.Official.Below, "主送位置", c, []choice[bool]{
		{false, []string{"正文前", "正文", "text"}}, {true, []string{"版记", "record"}},
	})
}

func (d *draft) ledgerAnnexLayout(in *ledger.Info, c ledger.Cell) {
	in.Ledger.Layout = c
	choose(d, &in.Ledger.Portrait, "附件台账方向", c, []choice[bool]{
		{false, []string{"横排", "横向", "landscape"}}, {true, []string{"竖排", "竖向", "纵向", "portrait"}},
	})
}

// noneWords are how staff write that there is none.
var noneWords = []string{"不用", "不要", "否", "没有", "no", "false", "none"}

func isNone(c ledger.Cell) bool {
	return c.IsEmpty() || slices.Contains(noneWords, strings.ToLower(ledger.Squeeze(c.Text)))
}

func (d *draft) seal(in *ledger.Info, c ledger.Cell) {
	if isNone(c) {
		c.Text = ""
	}
	in.Seal.File = c
}

// sealSize is 42, 42毫米, 4.2厘米 or 42×30; whether a seal may be so large is check's
// business.
var sealSize = regexp.MustCompile(`(?i)^(\d{1,3}(?:\.\d{1,3})?)(毫米|mm|厘米|cm)?(?:[x×*](\d{1,3}(?:\.\d{1,3})?)(毫米|mm|厘米|cm)?)?$`)

func (d *draft) sealSize(in *ledger.Info, c ledger.Cell) {
	in.Seal.Size, in.Seal.Width, in.Seal.Height = c, 0, 0
	if c.IsEmpty() {
		return
	}
	m := sealSize.FindStringSubmatch(ledger.HalfWidth(ledger.Squeeze(c.Text)))
	if m == nil || thousandths(m[1], "") == 0 || m[3] != "" && thousandths(m[3], "") == 0 {
		d.report(unknownValue, c.Pos, "印章尺寸“"+brief(c.Text)+"”看不懂", "写印在纸上的毫米数，如 42；宽和高不同的写 宽×高，如 42×30；写厘米的注明，如 4.2厘米")
		return
	}
	if m[3] == "" {
		m[3], m[4] = m[1], m[2]
	}
	in.Seal.Width, in.Seal.Height = thousandths(m[1], cmp.Or(m[2], m[4])), thousandths(m[3], m[4])
}

// thousandths is a number of millimetres, or of centimetres, with up to three
// decimals in micrometres.
func thousandths(s, unit string) int {
	whole, decimals, _ := strings.Cut(s, ".")
	n, _ := strconv.Atoi(whole + (decimals + "000")[:3])
	if unit = strings.ToLower(unit); unit == "厘米" || unit == "cm" {
		n *= 10
	}
	return n
}

// ledgerAnnex is 是, or the columns that the table is to have.
func (d *draft) ledgerAnnex(in *ledger.Info, c ledger.Cell) {
	in.Ledger.At, in.Ledger.Columns, in.Ledger.Wanted = c, nil, !isNone(c)
	switch strings.ToLower(ledger.Squeeze(c.Text)) {
	case "是", "要", "有", "yes", "true":
		return
	}
	if !in.Ledger.Wanted {
		return
	}
	for _, name := range c.List("、，,；;") {
		in.Ledger.Columns = append(in.Ledger.Columns, ledger.Cell{Pos: c.Pos, Raw: c.Raw, Text: name})
	}
	if len(in.Ledger.Columns) == 0 {
		d.report(unknownValue, c.Pos, "附件台账“"+brief(c.Text)+"”看不懂", "写 是，或者写要印的栏名，用顿号隔开")
	}
}
