package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// A recordStrip is what stands between two rules of 版记.
type recordStrip []row

// record puts 版记 (7.4) at the foot of the last page if that is even and has room,
// else of the next even one.
func (p *pager) record(r *notice.Record) {
	if r == nil {
		return
	}
	rule := gb9704.Records()
	strips := p.recordStrips(r, rule)
	high := recordHeight(strips, rule)
	if high > p.sheet.AreaHigh.Unit {
		p.problems = append(p.problems, recordTooTall.At(recordSource(r), "版记比一页还高", "精简主送机关、抄送机关，用规范化简称或统称"))
		return
	}
	p.recordPage(high)
	y := p.sheet.Bottom() - high
	p.recordRule(y, rule.Outer.Unit)
	y += rule.Outer.Unit
	for i, strip := range strips {
		if i > 0 {
			p.recordRule(y, rule.Inner.Unit)
			y += rule.Inner.Unit
		}
		for j := range strip {
			p.put(strip[j].runs, y+rule.Pad.Unit+Unit(j)*rule.Pitch.Unit)
		}
		y += strip.height(rule)
	}
	p.recordRule(y, rule.Outer.Unit)
	p.y = p.sheet.Bottom()
}

// recordPage makes the last page one that 版记 of a height may stand on. A page that
// is left blank for it has no number, and then its own has none either (7.5).
func (p *pager) recordPage(high Unit) {
	last := &p.pages[len(p.pages)-1]
	if last.Number%2 == 1 {
		p.newPage()
		return
	}
	if len(last.Turned) == 0 && p.y <= p.sheet.Bottom()-high {
		return
	}
	for range 2 {
		p.newPage()
		p.pages[len(p.pages)-1].Unnumbered = true
	}
}

// recordStrips sets 主送 and 抄送, then 印发机关 and 印发日期.
func (t *setter) recordStrips(r *notice.Record, rule gb9704.RecordRule) (strips []recordStrip) {
	set := solid(gb9704.RecordType())
	side := Unit(rule.Side.N) * set.cell
	left, right := t.sheet.Left.Unit+side, t.sheet.Left.Unit+t.sheet.AreaWidth.Unit-side
	var to recordStrip
	for _, l := range []*notice.Labelled{r.Recipients, r.Copies} {
		if l != nil {
			to = t.hanging(to, l, set, left, right)
		}
	}
	for _, strip := range []recordStrip{to, t.printed(r, set, left, right)} {
		if len(strip) > 0 {
			strips = append(strips, strip)
		}
	}
	return strips
}

// printed sets 印发机关 from left on and 印发日期 on its last row, up to right.
func (t *setter) printed(r *notice.Record, set setting, left, right Unit) recordStrip {
	date := t.flush(r.Date, set, right-left)
	shift(date, right-t.sheet.Left.Unit-width(date))
	issuer := t.flush(r.Issuer, set, right-left-width(date)-set.cell)
	shift(issuer, left-t.sheet.Left.Unit)
	n := len(issuer)
	if n == 0 || len(date) != 1 {
		return append(issuer, date...)
	}
	issuer[n-1].runs = append(issuer[n-1].runs, date[0].runs...)
	return issuer
}

func (s recordStrip) height(rule gb9704.RecordRule) Unit {
	return 2*rule.Pad.Unit + gb9704.RecordType().Size + Unit(len(s)-1)*rule.Pitch.Unit
}

// recordHeight is from the first rule's upper edge to the last one's lower edge.
func recordHeight(strips []recordStrip, rule gb9704.RecordRule) Unit {
	high := 2*rule.Outer.Unit + Unit(max(0, len(strips)-1))*rule.Inner.Unit
	for _, s := range strips {
		high += s.height(rule)
	}
	return high
}

func (p *pager) recordRule(y, stroke Unit) {
	p.artifact(&Rule{X: p.sheet.Left.Unit, Y: y, Width: p.sheet.AreaWidth.Unit, Height: stroke})
}

// recordSource is the cell of the longest text in r.
func recordSource(r *notice.Record) problem.Pos {
	at, longest := sourceOf(r.Issuer), 0
	if r.Issuer != nil {
		longest = len(notice.Plain(r.Issuer.Text))
	}
	for _, l := range []*notice.Labelled{r.Copies, r.Recipients} {
		if l != nil && len(notice.Plain(l.Text)) > longest {
			at, longest = source(l.Text), len(notice.Plain(l.Text))
		}
	}
	return at
}
