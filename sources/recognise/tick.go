package recognise

import (
	"slices"
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// Some forms have a column for each status, 已完成 and 正在整改 under 完成情况, and the
// one that is true is ticked.

// ticked and unticked are what stands in such a column.
var (
	ticked   = []string{"√", "✓", "✔", "☑", "●", "■", "是", "1", "v", "V", "y", "Y"}
	unticked = []string{"×", "✗", "✘", "☐", "□", "○", "否", "0"}
)

// takeTicks reports whether list is the columns of a status that is ticked.
func (t *table) takeTicks(list []column) bool {
	for _, c := range list {
		if c.how != byName || ledger.ParseStatus(value(c.cell)).State == ledger.StateUnknown {
			return false
		}
	}
	t.ticks = list
	return true
}

// isTick reports whether a column is one of those that are ticked.
func (t *table) isTick(col int) bool {
	return slices.ContainsFunc(t.ticks, func(c column) bool { return c.col == col })
}

// readTicks sets the status of row n to the heading that is ticked.
func (t *table) readTicks(m *ledger.Measure, n int) {
	if len(t.ticks) == 0 {
		return
	}
	var on []column
	for _, c := range t.ticks {
		cell := t.sheet.at(n, c.col)
		switch text := ledger.Squeeze(cell.Text); {
		case !t.usable(cell, ledger.FieldStatus) || value(cell).IsEmpty() || slices.Contains(unticked, text):
		case slices.Contains(ticked, text):
			on = append(on, c)
		default:
			t.report(unclearRow, cell.Pos, "「"+c.label+"」是打勾的一栏，却写着“"+brief(cell.Text)+"”", "是这种情况的打√，不是的空着；要写的话写进「"+t.headingOf(ledger.FieldRectification)+"」")
		}
	}
	m.Status = ledger.ParseStatus(value(&grid.Cell{Pos: t.sheet.at(n, t.ticks[0].col).Pos}))
	switch len(on) {
	case 0:
	case 1:
		m.Status = ledger.ParseStatus(ledger.NewCell(t.sheet.at(n, on[0].col).Pos, on[0].cell.Text))
	default:
		var labels []string
		for _, c := range on {
			labels = append(labels, "「"+c.label+"」")
		}
		t.report(unclearRow, t.sheet.at(n, on[1].col).Pos, "这一行勾了"+strings.Join(labels, ""), "只勾一栏")
	}
}
