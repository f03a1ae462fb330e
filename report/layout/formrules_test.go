package layout

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// TestFormRules sets 300 documents of every make: every word inside the type area
// and clear of all others; text on page 1; the seal on both rows that it is
// pressed on, close to the text; no signature without text; 版记 on an even page.
func TestFormRules(t *testing.T) {
	w := writer{state: 5}
	var seen forms
	for n := range 300 {
		doc := w.formal()
		pages, problems := Paginate(doc, standard())
		if len(problems) > 0 {
			seen.refused(t, problems[0].Code)
			continue
		}
		t.Run(fmt.Sprint(n), func(t *testing.T) { seen.check(t, doc, pages) })
	}
	t.Logf("%+v", seen)
	if seen.pages < 1000 || seen.seals < 150 || seen.tight == 0 || seen.own == 0 || seen.blank == 0 || seen.shared == 0 || seen.crowded == 0 || seen.lists < 100 || seen.parted > seen.lists/50 {
		t.Errorf("the documents show too little: %+v", seen)
	}
}

// forms is what the documents have shown: 版记 on pages of its own, after a blank
// one, and below text.
type forms struct{ pages, seals, tight, own, blank, shared, crowded, lists, parted int }

// refused wants only what no page can hold to be refused.
func (seen *forms) refused(t *testing.T, code any) {
	seen.crowded++
	if fmt.Sprint(code) != "F103" {
		t.Errorf("a document is refused: %v", code)
	}
}

func (seen *forms) check(t *testing.T, doc *notice.Document, pages []Page) {
	seen.pages += len(pages)
	checkDocument(t, doc, pages)
	for i := range pages {
		checkApart(t, &pages[i])
	}
	at := boxesOf(pages)
	if !showsText(doc, at) {
		t.Error("page 1 shows no text")
	}
	if s := signatureOf(doc); s != nil {
		seen.signed(t, s, pages, at)
	}
	seen.list(t, doc, at)
	seen.record(t, doc, pages, at)
}

// list wants 附件说明 below the last of the text, one row apart, and counts those that
// begin a page, as where the text is a head with three lines.
func (seen *forms) list(t *testing.T, doc *notice.Document, at map[notice.Node][]frame) {
	for i, b := range doc.Body {
		a, ok := b.(*notice.AttachmentList)
		if !ok {
			continue
		}
		seen.lists++
		above := at[doc.Body[i-1]]
		first, last := at[a.Items[0]][0], above[len(above)-1]
		if first.page != last.page {
			seen.parted++
		} else if first.top-last.bottom != oneGap {
			t.Errorf("附件说明 on page %d at %.2f mm, the text's end on page %d at %.2f", first.page, mm(first.top), last.page, mm(last.bottom))
		}
	}
}

// checkApart wants no two rows of a page to overlap.
func checkApart(t *testing.T, p *Page) {
	t.Helper()
	var all []frame
	for _, l := range linesOf(*p) {
		for _, run := range l {
			all = append(all, run.emBox(p.Number))
		}
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if a.top != b.top && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
				t.Errorf("page %d: %v overlaps %v", p.Number, a, b)
			}
		}
	}
}

// showsText reports whether page 1 has a paragraph or a head of the body.
func showsText(doc *notice.Document, at map[notice.Node][]frame) bool {
	for _, b := range doc.Body {
		switch b.(type) {
		case *notice.Paragraph, *notice.Heading:
			return at[b][0].page == 1
		}
	}
	return false
}

func signatureOf(doc *notice.Document) *notice.Signature {
	for _, b := range doc.Body {
		if s, ok := b.(*notice.Signature); ok {
			return s
		}
	}
	return nil
}

// signed looks at a signature, its seal and the text above it.
func (seen *forms) signed(t *testing.T, s *notice.Signature, pages []Page, at map[notice.Node][]frame) {
	issuer, date := at[s.Issuer][0], at[s.Date][0]
	foot, rows, pitch := Unit(0), 0, gb9704.Line
	for _, l := range linesOf(pages[issuer.page-1]) {
		b := l[0].emBox(issuer.page)
		if l[0].Node == notice.Node(s.Issuer) {
			break
		}
		if rows == 0 {
			foot = b.bottom - pitch
		}
		pitch, foot, rows = min(pitch, b.bottom-foot), b.bottom, rows+1
	}
	if rows < 2 {
		t.Errorf("the signature has %d lines of text on page %d", rows, issuer.page)
	}
	if pitch < gb9704.Line {
		seen.tight++
	}
	if s.Seal == nil {
		return
	}
	seen.seals++
	seal := sealOf(pages)
	gap, middle := seal.Y-foot, (issuer.top+date.bottom)/2-seal.Y-seal.Height/2
	switch {
	case seal.X < left || seal.X+seal.Width > right || seal.Y < top || seal.Y+seal.Height > bottom:
		t.Errorf("the seal leaves the type area: %+v", *seal)
	case gap < 0 || gap > oneGap:
		t.Errorf("the seal is %.2f mm below the text", mm(gap))
	case issuer.top < seal.Y || date.bottom > seal.Y+seal.Height || middle <= 0:
		t.Errorf("the seal from %.2f is not on the rows from %.2f to %.2f", mm(seal.Y), mm(issuer.top), mm(date.bottom))
	}
}

