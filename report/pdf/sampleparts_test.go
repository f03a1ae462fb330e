package pdf

import (
	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
)

// head sets 版头, its mark and the rule below it in red.
func (s *setter) head(h *notice.Head) {
	if h == nil {
		return
	}
	for _, p := range []*notice.Paragraph{h.Copy, h.Secrecy, h.Urgency} {
		s.paragraph(p)
	}
	first := len(*s.list())
	s.text(h.Mark, fonts.XBS, notice.Plain(h.Mark.Text))
	for _, item := range (*s.list())[first:] {
		item.(*layout.Run).Colour = layout.Red
	}
	s.newline()
	s.paragraph(h.Number)
	if h.Signers != nil {
		words := notice.SignersLabel
		for _, name := range h.Signers.Names {
			words += notice.Plain(name) + " "
		}
		s.line(h.Signers, words)
	}
	s.rule(layout.Red)
}

// rule draws a rule across the page below the last line.
func (s *setter) rule(c layout.Colour) {
	s.item(&layout.Rule{X: 28 * gb9704.Mm, Y: 37*gb9704.Mm + gb9704.Unit(s.row)*gb9704.Line, Width: 156 * gb9704.Mm, Height: gb9704.Mm / 2, Colour: c})
}

// seal draws a seal over the next lines.
func (s *setter) seal(seal *notice.Seal) {
	if seal != nil {
		side := gb9704.Unit(seal.Width) * gb9704.Mm / 1000
		s.item(&layout.Picture{X: 28 * gb9704.Mm, Y: 37*gb9704.Mm + gb9704.Unit(s.row)*gb9704.Line, Width: side, Height: side, Node: seal})
	}
}

func (s *setter) annex(a *notice.Annex) {
	s.turned = a.Landscape
	s.page()
	s.paragraph(a.Label)
	s.title(a.Title)
	for _, block := range a.Body {
		s.block(block)
	}
	s.turned = false
}

func (s *setter) record(r *notice.Record) {
	if r == nil {
		return
	}
	s.page()
	s.rule(layout.Black)
	s.line(r.Copies, r.Copies.Label+notice.Plain(r.Copies.Text))
	s.paragraph(r.Issuer)
	s.paragraph(r.Date)
	s.rule(layout.Black)
}

// table sets a line for each paragraph of a cell, and the head again on each
// page after the first.
func (s *setter) table(table *notice.Table) {
	page := len(s.pages)
	for _, c := range table.Columns {
		s.text(c.Head, fonts.Hei, notice.Plain(c.Head.Text))
	}
	s.newline()
	for _, row := range table.Rows {
		s.rule(layout.Black)
		if len(s.pages) > page {
			page = len(s.pages)
			s.repeat(table)
		}
		s.paragraph(row.Band)
		for _, cell := range row.Cells {
			for _, p := range cell.Paragraphs {
				s.paragraph(p)
			}
		}
	}
}

func (s *setter) repeat(table *notice.Table) {
	first := len(*s.list())
	for _, c := range table.Columns {
		s.text(nil, fonts.Hei, notice.Plain(c.Head.Text))
	}
	for _, item := range (*s.list())[first:] {
		item.(*layout.Run).Artifact = layout.RepeatedHead
	}
	s.newline()
}
