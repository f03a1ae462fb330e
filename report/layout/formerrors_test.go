package layout

import (
	"strings"
	"testing"

	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

// TestFormErrors has documents that the standard has no place for: one problem
// each, with its code, its cell and the next step, and no pages.
func TestFormErrors(t *testing.T) {
	many := func(n int) []notice.Inline {
		return text(strings.Repeat("某某县文化旅游局，", n) + "局属各单位：")
	}
	signed := func(doc *notice.Document) *notice.Signature { return signatureOf(doc) }
	for _, c := range []struct {
		name, code, says string
		spoil            func(doc *notice.Document)
	}{
		{"主送机关 that fill page 1", "F103", "29行主送机关", func(d *notice.Document) { d.Body[0].(*notice.Recipients).Text = many(89) }},
		{"a title that fills it", "F102", "标题排成", func(d *notice.Document) {
			d.Title.Parts = [][]notice.Inline{text(strings.Repeat("关于巡察整改情况的通报", 19))}
		}},
		{"a seal wider than the type area", "F104", "印章宽90毫米、高42毫米，超出版心", func(d *notice.Document) { signed(d).Seal.Width = 90_000 }},
		{"a seal higher than a page", "F104", "高210.5毫米，一页放不下", func(d *notice.Document) { signed(d).Seal.Height = 210_500 }},
		{"a seal too small for both rows", "F104", "压不住署名和成文日期的2行", func(d *notice.Document) { signed(d).Seal.Height = 15_000 }},
		{"a seal on nothing", "F104", "没有署名和成文日期", func(d *notice.Document) { signed(d).Issuer, signed(d).Date = nil, nil }},
		{"an annex's title that fills its page", "F105", "“附件1”的标题排成", func(d *notice.Document) {
			d.Annexes[0].Title.Parts = [][]notice.Inline{text(strings.Repeat("关于巡察整改情况的通报", 32))}
		}},
		{"发文机关标志 of 21 characters", "F106", "发文机关标志有21个字", func(d *notice.Document) { d.Head.Mark = paragraph(strings.Repeat("某", 19) + "文件") }},
		{"密级 of two rows", "F106", "占到了发文机关标志的位置", func(d *notice.Document) { d.Head.Secrecy = paragraph(strings.Repeat("秘", 40)) }},
		{"签发人 beside no room", "F106", "在一行里放不下", func(d *notice.Document) { d.Head.Signers.Names[0] = text(strings.Repeat("某", 12)) }},
		{"签发人 that fill page 1", "F102", "30个签发人占15行", func(d *notice.Document) {
			name := d.Head.Signers.Names[0]
			d.Head.Signers.Names = nil
			for range 30 {
				d.Head.Signers.Names = append(d.Head.Signers.Names, name)
			}
		}},
		{"版记 higher than a page", "F107", "版记比一页还高", func(d *notice.Document) { d.Record.Copies.Text = many(90) }},
		{"a signature without text", "F108", "首页放不下署名", func(d *notice.Document) {
			d.Body[0].(*notice.Recipients).Text = many(19)
			d.Body = []notice.Block{d.Body[0], paragraph("特此通知。"), signed(d)}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := specimen.Upward()
			c.spoil(doc)
			pages, problems := Paginate(doc, standard())
			if pages != nil || len(problems) != 1 || string(problems[0].Code) != c.code || !strings.Contains(problems[0].Message, c.says) || problems[0].Hint == "" {
				t.Fatalf("%d pages, %v; want %s: %s", len(pages), problems, c.code, c.says)
			}
			if nowhere := problems[0].Pos.Address() == ""; nowhere != (c.says == "没有署名和成文日期") {
				t.Errorf("at %v", problems[0].Pos)
			}
		})
	}
}

// TestSignersApart sets names that two to a row have no room for beside 发文字号 one
// to a row, below each other.
func TestSignersApart(t *testing.T) {
	doc := specimen.Upward()
	doc.Head.Signers.Names = [][]notice.Inline{text("甲某某某某某"), text("乙某某某某某")}
	pages := pagesOf(t, doc)
	at := boxesOf(pages)
	one, two := at[doc.Head.Signers][0], at[doc.Head.Signers][1]
	if two.top != one.top+rowPitch || two.left != one.left+4*character || two.right != right-character || at[doc.Head.Number][0].top != two.top {
		t.Errorf("at %v and %v", one, two)
	}
}

// TestNoteBelowSeal moves 附注 that would stand below a seal to the row below it.
func TestNoteBelowSeal(t *testing.T) {
	doc := withoutTables(specimen.Formal(1))
	note := doc.Body[len(doc.Body)-1].(*notice.Note)
	note.Text = text("（联系人：某某；联系电话：0000－00000000，00000000）")
	pages := pagesOf(t, doc)
	seal, got := sealOf(pages), boxesOf(pages)[note][0]
	if want := seal.Y + seal.Height + rowPitch - character; got.top != want {
		t.Errorf("at %.2f mm, want %.2f", mm(got.top), mm(want))
	}
}

// TestWhereRecordIsTooLong: what is the longest of 版记 is to be shortened.
func TestWhereRecordIsTooLong(t *testing.T) {
	words := func(row, n int) *notice.Labelled {
		at := problem.Pos{File: "甲.yaml", Row: row}
		return &notice.Labelled{Label: "主送：", Text: []notice.Inline{notice.Text{S: strings.Repeat("某某县文化旅游局，", n), Src: at}}}
	}
	for _, c := range []struct{ recipients, copies, row int }{{200, 1, 1}, {1, 200, 2}} {
		doc := specimen.Upward()
		doc.Record.Recipients, doc.Record.Copies = words(1, c.recipients), words(2, c.copies)
		_, problems := Paginate(doc, standard())
		if len(problems) != 1 || problems[0].Pos.Row != c.row {
			t.Errorf("%v, want row %d", problems, c.row)
		}
	}
}
