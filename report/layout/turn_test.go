package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// lines returns a paragraph that takes n rows.
func lines(n int) *notice.Paragraph { return paragraph(strings.Repeat("文", 28*n-2-10)) }

func head(level int, number, words string) *notice.Heading {
	return &notice.Heading{Level: level, Number: number, Text: text(words)}
}

// TestPageEnds has documents whose pages of 22 rows may not end where they are
// full; want is the rows of each page.
func TestPageEnds(t *testing.T) {
	signed := &notice.Signature{Issuer: paragraph("某区文化局党组"), Date: paragraph("2023年6月21日")}
	chain := func(n int) (heads []notice.Block) {
		for range n {
			heads = append(heads, head(4, "（1）", "问题"))
		}
		return heads
	}
	longer := strings.Repeat("题", 28*3)
	for _, c := range []struct {
		name string
		body []notice.Block
		want []int
	}{
		{"a paragraph parts anywhere else", blocks(lines(30)), []int{22, 8}},
		{"no line alone at a page's foot", blocks(lines(21), lines(5)), []int{21, 5}},
		{"no line alone on a page's top", blocks(lines(18), lines(5)), []int{21, 2}},
		{"three lines stay together", blocks(lines(20), lines(3)), []int{20, 3}},
		{"a head goes with two lines", blocks(lines(20), head(3, "1.", "问题"), lines(5)), []int{20, 6}},
		{"a head with two lines stays", blocks(lines(19), head(3, "1.", "问题"), lines(5)), []int{22, 3}},
		{"a head goes with a single line", blocks(lines(21), head(3, "1.", "问题"), lines(1), lines(4)), []int{21, 6}},
		{"a chain of heads goes as one", blocks(lines(18), head(2, "（一）", "方面"), head(3, "1.", "问题"), head(4, "（1）", "问题"), lines(6)), []int{18, 9}},
		{"a head of two lines too", blocks(lines(19), head(4, "（1）", longer[:3*40]), lines(6)), []int{19, 8}},
		{"a long head may part like text", blocks(lines(20), head(4, "（1）", longer), lines(4)), []int{22, 6}},
		{"a run-in head has its text beside it", blocks(lines(21), runIn("（一）", "提高站位。", 4)), []int{21, 4}},
		{"heads without end fill pages", chain(50), []int{22, 22, 6}},
		{"a widow costs less than three empty rows", blocks(lines(19), head(3, "1.", "问题"), lines(3), lines(30)), []int{22, 22, 9}},
		{"no row is left empty within a paragraph for a later page's sake", slices.Concat(blocks(lines(38)), chain(5), blocks(lines(6))), []int{22, 16, 11}},
		{"the signature has its page's text", blocks(lines(22), signed), []int{20, 4}},
		{"also where every line is a paragraph", slices.Concat(oneLiners(21), blocks(signed)), []int{19, 4}},
		{"and needs three rows of it", blocks(lines(19), signed), []int{21}},
		{"one more brings the rows closer together", blocks(lines(20), signed), []int{22}},
		{"for two more some are moved over", blocks(lines(21), signed), []int{19, 4}},
		{"a signature alone has a page", blocks(signed), []int{2}},
		{"text after a signature begins a page", blocks(lines(3), signed, lines(2)), []int{5, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages, problems := Paginate(&notice.Document{Body: c.body}, standard())
			var got []int
			for _, p := range pages {
				got = append(got, len(linesOf(p)))
			}
			if !slices.Equal(got, c.want) || len(problems) > 0 {
				t.Errorf("pages of %v rows, want %v %v", got, c.want, problems)
			}
		})
	}
}

// TestFace wants page 1 below 版头 to be filled where a notice would rather share
// the empty rows between two pages.
func TestFace(t *testing.T) {
	sheet := standard().Sheet
	holds := func(rows int, face bool) room {
		return room{left: sheet.Cell.Unit + Unit(rows-1)*sheet.Pitch.Unit, cell: sheet.Cell.Unit, pitch: sheet.Pitch.Unit, face: face}
	}
	rows := make([]row, 40)
	for i := range rows {
		rows[i].after = headFoot
	}
	for _, end := range []int{7, 10, 26} {
		rows[end-1].after = 0
	}
	for face, want := range map[bool]int{false: 7, true: 10} {
		if got := turns(rows, holds(10, face), holds(22, false), lone)[0]; got != want {
			t.Errorf("face %v: %d rows, want %d", face, got, want)
		}
	}
}

