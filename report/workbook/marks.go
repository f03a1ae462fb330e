package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tongbao/sources/ledger"
)

// marks puts the colours on 整改台账: lines around the rows in use, red where
// something is missing, orange where the deadline is past, purple on a number
// that is there twice. Only Excel's own clock is asked, and only while it shows
// the sheet.
func (b *template) marks(cols []column) {
	m := marker{template: b, at: map[ledger.Field]string{}}
	for i, c := range cols {
		m.at[c.field] = letters(i + 1)
	}
	m.used = fmt.Sprintf("COUNTA($A%d:$%s%d)>0", firstRow, letters(len(cols)), firstRow)
	for _, c := range cols {
		if when := m.missing(c.field); when != "" {
			m.mark(m.at[c.field], m.at[c.field], when, &excelize.Style{Fill: fill(red), Border: frame()})
		}
	}
	m.mark(m.at[ledger.FieldDeadline], m.at[ledger.FieldDeadline], m.overdue(), &excelize.Style{Fill: fill(orange), Border: frame()})
	m.mark(m.at[ledger.FieldNo], m.at[ledger.FieldNo], m.repeated(), &excelize.Style{Fill: fill(purple), Border: frame()})
	m.mark("A", letters(len(cols)), m.used, &excelize.Style{Border: frame()})
}

// A marker knows the column of each field, for formulas about the row firstRow,
// which stand for every row.
type marker struct {
	*template
	at   map[ledger.Field]string
	used string // the row is in use
}

func (m *marker) mark(from, to, formula string, s *excelize.Style) {
	id, err := m.NewConditionalStyle(s)
	m.do(err)
	m.do(m.SetConditionalFormat(ledgerSheet, fmt.Sprintf("%s%d:%s%d", from, firstRow, to, m.lastRow()),
		[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: formula, Format: &id}}))
}

// cell is the field's cell in the row asked about.
func (m *marker) cell(x ledger.Field) string { return fmt.Sprintf("$%s%d", m.at[x], firstRow) }

// missing is when x lacks its value, or "" for a field that may be empty. A group
// or problem that continues the row above may be.
func (m *marker) missing(x ledger.Field) string {
	r := m.requirement(x)
	empty := "LEN(TRIM(" + m.cell(x) + "))=0"
	switch {
	case x == ledger.FieldWithheld:
		return fmt.Sprintf(`AND(TRIM(%s)="%s",%s)`, m.cell(ledger.FieldPublication), withheld, empty)
	case r.When == ledger.Always && (x == ledger.FieldGroup || x == ledger.FieldProblem):
		return fmt.Sprintf("AND(%s,COUNTA($%s$%d:%s)=0)", m.used, m.at[x], firstRow, m.cell(x))
	case r.When == ledger.Always:
		return fmt.Sprintf("AND(%s,%s)", m.used, empty)
	case r.When == ledger.WhenState:
		return fmt.Sprintf("AND(%s,%s)", m.status(statusWords(r)), empty)
	}
	return ""
}

// status is when 完成情况 is one of list.
func (m *marker) status(list []string) string {
	var each []string
	for _, word := range list {
		each = append(each, fmt.Sprintf(`TRIM(%s)="%s"`, m.cell(ledger.FieldStatus), word))
	}
	return "OR(" + strings.Join(each, ",") + ")"
}

// overdue is when the deadline is a day that is past, and the finding neither
// done nor for the long run.
func (m *marker) overdue() string {
	settled := ledger.Requirement{States: []ledger.State{ledger.Completed, ledger.LongTerm}}
	d := m.cell(ledger.FieldDeadline)
	return fmt.Sprintf("AND(ISNUMBER(%s),%s<TODAY(),NOT(%s))", d, d, m.status(statusWords(settled)))
}

// repeated is when 序号 is there twice: in all, or where numbers begin anew, under
// the same problem.
func (m *marker) repeated() string {
	count := func(x ledger.Field) string {
		return fmt.Sprintf("$%s$%d:$%s$%d,%s", m.at[x], firstRow, m.at[x], m.lastRow(), m.cell(x))
	}
	no := m.cell(ledger.FieldNo)
	return fmt.Sprintf(`AND(%s<>"",IF(%s="%s",COUNTIFS(%s,%s,%s),COUNTIF(%s))>1)`, no, numberingBy, perParent,
		count(ledger.FieldGroup), count(ledger.FieldProblem), count(ledger.FieldNo), count(ledger.FieldNo))
}

// statusWords is the words of the list for 完成情况 that r is for.
func statusWords(r ledger.Requirement) []string {
	if len(r.States) == 0 {
		return []string{closed}
	}
	var out []string
	for _, word := range listOf(string(ledger.FieldStatus)) {
		if slices.Contains(r.States, ledger.ParseStatus(ledger.Cell{Text: word}).State) {
			out = append(out, word)
		}
	}
	return out
}

func join(list []string) string { return strings.Join(list, "、") }
