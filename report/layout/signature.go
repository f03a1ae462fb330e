package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// A signature is 署名 and 成文日期 (7.3.5), a row each or more, with the seal pressed on
// them and 附注 below.
type signature struct {
	rows, note []row
	seal       *stamp // nil without
	src        problem.Pos
}

// signature sets s.
func (t *setter) signature(s *notice.Signature) *signature {
	if s.Seal != nil {
		return t.sealed(s)
	}
	return t.unsealed(s)
}

// unsealed is 7.3.5.2: the date begins two characters right of the issuer, and
// neither comes nearer than two to the right edge. An issuer longer than a line
// runs on under its own first character.
func (t *setter) unsealed(s *notice.Signature) *signature {
	rule, area := gb9704.Signatures(), t.sheet.AreaWidth.Unit
	longest := area - Unit(rule.Right.N)*t.sheet.Cell.Unit
	issuer, date := t.flush(s.Issuer, t.body(), longest), t.flush(s.Date, t.body(), longest)
	issuerWidth, dateWidth := width(issuer), width(date)
	issuerRight, dateRight := rule.Rights(t.sheet.Cell.Unit, issuerWidth, dateWidth)
	shift(issuer, max(0, area-issuerRight-issuerWidth))
	shift(date, max(0, area-dateRight-dateWidth))
	return &signature{rows: append(issuer, date...), src: sourceOf(s.Issuer)}
}

// A stand says where the parts of a signature stand, from the lower edge of the
// text above on.
type stand struct{ rows, seal, note, foot Unit }

// stand returns where the parts of s stand at a pitch.
func (s *signature) stand(cell, pitch Unit) (at stand) {
	high := height(s.rows, cell, pitch)
	at.rows = gb9704.Signatures().Above.Unit
	if s.seal != nil {
		at.rows, at.seal = gb9704.Seals().Press(high, s.seal.height)
		at.foot = at.seal + s.seal.height
	}
	at.note = at.rows + high + pitch - cell
	if s.seal.over(s.note) {
		at.note = at.foot + pitch - cell
	}
	at.foot = max(at.foot, at.rows+high)
	if len(s.note) > 0 {
		at.foot = max(at.foot, at.note+height(s.note, cell, pitch))
	}
	return at
}

// height is what s, which may be nil, needs below the text's last em box.
func (s *signature) height(cell, pitch Unit) Unit {
	if s == nil || len(s.rows) == 0 {
		return 0
	}
	return s.stand(cell, pitch).foot
}

// sign puts s, which may be nil, below the text of the last page. Where that has
// no room for it, as without any text it may, s begins a page.
func (p *pager) sign(s *signature) {
	if s == nil {
		return
	}
	cell, top := p.sheet.Cell.Unit, p.sheet.Top.Unit
	at, text := s.stand(cell, p.pitch), p.y-p.pitch+cell
	if p.y == top || text+at.foot > p.bottom() {
		if p.y > top {
			p.newPage()
		}
		at = s.stand(cell, p.pitch)
		text = p.y - at.rows
		if s.seal != nil {
			text = p.y - min(at.rows, at.seal)
		}
	}
	page := len(p.pages)
	p.press(s.seal, text+at.seal)
	p.y = text + at.rows
	p.spill(s.rows)
	if len(p.pages) == page {
		p.y = max(p.y, text+at.note)
	}
	p.spill(s.note)
	if len(p.pages) == page {
		p.y = max(p.y, text+at.foot+p.pitch-cell)
	}
}

// spill puts rows on the last page and, where they are so many, on further ones.
func (p *pager) spill(rows []row) {
	for i := range rows {
		if p.y+p.sheet.Cell.Unit > p.bottom() {
			p.newPage()
		}
		p.rows(rows[i : i+1])
	}
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
