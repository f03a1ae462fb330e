package info

import (
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// numberings is the words for 编号方式.
var numberings = []struct {
	scope ledger.Numbering
	words []string
}{
	{ledger.Continuous, []string{"连续编号", "continuous"}},
	{ledger.PerParent, []string{"逐级编号", "per_parent"}},
}

func (d *draft) numbering(in *ledger.Info, c ledger.Cell) {
	for _, n := range numberings {
		if slices.Contains(n.words, c.Text) {
			in.Numbering = n.scope
			return
		}
	}
	if c.Text != "" {
		d.report(unknownValue, c.Pos, "编号方式“"+brief(c.Text)+"”看不懂", "写 连续编号（1.、（1）全文连续）或 逐级编号（每个上级标题下重新起）")
	}
}

// field returns the field called by c.
func (d *draft) field(c ledger.Cell) (ledger.Field, bool) {
	field := ledger.Field(ledger.Squeeze(c.Text))
	if slices.Contains(ledger.Fields(), field) {
		return field, true
	}
	var names []string
	for _, f := range ledger.Fields() {
		names = append(names, string(f))
	}
	hint := "项目有：" + strings.Join(names, "、")
	if near := problem.Nearest(string(field), names); near != "" {
		hint = "是不是「" + near + "」？" + hint
	}
	d.report(unknownValue, c.Pos, "台账没有「"+brief(c.Text)+"」这个项目", hint)
	return "", false
}

// columns reads 栏目对应: the office's heading, then our field.
func (d *draft) columns(in *ledger.Info, list []pair) {
	in.Columns = slices.Clone(in.Columns)
	for _, p := range list {
		if len(p.right) != 1 {
			d.report(wrongType, p.left.Pos, "「"+brief(p.left.Text)+"」要对应一个项目", "写成“原栏名：整改情况”")
			continue
		}
		field, ok := d.field(p.right[0])
		if !ok {
			continue
		}
		in.Columns = slices.DeleteFunc(in.Columns, func(c ledger.ColumnName) bool { return c.Heading.Text == p.left.Text })
		in.Columns = append(in.Columns, ledger.ColumnName{Heading: p.left, Field: field})
	}
}

// required reads 必填: our field, then 必填, 不要求 or the statuses that require it.
func (d *draft) required(in *ledger.Info, list []pair) {
	in.Required = slices.Clone(in.Required)
	for _, p := range list {
		field, ok := d.field(p.left)
		if !ok {
			continue
		}
		if r, ok := d.requirement(p); ok {
			r.Field = field
			in.Required = slices.DeleteFunc(in.Required, func(old ledger.Requirement) bool { return old.Field == field })
			in.Required = append(in.Required, r)
		}
	}
}

func (d *draft) requirement(p pair) (ledger.Requirement, bool) {
	r := ledger.Requirement{Pos: p.left.Pos, When: ledger.WhenState}
	for _, c := range p.right {
		state := ledger.ParseStatus(c).State
		switch {
		case len(p.right) == 1 && (c.Text == "必填" || c.Text == "要求"):
			r.When = ledger.Always
		case len(p.right) == 1 && (c.Text == "不要求" || c.Text == "选填"):
			r.When = ledger.Never
		case state == ledger.StateNone || state == ledger.StateUnknown:
			d.report(unknownValue, c.Pos, "「"+brief(p.left.Text)+"」的要求“"+brief(c.Text)+"”看不懂",
				"写 必填、不要求，或者完成情况：已完成、基本完成、正在整改、长期坚持、未完成")
			return r, false
		default:
			r.States = append(r.States, state)
		}
	}
	if len(p.right) == 0 {
		d.report(wrongType, p.left.Pos, "「"+brief(p.left.Text)+"」后面没有写要求", "写 必填、不要求 或 已完成")
	}
	return r, len(p.right) > 0
}
