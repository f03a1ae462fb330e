package ledger

import "tongbao/sources/problem"

// Info is the notice's own data, from the workbook or from an info file; each
// value knows its cell, or in a file its line.
type Info struct {
	Sheets     []string // the workbook's sheets that it was read from
	Unreadable bool     // an info file could not be read: what is missing may stand in it

	Title     Cell // 标题; with or without the issuer in it
	Issuer    Cell // 发文机关
	Preamble  []Cell
	Parts     []Part // in the notice's order
	Contact   []Cell
	Signature Cell // 落款
	Date      Date // 成文日期

	Form     Form     // 文种
	Official Official // of form document
	Seal     SealData
	Note     Cell        // 附注
	Annexes  []AnnexData // in their order
	Ledger   LedgerAnnex

	InspectionStart, InspectionEnd, Feedback Date

	// What the rows above the ledger's header say.
	LedgerTitle, FilledBy Cell // 台账名称, 填报单位
	FilledOn              Date // 填报时间

	Numbering Numbering
	Columns   []ColumnName  // headings an office uses for our fields
	Required  []Requirement // an office's own rules, over the default ones
}

// A Part is one of the notice's parts. The part with Findings holds the ledger;
// its own paragraphs come before the findings.
//
// Order is the N of 第N部分: parts stand in its order, and a part of the info
// file replaces the workbook's part of the same Order.
type Part struct {
	Order      int
	Heading    Cell
	Paragraphs []Cell // heads among them are known by their numbering: （一）….
	Findings   bool
}

// A ColumnName maps a heading of the office's own to our field.
type ColumnName struct {
	Heading Cell
	Field   Field
}

// A Requirement says when a field must be filled: always, never, or once the
// finding has one of States.
type Requirement struct {
	Pos    problem.Pos // zero for a default rule
	Field  Field
	When   When
	States []State // for WhenState
}

// When is the condition of a Requirement.
type When int

const (
	Never     When = iota // 不要求
	Always                // 必填
	WhenState             // 已完成时必填
)

// Numbering is the scope of the numbers 1. and （1）.
type Numbering int

const (
	Continuous Numbering = iota // 连续编号: runs on through the notice
	PerParent                   // 逐级编号: begins anew under each parent
)
