package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Form is 文种: what kind of document the notice is laid out as.
type Form int

const (
	FormNotice   Form = iota // 社会通报: no red head
	FormDocument             // 公文: 版头, 主送机关, 版记 (GB/T 9704-2012)
)

// Official is what only a 公文 prints besides a notice.
type Official struct {
	Mark       Cell // 发文机关标志; empty: the issuer's name and 文件
	Number     Cell // 发文字号
	Signers    Cell // 签发人, any number of names
	Copy       Cell // 份号
	Secrecy    Cell // 密级和保密期限
	Urgency    Cell // 紧急程度
	Recipients Cell // 主送机关
	Below      bool // 主送机关 stand in 版记 rather than before the text (7.3.2)
	Copies     Cell // 抄送机关
	Printer    Cell // 印发机关
	Printed    Date // 印发日期
}

// A Named value is one that its message calls by its 栏目.
type Named struct {
	Name string
	Cell Cell
}

// Elements is every one of them in the order of the page.
func (o *Official) Elements() []Named {
	return []Named{
		{"份号", o.Copy}, {"密级", o.Secrecy}, {"紧急程度", o.Urgency}, {"发文机关标志", o.Mark}, {"发文字号", o.Number},
		{"签发人", o.Signers}, {"主送机关", o.Recipients}, {"抄送机关", o.Copies}, {"印发机关", o.Printer}, {"印发日期", o.Printed.Cell},
	}
}

// SealData is 印章: a picture and its size on paper.
type SealData struct {
	File          Cell // its path, from the folder of the file that says so; empty: no seal
	Size          Cell // as written
	Width, Height int  // thousandths of a millimetre; 0 if not given or not understood
}

// The sizes that a seal may have, in thousandths of a millimetre: it covers the two
// rows of 署名 and 成文日期 (GB/T 9704-2012 7.3.5.1), 15.9 mm high, and is no larger than any.
const smallestSeal, largestSeal = 16_000, 80_000

// IsSize reports whether a seal may be as large as s says.
func (s *SealData) IsSize() bool {
	return min(s.Width, s.Height) >= smallestSeal && max(s.Width, s.Height) <= largestSeal
}

// An AnnexData is one annex of words (附件).
type AnnexData struct {
	Order   int // the N of 附件N
	Title   Cell
	Content []Cell
}

// LedgerAnnex is 附件台账: the ledger as a table in the last annex.
type LedgerAnnex struct {
	At       Cell   // where it was asked for; its Pos is zero if it was not
	Columns  []Cell // the columns' headings; empty: the usual ones
	Title    Cell   // empty: what stands above the ledger's header
	Layout   Cell   // 附件台账方向 as written
	Wanted   bool
	Portrait bool
}

// Annex returns the place of 附件N in in, and makes one.
func (in *Info) Annex(order int) *AnnexData {
	i, ok := slices.BinarySearchFunc(in.Annexes, order, func(a AnnexData, order int) int { return cmp.Compare(a.Order, order) })
	in.Annexes = slices.Clone(in.Annexes)
	if !ok {
		in.Annexes = slices.Insert(in.Annexes, i, AnnexData{Order: order})
	}
	return &in.Annexes[i]
}

// Names returns the persons in c: parted by line ends, 、 and ，, or else by blanks.
// ok is false where blanks may as well spread a name: beside such marks (甲　某、乙某某),
// or before a single character (甲　某).
func (c Cell) Names() (names []string, ok bool) {
	names = c.List("、，,；;")
	parted := len(names) > 1
	if !parted {
		names = strings.Fields(strings.Join(names, ""))
	}
	for _, name := range names {
		if strings.ContainsFunc(name, isBlank) || !parted && len(names) > 1 && utf8.RuneCountInString(name) == 1 {
			return names, false
		}
	}
	return names, true
}
