package workbook

import (
	"strconv"

	"tongbao/sources/ledger"
)

// filled writes the findings of a merged ledger.
func (b *template) filled(cols []column) {
	w := filler{template: b, cols: cols, styles: map[look]int{}}
	row := firstRow
	for i := range b.Findings {
		row = w.finding(row, &b.Findings[i])
	}
}

// A filler writes findings.
type filler struct {
	*template
	cols   []column
	styles map[look]int
}

// finding writes f from row on and returns the row below it.
func (w *filler) finding(row int, f *ledger.Finding) int {
	rows := []*ledger.Measure{}
	for m := range f.Rows() {
		rows = append(rows, m)
	}
	for i, c := range w.cols {
		if f.Measure.Cell(c.field) == nil {
			w.shared(i+1, row, f, c.field)
			w.merge(i+1, row, len(rows), shared(f, c.field))
			continue
		}
		for n := 0; n < len(rows); {
			from, here := n, rows[n].Cell(c.field)
			for n++; n < len(rows) && oneCell(here, rows[n].Cell(c.field)); n++ {
			}
			w.dated(i+1, row+from, rows[from], c.field)
			w.merge(i+1, row+from, n-from, here.Text)
		}
	}
	w.heights(row, f, rows)
	return row + len(rows)
}

// shared is what a field says of all rows of f; what may begin with a number, with it.
func shared(f *ledger.Finding, x ledger.Field) string {
	switch x {
	case ledger.FieldGroup, ledger.FieldProblem, ledger.FieldText:
		return ledger.Trim(f.Cell(x).Raw)
	}
	return f.Cell(x).Text
}

// shared writes what a field says of all rows of f.
func (w *filler) shared(col, row int, f *ledger.Finding, x ledger.Field) {
	as, format := ledger.Stored{}, ""
	if f.Cell(x).Number {
		as.Number, format = true, general
	}
	w.value(col, row, shared(f, x), as, format)
}

// general is the number format of what nobody gave one.
const general = "General"

// oneCell reports whether two rows share a cell, merged or taken over from above.
func oneCell(a, b *ledger.Cell) bool {
	return a.Text != "" && a.Pos == b.Pos && a.Pos.Col > 0
}

// merge joins n cells of a column, if there is something in the first.
func (w *filler) merge(col, row, n int, text string) {
	if n > 1 && text != "" {
		w.merges = append(w.merges, cell(col, row)+":"+cell(col, row+n-1))
	}
}

// dated writes a cell of m, a real date or a number as such.
func (w *filler) dated(col, row int, m *ledger.Measure, x ledger.Field) {
	as, precision := ledger.Stored{}, ledger.Day
	switch x {
	case ledger.FieldStarted:
		as, precision = m.Started.As, m.Started.Precision
	case ledger.FieldCompleted:
		as, precision = m.Completed.As, m.Completed.Precision
	case ledger.FieldAcceptedOn:
		as, precision = m.AcceptedOn.As, m.AcceptedOn.Precision
	case ledger.FieldDeadline:
		as, precision = m.Deadline.As, m.Deadline.Precision
	}
	as.Number = as.Number || m.Cell(x).Number
	format := ""
	switch {
	case as.Number:
		format = general
	case as.Day.IsZero():
	case precision == ledger.Month: // staff typed 2023年3月, and Excel shows that
		format = `yyyy"年"m"月"`
	case precision == ledger.Year:
		format = `yyyy"年"`
	}
	w.value(col, row, m.Cell(x).Text, as, format)
}

// firstSerial is the first day of which all programs agree what number it has:
// 1900-03-01.
const firstSerial = 61

// value writes text, or what the file that it is from stored in its place. Format is
// a number format instead of the column's, or "".
func (w *filler) value(col, row int, text string, as ledger.Stored, format string) {
	if text == "" {
		return
	}
	at, c := cell(col, row), w.cols[col-1]
	// Set before the value: excelize would look through all columns for the style.
	w.do(w.SetCellStyle(ledgerSheet, at, at, w.look(c.kind, format)))
	n, err := strconv.ParseFloat(text, 64)
	switch {
	case err == nil && (c.kind == number || as.Number) && strconv.FormatFloat(n, 'f', -1, 64) == text: // shown so again
		w.do(w.SetCellFloat(ledgerSheet, at, n, -1, 64))
	case !as.Day.IsZero() && serial(as.Day) >= firstSerial:
		w.do(w.SetCellInt(ledgerSheet, at, int64(serial(as.Day))))
	default:
		w.do(w.SetCellStr(ledgerSheet, at, text))
	}
}

// A look is what decides the style of a cell.
type look struct {
	kind   kind
	format string
}

// look is the style of a kind of cell, or of a centred one with a number format of
// its own, made once.
func (w *filler) look(k kind, format string) int {
	id, ok := w.styles[look{k, format}]
	switch {
	case ok:
		return id
	case format == "":
		id = w.cellStyle(k)
	default:
		id = w.open("center", format)
	}
	w.styles[look{k, format}] = id
	return id
}

// heights sets the heights of a finding's rows: each as its own words need, the
// last one so that the shared words fit, too.
func (w *filler) heights(row int, f *ledger.Finding, rows []*ledger.Measure) {
	widths := make([]float64, len(w.cols))
	own, all := make([]string, len(w.cols)), make([]string, len(w.cols))
	for i, c := range w.cols {
		widths[i] = c.width
		if f.Measure.Cell(c.field) == nil {
			all[i] = shared(f, c.field)
		}
	}
	left := height(all, widths)
	for n, m := range rows {
		for i, c := range w.cols {
			if own[i] = ""; m.Cell(c.field) != nil && (n == 0 || !oneCell(m.Cell(c.field), rows[n-1].Cell(c.field))) {
				own[i] = m.Cell(c.field).Text
			}
		}
		high := height(own, widths)
		if left -= high; n == len(rows)-1 && left > 0 {
			high = min(high+left, highest)
		}
		w.do(w.SetRowHeight(ledgerSheet, row+n, high))
	}
}
