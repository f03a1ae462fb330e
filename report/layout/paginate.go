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
	top := p.titleTop()
	if doc.Head != nil {
		top, p.headed = p.head(doc.Head), true
	}
	p.title(doc.Title, doc.Meta.Issuer, top)
	text := p.galleys(doc.Body)
	p.showText(doc.Body, text)
	p.sections(text)
	for i := range doc.Annexes {
		p.annex(&doc.Annexes[i])
	}
	p.record(doc.Record)
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
	pages     []Page
	artifacts [][]Item    // of each page, which come last on it
	y         Unit        // upper edge of the next em box on the last page
	pitch     Unit        // of its rows
	headed    bool        // page 1 has 版头
	signs     tallSigners // of 版头
	turned    bool        // the last page's sheet is turned: the setter's sheet is that one
	ruled     slab[Rule]
}

func (p *pager) newPage() {
	p.pages = append(p.pages, Page{Number: len(p.pages) + 1})
	p.artifacts = append(p.artifacts, nil)
	p.y, p.pitch = p.sheet.Top.Unit, p.sheet.Pitch.Unit
}

// artifact puts item on the last page, below what is read there.
func (p *pager) artifact(item Item) {
	last := &p.artifacts[len(p.artifacts)-1]
	*last = append(*last, item)
}

// sections puts the body of the document or of an annex on the last page from p.y
// on, and on further ones.
func (p *pager) sections(text []section) {
	var above section
	for i, s := range text {
		if above.signature != nil || above.table != nil && p.room(p.y, nil).most(nil) < min(rowsBelowTable, len(s.rows)) {
			p.newPage()
		}
		p.section(s)
		p.table(s.table, i == 0 && len(s.rows) == 0)
		above = s
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
	first.face = p.headed && len(p.pages) == 1
	if s.table != nil {
		few, rest.below = 0, s.lead(rest)
		first.below = rest.below
	}
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
	pages := len(p.pages)
	p.sign(s.signature)
	if len(s.rows) > 0 && (len(p.pages) > pages || s.rows[take[0]-1].after == textless) {
		p.signatureAlone(s.signature)
	}
}

// signatureAlone reports a text so short that it cannot stand both on page 1 and
// above its signature, unless something else is wrong with page 1.
func (p *pager) signatureAlone(s *signature) {
	if s == nil || p.problems.Err() != nil {
		return
	}
	p.problems = append(p.problems, signatureAlone.At(s.src, "首页放不下署名和成文日期，另起一页又没有正文",
		"正文再写两行以上，或者缩短标题、主送机关，使首页放得下"))
}

// bottom is the lower edge of what rows may take.
func (p *pager) bottom() Unit { return p.sheet.Foot() }

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
	items := p.items()
	for i := range runs {
		runs[i].Y = top + runs[i].baseline()
		*items = append(*items, &runs[i])
	}
}

// items is what is read on the last page.
func (p *pager) items() *[]Item {
	page := &p.pages[len(p.pages)-1]
	if p.turned {
		return &page.Turned
	}
	return &page.Items
}
