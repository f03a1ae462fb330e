// Package specimen holds documents for tests: each has what a layout or a writer
// must be able to set, and nothing that is anybody's. A test may change what it
// gets.
package specimen

import (
	"fmt"
	"strings"
	"time"

	"tongbao/report/notice"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// Formal is a document (公文) with every part of GB/T 9704-2012: 版头, 主送机关,
// 附件说明, a seal, 附注, an annex of text, one with a landscape table of the given
// rows, and 版记.
func Formal(rows int) *notice.Document {
	doc := Plain()
	doc.Head = &notice.Head{
		Mark:   paragraph("某某市文化旅游局文件"),
		Number: paragraph("某文旅发〔2024〕12号"),
	}
	doc.Body = append([]notice.Block{&notice.Recipients{Text: words("各县（市、区）文化旅游局，局属各单位，机关各科室：")}}, doc.Body...)
	doc.Body = append(doc.Body, &notice.AttachmentList{Items: []*notice.Labelled{
		{Label: notice.AttachmentLabel + "1.", Text: words("巡察整改工作领导小组及其办公室成员单位名单和职责分工一览表（试行）")},
		{Label: "2.", Text: words("巡察整改台账")},
	}})
	doc.Body = append(doc.Body,
		&notice.Signature{Issuer: paragraph("某某市文化旅游局"), Date: paragraph("2024年4月8日"), Seal: Seal()},
		&notice.Note{Text: words("（此件公开发布）")})
	doc.Annexes = []notice.Annex{
		{Label: paragraph("附件1"), Title: title("巡察整改工作领导小组及其办公室成员单位名单和职责分工一览表"), Body: annexText()},
		{Label: paragraph("附件2"), Title: title("巡察整改台账"), Body: []notice.Block{Table(rows)}, Landscape: true},
	}
	doc.Record = &notice.Record{
		Copies: &notice.Labelled{Label: "抄送：", Text: words("市委巡察工作领导小组办公室，市纪委监委机关，市委组织部，市财政局，市审计局，市机关事务服务中心。")},
		Issuer: paragraph("某某市文化旅游局办公室"),
		Date:   paragraph("2024年4月9日印发"),
	}
	return doc
}

// Upward is a document that goes upward, with all that 版头 can have.
func Upward() *notice.Document {
	doc := Formal(3)
	doc.Head.Copy = paragraph("000001")
	doc.Head.Secrecy = paragraph("秘密★1年")
	doc.Head.Urgency = paragraph("特急")
	doc.Head.Signers = &notice.Signers{Names: [][]notice.Inline{words("甲某某"), words("乙某"), words("丙某某")}}
	return doc
}

// Plain is a notice without any of that.
func Plain() *notice.Document {
	doc := &notice.Document{
		Title: title("某某市文化旅游局关于巡察整改情况的通报"),
		Meta: notice.Meta{Title: "某某市文化旅游局关于巡察整改情况的通报", Issuer: "某某市文化旅游局", Source: "台账.xlsx",
			Date: ledger.Date{Time: time.Date(2024, 4, 8, 0, 0, 0, 0, time.UTC), Precision: ledger.Day}},
	}
	doc.Body = append(doc.Body, paragraph(strings.Repeat("按照市委统一部署，市委巡察组对我局开展了巡察，并反馈了意见。", 4)))
	for i, head := range []string{"组织领导", "整改落实", "下一步打算"} {
		doc.Body = append(doc.Body,
			&notice.Heading{Level: 1, Number: ledger.Han(i+1) + "、", Text: words(head + "情况")},
			&notice.Heading{Level: 2, Number: "（一）", Text: words("提高站位，压实责任。"), Body: paragraph(strings.Repeat("召开专题会议3次，制定措施12条，明确时限。", 6))},
			paragraph(strings.Repeat("整改情况：一是完善制度；二是加强培训；三是强化监督。", 5)))
	}
	return doc
}

// Table is a ledger of the given rows below a band for every ten of them.
func Table(rows int) *notice.Table {
	t := &notice.Table{Summary: "巡察整改台账，共6栏", Columns: []notice.Column{
		{Head: paragraph("序号"), Short: true}, {Head: paragraph("反馈问题")}, {Head: paragraph("整改措施")},
		{Head: paragraph("整改情况")}, {Head: paragraph("责任部门")}, {Head: paragraph("完成情况"), Short: true},
	}}
	for i := range rows {
		if i%10 == 0 {
			t.Rows = append(t.Rows, notice.Row{Band: paragraph(fmt.Sprintf("（%s）履行职责方面", ledger.Han(i/10+1)))})
		}
		t.Rows = append(t.Rows, notice.Row{Cells: []notice.Cell{
			cell(fmt.Sprint(i + 1)), cell("制度执行不够严格，台账更新不及时。"),
			cell("1.修订制度，明确责任。", "2.每季度检查一次，结果通报各科室。"),
			cell(strings.Repeat("已修订制度3项，开展检查4次，发现问题5个，均已整改到位。", 1+i%3)),
			cell("办公室"), cell("已完成"),
		}})
	}
	return t
}

func annexText() []notice.Block {
	return []notice.Block{
		&notice.Heading{Level: 1, Number: "一、", Text: words("领导小组")},
		paragraph(strings.Repeat("领导小组由局党组书记任组长，分管副局长任副组长，各科室负责人为成员。", 3)),
		&notice.Heading{Level: 1, Number: "二、", Text: words("职责分工")},
		paragraph(strings.Repeat("领导小组办公室设在局办公室，负责日常工作。", 3)),
	}
}

func title(s string) *notice.Title { return &notice.Title{Parts: [][]notice.Inline{words(s)}} }

func paragraph(s string) *notice.Paragraph { return &notice.Paragraph{Text: words(s)} }

func cell(paragraphs ...string) notice.Cell {
	var c notice.Cell
	for _, p := range paragraphs {
		c.Paragraphs = append(c.Paragraphs, paragraph(p))
	}
	return c
}

func words(s string) []notice.Inline {
	return []notice.Inline{notice.Text{S: s, Src: problem.Pos{File: "台账.xlsx", Sheet: "通报正文", Row: 2, Col: 2}}}
}
