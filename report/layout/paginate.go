package layout

import (
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
}

func (p *pager) newPage() {
	p.pages = append(p.pages, Page{Number: len(p.pages) + 1})
	p.y = p.sheet.Top.Unit
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
		p.rows(s.rows[i : i+take[i]])
	}
	p.sign(s.signature)
}

// bottom is the type area's lower edge.
func (p *pager) bottom() Unit { return p.sheet.Top.Unit + p.sheet.AreaHigh.Unit }

// room is what a page takes whose first em box begins at y.
func (p *pager) room(y Unit, s *signature) room {
	cell, pitch := p.sheet.Cell.Unit, p.sheet.Pitch.Unit
	fit := func(left Unit) int {
		if left < cell {
			return 0
		}
		return int((left-cell)/pitch) + 1
	}
	left := p.bottom() - y
	return room{fit(left), fit(left - s.height(cell, pitch))}
}

// rows puts rows on the last page, on the grid's pitch from p.y on.
func (p *pager) rows(rows []row) {
	for i := range rows {
		p.put(rows[i].runs, p.y)
		p.y += p.sheet.Pitch.Unit
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
