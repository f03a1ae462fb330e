package recognise

import (
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// usable reports whether c may be read as field: nothing is wrong with it, and it
// belongs to one field alone. What is wrong is told once for each cell.
func (t *table) usable(c *grid.Cell, field ledger.Field) bool {
	from, to := t.over(c)
	if to-from < 2 || c.IsBlank() || c.Flaw != nil {
		return t.faultless(c, field)
	}
	if !t.told[c.Pos] {
		t.told[c.Pos] = true
		t.report(wideCell, c.Pos, "“"+brief(c.Text)+"”的一格（"+rangeOf(t, c)+"）跨了"+t.headings(t.fields[from:to])+"几栏，分不清是哪一栏的内容", "取消合并，每栏分别填写")
	}
	return false
}

// faultless reports whether c, read as field, is what somebody wrote.
func (t *table) faultless(c *grid.Cell, field ledger.Field) bool {
	if sound := t.sound(c); !sound || !isFault(c, field) {
		return sound
	}
	if !t.told[c.Pos] {
		t.told[c.Pos] = true
		t.report(faultyCell, c.Pos, "「"+t.headingOf(field)+"」里是公式出错的记号："+brief(c.Text), "在这一格直接写上内容，不用公式")
	}
	return false
}

// sound reports c's flaw, if it has one, and whether c has words all the same.
func (r *reader) sound(c *grid.Cell) bool {
	if c.Flaw != nil && !r.told[c.Pos] {
		r.told[c.Pos] = true
		r.problems = append(r.problems, *c.Flaw)
	}
	return c.Flaw == nil || c.Text != ""
}

// isFault takes a formula that failed, and what it shows as words where the notice
// would print them.
func isFault(c *grid.Cell, field ledger.Field) bool {
	return c.Kind == grid.Fault || field.Printed() && ledger.IsFault(c.Text)
}

// unusable reports what is written in r and cannot be used.
func (t *table) unusable(r *row) {
	for i, field := range t.fields {
		if c := r.values[i]; c != nil {
			t.usable(c, field)
		}
	}
	for _, c := range r.wide {
		if r.banner() {
			t.faultless(c, ledger.FieldGroup)
		} else {
			t.usable(c, "")
		}
	}
}

// headings is fields as the office heads their columns.
func (t *table) headings(fields []ledger.Field) string {
	var out strings.Builder
	for _, field := range fields {
		out.WriteString("「" + t.headingOf(field) + "」")
	}
	return out.String()
}

// rangeOf is a merged cell as Excel names it: D2:F2.
func rangeOf(t *table, c *grid.Cell) string {
	return c.Pos.Address() + ":" + t.sheet.pos(c.Merge.Row2, c.Merge.Col2).Address()
}
