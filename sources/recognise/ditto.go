package recognise

import (
	"strings"
	"unicode/utf8"

	"tongbao/sources/ledger"
)

// isDitto reports whether a cell says that it says what the one above does.
func isDitto(text string) bool {
	first, _ := utf8.DecodeRuneInString(ledger.Trim(text))
	if !strings.ContainsRune("同〃″〞\"”", first) {
		return false // most cells, which are long
	}
	switch ledger.Squeeze(text) {
	case "同上", "同上。", "同前", "〃", "″", "〞", "\"", "”":
		return true
	}
	return false
}

// ditto puts the values of the row above where m or f, which begins with m, says 同上.
// F is nil for a further row; above is nil if there is none.
func (t *table) ditto(f *ledger.Finding, m *ledger.Measure, above *ledger.Finding) {
	for _, field := range t.fields {
		c := m.Cell(field)
		if c == nil && f != nil {
			c = f.Cell(field)
		}
		if c == nil || !isDitto(c.Text) || field == ledger.FieldGroup || field == ledger.FieldProblem {
			continue
		}
		if above == nil || field == ledger.FieldText || field == ledger.FieldNo {
			t.report(unclearRow, c.Pos, "「"+t.headingOf(field)+"」写着“"+c.Text+"”，不知道是什么", "写上完整的内容")
			continue
		}
		if field == ledger.FieldRectification && f != nil {
			t.shared = lastRow(above).Rectification.Pos
			t.report(sharedCell, c.Pos, "「"+t.headingOf(field)+"」写着“"+c.Text+"”，会把 "+t.shared.Address()+" 的一段再印一遍", "各条的整改情况不同的，分别填写；确实相同的不必改")
		}
		if m.Cell(field) != nil {
			takeOver(m, lastRow(above), field)
		} else {
			*c = *above.Cell(field)
		}
	}
}
