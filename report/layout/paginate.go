package layout

import (
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// ascent is the part of an em box that stands above the baseline, in hundredths.
// The standard measures to em boxes, and every face is drawn for this one.
const ascent = 88

// Paginate sets doc on pages as GB/T 9704-2012 wants it: 22 rows of 28
// characters that fill the type area. The pages hold every word of doc, by node
// and in order. They are nil if the list has an error, so that nothing is ever
// printed with a hole in it. doc and s are only read.
func Paginate(doc *notice.Document, s *setup.Setup) ([]Page, problem.List) {
	t := newSetter(s)
	p := pager{setter: t}
	p.newPage()
	p.title(doc.Title)
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

// section puts text and, below it, its signature on pages.
func (p *pager) section(s section) {
	keep := 0
	if s.signature != nil {
		keep = withSignature
	}
	rows := s.rows
	for len(rows) > p.room() || s.signature != nil && !p.signed(s.signature, len(rows)) {
		if len(rows) == 0 && p.y == p.sheet.Top.Unit {
			break
		}
		end := turn(rows, p.room(), keep)
		p.rows(rows[:end])
		rows = rows[end:]
		p.newPage()
	}
	p.rows(rows)
	if s.signature != nil {
		p.sign(s.signature)
	}
}

// bottom is the type area's lower edge.
func (p *pager) bottom() Unit { return p.sheet.Top.Unit + p.sheet.AreaHigh.Unit }

// room is the rows that the last page can still take.
func (p *pager) room() int {
	left := p.bottom() - p.y - p.sheet.Cell.Unit
	if left < 0 {
		return 0
	}
	return int(left/p.sheet.Pitch.Unit) + 1
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
		runs[i].Y = top + runs[i].Size*ascent/100
		page.Items = append(page.Items, &runs[i])
	}
}
