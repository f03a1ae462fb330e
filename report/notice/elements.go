package notice

import "tongbao/sources/picture"

// A Head is 版头 (GB/T 9704-2012, 7.2): what stands above the red line. What a
// document does not have is nil; Mark and Number every one has.
type Head struct {
	Copy    *Paragraph // 份号: six digits
	Secrecy *Paragraph // 密级和保密期限: 秘密★1年
	Urgency *Paragraph // 紧急程度
	Mark    *Paragraph // 发文机关标志: the issuer's name and 文件
	Number  *Paragraph // 发文字号: 某巡发〔2024〕1号
	Signers *Signers   // 签发人, of documents that go upward alone
}

// SignersLabel stands before the first of the names.
const SignersLabel = "签发人："

// Signers are 签发人 (7.2.6), a name each. They read as their label and the names.
type Signers struct{ Names [][]Inline }

// Recipients are 主送机关 (7.3.2) as printed, with the colon at the end.
type Recipients struct{ Text []Inline }

// A Labelled is text under a label of ours; its further lines hang below its
// first character. It reads as both: 附件：1.…, 2.…, 抄送：….
type Labelled struct {
	Label string // as printed
	Text  []Inline
}

// AttachmentLabel begins the label of the first item of an [AttachmentList].
const AttachmentLabel = "附件："

// An AttachmentList is 附件说明 (7.3.4). The labels are 附件：1. and 2. and so on, or
// 附件： alone if there is one.
type AttachmentList struct{ Items []*Labelled }

// A Signature is 署名 and 成文日期, and the seal pressed on them (7.3.5).
type Signature struct {
	Issuer, Date *Paragraph
	Seal         *Seal // nil without
}

// A Seal is a picture of a seal at its size on paper.
type Seal struct {
	Picture       *picture.Picture
	Width, Height int    // thousandths of a millimetre
	Words         string // for readers who do not see it: “某某局”印章
}

// A Note is 附注 (7.3.6), in brackets as printed.
type Note struct{ Text []Inline }

// A Record is 版记 (7.4). What a document does not have is nil.
type Record struct {
	Recipients *Labelled  // 主送：… if they left the head of the text (7.3.2)
	Copies     *Labelled  // 抄送：…。
	Issuer     *Paragraph // 印发机关
	Date       *Paragraph // 印发日期: 2024年4月8日印发
}

// An Annex is 附件 (7.3.7), which begins a page.
type Annex struct {
	Label     *Paragraph // 附件, or 附件1
	Title     *Title
	Body      []Block
	Landscape bool // turned, for a wide table (8)
}

// A Table has a head, which is repeated on every page, and rows.
type Table struct {
	Summary string // what it holds, for readers who do not see it
	Columns []Column
	Rows    []Row
}

// A Column is a table's.
type Column struct {
	Head  *Paragraph
	Short bool // numbers, dates and single words: narrow and centred
}

// A Row has a cell for each column, or is a band: one cell over all of them that
// is the head of the rows below it.
type Row struct {
	Band  *Paragraph // nil for a row of cells
	Cells []Cell
}

// A Cell holds any number of paragraphs.
type Cell struct{ Paragraphs []*Paragraph }