// TestFaceOfDocument is the same of whole pages: rows that may not be parted.
func TestFaceOfDocument(t *testing.T) {
	bodyRows := func(body []notice.Block) (rows []int) {
		head := &notice.Head{Mark: paragraph("某局文件"), Number: paragraph("某发〔2024〕1号")}
		pages, problems := Paginate(&notice.Document{Head: head, Body: body}, standard())
		if problems.Err() != nil {
			t.Fatal(problems)
		}
		for _, p := range pages {
			rows = append(rows, len(linesOf(p)))
		}
		rows[0] -= 2 // of 版头
		return rows
	}
	whole := func(rows int) []notice.Block {
		return append(slices.Repeat(blocks(head(4, "（1）", "问题")), rows-1), lines(1))
	}
	full := bodyRows(blocks(lines(40)))[0]
	got := bodyRows(slices.Concat(whole(full-3), whole(3), whole(16), whole(14)))
	if want := []int{full, 16, 14}; !slices.Equal(got, want) {
		t.Errorf("pages of %v rows, want %v", got, want)
	}
}

// oneLiners returns n paragraphs of one line.
func oneLiners(n int) (body []notice.Block) {
	for range n {
		body = append(body, lines(1))
	}
	return body
}

func blocks(b ...notice.Block) []notice.Block { return b }

func runIn(number, words string, rows int) *notice.Heading {
	h := head(2, number, words)
	h.Body = paragraph(strings.Repeat("文", 28*rows-20))
	return h
}

// TestTypeArea wants the rows of all pages but the first and the last on the grid
// that begins at 37 mm.
func TestTypeArea(t *testing.T) {
	pages, _ := Paginate(seed(t), standard())
	checkInside(t, pages)
	for _, p := range pages[1 : len(pages)-1] {
		for i, l := range linesOf(p) {
			if below := l.top() - 37*gb9704.Mm; below != Unit(i)*gb9704.Line {
				t.Errorf("page %d row %d begins %d below the edge", p.Number, i+1, below)
			}
		}
	}
	if n, full := len(pages), fullPages(pages); n != 18 || full < 9 {
		t.Errorf("%d pages, %d of them with 22 rows; want 18 and 9", n, full)
	}
}

// checkInside wants every cell inside the type area.
func checkInside(t *testing.T, pages []Page) {
	t.Helper()
	const left, right, top, bottom = 28 * gb9704.Mm, 184 * gb9704.Mm, 37 * gb9704.Mm, 262 * gb9704.Mm
	for _, p := range pages {
		for i, l := range linesOf(p) {
			if l.left() < left || l.right() > right || l.top() < top || l.top()+gb9704.Cell > bottom {
				t.Errorf("page %d row %d is outside: %s", p.Number, i+1, l)
			}
		}
	}
}

func fullPages(pages []Page) (n int) {
	for _, p := range pages {
		if len(linesOf(p)) == 22 {
			n++
		}
	}
	return n
}

// TestNothingAlone wants no page of the real notice to end with a head, and no
// line alone on either side of a page's end.
func TestNothingAlone(t *testing.T) {
	pages, _ := Paginate(seed(t), standard())
	rows := map[notice.Node]int{}
	for _, p := range pages {
		for _, l := range linesOf(p) {
			rows[l[len(l)-1].Node]++
		}
	}
	for i := range len(pages) - 1 {
		foot, top := linesOf(pages[i]), linesOf(pages[i+1])
		last, next := foot[len(foot)-1], top[0]
		node := last[len(last)-1].Node
		if h, ok := node.(*notice.Heading); ok {
			t.Errorf("page %d ends with a head: %s%s", i+1, h.Number, notice.Plain(h.Text))
		}
		if next[0].Node != node {
			continue
		}
		if above := count(foot, node); above < 2 {
			t.Errorf("page %d ends with %d line of a paragraph", i+1, above)
		}
		if below := count(top, node); below < 2 {
			t.Errorf("page %d begins with %d line of a paragraph", i+2, below)
		}
	}
}

func count(lines []printed, node notice.Node) (n int) {
	for _, l := range lines {
		if l[len(l)-1].Node == node {
			n++
		}
	}
	return n
}

func ExampleCodes() {
	for _, c := range Codes() {
		fmt.Println(c.Code, c.Title)
	}
	// Output:
	// F101 每个字都要有字形
	// F102 首页必须显示正文
	// F103 主送机关下面要放得下正文
	// F104 印章要压住署名和成文日期，不出版心
	// F105 附件的标题下要放得下附件的正文
	// F106 版头各要素要放得下
	// F107 版记要放得进一页
	// F108 署名和成文日期不能独占一页
	// F109 附件的标题宜简短
	// F110 表格的一行要能排在一页里
	// F111 表格的栏要能并排在版心里
}
