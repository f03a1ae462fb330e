package house

import (
	"bytes"
	"io"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tongbao/fonts"
	"tongbao/report/docx"
	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/internal/specimen"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/pdf"
	"tongbao/report/setup"
)

func houseOf(t *testing.T, text string) *setup.Setup {
	t.Helper()
	rules, problems := Read("版式.yaml", []byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s := setup.Standard(fonts.Embedded())
	rules.Apply(s)
	return s
}

// long is a notice whose second page is full of full-width characters.
func long() *notice.Document {
	doc := specimen.Plain()
	doc.Body = []notice.Block{
		&notice.Paragraph{Text: []notice.Inline{notice.Text{S: strings.Repeat("巡察整改工作有序推进", 200)}}},
		&notice.Heading{Level: 3, Number: "1.", Text: []notice.Inline{notice.Text{S: "建立台账。"}}, Body: &notice.Paragraph{Text: []notice.Inline{notice.Text{S: "逐条销号。"}}}},
	}
	return doc
}

// A line is the runs of one baseline on a page.
type line struct {
	top, left, right gb9704.Unit
	words            string
}

// linesOf are the lines of a page, its artifacts apart.
func linesOf(page *layout.Page) (text, artifacts []line) {
	for item := range page.All() {
		run, ok := item.(*layout.Run)
		if !ok {
			continue
		}
		list := &text
		if run.Node == nil {
			list = &artifacts
		}
		top := run.Y - run.Size*88/100
		if n := len(*list); n == 0 || (*list)[n-1].top != top {
			*list = append(*list, line{top: top, left: run.X})
		}
		l := &(*list)[len(*list)-1]
		l.right = run.X
		for _, g := range run.Glyphs {
			l.words += g.Text
			l.right += g.Advance
		}
	}
	return text, artifacts
}

// TestPages measures a full page under each rule.
func TestPages(t *testing.T) {
	mm := func(n gb9704.Unit) gb9704.Unit { return n * gb9704.Mm }
	for _, c := range []struct {
		house               string
		rows, columns       int
		top, left           gb9704.Unit
		pitch               gb9704.Unit
		bottom, right       gb9704.Unit // of the last row, of each row
		number              string      // of page 2
		numberLeft, numberY gb9704.Unit
	}{
		{"行距: 撑满", 22, 28, mm(37), mm(28), gb9704.Line, mm(262), mm(184), "— 2 —", mm(28) + gb9704.Cell, mm(269)},
		{"行距: 28磅", 22, 28, mm(37), mm(28), 28 * gb9704.Pt, mm(37) + 21*28*gb9704.Pt + gb9704.Cell, mm(184), "— 2 —", mm(28) + gb9704.Cell, mm(269)},
		{"行距: 29磅", 22, 28, mm(37), mm(28), 29 * gb9704.Pt, mm(37) + 21*29*gb9704.Pt + gb9704.Cell, mm(184), "— 2 —", mm(28) + gb9704.Cell, mm(269)},
		{"行距: 33476", 22, 28, mm(37), mm(28), 1039 * gb9704.Mm / 100, mm(37) + 21*1039*gb9704.Mm/100 + gb9704.Cell, mm(184), "— 2 —", mm(28) + gb9704.Cell, mm(269)},
		{"行距: 28磅\n每页行数: 23", 23, 28, mm(37), mm(28), 28 * gb9704.Pt, mm(37) + 22*28*gb9704.Pt + gb9704.Cell, mm(184), "— 2 —", mm(28) + gb9704.Cell, mm(269)},
		{"页边距: {上: 30, 下: 25}", 24, 28, mm(30), mm(28), (mm(242) - gb9704.Cell) / 23, mm(272), mm(184), "— 2 —", mm(28) + gb9704.Cell, mm(279)},
		{"页边距: {左: 30, 右: 30}\n页码: 第1页", 22, 27, mm(37), mm(30), gb9704.Line, mm(262), mm(180), "第2页", mm(30) + mm(150)/27, mm(269)},
		{"页码: \"1\"\n页码位置: 居中", 22, 28, mm(37), mm(28), gb9704.Line, mm(262), mm(184), "2", mm(28) + (mm(156)-gb9704.Size4/2)/2, mm(269)},
	} {
		pages, problems := layout.Paginate(long(), houseOf(t, c.house))
		if len(problems) > 0 || len(pages) < 3 {
			t.Fatal(problems, len(pages))
		}
		text, artifacts := linesOf(&pages[1])
		near := func(what string, got, want gb9704.Unit) {
			if off := got - want; off < -gb9704.Mm/10 || off > gb9704.Mm/10 {
				t.Errorf("%s: %s is %s, want %s", c.house, what, inMm(got), inMm(want))
			}
		}
		if len(text) != c.rows || len([]rune(text[3].words)) != c.columns {
			t.Errorf("%s: %d rows of %d, want %d of %d", c.house, len(text), len([]rune(text[3].words)), c.rows, c.columns)
			continue
		}
		if got := text[1].top - text[0].top; got != c.pitch {
			t.Errorf("%s: pitch %s, want %s", c.house, inPt(got), inPt(c.pitch))
		}
		near("top", text[0].top, c.top)
		near("left", text[0].left, c.left)
		near("right", text[3].right, c.right)
		near("bottom", text[len(text)-1].top+gb9704.Cell, c.bottom)
		last := artifacts[len(artifacts)-1]
		if len(artifacts) != 1 || last.words != c.number {
			t.Errorf("%s: page number %q", c.house, last.words)
		}
		near("page number", last.left, c.numberLeft)
		near("page number's middle", last.top+gb9704.Size4/2, c.numberY)
	}
}

// TestSigned wants a signature below as many rows as leave it room, at a pitch
// that is narrower than the standard ever makes rows for its sake.
func TestSigned(t *testing.T) {
	s := houseOf(t, "行距: 20磅\n每页行数: 31")
	pitch := 20 * gb9704.Pt
	above := gb9704.Signatures().Above.Unit
	most := 1 + int((s.Sheet.RowsHigh()-gb9704.Cell-above-gb9704.Cell-pitch)/pitch)
	for rows := most - 2; rows <= most+1; rows++ {
		doc := &notice.Document{Body: []notice.Block{
			&notice.Paragraph{Text: []notice.Inline{notice.Text{S: strings.Repeat("巡", 28*rows-2)}}},
			&notice.Signature{Issuer: &notice.Paragraph{Text: []notice.Inline{notice.Text{S: "某某局"}}}, Date: &notice.Paragraph{Text: []notice.Inline{notice.Text{S: "2024年4月8日"}}}},
		}}
		pages, problems := layout.Paginate(doc, s)
		if len(problems) > 0 || len(pages) != map[bool]int{true: 1, false: 2}[rows <= most] {
			t.Errorf("%d rows of %d: %d pages, %v", rows, most, len(pages), problems)
		}
	}
}

// TestBold wants the words of a third head bold, and nothing else.
func TestBold(t *testing.T) {
	bold := func(house string) (words string) {
		pages, _ := layout.Paginate(long(), houseOf(t, house))
		for i := range pages {
			for item := range pages[i].All() {
				if run := item.(*layout.Run); run.Bold {
					for _, g := range run.Glyphs {
						words += g.Text
					}
				}
			}
		}
		return words
	}
	if got := bold("三级标题加粗: 是"); got != "1.建立台账。" {
		t.Errorf("bold is %q", got)
	}
	if got := bold("三级标题加粗: 否"); got != "" {
		t.Errorf("bold is %q", got)
	}
}

// TestFormal has a document of every part written under every house that is a
// good one: both formats, no word lost, nothing outside the paper.
func TestFormal(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rules, problems := Read("版式.yaml", archive.Files[0].Data)
		if problems.Err() != nil {
			continue
		}
		s := setup.Standard(fonts.Embedded())
		rules.Apply(s)
		for _, doc := range []*notice.Document{specimen.Formal(30), specimen.Upward(), specimen.Plain(), long()} {
			pages, problems := layout.Paginate(doc, s)
			if problems.Err() != nil {
				t.Fatalf("%s: %v", name, problems)
			}
			if err := pdf.Write(io.Discard, doc, pages, s); err != nil {
				t.Fatal(err)
			}
			for i := range pages {
				text, artifacts := linesOf(&pages[i])
				for _, l := range append(text, artifacts...) {
					if l.top < 0 || l.top > s.Sheet.NumberCentre() || l.left < 0 || l.right > s.Sheet.Height.Unit {
						t.Errorf("%s, page %d: %q at %s, %s", name, i+1, l.words, inMm(l.left), inMm(l.top))
					}
				}
			}
		}
	}
}