// record looks at where 版记 stands.
func (seen *forms) record(t *testing.T, doc *notice.Document, pages []Page, at map[notice.Node][]frame) {
	last := pages[len(pages)-1]
	date, rules := at[doc.Record.Date][0], rulesOf(last)
	if date.page != last.Number || last.Number%2 == 1 {
		t.Fatalf("版记 on page %d of %d", date.page, last.Number)
	}
	end := rules[len(rules)-1]
	if end.Y+end.Height != bottom {
		t.Errorf("its last rule ends at %.3f mm", mm(end.Y+end.Height))
	}
	above := 0
	for _, l := range linesOf(last) {
		if b := l[0].emBox(last.Number); b.top < rules[0].Y {
			above++
			if b.bottom > rules[0].Y-(gb9704.Line-gb9704.Cell)/2 {
				t.Errorf("%s is too near the first rule", l)
			}
		}
	}
	before := pages[len(pages)-2]
	blank := len(before.Items) == 0
	switch {
	case blank != last.Unnumbered || blank != before.Unnumbered || blank && above > 0:
		t.Errorf("page %d is blank: %v; unnumbered: %v, %v", before.Number, blank, before.Unnumbered, last.Unnumbered)
	case blank:
		seen.blank++
	case above > 0:
		seen.shared++
	default:
		seen.own++
	}
}

// formal is a document with everything that one can have, or not.
func (w *writer) formal() *notice.Document {
	doc := w.document()
	doc.Title = &notice.Title{Parts: [][]notice.Inline{text("某某市文化旅游局关于巡察整改情况的通报")}}
	doc.Body = append([]notice.Block{&notice.Recipients{Text: text(w.names(1+w.upTo(4)*w.upTo(12)) + "：")}}, doc.Body...)
	w.ending(doc)
	doc.Head = &notice.Head{
		Mark:   paragraph(strings.Repeat("某", 2+w.upTo(17)) + "文件"),
		Number: paragraph(fmt.Sprintf("某文旅发〔2024〕%d号", w.upTo(200))),
	}
	if w.upTo(2) > 0 {
		doc.Head.Copy, doc.Head.Secrecy, doc.Head.Urgency = paragraph("000001"), paragraph("秘密★1年"), paragraph("特急")
	}
	if n := w.upTo(6); n > 0 {
		doc.Head.Signers = &notice.Signers{}
		for range n {
			doc.Head.Signers.Names = append(doc.Head.Signers.Names, text("甲"+strings.Repeat("某", 1+w.upTo(2))))
		}
	}
	for i := range w.upTo(3) {
		doc.Annexes = append(doc.Annexes, notice.Annex{
			Label: paragraph(fmt.Sprintf("附件%d", i+1)), Title: &notice.Title{Parts: [][]notice.Inline{text(w.names(1 + w.upTo(6)))}},
			Body: blocks(paragraph(w.paragraph()), head(1, "一、", "职责"), paragraph(w.paragraph())),
		})
	}
	doc.Record = &notice.Record{
		Copies: &notice.Labelled{Label: "抄送：", Text: text(w.names(1+w.upTo(30)) + "。")},
		Issuer: paragraph("某某市文化旅游局办公室"), Date: paragraph("2024年4月9日印发"),
	}
	return doc
}

// ending adds 附件说明, a seal and 附注 to a document, some of them.
func (w *writer) ending(doc *notice.Document) {
	n := len(doc.Body) - 1
	s, ok := doc.Body[n].(*notice.Signature)
	if !ok {
		return
	}
	doc.Body = doc.Body[:n]
	if n := w.upTo(5); n > 0 {
		list := &notice.AttachmentList{}
		for i := range n {
			label := fmt.Sprintf("%d.", i+1)
			if i == 0 {
				label = notice.AttachmentLabel + label
			}
			list.Items = append(list.Items, &notice.Labelled{Label: label, Text: text(w.names(1 + w.upTo(5)))})
		}
		doc.Body = append(doc.Body, list)
	}
	if w.upTo(4) > 0 {
		s.Seal = specimen.Seal()
		s.Seal.Width, s.Seal.Height = 38_000+500*w.upTo(25), 38_000+500*w.upTo(25)
	}
	doc.Body = append(doc.Body, s)
	if w.upTo(2) > 0 {
		doc.Body = append(doc.Body, &notice.Note{Text: text("（此件公开发布）")})
	}
}

// names are n names of bodies.
func (w *writer) names(n int) string {
	var all []string
	for range n {
		all = append(all, w.oneOf([]string{"市委巡察工作领导小组办公室", "市纪委监委机关", "各县（市、区）文化旅游局", "市财政局", "局属各单位"}))
	}
	return strings.Join(all, "，")
}
