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
	p.body(doc.Body)
	for i := range doc.Annexes {
		p.annex(&doc.Annexes[i])
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

// body puts the blocks of the document or of an annex on the last page from p.y
// on, and on further ones.
func (p *pager) body(blocks []notice.Block) {
	signed := false
	for _, s := range p.galleys(blocks) {
		if signed {
			p.newPage()
		}
		p.section(s)
		if s.table != nil {
			p.table(s.table)
		}
		signed = s.signature != nil
	}
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
		here := s.rows[i : i+take[i]]
		if i+take[i] == len(s.rows) {
			p.pitch = p.room(p.y, s.signature).tighten(here)
		}
		p.rows(here)
	}
	p.sign(s.signature)
}

// bottom is the type area's lower edge.
func (p *pager) bottom() Unit { return p.sheet.Bottom() }

// rows puts rows on the last page from p.y on.
func (p *pager) rows(rows []row) {
	for i := range rows {
		if gap := rows[i].gap; i > 0 && gap > 0 {
			p.y += gap - (p.pitch - p.sheet.Cell.Unit)
		}
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
