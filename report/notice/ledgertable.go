package notice

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"tongbao/sources/ledger"
)

// ledgerTable is 附件台账: bands for groups and problems as the text has heads for
// them, and the ledger's rows as they are. What several rows of a finding share
// stands in the first of them.
func (b *builder) ledgerTable(l *ledger.Ledger, title string) *Table {
	columns, _ := l.AnnexColumns()
	t := &Table{Summary: fmt.Sprintf("%s，共%d栏", title, len(columns))}
	for _, c := range columns {
		t.Columns = append(t.Columns, Column{Head: paragraph(asTyped(c.Head)), Short: isShort(l, c.Field)})
	}
	bands := bander{columns: columns, quiet: normaliser{raw: b.raw}}
	bands.problemLevel, _ = levels(l.Findings)
	bands.count.runOn = b.info.Numbering == ledger.Continuous
	for i := range l.Findings {
		f := &l.Findings[i]
		t.Rows = append(t.Rows, bands.before(f)...)
		var above *ledger.Measure
		for m := range f.Rows() {
			row := Row{}
			for _, c := range columns {
				row.Cells = append(row.Cells, b.tableCell(f, m, above, c.Field))
			}
			t.Rows = append(t.Rows, row)
			above = m
		}
	}
	return t
}

// tableCell is one cell's lines, empty where the row above said the same cell.
// The text tells the changes in what it prints, too.
func (b *builder) tableCell(f *ledger.Finding, m, above *ledger.Measure, x ledger.Field) (out Cell) {
	c := m.Cell(x)
	if above != nil && (c == nil || c.Pos == above.Cell(x).Pos) {
		return out
	}
	if c == nil {
		c = f.Cell(x)
	}
	n := &b.normaliser
	if x.Printed() {
		n = &normaliser{raw: b.raw}
	}
	lines := c.Lines()
	if x == ledger.FieldRectification && len(lines) > 0 {
		lines[0] = ledger.CutLabel(lines[0])
	}
	for _, line := range lines {
		if line = n.words(*c, line); line != "" {
			out.Paragraphs = append(out.Paragraphs, paragraph(Text{S: line, Src: c.Pos}))
		}
	}
	return out
}

// shortFields hold numbers, dates and names.
var shortFields = []ledger.Field{
	ledger.FieldNo, ledger.FieldStatus, ledger.FieldLeader, ledger.FieldDepartment, ledger.FieldPartner, ledger.FieldPerson,
	ledger.FieldStarted, ledger.FieldDeadline, ledger.FieldCompleted, ledger.FieldPublication, ledger.FieldAcceptedBy, ledger.FieldAcceptedOn,
}

// isShort reports whether each line of x is a number, a date or a name.
func isShort(l *ledger.Ledger, x ledger.Field) bool {
	const longest = 12 // characters
	if !slices.Contains(shortFields, x) {
		return false
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		for m := range f.Rows() {
			c := m.Cell(x)
			if c == nil {
				c = f.Cell(x)
			}
			if slices.ContainsFunc(c.Lines(), func(line string) bool { return utf8.RuneCountInString(line) > longest }) {
				return false
			}
		}
	}
	return true
}

// A bander makes the bands of a table: a number and words as the text has them.
type bander struct {
	columns        []ledger.AnnexColumn
	count          counter
	problemLevel   int
	quiet          normaliser // the text tells the changes
	group, problem ledger.Numbered
}

// before is the bands above f: its group and its problem where they differ from
// those of the row above and have no column of their own.
func (b *bander) before(f *ledger.Finding) (out []Row) {
	if !sameWords(f.Group, b.group) {
		b.group, b.problem = f.Group, ledger.Numbered{}
		out = b.band(out, ledger.FieldGroup, 2, f.Group)
	}
	if !sameWords(f.Problem, b.problem) {
		b.problem = f.Problem
		out = b.band(out, ledger.FieldProblem, b.problemLevel, f.Problem)
	}
	return out
}

func (b *bander) band(rows []Row, x ledger.Field, level int, n ledger.Numbered) []Row {
	if n.Text == "" || slices.ContainsFunc(b.columns, func(c ledger.AnnexColumn) bool { return c.Field == x }) {
		return rows
	}
	words := Text{S: b.quiet.words(n.Cell, n.Text), Src: n.Pos}
	return append(rows, Row{Band: paragraph(Text{S: number(level, b.count.next(level))}, words)})
}
