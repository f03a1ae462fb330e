package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// signers writes the rows of 签发人, the first with so much space above it; names on
// further rows stand below those on the first. Tab stops and not a table: the red
// line is the last row's border.
func (b *body) signers(h *notice.Head, rule gb9704.HeadRule, above gb9704.Unit) {
	columns := b.signerColumns(h, rule)
	names := h.Signers.Names
	for first := 0; first < len(names); first += columns.perRow {
		end := min(first+columns.perRow, len(names))
		last := end == len(names)
		p := paragraph{style: signersStyle, tabs: columns.tabs(first == 0, last)}
		if first == 0 {
			p.before = above
		}
		spans := append(b.spans[:0], span{markup: tab})
		if last {
			p.style = numberStyle
			spans = append(numberSpans(spans, h.Number), span{markup: tab})
		}
		b.open(p)
		b.words(signerSpans(spans, names[first:end], first == 0))
		b.raw(`</w:p>`)
	}
}

func numberSpans(spans []span, number *notice.Paragraph) []span {
	if number == nil {
		return spans
	}
	return spansOf(spans, "", number.Text)
}

// signerSpans are the names of a row, the label before the first row's.
func signerSpans(spans []span, names [][]notice.Inline, label bool) []span {
	if label {
		spans = append(spans, span{text: notice.SignersLabel})
	}
	for i, name := range names {
		if i > 0 {
			spans = append(spans, span{markup: tab})
		}
		spans = spansOf(spans, signerStyle, name)
	}
	return spans
}

// signerColumns are where 发文字号, the label and the two columns of names begin,
// from the type area's left edge.
type signerColumns struct {
	perRow                       int
	number, label, first, second gb9704.Unit
}

// signerColumns finds room for two names on a row, or one.
func (b *body) signerColumns(h *notice.Head, rule gb9704.HeadRule) signerColumns {
	side, gap := gb9704.Unit(rule.Side.N)*b.sheet.Cell.Unit, gb9704.Unit(rule.NameGap.N)*b.sheet.Cell.Unit
	c := signerColumns{perRow: min(rule.Names.N, len(h.Signers.Names)), number: side}
	for {
		widest := make([]gb9704.Unit, rule.Names.N)
		for i, name := range h.Signers.Names {
			widest[i%c.perRow] = max(widest[i%c.perRow], b.width(notice.Plain(name)))
		}
		names := widest[0]
		if c.perRow > 1 {
			names += gap + widest[1]
		}
		c.first = b.sheet.AreaWidth.Unit - side - names
		c.label = c.first - b.width(notice.SignersLabel)
		c.second = c.first + widest[0] + gap
		if c.perRow == 1 || c.label >= side+b.width(plain(h.Number))+b.sheet.Cell.Unit {
			return c
		}
		c.perRow = 1
	}
}

// tabs are the stops of a row: 发文字号 in the last one, the label or the name
// below the first, the second name.
func (c signerColumns) tabs(label, last bool) string {
	var stops []gb9704.Unit
	if last {
		stops = append(stops, c.number)
	}
	if label {
		stops = append(stops, c.label)
	} else {
		stops = append(stops, c.first)
	}
	return tabStops("left", append(stops, c.second)...)
}

func tabStops(kind string, stops ...gb9704.Unit) string {
	var x xmlBuf
	for _, stop := range stops {
		x.raw(`<w:tab w:val="`, kind, `" w:pos="`, stop, `"/>`)
	}
	return string(x.b)
}
