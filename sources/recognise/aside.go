package recognise

import (
	"strings"

	"tongbao/sources/ledger"
)

// asides keeps the words above the first header of a sheet with tables, whole rows of
// the sheet: a secrecy level stands there, be it over a table beside the ledger. Of
// the header's own rows it keeps what has a ★.
func (r *reader) asides(s sheet, h header) {
	for row := 1; row <= h.bottom; row++ {
		for _, c := range s.own(row) {
			if c.Flaw == nil && (row < h.top || strings.ContainsAny(c.Text, ledger.Stars)) {
				r.ledger.Asides = append(r.ledger.Asides, value(c))
			}
		}
	}
}

// stars keeps what has a ★ on sheets without a table: a cover has the level of the
// whole workbook. Other words there say nothing of the ledger.
func (r *reader) stars(list []unread) {
	for _, s := range list {
		for n := range s.Rows {
			for _, c := range s.own(n + 1) {
				if len(c.Text) <= longestHeading && strings.ContainsAny(c.Text, ledger.Stars) {
					r.ledger.Asides = append(r.ledger.Asides, value(c))
				}
			}
		}
	}
}
