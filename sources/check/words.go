package check

import (
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// table returns the table that holds the cell at, in the column of x, or nil: the
// last one of its sheet that begins above it. Of tables side by side it is the one
// that has x there.
func table(l *ledger.Ledger, at problem.Pos, x ledger.Field) *ledger.Table {
	var found *ledger.Table
	for i := range l.Tables {
		t := &l.Tables[i]
		if t.Sheet != at.Sheet || t.HeaderRows[0] >= at.Row {
			continue
		}
		if found == nil || t.HeaderRows[0] > found.HeaderRows[0] || t.HeaderRows == found.HeaderRows && t.Columns[x] == at.Col {
			found = t
		}
	}
	return found
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
