package layout

import (
	"slices"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// annexOf is a document with a table in its only annex.
func annexOf(table *notice.Table, landscape bool) *notice.Document {
	return &notice.Document{Body: blocks(lines(3)), Annexes: []notice.Annex{{
		Label: paragraph("附件"), Title: &notice.Title{Parts: [][]notice.Inline{text("巡察整改台账")}}, Body: blocks(table), Landscape: landscape,
	}}}
}

// sheetOf is the sheet that list stands on, of page.
func sheetOf(page *Page) (*gb9704.Sheet, []Item) {
	if len(page.Turned) > 0 {
		return gb9704.A4().Turned(), page.Turned
	}
	return gb9704.A4(), page.Items
}

// runsOf parts items into runs that are read, repeated heads and rules.
func runsOf(items []Item) (read, heads []*Run, rules []*Rule) {
	for _, item := range items {
		switch item := item.(type) {
		case *Rule:
			rules = append(rules, item)
		case *Run:
			if item.Node != nil {
				read = append(read, item)
			} else if item.Artifact == RepeatedHead {
				heads = append(heads, item)
			}
		}
	}
	return read, heads, rules
}

// TestTablePages sets ledgers upright and turned: every word once and in order,
// inside the type area; no word on a line or through one; the head on every page,
// an artifact from the second on; no band parted from its first row.
func TestTablePages(t *testing.T) {
	for _, landscape := range []bool{false, true} {
		table := specimen.Table(60)
		pages, problems := Paginate(annexOf(table, landscape), standard())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		checkTable(t, table, pages[1:], landscape)
	}
}

// checkTable looks at the pages of an annex whose only block is table.
func checkTable(t *testing.T, table *notice.Table, pages []Page, landscape bool) {
	t.Helper()
	var order []notice.Node
	words, started := map[notice.Node]string{}, false
	for i := range pages {
		page := &pages[i]
		if turned := len(page.Turned) > 0; turned != landscape {
			t.Fatalf("page %d: turned is %v", page.Number, turned)
		}
		sheet, items := sheetOf(page)
		read, again, rules := runsOf(items)
		for _, run := range read {
			if n := len(order); n == 0 || order[n-1] != run.Node {
				order = append(order, run.Node)
			}
			words[run.Node] += printed{run}.String()
		}
		checkArtifactsLast(t, page.Number, items)
		checkPlaces(t, sheet, append(read, again...), rules)
		if len(rules) == 0 {
			continue
		}
		var repeated strings.Builder
		for _, run := range again {
			repeated.WriteString(printed{run}.String())
		}
		if want := headWords(table); started && repeated.String() != want || !started && len(again) > 0 {
			t.Errorf("page %d repeats %q, want %q", page.Number, repeated.String(), want)
		}
		started = true
		checkBand(t, table, read)
	}
	want, said := tableWords(table)
	order = slices.DeleteFunc(order, func(n notice.Node) bool { return !slices.Contains(want, n) })
	if !slices.Equal(order, want) {
		t.Errorf("%d paragraphs in order, want %d", len(order), len(want))
	}
	for _, n := range want {
		if words[n] != said[n] {
			t.Errorf("got %q, want %q", words[n], said[n])
		}
	}
}

func headWords(table *notice.Table) (words string) {
	for _, c := range table.Columns {
		words += notice.Plain(c.Head.Text)
	}
	return words
}

// tableWords are the paragraphs of table in the order of reading, those without
// words left out.
func tableWords(table *notice.Table) (order []notice.Node, words map[notice.Node]string) {
	words = map[notice.Node]string{}
	add := func(p *notice.Paragraph) {
		if s := notice.Plain(p.Text); s != "" {
			order, words[p] = append(order, p), s
		}
	}
	for _, c := range table.Columns {
		add(c.Head)
	}
	for _, r := range table.Rows {
		if r.Band != nil {
			add(r.Band)
		}
		for _, c := range r.Cells {
			for _, p := range c.Paragraphs {
				add(p)
			}
		}
	}
	return order, words
}

func checkArtifactsLast(t *testing.T, page int, items []Item) {
	t.Helper()
	artifacts := false
	for _, item := range items {
		run, ok := item.(*Run)
		if read := ok && run.Node != nil; read && artifacts {
			t.Fatalf("page %d: an artifact stands before what is read", page)
		} else if !read {
			artifacts = true
		}
	}
}

// checkPlaces wants runs inside the type area, no two in one place and none on a
// rule.
func checkPlaces(t *testing.T, sheet *gb9704.Sheet, runs []*Run, rules []*Rule) {
	t.Helper()
	area := rectangle{sheet.Left.Unit, sheet.Top.Unit, sheet.Left.Unit + sheet.AreaWidth.Unit, sheet.Bottom()}
	var boxes []rectangle
	for _, r := range rules {
		b := rectangle{r.X, r.Y, r.X + r.Width, r.Y + r.Height}
		if !b.within(area) {
			t.Errorf("a rule leaves the type area: %v", b)
		}
		boxes = append(boxes, b)
	}
	for _, run := range runs {
		top := run.Y - run.baseline()
		b := rectangle{run.inkLeft(), top, run.end(), top + run.Size}
		if !b.within(area) {
			t.Errorf("%s leaves the type area: %v", printed{run}, b)
		}
		for _, other := range boxes {
			if b.meets(other) {
				t.Fatalf("%s stands on something else", printed{run})
			}
		}
		boxes = append(boxes, b)
	}
}

type rectangle struct{ left, top, right, bottom Unit }

func (b rectangle) within(o rectangle) bool {
	return b.left >= o.left && b.top >= o.top && b.right <= o.right && b.bottom <= o.bottom
}

func (b rectangle) meets(o rectangle) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// inkLeft is where r's first glyph shows, whose blank left half may be cut.
func (r *Run) inkLeft() Unit {
	if c := classOf([]rune(r.Glyphs[0].Text)[0]); c.has(cutLeft) {
		return r.X + r.Size/2
	}
	return r.X
}

// checkBand wants no page to end with a band of table that has rows below it.
func checkBand(t *testing.T, table *notice.Table, read []*Run) {
	t.Helper()
	last := read[len(read)-1].Node
	for i, r := range table.Rows[:max(0, len(table.Rows)-1)] {
		if r.Band != nil && notice.Node(r.Band) == last && slices.ContainsFunc(table.Rows[i+1:], func(r notice.Row) bool { return r.Band == nil }) {
			t.Errorf("a page ends with the band %q", notice.Plain(r.Band.Text))
		}
	}
}
