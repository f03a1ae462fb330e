package layout

import (
	"strconv"

	"tongbao/report/gb9704"
)

// folios ends every page with its artifacts, the last of which is the page number:
// "— 1 —", at the right on odd pages and at the left on even ones (7.5).
func (p *pager) folios() {
	rule := p.sheet.PageNumber
	side := Unit(rule.Side.N) * p.sheet.Cell.Unit
	for i := range p.pages {
		page := &p.pages[i]
		if list := &page.Items; len(p.artifacts[i]) > 0 {
			if len(page.Turned) > 0 {
				list = &page.Turned
			}
			*list = append(*list, p.artifacts[i]...)
		}
		p.watermark(page)
		if page.Unnumbered {
			continue
		}
		runs := p.folio(page.Number, rule)
		x := p.sheet.Left.Unit + side
		switch room := p.sheet.AreaWidth.Unit - width([]row{{runs: runs}}); {
		case rule.Centred:
			x = p.sheet.Left.Unit + room/2
		case page.Number%2 == 1:
			x = p.sheet.Left.Unit + room - side
		}
		shift([]row{{runs: runs}}, x)
		for j := range runs {
			// A dash stands in the middle of its em box.
			runs[j].Y = p.sheet.NumberCentre() - runs[j].Size/2 + runs[j].baseline()
			page.Items = append(page.Items, &runs[j])
		}
	}
}

// folio sets number with its left edge at x = 0.
func (p *pager) folio(number int, rule gb9704.PageNumber) []Run {
	set := solid(gb9704.PageNumberType())
	p.spans = append(p.spans[:0], span{text: rule.Before, setting: set}, span{text: strconv.Itoa(number), setting: set}, span{text: rule.After, setting: set})
	cs := p.shape(p.spans)
	for i := range cs {
		cs[i].before = 0
		if cs[i].class.has(blank) {
			cs[i].width = rule.Gap.Unit
		}
	}
	l := measured(cs, 0, len(cs))
	return p.line(l, 0, justify(l, l.width, true))
}
