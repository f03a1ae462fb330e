package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
)

// record writes 版记 (7.4), whose last rule lies on the type area's lower edge, and
// returns the section that is not ended yet. On a page of its own it is a section
// that begins on an even page and whose upper margin lets it begin where it must:
// every program does that. On a page with text, which only our own pages tell, it
// is a table that floats at its place; LibreOffice leaves it below the text.
func (b *body) record(r *notice.Record, now section) section {
	if r == nil {
		return now
	}
	strips := b.recordStrips(r)
	page := recordPage(r, b.pages)
	top := b.sheet.Bottom() - b.recordHeight(strips)
	if now.turned || !sharesPage(r, page) {
		b.endSection(now)
		now = section{kind: "evenPage", unnumbered: page != nil && page.Unnumbered, top: top, low: true}
		if b.draft.words != "" {
			now.top = 0
			b.lowered(top - b.page.Top.Unit)
		}
		b.recordTable(strips, "")
	} else {
		var x xmlBuf
		x.raw(`<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="margin" w:tblpX="0" w:tblpY="`, top, `"/><w:tblOverlap w:val="never"/>`)
		b.recordTable(strips, string(x.b))
	}
	return now
}

// recordPage is the page of ours that r stands on, or nil.
func recordPage(r *notice.Record, pages []layout.Page) *layout.Page {
	for i := len(pages) - 1; i >= 0; i-- {
		for item := range pages[i].All() {
			if run, ok := item.(*layout.Run); ok && ofRecord(r, run.Node) {
				return &pages[i]
			}
		}
	}
	return nil
}

// sharesPage reports whether page has other text, too.
func sharesPage(r *notice.Record, page *layout.Page) bool {
	if page == nil {
		return false
	}
	for item := range page.All() {
		if run, ok := item.(*layout.Run); ok && run.Node != nil && !ofRecord(r, run.Node) {
			return true
		}
	}
	return false
}

func ofRecord(r *notice.Record, node notice.Node) bool {
	switch node := node.(type) {
	case *notice.Labelled:
		return node == r.Recipients || node == r.Copies
	case *notice.Paragraph:
		return node != nil && (node == r.Issuer || node == r.Date)
	}
	return false
}

// A recordStrip is what stands between two rules of 版记.
type recordStrip struct {
	to    []*notice.Labelled
	print *notice.Record // 印发机关 and 印发日期
	lines int
}

// recordStrips parts r: 主送 and 抄送, then 印发机关 and 印发日期.
func (b *body) recordStrips(r *notice.Record) (strips []recordStrip) {
	var to recordStrip
	for _, l := range []*notice.Labelled{r.Recipients, r.Copies} {
		if l != nil {
			to.to = append(to.to, l)
			to.lines += b.recordLines(l)
		}
	}
	if len(to.to) > 0 {
		strips = append(strips, to)
	}
	if r.Issuer != nil || r.Date != nil {
		strips = append(strips, recordStrip{print: r, lines: 1})
	}
	return strips
}

// recordLines is how many lines l takes: as many as on our own pages, or about
// as many as its characters need.
func (b *body) recordLines(l *notice.Labelled) int {
	if n := layout.Lines(l, b.pages); n > 0 {
		return n
	}
	em := gb9704.RecordType().Size
	room := b.recordWidth() - b.recordLabel(l)
	return 1 + int((widthIn(notice.Plain(l.Text), em, 0)-1)/room)
}

// recordWidth is how wide its text may be.
func (b *body) recordWidth() gb9704.Unit { return b.sheet.AreaWidth.Unit - 2*recordSide() }

func (b *body) recordLabel(l *notice.Labelled) gb9704.Unit {
	return widthIn(l.Label, gb9704.RecordType().Size, 0) + tabRoom
}

func recordSide() gb9704.Unit {
	return gb9704.Unit(gb9704.Records().Side.N) * gb9704.RecordType().Size
}

// recordPads are the margins of a cell that put the rows' em boxes a pad from the
// rules.
func recordPads() (above, below gb9704.Unit) {
	rule := gb9704.Records()
	l := line{gb9704.RecordType().Size, rule.Pitch.Unit}
	return max(0, rule.Pad.Unit-l.above()), max(0, rule.Pad.Unit-l.below())
}

// recordHeight is from the first rule's upper edge to the last one's lower edge.
func (b *body) recordHeight(strips []recordStrip) gb9704.Unit {
	rule := gb9704.Records()
	above, below := recordPads()
	high := 2*rule.Outer.Unit + gb9704.Unit(len(strips)-1)*rule.Inner.Unit
	for _, s := range strips {
		high += above + gb9704.Unit(s.lines)*rule.Pitch.Unit + below
	}
	return high
}

// recordTable writes a row for each strip, of one cell: rules that are wider than
// the text are a table's.
func (b *body) recordTable(strips []recordStrip, place string) {
	width := b.sheet.AreaWidth.Unit
	b.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="`, recordTableStyle, `"/>`, place, `<w:tblW w:w="`, width,
		`" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="`, width, `"/></w:tblGrid>`)
	for _, s := range strips {
		b.raw(rowStart, `</w:trPr>`)
		b.cell(width, 1)
		for _, l := range s.to {
			hanging := b.recordLabel(l)
			b.label(paragraph{style: recordStyle, left: hanging, hanging: hanging}, l)
		}
		if s.print != nil {
			b.printed(s.print)
		}
		b.raw(`</w:tc></w:tr>`)
	}
	b.raw(`</w:tbl>`)
	b.last = foot{table: true}
}

// printed writes 印发机关 and, at the right, 印发日期 (7.4.3).
func (b *body) printed(r *notice.Record) {
	b.open(paragraph{style: recordStyle, tabs: tabStops("right", b.recordWidth())})
	spans := b.spans[:0]
	if r.Issuer != nil {
		spans = spansOf(spans, "", r.Issuer.Text)
	}
	if r.Date != nil {
		spans = spansOf(append(spans, span{markup: tab}), "", r.Date.Text)
	}
	b.words(spans)
	b.raw(`</w:p>`)
}
