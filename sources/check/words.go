package check

import (
	"slices"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// table returns the table that holds the cell at, in the column of x, or nil: the
// last one of its sheet that begins above it and has x there, for tables may stand
// side by side; or else the last one that begins above it.
func table(l *ledger.Ledger, at problem.Pos, x ledger.Field) *ledger.Table {
	var found, nearest *ledger.Table
	for i := range l.Tables {
		t := &l.Tables[i]
		if t.Sheet != at.Sheet || t.HeaderRows[0] >= at.Row {
			continue
		}
		if nearest == nil || t.HeaderRows[0] > nearest.HeaderRows[0] {
			nearest = t
		}
		if t.Columns[x] == at.Col && at.Col > 0 && (found == nil || t.HeaderRows[0] > found.HeaderRows[0]) {
			found = t
		}
	}
	if found != nil {
		return found
	}
	return nearest
}

// tablesOf is the table of each finding, as [table] finds it.
func tablesOf(l *ledger.Ledger) []*ledger.Table {
	bySheet := map[string][]*ledger.Table{}
	for i := range l.Tables {
		t := &l.Tables[i]
		bySheet[t.Sheet] = append(bySheet[t.Sheet], t)
	}
	for _, list := range bySheet {
		slices.SortStableFunc(list, func(a, b *ledger.Table) int { return a.HeaderRows[0] - b.HeaderRows[0] })
	}
	out := make([]*ledger.Table, len(l.Findings))
	for i := range l.Findings {
		f := &l.Findings[i]
		list := bySheet[f.Pos.Sheet]
		n, _ := slices.BinarySearchFunc(list, f.Pos.Row, func(t *ledger.Table, row int) int { return t.HeaderRows[0] - row })
		k := n - 1
		for k > 0 && list[k].Columns[ledger.FieldText] != f.Text.Pos.Col {
			k--
		}
		switch {
		case n == 0:
		case list[k].Columns[ledger.FieldText] == f.Text.Pos.Col:
			out[i] = list[k]
		default:
			out[i] = list[n-1]
		}
	}
	return out
}

// name is a field in 「」 as the office heads the column of the cell at.
func name(l *ledger.Ledger, at problem.Pos, x ledger.Field) string {
	if t := table(l, at, x); t != nil && t.Headings[x] != "" {
		return "「" + t.Headings[x] + "」"
	}
	return "「" + string(x) + "」"
}

// aside is the place to in brackets; a value from the command line has none.
func aside(at, to problem.Pos) string {
	if to == (problem.Pos{}) {
		return ""
	}
	return "（" + to.From(at) + "）"
}

// longest is how much of a cell a message repeats, in characters.
const longest = 24

// quote is the text of a cell as a message repeats it: in “”, on one line, cut if
// long.
func quote(c ledger.Cell) string { return "“" + ledger.Brief(c.Text, longest) + "”" }

// said is a cell in a message: its column and what stands in it.
func said(l *ledger.Ledger, x ledger.Field, c ledger.Cell) string {
	return name(l, c.Pos, x) + quote(c)
}
