package recognise

import "tongbao/sources/ledger"

// again passes over t's header where it is repeated on a further page, with the
// title that is repeated above it, after reading the rows from one up to there.
func (t *table) again(from int, h header) {
	lead := t.leadOf(from, h.top)
	t.rows(from, lead)
	goesOn := t.open.last == lead-1
	for row := lead; row < h.top; row++ {
		goesOn = t.pageTitle(row) && goesOn
	}
	t.ledger.Skipped = append(t.ledger.Skipped, ledger.Skip{Pos: t.sheet.pos(h.top, 0), Last: h.bottom, Reason: "每页重复的表头"})
	t.between = h.bottom
	if goesOn {
		t.open.last = h.bottom
	}
}

// leadOf is the first of the rows above the header at top that belong to it: what
// stands alone, and labels such as 填报单位：.
func (t *table) leadOf(from, top int) int {
	lead := top
	for row := top - 1; row >= from && top-row <= longestTitles; row-- {
		own := t.sheet.own(row)
		switch {
		case len(own) == 0:
			continue // blank rows are the rows' above unless a title stands above them
		case len(own) == 1 && t.standsAlone(t.row(row)), hasLabel(own[0]):
			lead = row
		default:
			return lead
		}
	}
	return lead
}

// standsAlone reports whether the one cell of a row may be a title: it is merged
// over columns, or stands in the first column and is no number.
func (t *table) standsAlone(r *row) bool {
	_, isNumber := ledger.ReadNumber(r.own[0].Text)
	return r.banner() || r.own[0].Pos.Col <= t.cols[0] && t.fields[0] != ledger.FieldText && !isNumber
}

// pageTitle takes a row above a header that is repeated, and reports whether it
// belongs to the page alone. A name without a number that was not above the first
// header, may be either.
func (t *table) pageTitle(n int) bool {
	r := t.row(n)
	if len(r.own) == 0 {
		return true
	}
	text := r.own[0].Text
	switch {
	case t.kind(r) != nil || hasLabel(r.own[0]):
		t.skip(t.sheet.pos(n, 0), "每页重复的表头上面的文字"+quote(text))
	case t.isTitle(text) || titleWords.MatchString(text) && !namesGroup(text):
		t.skip(t.sheet.pos(n, 0), "每页重复的标题"+quote(text))
	case namesGroup(text) || typedBefore(text) != "":
		t.take(r)
		return false
	default:
		t.report(unclearRow, t.sheet.pos(n, 0), "这一行写了“"+brief(text)+"”，下面是重复的表头，分不清它是标题还是问题类别",
			"是问题类别的，前面写上编号，如 （一）；是标题的，写得和第一页一样，或者删去")
	}
	return true
}

// isTitle reports whether text stands above t's own header, too.
func (t *table) isTitle(text string) bool {
	for row := max(1, t.header.top-longestTitles); row < t.header.top; row++ {
		if own := t.sheet.own(row); len(own) == 1 && ledger.Squeeze(own[0].Text) == ledger.Squeeze(text) {
			return true
		}
	}
	return false
}
