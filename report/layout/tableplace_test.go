package layout

import (
	"slices"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// pageOf is the number of the page on which node begins, and where.
func pageOf(pages []Page, node notice.Node) (page int, run *Run) {
	for i := range pages {
		for item := range pages[i].All() {
			if run, ok := item.(*Run); ok && run.Node == node {
				return pages[i].Number, run
			}
		}
	}
	return 0, nil
}

// TestHeadOfTable wants a head on the page of its table's first row wherever it
// falls, also where a band stands above that row.
func TestHeadOfTable(t *testing.T) {
	moved := 0
	for above := range 23 {
		head, table := head(1, "一、", "整改台账"), specimen.Table(8)
		doc := &notice.Document{Body: slices.Concat(oneLiners(above), blocks(head, table, lines(2)))}
		pages, problems := Paginate(doc, standard())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		first, _ := pageOf(pages, head)
		if row, _ := pageOf(pages, table.Rows[1].Cells[0].Paragraphs[0]); row != first {
			t.Errorf("%d lines above: the head is on page %d, the first row on page %d", above, first, row)
		}
		if first == 2 {
			moved++
		}
	}
	if moved == 0 || moved > 10 {
		t.Errorf("the head begins page 2 %d times", moved)
	}
}

// TestBelowTable wants text that follows a table one row's gap below it, and on
// the next page rather than in a row or two at the foot.
func TestBelowTable(t *testing.T) {
	for rows := range 30 {
		after := lines(3)
		pages, problems := Paginate(annexWith(rows, after), standard())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		checkInside(t, onlyText(pages))
		page, run := pageOf(pages, after)
		_, _, rules := runsOf(pages[page-1].Items)
		foot := Unit(0)
		for _, r := range rules {
			foot = max(foot, r.Y+r.Height)
		}
		top := run.Y - run.baseline()
		if foot > 0 && top-foot != gb9704.OneLineGap().Unit || foot == 0 && top != 37*gb9704.Mm {
			t.Errorf("%d rows: text begins %d below the table", rows, top-foot)
		}
		if last := linesOf(pages[page-1]); len(rules) > 0 && last[len(last)-1][0].Node != notice.Node(after) {
			t.Errorf("%d rows: page %d ends with something else", rows, page)
		}
	}
}

func annexWith(rows int, after notice.Block) *notice.Document {
	doc := annexOf(nil, false)
	doc.Annexes[0].Body = blocks(paragraph("各单位台账如下。"), tableOf("序号!|事项", slices.Repeat([]string{"1|核对并上报。"}, rows)...), after)
	return doc
}

// onlyText is pages without rules.
func onlyText(pages []Page) []Page {
	out := slices.Clone(pages)
	for i := range out {
		out[i].Items = slices.DeleteFunc(slices.Clone(out[i].Items), func(item Item) bool { _, ok := item.(*Rule); return ok })
	}
	return out
}

// TestTurned is clause 8: label and title as on an upright page, in the type area
// turned with the sheet, text there too, and the page number where it always is.
func TestTurned(t *testing.T) {
	doc := specimen.Formal(12)
	annex := &doc.Annexes[1]
	before, after := paragraph(strings.Repeat("各单位台账如下。", 9)), paragraph("附件的说明。")
	annex.Body = blocks(before, annex.Body[0], after)
	pages, problems := Paginate(doc, standard())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	n, label := pageOf(pages, annex.Label)
	_, title := pageOf(pages, annex.Title)
	const left, top = 35 * gb9704.Mm, 28 * gb9704.Mm
	if label.X != left || label.Y-label.baseline() != top {
		t.Errorf("the label stands at %d, %d", label.X, label.Y-label.baseline())
	}
	if y := title.Y - title.baseline(); y != top+2*gb9704.Line || title.X-left != left+225*gb9704.Mm-title.end() {
		t.Errorf("the title stands at %d, from %d to %d", y, title.X, title.end())
	}
	for i := range pages {
		page := &pages[i]
		if turned := page.Number >= n && i < len(pages)-1; turned != (len(page.Turned) > 0) {
			t.Errorf("page %d: turned is %v", page.Number, !turned)
		}
		for _, item := range page.Items {
			if run, ok := item.(*Run); ok && len(page.Turned) > 0 && (run.Node != nil || run.Artifact != PageNumber) {
				t.Errorf("page %d: %s stands upright", page.Number, printed{run})
			}
		}
	}
	_, run := pageOf(pages, before)
	if first := run.end(); first > left+225*gb9704.Mm || first < left+224*gb9704.Mm {
		t.Errorf("the text's first line ends at %d", first)
	}
	if words := wordsOfAll(pages); words[before] != notice.Plain(before.Text) || words[after] != "附件的说明。" {
		t.Error("words are lost")
	}
}

func wordsOfAll(pages []Page) map[notice.Node]string {
	words := map[notice.Node]string{}
	for i := range pages {
		for item := range pages[i].All() {
			if run, ok := item.(*Run); ok && run.Node != nil {
				words[run.Node] += printed{run}.String()
			}
		}
	}
	return words
}

// TestBelowTitle wants a first row that is half a page high in a smaller type
// below its title, rather than on the next page; one that has room in none begins
// that.
func TestBelowTitle(t *testing.T) {
	sizes := gb9704.Tables().Sizes
	for _, c := range []struct {
		characters, page int
		size             Unit
	}{{300, 2, sizes[0].Type.Unit}, {700, 2, sizes[0].Type.Unit}, {1000, 2, sizes[1].Type.Unit}, {1300, 2, sizes[2].Type.Unit}, {1700, 3, sizes[2].Type.Unit}} {
		table := tableOf("序号!|整改情况", "1|"+strings.Repeat("文", c.characters))
		pages, problems := Paginate(annexOf(table, true), standard())
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		page, run := pageOf(pages, table.Rows[0].Cells[1].Paragraphs[0])
		if page != c.page || run.Size != c.size {
			t.Errorf("%d characters: page %d, type of %d", c.characters, page, run.Size)
		}
	}
}

// TestCellLines has short entries as narrow centred columns set them, and long
// ones as columns do that are too narrow to spread lines.
func TestCellLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width Unit
		how   adjustment
		want  string
	}{
		{"2023年6月30日", 4, centred, "2023年|6月30日"},
		{"2023年9月底前", 5, centred, "2023年|9月底前"},
		{"立行立改，长期坚持", 6, centred, "立行立改，|长期坚持"},
		{"已完成并长期坚持", 7, centred, "已完成并|长期坚持"},
		{"办公室、市场管理股", 5, centred, "办公室、|市场管理股"},
		{"办公室、市场管理股", 6, atLeft, "办公室、|市场管理股"},
		{"一、二三四五六七八九", 6, atLeft, "一、二三四五|六七八九"},
		{"机关党委", 3, atLeft, "机关|党委"},
		{"巡查记录36份", 5, atLeft, "巡查记录|36份"},
		{"建立学习考勤和通报制度；", 6, atLeft, "建立学习考勤|和通报制度；"},
		{"见www.example.gov.cn/zwgk/2023", 6, atLeft, "见www.|example.gov.|cn/zwgk/2023"},
	} {
		f := (&table{setter: newSetter(standard())}).begin()
		cs := f.shape([]span{{text: c.text, setting: solid(gb9704.Body())}})
		got, start := "", 0
		for _, end := range f.lineEnds(cs, c.width*gb9704.Size3, c.how) {
			for _, c := range cs[start:end] {
				got += c.text
			}
			got, start = got+"|", end
		}
		if got != c.want+"|" {
			t.Errorf("got %s want %s", got, c.want)
		}
	}
}

