package info

import (
	"strings"

	"tongbao/sources/ledger"
)

// pairs reads 栏目对应 and 必填 as the sheets have them: 原栏名：整改情况, one a
// line or a row, or parted by ；.
func (d *draft) pairs() {
	for i := range d.items {
		x := &d.items[i]
		if x.key.shape != pairs {
			continue
		}
		for _, v := range x.list {
			if v.bad {
				continue
			}
			for _, text := range strings.FieldsFunc(v.Text, func(r rune) bool { return r == '\n' || r == '；' || r == ';' }) {
				d.pair(x, v.Cell, text)
			}
		}
	}
}

// pair adds one of them, written in c.
func (d *draft) pair(x *item, c ledger.Cell, text string) {
	i := strings.IndexAny(text, "：:=＝")
	if i < 0 {
		d.report(wrongType, c.Pos, "“"+brief(text)+"”里没有冒号", "写成“原栏名：整改情况”或“佐证材料：已完成”")
		return
	}
	part := func(s string) ledger.Cell { return ledger.Cell{Pos: c.Pos, Raw: c.Raw, Text: ledger.Trim(s)} }
	p := pair{left: part(text[:i])}
	for _, right := range strings.FieldsFunc(strings.TrimLeft(text[i:], "：:=＝"), func(r rune) bool { return strings.ContainsRune("、，,", r) }) {
		if ledger.Trim(right) != "" {
			p.right = append(p.right, part(right))
		}
	}
	x.pairs = append(x.pairs, p)
}
