package layout

import (
	"fmt"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// TestPageRules sets 500 documents of every make and looks at each page's end: no
// head parted from its text, no line of a paragraph alone unless more than two
// empty rows would be the price, no signature without text, no row empty within
// a paragraph without a reason.
func TestPageRules(t *testing.T) {
	w := writer{state: 11}
	var seen tally
	for n := range 500 {
		doc := w.document()
		pages, problems := Paginate(doc, standard())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		checkInside(t, pages)
		lines := flat(pages)
		for i := range lines[:len(lines)-1] {
			if lines[i].page != lines[i+1].page {
				seen.check(t, fmt.Sprintf("document %d page %d", n, lines[i].page), lines, i)
			}
		}
		if _, signed := doc.Body[len(doc.Body)-1].(*notice.Signature); signed {
			seen.last(t, fmt.Sprintf("document %d", n), linesOf(pages[len(pages)-1]))
		}
	}
	t.Logf("%+v", seen)
	if seen.pages < 2000 || seen.signatures < 300 || seen.tight == 0 || seen.forgiven == 0 {
		t.Errorf("the documents show too little: %+v", seen)
	}
}

// A tally is what the documents have shown.
type tally struct{ pages, signatures, tight, forgiven int }

// document has a title, parts with heads of all levels and a signature, mostly.
func (w *writer) document() *notice.Document {
	doc := &notice.Document{}
	if w.upTo(4) > 0 {
		doc.Title = &notice.Title{Parts: [][]notice.Inline{text("关于巡察整改情况的通报")}}
	}
	for range 1 + w.upTo(60) {
		doc.Body = append(doc.Body, w.block())
	}
	if w.upTo(5) > 0 {
		doc.Body = append(doc.Body, paragraph(w.oneOf([]string{"特此通报。", w.paragraph()})), &notice.Signature{Issuer: paragraph("某区文化局党组"), Date: paragraph(w.day())})
	}
	return doc
}

// block is a head, a run-in head or, mostly, a paragraph.
func (w *writer) block() notice.Block {
	switch level := 1 + w.upTo(12); level {
	case 1, 3, 4:
		words := verbs["matter"][w.upTo(6)]
		for range w.upTo(3) {
			words += verbs["did"][w.upTo(10)]
		}
		return head(level, "1.", words)
	case 2:
		h := head(2, "（一）", "提高站位。")
		h.Body = paragraph(w.paragraph())
		return h
	}
	return paragraph(w.paragraph())
}

// A flatLine is a line with its place in its document.
type flatLine struct {
	page          int
	node          notice.Node // of its last run
	number, total int         // of its block's lines
	head          bool        // the last or only words are a head's
}

// flat returns the body's lines in order. A run-in head and its text are one
// block.
func flat(pages []Page) (lines []flatLine) {
	block := 0
	for _, p := range pages {
		for _, l := range linesOf(p) {
			first, last := l[0].Node, l[len(l)-1].Node
			if _, ok := first.(*notice.Title); ok {
				continue
			}
			if n := len(lines); n == 0 || lines[n-1].node != first {
				block = n
			}
			_, isHead := last.(*notice.Heading)
			lines = append(lines, flatLine{p.Number, last, len(lines) - block, 0, isHead})
			for i := block; i < len(lines); i++ {
				lines[i].total = len(lines) - block
			}
		}
	}
	return lines
}

// bad returns what is wrong with a page's end after line i. A head of four lines
// and more may part as text does.
func bad(lines []flatLine, i int) string {
	l := lines[i]
	switch goesOn := l.number+1 < l.total; {
	case l.head && (!goesOn || l.total < 4):
		return "a head at its foot"
	case goesOn && l.number == 0:
		return "a paragraph's first line at its foot"
	case goesOn && l.number+2 == l.total:
		return "a paragraph's last line on the next one's top"
	}
	return ""
}

// check wants nothing bad after line i, the last of its page.
func (seen *tally) check(t *testing.T, where string, lines []flatLine, i int) {
	seen.pages++
	what := bad(lines, i)
	if what == "" {
		return
	}
	if lines[i].head {
		t.Errorf("%s has %s", where, what)
	}
	for back := 1; back <= spare && i >= back && lines[i-back].page == lines[i].page; back++ {
		if bad(lines, i-back) == "" {
			t.Errorf("%s has %s, which %d empty rows would have spared", where, what, back)
		}
	}
	seen.forgiven++
}

// last wants the signature to have two lines of text on its page, and rows only
// as close as they may be.
func (seen *tally) last(t *testing.T, where string, lines []printed) {
	seen.signatures++
	text := lines[:len(lines)-2]
	if len(text) < 2 {
		t.Fatalf("%s: the signature has %d lines of text", where, len(text))
	}
	switch pitch := text[len(text)-1].top() - text[len(text)-2].top(); {
	case pitch < 28*gb9704.Pt:
		t.Errorf("%s: rows %d apart", where, pitch)
	case pitch < gb9704.Line:
		seen.tight++
	}
}

// TestTightened is 7.3.5.5: 20 rows and a signature, which the grid has no room
// for, fill the type area.
func TestTightened(t *testing.T) {
	signed := &notice.Signature{Issuer: paragraph("某区文化局党组"), Date: paragraph("2023年6月21日")}
	pages, _ := Paginate(&notice.Document{Body: blocks(lines(20), signed)}, standard())
	l := linesOf(pages[0])
	first := l[1].top() - l[0].top()
	for i := 1; i < len(l); i++ {
		if pitch := l[i].top() - l[i-1].top(); i != 20 && pitch != first {
			t.Errorf("row %d is %d below the one before, others %d", i+1, pitch, first)
		}
	}
	if gap := l[20].top() - l[19].top() - gb9704.Cell; gap != gb9704.OneLineGap().Unit {
		t.Errorf("the signature is %d below the text", gap)
	}
	foot := 262*gb9704.Mm - l[21].top() - gb9704.Cell
	if first >= gb9704.Line || first < 28*gb9704.Pt || foot < 0 || foot > 21 {
		t.Errorf("rows %d apart, %d left below", first, foot)
	}
}