// TestRecordFoot wants 版记 to end where the type area does (7.4.1), in the Word file
// as well, also under rows of a narrow pitch that end higher.
func TestRecordFoot(t *testing.T) {
	s := houseOf(t, "行距: 28磅")
	doc := specimen.Formal(3)
	pages, problems := layout.Paginate(doc, s)
	if problems.Err() != nil {
		t.Fatal(problems)
	}
	var foot gb9704.Unit
	for item := range pages[len(pages)-1].All() {
		if rule, ok := item.(*layout.Rule); ok {
			foot = max(foot, rule.Y+rule.Height)
		}
	}
	if foot != 262*gb9704.Mm {
		t.Errorf("版记 ends at %s", inMm(foot))
	}
	var b bytes.Buffer
	if err := docx.Write(&b, doc, pages, s); err != nil {
		t.Fatal(err)
	}
	data, err := opc.ReadPart(b.Bytes(), "word/document.xml", 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	margins := regexp.MustCompile(`<w:pgMar [^>]*w:bottom="(\d+)"`).FindAllSubmatch(data, -1)
	first, _ := strconv.Atoi(string(margins[0][1]))
	last, _ := strconv.Atoi(string(margins[len(margins)-1][1]))
	if area := int((35 * gb9704.Mm).Twips()); first < area || last > area {
		t.Errorf("the text's lower margin is %d twips, that of 版记 %d", first, last)
	}
}

// TestWord wants the Word file to say the same: page, pitch, page number, weight
// and fonts.
func TestWord(t *testing.T) {
	s := houseOf(t, "行距: 28磅\n页边距: {上: 30, 左: 27, 右: 27}\n页码: \"- 1 -\"\n页码位置: 居中\n三级标题加粗: 是\n字体: {小标宋体: 华文中宋}")
	doc := long()
	pages, _ := layout.Paginate(doc, s)
	var b bytes.Buffer
	if err := docx.Write(&b, doc, pages, s); err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string][]string{
		"word/document.xml":  {`w:left="1531"`, `w:right="1531"`},
		"word/styles.xml":    {`w:line="560" w:lineRule="exact"`, `w:eastAsia="华文中宋"`, `<w:b/><w:bCs/>`},
		"word/fontTable.xml": {`w:name="华文中宋"`},
		"word/footer1.xml":   {`<w:jc w:val="center"/>`, `>- </w:t>`, `> -</w:t>`},
		"word/footer2.xml":   {`<w:jc w:val="center"/>`},
	} {
		data, err := opc.ReadPart(b.Bytes(), part, 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(string(data), w) {
				t.Errorf("%s: no %s", part, w)
			}
		}
		if n := strings.Count(string(data), `<w:b/>`); part == "word/styles.xml" && n != 2 {
			t.Errorf("%d styles are bold, want heading 3 and its twin", n)
		}
	}
}
