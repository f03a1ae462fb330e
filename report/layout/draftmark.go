package layout

import "tongbao/report/setup"

// marking is how the pages of a draft are marked; the zero value is a final
// text's.
type marking struct {
	words   string
	setting setting
	top     Unit
}

func newMarking(s *setup.Setup) marking {
	if s.Draft == "" {
		return marking{}
	}
	t, top := s.DraftMark()
	return marking{s.Draft, solid(t), top}
}

// watermark says on page, above the type area's left edge, that it is a draft's.
func (p *pager) watermark(page *Page) {
	if p.marking.words == "" {
		return
	}
	p.spans = append(p.spans[:0], span{text: p.marking.words, setting: p.marking.setting})
	cs := p.shape(p.spans)
	l := measured(cs, 0, len(cs))
	runs := p.line(l, p.sheet.Left.Unit, justify(l, l.width, true))
	for i := range runs {
		runs[i].Y, runs[i].Artifact = p.marking.top+runs[i].baseline(), Watermark
		page.Items = append(page.Items, &runs[i])
	}
}
