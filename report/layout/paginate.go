package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// ascent is the part of an em box that stands above the baseline, in hundredths.
// The standard measures to em boxes, and every face of ours is drawn for this one.
const ascent = 88

// Paginate sets doc on pages as GB/T 9704-2012 wants it: 22 rows of 28
// characters that fill the type area. The pages hold every word of doc, by node
// and in order. They are nil if the list has an error, so that nothing is ever
// printed with a hole in it. doc and s are only read.
func Paginate(doc *notice.Document, s *setup.Setup) ([]Page, problem.List) {
	return newSetter(s).paginate(doc)
}

func (t *setter) paginate(doc *notice.Document) ([]Page, problem.List) {
	p := pager{setter: t}
	p.newPage()
	p.title(doc.Title, doc.Meta.Issuer)
	for i, text := range t.galleys(doc.Body) {
		if i > 0 {
			p.newPage()
		}
		p.section(text)
	}
	p.folios()
	t.problems.Sort()
	if t.problems.Err() != nil {
		return nil, t.problems
	}
	return p.pages, t.problems
}

// A pager puts rows on pages.
type pager struct {
	*setter
	pages []Page
	y     Unit // upper edge of the next em box on the last page
	pitch Unit // of its rows
}

func (p *pager) newPage() {
	p.pages = append(p.pages, Page{Number: len(p.pages) + 1})
	p.y, p.pitch = p.sheet.Top.Unit, p.sheet.Pitch.Unit
}

// section puts text and, below it, its signature on pages. Rows begin on the
// last page, of which the title may have taken a part.
func (p *pager) section(s section) {
	few := lone
	if s.signature != nil {
		few = headFoot
	}
	first, rest := p.room(p.y, s.signature), p.room(p.sheet.Top.Unit, s.signature)
	take := turns(s.rows, first, rest, few)
	for i := 0; i < len(s.rows); i += take[i] {
		if i > 0 {
			p.newPage()
		}
		if i+take[i] == len(s.rows) {
			p.tighten(take[i], s.signature)
		}
		p.rows(s.rows[i : i+take[i]])
	}
	p.sign(s.signature)
}

// bottom is the type area's lower edge.
func (p *pager) bottom() Unit { return p.sheet.Bottom() }

// room is what a page takes whose first em box begins at y.
func (p *pager) room(y Unit, s *signature) room {
	cell, pitch := p.sheet.Cell.Unit, p.sheet.Pitch.Unit
	tight := min(pitch, gb9704.Signatures().Tightest.Unit)
	fit := func(left, pitch Unit) int {
		if left < cell {
			return 0
		}
		return int((left-cell)/pitch) + 1
	}
	left := p.bottom() - y
	most := fit(left, pitch)
	return room{most, fit(left-s.height(cell, pitch), pitch), min(most, fit(left-s.height(cell, tight), tight))}
}

// tighten sets the pitch of the last page so that s, which may be nil, has room
// below n rows (7.3.5.5).
func (p *pager) tighten(n int, s *signature) {
	if s == nil || n == 0 {
		return
	}
	cell := p.sheet.Cell.Unit
	steps := Unit(n - 1 + max(0, len(s.rows)-1))
	need := p.y + cell + s.height(cell, 0)
	if fitting := (p.bottom() - need) / max(1, steps); fitting >= gb9704.Signatures().Tightest.Unit {
		p.pitch = min(p.pitch, fitting)
	}
}

// rows puts rows on the last page from p.y on.
func (p *pager) rows(rows []row) {
	for i := range rows {
		p.put(rows[i].runs, p.y)
		p.y += p.pitch
	}
}

// put puts runs on the last page, the upper edge of their em box at top.
func (p *pager) put(runs []Run, top Unit) {
	page := &p.pages[len(p.pages)-1]
	for i := range runs {
		runs[i].Y = top + runs[i].baseline()
		page.Items = append(page.Items, &runs[i])
	}
}