// TestLinear wants a table of ten times the rows to take about ten times the
// allocations.
func TestLinear(t *testing.T) {
	s := standard()
	allocs := func(rows int) float64 {
		doc := annexOf(specimen.Table(rows), true)
		return testing.AllocsPerRun(1, func() { Paginate(doc, s) })
	}
	if few, many := allocs(400), allocs(4000); many > 11*few {
		t.Errorf("%.0f allocations for 400 rows, %.0f for 4,000", few, many)
	}
}

// TestTableGaps spreads a line that a character is missing from, and leaves one
// that it would tear apart.
func TestTableGaps(t *testing.T) {
	rule := gb9704.Tables()
	em := rule.Sizes[0].Type.Unit
	for words, want := range map[string]Unit{
		"一二三四五六七八九十甲（乙丙）丁":  12,
		"一二三四五六七八九mmmmmm甲乙": 9,
	} {
		f := (&table{setter: newSetter(standard()), rule: rule, size: rule.Sizes[0]}).begin()
		f.paragraph(paragraph(words), 0, 12*em, 12*em, f.setting(rule.Cells), justified)
		if end := (printed{&f.lines[0][len(f.lines[0])-1]}).right(); end != want*em {
			t.Errorf("%s: the first line ends at %d, not %d", words, end, want*em)
		}
	}
}
