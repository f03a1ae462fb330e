package pdf

import (
	"bytes"
	"testing"
	"time"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/ledger"
)

// A setter puts words on the standard's grid, with no rules but the line's end.
type setter struct {
	t      testing.TB
	set    *fonts.Set
	pages  []layout.Page
	row    int
	x      gb9704.Unit
	turned bool // what is set is turned
}

func newSetter(t testing.TB) *setter {
	s := &setter{t: t, set: fonts.Embedded()}
	s.page()
	return s
}

func (s *setter) page() {
	s.pages = append(s.pages, layout.Page{Number: len(s.pages) + 1})
	s.row, s.x = 0, 0
}

func (s *setter) newline() {
	rows := 22
	if s.turned {
		rows = 13
	}
	if s.row, s.x = s.row+1, 0; s.row == rows {
		s.page()
	}
}

// list is where items go.
func (s *setter) list() *[]layout.Item {
	page := &s.pages[len(s.pages)-1]
	if s.turned {
		return &page.Turned
	}
	return &page.Items
}

func (s *setter) item(i layout.Item) { *s.list() = append(*s.list(), i) }

// text sets words of node in style, from where the last ones ended.
func (s *setter) text(node notice.Node, style fonts.Style, words string) {
	for _, r := range words {
		in, advance := style, gb9704.Cell
		if r < 0x80 {
			in, advance = fonts.Latin, gb9704.Cell/2
		}
		if s.x+advance > 28*gb9704.Cell {
			s.newline()
		}
		face, id, ok := s.set.Find(in, drawn(r))
		if !ok {
			s.t.Fatalf("no glyph for %q", r)
		}
		s.glyph(node, face, layout.Glyph{ID: id, Advance: advance, Text: string(r)})
	}
}

// drawn is the character that r is drawn as: no face of ours has those of private
// use, as fonts of offices do.
func drawn(r rune) rune {
	if r == own {
		return '某'
	}
	return r
}

const own = '\uE5E5'

// glyph adds g to the last run if it continues it.
func (s *setter) glyph(node notice.Node, face *fonts.Face, g layout.Glyph) {
	list := s.list()
	y := 37*gb9704.Mm + gb9704.Unit(s.row)*gb9704.Line + 14*gb9704.Pt
	last := &layout.Run{}
	if n := len(*list); n > 0 {
		if run, ok := (*list)[n-1].(*layout.Run); ok {
			last = run
		}
	}
	if last.Node != node || last.Face != face || last.Y != y || s.x == 0 {
		last = &layout.Run{X: 28*gb9704.Mm + s.x, Y: y, Face: face, Size: gb9704.Size3, Node: node}
		*list = append(*list, last)
	}
	last.Glyphs = append(last.Glyphs, g)
	s.x += g.Advance
}

// document sets all of doc, one block after another.
func (s *setter) document(doc *notice.Document) []layout.Page {
	s.head(doc.Head)
	s.title(doc.Title)
	for _, block := range doc.Body {
		s.block(block)
	}
	for i := range doc.Annexes {
		s.annex(&doc.Annexes[i])
	}
	s.record(doc.Record)
	for i := range s.pages {
		s.number(&s.pages[i])
	}
	return s.pages
}

// line sets a paragraph of node, and ends it.
func (s *setter) line(node notice.Node, words string) {
	s.text(node, fonts.Fang, words)
	s.newline()
}

func (s *setter) paragraph(p *notice.Paragraph) {
	if p != nil {
		s.line(p, notice.Plain(p.Text))
	}
}

func (s *setter) title(title *notice.Title) {
	for _, part := range title.Parts {
		s.text(title, fonts.XBS, notice.Plain(part))
		s.newline()
	}
}

func (s *setter) block(block notice.Block) {
	switch block := block.(type) {
	case *notice.Heading:
		s.text(block, fonts.Hei, block.Number+notice.Plain(block.Text))
		if block.Body != nil {
			s.text(block.Body, fonts.Fang, notice.Plain(block.Body.Text))
		}
		s.newline()
	case *notice.Paragraph:
		s.paragraph(block)
	case *notice.Signature:
		s.seal(block.Seal)
		s.paragraph(block.Issuer)
		s.paragraph(block.Date)
	case *notice.Recipients:
		s.line(block, notice.Plain(block.Text))
	case *notice.AttachmentList:
		for _, item := range block.Items {
			s.line(item, item.Label+notice.Plain(item.Text))
		}
	case *notice.Note:
		s.line(block, notice.Plain(block.Text))
	case *notice.Table:
		s.table(block)
	}
}

// number puts an artifact at the page's foot, in the text's own type: the next
// page must not rely on that.
func (s *setter) number(page *layout.Page) {
	run := &layout.Run{X: 100 * gb9704.Mm, Y: 270 * gb9704.Mm, Size: gb9704.Size3}
	for _, r := range "—" + string('０'+rune(page.Number%10)) + "—" {
		face, id, ok := s.set.Find(fonts.Fang, r)
		if !ok {
			s.t.Fatalf("no glyph for %q", r)
		}
		run.Face, run.Glyphs = face, append(run.Glyphs, layout.Glyph{ID: id, Advance: gb9704.Cell, Text: string(r)})
	}
	page.Items = append(page.Items, run)
}

func inline(s string) []notice.Inline { return []notice.Inline{notice.Text{S: s}} }

func paragraph(s string) *notice.Paragraph { return &notice.Paragraph{Text: inline(s)} }

func heading(level int, number, s string, body *notice.Paragraph) *notice.Heading {
	return &notice.Heading{Level: level, Number: number, Text: inline(s), Body: body}
}

// sample is a notice with one of everything.
func sample() *notice.Document {
	var date ledger.Date
	date.Time, date.Precision = time.Date(2024, 4, 8, 0, 0, 0, 0, time.UTC), ledger.Day
	return &notice.Document{
		Title: &notice.Title{Parts: [][]notice.Inline{inline("某区文化局"), inline("关于整改进展情况的通报")}},
		Meta:  notice.Meta{Title: "某区文化局关于整改<进展>&情况的通报", Issuer: "某区文化局", Date: date, Source: "台账.xlsx"},
		Body: []notice.Block{
			paragraph("根据统一部署，2023年4月8日至5月10日，巡察组对我局进行了巡察。"),
			heading(1, "一、", "组织整改落实情况", nil),
			heading(2, "（一）", "提高站位。", paragraph("召开会议12次，分管副局长𠮷负责。")),
			heading(2, "（二）", "压实责任。", paragraph("由办公室负责。")),
			heading(1, "二、", "反馈问题整改情况", nil),
			heading(2, "（一）", "聚焦职责方面", nil),
			heading(3, "1. ", "文旅融合不够", nil),
			heading(4, "（1）", "关于“规划”的问题", nil),
			paragraph("整改情况：已完成。"),
			heading(4, "（2）", "关于经费的问题", nil),
			paragraph("整改情况：7078.6元已退回。"),
			heading(1, "三、", "下一步打算", nil),
			&notice.Signature{Issuer: paragraph("某区文化局"), Date: paragraph("2024年4月8日")},
		},
	}
}

// long is sample with its body n times over.
func long(n int) *notice.Document {
	doc := sample()
	doc.Body = nil
	for range n {
		doc.Body = append(doc.Body, sample().Body...)
	}
	return doc
}

func write(t testing.TB, doc *notice.Document, pages []layout.Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, doc, pages, setup.Standard(fonts.Embedded())); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
