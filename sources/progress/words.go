package progress

import (
	"fmt"
	"strings"
	"time"

	"tongbao/sources/ledger"
)

// Unnamed stands where no group, office or leader is filled in.
const Unnamed = "（未填写）"

// Names is an item's offices or leaders in words.
func Names(list []string, mark string) string {
	if list[0] == "" {
		return Unnamed
	}
	return strings.Join(list, mark)
}

// Day is a day as people write it.
func Day(t time.Time) string { return t.Format("2006年1月2日") }

// Rules says how r is counted, for whoever reads its numbers.
func (r *Report) Rules() []string {
	out := []string{
		fmt.Sprintf("逾期：整改时限在 %s 以前，还没有已完成、也不是长期坚持的；基本完成的、状态没有填写或认不出的，过了时限也算逾期。", Day(r.Today)),
		fmt.Sprintf("%s：整改时限在 %s 至 %s 之间，还没有已完成、也不是长期坚持的。", r.SoonWords(), Day(r.Today), Day(r.Last())),
		"时限无日期：时限写的是立行立改、长期坚持、“2个月内”一类，或者没有填写、认不出，而又没有已完成、也不是长期坚持的；是否逾期算不出，另外计数。“2个月内”没有写明从哪一天起，不推算。",
		"完成率四舍五入，留一位小数；“—”表示没有可以相比的数。",
		"合计按问题计；一条由几个部门承办、几位领导负责的，各计一次，各行相加可能多于合计。名称只有空格不同的，算同一个。",
		"责任领导里用顿号连写的（如 党组书记、局长）算一位；其中每一个都在别处单独写过的，才分开计。",
	}
	if r.Parted() {
		out = append(out, "一条问题分几行写的，按问题计一次：状态取进度最慢的一行，有一行逾期就算逾期；部门、领导只看自己的那几行；清单按行列出。")
	}
	if len(r.Ledgers) > 1 {
		out = append(out, "几份台账里名称相同的类别、部门、领导合在一行，下面分列各份台账。")
	}
	return out
}

// SoonWords heads the column of what is due soon.
func (o Options) SoonWords() string {
	if o.Within == 0 {
		return "当天到期"
	}
	return fmt.Sprintf("%d天内到期", o.Within)
}

// UndatedWords counts items by how their deadlines are put: 立行立改 2、没有填写 1.
func UndatedWords(items []Item) string {
	var out []string
	for _, k := range []struct {
		kind ledger.DeadlineKind
		word string
	}{
		{ledger.DeadlineImmediate, "立行立改"}, {ledger.DeadlineLongTerm, "长期坚持"}, {ledger.DeadlineBoth, "立行立改并长期坚持一类"},
		{ledger.DeadlineRelative, "“2个月内”一类"}, {ledger.DeadlineNone, "没有填写"}, {ledger.DeadlineUnknown, "认不出"},
	} {
		n := 0
		for _, item := range items {
			if item.Kind == k.kind {
				n++
			}
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("%s %d", k.word, n))
		}
	}
	return strings.Join(out, "、")
}
