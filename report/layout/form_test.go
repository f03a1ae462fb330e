package layout

import (
	"fmt"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// A frame is where something stands, from its em boxes' edges.
type frame struct {
	page                     int
	left, top, right, bottom Unit
}

// with is the frame around b and c, which may be the zero box.
func (b frame) with(c frame) frame {
	if c == (frame{}) {
		return b
	}
	return frame{b.page, min(b.left, c.left), min(b.top, c.top), max(b.right, c.right), max(b.bottom, c.bottom)}
}

// emBox is the frame of r's em boxes. A character of the text is as high as its
// cell is wide, as the standard counts (5.2.3).
func (r *Run) emBox(page int) frame {
	top, high := r.Y-r.baseline(), r.Size
	if high == gb9704.Size3 {
		high = gb9704.Cell
	}
	return frame{page, r.X, top, r.end(), top + high}
}

// boxesOf returns the boxes of each node's lines, in order.
func boxesOf(pages []Page) map[notice.Node][]frame {
	all := map[notice.Node][]frame{}
	for _, p := range pages {
		for _, l := range linesOf(p) {
			for _, run := range l {
				b, lines := run.emBox(p.Number), all[run.Node]
				if n := len(lines); n > 0 && lines[n-1].page == b.page && lines[n-1].top == b.top {
					lines[n-1] = lines[n-1].with(b)
					continue
				}
				all[run.Node] = append(lines, b)
			}
		}
	}
	return all
}

// rulesOf returns p's rules.
func rulesOf(p Page) (rules []*Rule) {
	for _, item := range p.Items {
		if r, ok := item.(*Rule); ok {
			rules = append(rules, r)
		}
	}
	return rules
}

// hundredths is a length in hundredths of a millimetre.
func hundredths(mm Unit) Unit { return mm * gb9704.Mm / 100 }

// An edge is one place that the standard says, and where it was found.
type edge struct {
	name      string
	got, want Unit
}

func checkEdgesAt(t *testing.T, edges []edge) {
	t.Helper()
	for _, e := range edges {
		if e.got != e.want {
			t.Errorf("%s at %.4f mm, want %.4f", e.name, mm(e.got), mm(e.want))
		}
	}
}

// withoutTables is doc without its landscape annexes.
func withoutTables(doc *notice.Document) *notice.Document {
	var kept []notice.Annex
	for _, a := range doc.Annexes {
		if !a.Landscape {
			kept = append(kept, a)
		}
	}
	doc.Annexes = kept
	return doc
}

func pagesOf(t *testing.T, doc *notice.Document) []Page {
	t.Helper()
	pages, problems := Paginate(doc, standard())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return pages
}

const (
	character, rowPitch = gb9704.Cell, gb9704.Line
	left, right         = 28 * gb9704.Mm, 184 * gb9704.Mm
	top, bottom         = 37 * gb9704.Mm, 262 * gb9704.Mm
	twoGap              = 2078 * gb9704.Mm / 100
	oneGap              = 1039 * gb9704.Mm / 100
)

// TestHeadPlaces holds 版头, title and 主送机关 to 7.2, 7.3.1 and 7.3.2, edge by edge.
func TestHeadPlaces(t *testing.T) {
	doc := withoutTables(specimen.Formal(1))
	pages := pagesOf(t, doc)
	at := boxesOf(pages)
	mark, number, title := at[doc.Head.Mark][0], at[doc.Head.Number][0], at[doc.Title]
	to, text := at[doc.Body[0]][0], at[doc.Body[1]]
	red := rulesOf(pages[0])[0]
	checkEdgesAt(t, []edge{
		{"发文机关标志's upper edge", mark.top, top + 35*gb9704.Mm},
		{"its size", mark.bottom - mark.top, 42 * gb9704.Pt},
		{"the room beside it, in whole thousandths", (right - lastRight(pages, doc.Head.Mark)) / 63, (mark.left - left) / 63},
		{"发文字号's upper edge", number.top, mark.bottom + twoGap},
		{"its middle", (number.left + number.right) / 2, (left + right) / 2},
		{"the red line's upper edge", red.Y, number.bottom + 4*gb9704.Mm},
		{"its left", red.X, left},
		{"its width", red.Width, 156 * gb9704.Mm},
		{"its stroke", red.Height, hundredths(56)},
		{"its colour", Unit(red.Colour), Unit(Red)},
		{"the title's upper edge", title[0].top, red.Y + red.Height + twoGap},
		{"its middle", title[0].left + title[0].right, left + right},
		{"主送机关's upper edge", to.top, title[len(title)-1].bottom + oneGap},
		{"its left", to.left, left},
		{"the text's upper edge", text[0].top, to.top + rowPitch},
		{"its first line's left", text[0].left, left + 2*character},
		{"its second line's left", text[1].left, left},
	})
	for _, item := range pages[0].Items {
		if run, ok := item.(*Run); ok && (run.Colour == Red) != (run.Node == notice.Node(doc.Head.Mark)) {
			t.Errorf("%s has colour %d", printed{run}, run.Colour)
		}
	}
}

// lastRight is the right edge of the last em box of node.
func lastRight(pages []Page, node notice.Node) (x Unit) {
	for _, l := range linesOf(pages[0]) {
		for _, run := range l {
			if run.Node == node {
				x = run.end() - run.Glyphs[len(run.Glyphs)-1].Advance + run.Size
			}
		}
	}
	return x
}

// TestUpwardPlaces is 7.2.1 to 7.2.6 for a document with all that 版头 can have.
func TestUpwardPlaces(t *testing.T) {
	doc := withoutTables(specimen.Upward())
	pages := pagesOf(t, doc)
	h, at := doc.Head, boxesOf(pages)
	signers, number, red := at[h.Signers], at[h.Number][0], rulesOf(pages[0])[0]
	checkEdgesAt(t, []edge{
		{"份号's row", at[h.Copy][0].top, top},
		{"份号's left", at[h.Copy][0].left, left},
		{"密级's row", at[h.Secrecy][0].top, top + rowPitch},
		{"密级's left", at[h.Secrecy][0].left, left},
		{"紧急程度's row", at[h.Urgency][0].top, top + 2*rowPitch},
		{"紧急程度's left", at[h.Urgency][0].left, left},
		{"发文机关标志's upper edge", at[h.Mark][0].top, top + 35*gb9704.Mm},
		{"the first 签发人's upper edge", signers[0].top, top + 35*gb9704.Mm + 42*gb9704.Pt + twoGap},
		{"the row's right end", signers[0].right, right - character},
		{"the label's left", signers[0].left, right - character - (4+3+1+2)*character},
		{"the third 签发人's row", signers[1].top, signers[0].top + rowPitch},
		{"the third below the first", signers[1].left, signers[0].left + 4*character},
		{"发文字号's row", number.top, signers[1].top},
		{"发文字号's left", number.left, left + character},
		{"the red line", red.Y, number.bottom + 4*gb9704.Mm},
	})
}

// TestAttachmentPlaces is 7.3.4: a row below the text, two characters from the
// left, names below names and numbers below numbers.
func TestAttachmentPlaces(t *testing.T) {
	doc := withoutTables(specimen.Formal(1))
	list := doc.Body[len(doc.Body)-3].(*notice.AttachmentList)
	at := boxesOf(pagesOf(t, doc))
	above := at[doc.Body[len(doc.Body)-4]]
	one, two := at[list.Items[0]], at[list.Items[1]]
	checkEdgesAt(t, []edge{
		{"附件's upper edge", one[0].top, above[len(above)-1].bottom + oneGap},
		{"附件's left", one[0].left, left + 2*character},
		{"the second line's left", one[1].left, left + 2*character + 3*character + 3*character/4},
		{"the second line", one[1].top, one[0].top + rowPitch},
		{"2.'s left", two[0].left, left + 5*character},
		{"2.'s row", two[0].top, one[1].top + rowPitch},
	})
}

// TestSealPlaces is 7.3.5.1 and 7.3.6.
func TestSealPlaces(t *testing.T) {
	for _, c := range []struct {
		issuer string
		end    Unit // of the date, from the right edge
	}{
		{"某某市文化旅游局", 4 * character},
		{"某局", 4 * character},
		{"中共某某市某某经济技术开发区文化旅游广电体育局党组", 25*character/2 - 6*character/2}, // moved so that it stays inside the type area
	} {
		doc := withoutTables(specimen.Formal(1))
		n := len(doc.Body)
		signed, note := doc.Body[n-2].(*notice.Signature), doc.Body[n-1]
		signed.Issuer = paragraph(c.issuer)
		pages := pagesOf(t, doc)
		at := boxesOf(pages)
		list := at[doc.Body[n-3].(*notice.AttachmentList).Items[1]][0]
		issuer, date, seal := at[signed.Issuer][0], at[signed.Date][0], sealOf(pages)
		middle := (issuer.top + date.bottom) / 2
		checkEdgesAt(t, []edge{
			{c.issuer + ": the date's end", right - date.right, c.end},
			{c.issuer + ": issuer above date", (issuer.left + issuer.right) / 2, (date.left + date.right) / 2},
			{c.issuer + ": the seal above both", seal.X + seal.Width/2, (date.left + date.right) / 2},
			{c.issuer + ": the seal's gap", seal.Y - list.bottom, hundredths(695)},
			{c.issuer + ": the date's row", date.top, issuer.top + rowPitch},
			{c.issuer + ": how far below its middle", middle - seal.Y - seal.Height/2, 3 * gb9704.Mm},
			{c.issuer + ": the seal's width", seal.Width, 42 * gb9704.Mm},
			{c.issuer + ": 附注's row", at[note][0].top, date.top + rowPitch},
			{c.issuer + ": 附注's left", at[note][0].left, left + 2*character},
		})
	}
}

// sealOf returns the only picture.
func sealOf(pages []Page) (seal *Picture) {
	for _, p := range pages {
		for _, item := range p.Items {
			if s, ok := item.(*Picture); ok {
				seal = s
			}
		}
	}
	return seal
}

// TestAnnexPlaces is 7.3.7.
func TestAnnexPlaces(t *testing.T) {
	doc := withoutTables(specimen.Formal(1))
	pages := pagesOf(t, doc)
	at, a := boxesOf(pages), doc.Annexes[0]
	label, title, text := at[a.Label][0], at[a.Title], at[a.Body[0]][0]
	checkEdgesAt(t, []edge{
		{"附件's row", label.top, top}, {"附件's left", label.left, left},
		{"its title's upper edge", title[0].top, top + 2*rowPitch},
		{"the title's middle", title[0].left + title[0].right, left + right},
		{"its text", text.top, title[len(title)-1].bottom + oneGap},
	})
	if before := at[doc.Body[len(doc.Body)-1]][0].page; label.page != before+1 {
		t.Errorf("附件 on page %d, 附注 on page %d", label.page, before)
	}
	if got := TitleRows(a.Title, pages); len(got) != len(title) {
		t.Errorf("the rows of its title: %v", got)
	}
}

// TestRecordPlaces is 7.4: rules, rows and what stands beside what.
func TestRecordPlaces(t *testing.T) {
	doc := withoutTables(specimen.Formal(1))
	doc.Record.Recipients = &notice.Labelled{Label: "主送：", Text: text("各县（市、区）文化旅游局。")}
	pages := pagesOf(t, doc)
	at, r := boxesOf(pages), doc.Record
	last := pages[len(pages)-1]
	rules := rulesOf(last)
	if len(rules) != 3 || last.Number%2 == 1 {
		t.Fatalf("%d rules on page %d", len(rules), last.Number)
	}
	const em, pitch = 14 * gb9704.Pt, 81 * gb9704.Mm / 10
	to, copies, issuer, date := at[r.Recipients], at[r.Copies], at[r.Issuer][0], at[r.Date][0]
	checkEdgesAt(t, []edge{
		{"the last rule's lower edge", rules[2].Y + rules[2].Height, bottom},
		{"its stroke", rules[2].Height, hundredths(35)}, {"the middle one's", rules[1].Height, hundredths(25)}, {"the first one's", rules[0].Height, hundredths(35)},
		{"its width", rules[0].Width, 156 * gb9704.Mm}, {"its left", rules[0].X, left},
		{"主送 below the first rule", to[0].top, rules[0].Y + rules[0].Height + 2*gb9704.Mm},
		{"抄送 below 主送", copies[0].top, to[0].top + pitch},
		{"抄送's left", copies[0].left, left + em}, {"its second line's", copies[1].left, left + 4*em},
		{"its first line's right", copies[0].right, right - em},
		{"the middle rule below 抄送", rules[1].Y, copies[1].bottom + 2*gb9704.Mm},
		{"印发机关 above the last rule", issuer.bottom, rules[2].Y - 2*gb9704.Mm},
		{"印发机关 below the middle rule", issuer.top, rules[1].Y + rules[1].Height + 2*gb9704.Mm},
		{"its left", issuer.left, left + em}, {"印发日期's right", date.right, right - em}, {"its row", date.top, issuer.top},
	})
}

// TestRecordPage wants 版记 on an even page: on the last one if it has room, else on
// the next, whose number is left out if the page before it is blank (7.5).
func TestRecordPage(t *testing.T) {
	for _, c := range []struct {
		rows  int
		pages int
		state string // of each page's number
	}{
		{5, 2, "1 2"}, {24, 2, "1 2"}, {38, 2, "1 2"}, {42, 4, "1 2 – –"}, {46, 4, "1 2 3 4"}, {64, 4, "1 2 3 4"},
	} {
		doc := specimen.Formal(1)
		doc.Head, doc.Title, doc.Annexes, doc.Body = nil, nil, nil, blocks(lines(c.rows))
		pages := pagesOf(t, doc)
		state := ""
		for _, p := range pages {
			name := " –"
			if n := len(p.Items); n > 0 && isFolio(p.Items[n-1]) {
				name = fmt.Sprintf(" %d", p.Number)
			}
			state += name
		}
		if date := boxesOf(pages)[doc.Record.Date][0]; date.page != c.pages || len(pages) != c.pages || state[1:] != c.state {
			t.Errorf("%d rows: 版记 on page %d of %d, numbered%s; want %d, %s", c.rows, date.page, len(pages), state, c.pages, c.state)
		}
	}
}

func isFolio(item Item) bool {
	run, ok := item.(*Run)
	return ok && run.Node == nil && run.Artifact == PageNumber
}
