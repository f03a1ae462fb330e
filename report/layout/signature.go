package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// A signature is 署名 and 成文日期 (7.3.5.2), a row each or more.
type signature struct {
	rows  []row
	above Unit // from the text's lower edge
}

// signature sets s: the date begins two characters right of the issuer, and
// neither comes nearer than two to the right edge. An issuer longer than a line
// runs on under its own first character.
func (t *setter) signature(s *notice.Signature) *signature {
	rule, area := gb9704.Signatures(), t.sheet.AreaWidth.Unit
	longest := area - Unit(rule.Right.N)*t.sheet.Cell.Unit
	issuer, date := t.flush(s.Issuer, t.body(), longest), t.flush(s.Date, t.body(), longest)
	issuerWidth, dateWidth := width(issuer), width(date)
	issuerRight, dateRight := rule.Rights(issuerWidth, dateWidth)
	shift(issuer, max(0, area-issuerRight-issuerWidth))
	shift(date, max(0, area-dateRight-dateWidth))
	return &signature{rows: append(issuer, date...), above: rule.Above.Unit}
}

// flush sets p, which may be nil, at the type area's left edge, in lines of at
// most the given width.
func (t *setter) flush(p *notice.Paragraph, set setting, longest Unit) []row {
	if p == nil {
		return nil
	}
	t.spans = spansOf(t.spans[:0], p.Text, set, p)
	return t.paragraph(nil, t.spans, t.sheet.Left.Unit, 0, longest)
}

// width is the width of the widest of rows, which begin at the same x.
func width(rows []row) (widest Unit) {
	for _, r := range rows {
		if n := len(r.runs); n > 0 {
			widest = max(widest, r.runs[n-1].end()-r.runs[0].X)
		}
	}
	return widest
}

// end is where the next glyph would begin.
func (r *Run) end() Unit {
	x := r.X
	for _, g := range r.Glyphs {
		x += g.Advance
	}
	return x
}

func shift(rows []row, by Unit) {
	for _, r := range rows {
		for i := range r.runs {
			r.runs[i].X += by
		}
	}
}

// height is what s, which may be nil, needs below the text's last em box.
func (s *signature) height(cell, pitch Unit) Unit {
	if s == nil || len(s.rows) == 0 {
		return 0
	}
	return s.above + cell + Unit(len(s.rows)-1)*pitch
}

// sign puts s, which may be nil, below the text of the last page. Where that has
// no room for it, as without any text it may, s begins a page.
func (p *pager) sign(s *signature) {
	if s == nil {
		return
	}
	cell, pitch := p.sheet.Cell.Unit, p.pitch
	if p.y > p.sheet.Top.Unit {
		foot := p.y - (pitch - cell)
		p.y = foot + s.above
		if foot+s.height(cell, pitch) > p.bottom() {
			p.newPage()
		}
	}
	for i := range s.rows {
		if p.y+cell > p.bottom() {
			p.newPage()
		}
		p.rows(s.rows[i : i+1])
	}
}
