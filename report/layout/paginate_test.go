package layout

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// TestWords wants every node's words on the pages, in order and nothing else.
func TestWords(t *testing.T) {
	odd := seed(t)
	odd.Body = append(odd.Body, oddBlocks()...)
	for name, doc := range map[string]*notice.Document{
		"odd blocks": odd, "formal": specimen.Formal(25), "upward": specimen.Upward(), "plain": specimen.Plain(),
	} {
		t.Run(name, func(t *testing.T) {
			pages, problems := Paginate(doc, standard())
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			checkDocument(t, doc, pages)
		})
	}
}

// oddBlocks are blocks that no ledger should give, but might.
func oddBlocks() []notice.Block {
	return []notice.Block{
		paragraph(""), head(2, "", ""), head(3, "1.", ""), runIn("（一）", "", 1), head(9, "①", "更深一层"),
		paragraph("制表\t符与\n换行 与　空格——和…………"), paragraph(strings.Repeat("x", 3000)), paragraph(strings.Repeat("。", 99)),
		&notice.Paragraph{Text: append(text("一段"), text("两格")...)},
		&notice.Signature{Issuer: paragraph(strings.Repeat("某某领导小组", 9)), Date: paragraph("2023年6月21日")},
		&notice.Signature{Date: paragraph(strings.Repeat("长", 2000))}, &notice.Signature{},
	}
}

// TestPure wants the same pages twice, and the document left as it was.
func TestPure(t *testing.T) {
	doc := seed(t)
	first, _ := Paginate(doc, standard())
	if !reflect.DeepEqual(doc, seed(t)) {
		t.Error("the document has changed")
	}
	second, _ := Paginate(doc, standard())
	if !reflect.DeepEqual(first, second) {
		t.Error("the second time gives other pages")
	}
}

// TestMissing wants each character that no font has reported once per cell, by
// name and code point, and no pages.
func TestMissing(t *testing.T) {
	a, b := text("甲\ue000乙\ue000丙\U0002ffff")[0].(notice.Text), text("甲\u200b\u00ad乙\ue000")[0].(notice.Text)
	b.Src.Row = 3
	doc := &notice.Document{Body: []notice.Block{&notice.Paragraph{Text: []notice.Inline{b, a}}, paragraph("好")}}
	pages, problems := Paginate(doc, standard())
	var got []string
	for _, p := range problems {
		if p.Code != "F101" || p.Hint == "" {
			t.Error(p)
		}
		_, code, _ := strings.Cut(p.Message, "（")
		code, _, _ = strings.Cut(code, "）")
		got = append(got, p.Pos.Address()+" "+code)
	}
	if want := "C2 U+E000,C2 U+2FFFF,C3 U+200B,C3 U+00AD,C3 U+E000"; strings.Join(got, ",") != want || pages != nil {
		t.Errorf("got %v and %d pages, want %s", got, len(pages), want)
	}
}

// TestFolios is 7.5: the dashes' middle 7 mm below the type area, one character
// from its right edge on odd pages and from its left edge on even ones.
func TestFolios(t *testing.T) {
	pages, _ := Paginate(seed(t), standard())
	for i, p := range pages {
		var folio printed
		for _, item := range p.Items {
			if run := item.(*Run); run.Node == nil {
				folio = append(folio, run)
			} else if folio != nil {
				t.Fatalf("page %d: text after the page number", p.Number)
			}
		}
		if want := fmt.Sprintf("— %d —", i+1); folio.String() != want || p.Number != i+1 {
			t.Errorf("page %d has the number %q", i+1, folio)
		}
		if y := folio[0].Y - folio[0].Size*38/100; y != 269*gb9704.Mm {
			t.Errorf("dashes at %d", y)
		}
		left, right := folio.left()-28*gb9704.Mm, 184*gb9704.Mm-folio.right()
		if odd := p.Number%2 == 1; odd && right != gb9704.Cell || !odd && left != gb9704.Cell {
			t.Errorf("page %d: number %d from the left, %d from the right", p.Number, left, right)
		}
	}
}

// TestSignature is 7.3.5.2.
func TestSignature(t *testing.T) {
	const cell, right = gb9704.Cell, 184 * gb9704.Mm
	for _, c := range []struct {
		issuer, date    string
		begin, end, day Unit // in half cells from the right edge: where the issuer begins and ends, where the day begins
	}{
		{"中共某市某某区文化旅游广电体育局党组", "2023年6月21日", 40, 4, 36},
		{"某局", "2023年12月21日", 22, 18, 18},
		{"某某某某局党组", "2023年6月21日", 18, 4, 14},
	} {
		doc := &notice.Document{Body: []notice.Block{paragraph("正文。"), &notice.Signature{Issuer: paragraph(c.issuer), Date: paragraph(c.date)}}}
		pages, _ := Paginate(doc, standard())
		l := linesOf(pages[0])
		got := [3]Unit{right - l[1].left(), right - l[1].right(), right - l[2].left()}
		if got != [3]Unit{c.begin * cell / 2, c.end * cell / 2, c.day * cell / 2} {
			t.Errorf("%s: at %v half cells from the edge", c.issuer, [3]Unit{got[0] * 2 / cell, got[1] * 2 / cell, got[2] * 2 / cell})
		}
		if gap := l[1].top() - l[0].top() - cell; gap != gb9704.OneLineGap().Unit {
			t.Errorf("%s: %d below the text", c.issuer, gap)
		}
	}
}

// TestSignatureAlone wants a signature without text at a page's top.
func TestSignatureAlone(t *testing.T) {
	doc := &notice.Document{Body: []notice.Block{&notice.Signature{Issuer: paragraph("某局"), Date: paragraph("2023年6月21日")}}}
	pages, _ := Paginate(doc, standard())
	if top := linesOf(pages[0])[0].top(); top != 37*gb9704.Mm {
		t.Errorf("signature begins at %d", top)
	}
}

// TestGolden keeps some pages of the real notice: row, x, face and words.
func TestGolden(t *testing.T) {
	pages, _ := Paginate(seed(t), standard())
	for _, n := range []int{1, 3, 18} {
		name := fmt.Sprintf("testdata/page%d.txt", n)
		got := dump(pages[n-1])
		if os.Getenv("UPDATE") == "1" {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs; UPDATE=1 rewrites it. Got:\n%s", name, got)
		}
	}
}

// dump is p in hundredths of a mm, a line for each run. The 仿宋 that -tags
// fontofl puts in has its own name, but must set the very same lines.
func dump(p Page) string {
	var b strings.Builder
	for _, item := range p.Items {
		run := item.(*Run)
		fmt.Fprintf(&b, "%7.2f %7.2f  %-24s %s\n", mm(run.Y), mm(run.X), strings.TrimSuffix(run.Face.Name(), "OFL"), printed{run})
	}
	return b.String()
}

func mm(u Unit) float64 { return float64(u) / float64(gb9704.Mm) }

func BenchmarkPaginate(b *testing.B) {
	for _, findings := range []int{40, 400, 4000} {
		b.Run(fmt.Sprint(findings), func(b *testing.B) {
			doc, s := seed(b), standard()
			body := doc.Body[:len(doc.Body)-1]
			doc.Body = nil
			for range findings / 40 {
				doc.Body = append(doc.Body, body...)
			}
			b.ReportAllocs()
			for b.Loop() {
				Paginate(doc, s)
			}
		})
	}
}
