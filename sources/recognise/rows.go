package recognise

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// A row is one row below a header.
type row struct {
	n       int
	own     []*grid.Cell // what is written in it, left to right
	first   string       // the text of the first of them, without blanks
	fields  []ledger.Field
	values  []*grid.Cell // of own, what stands in the column of a field and of no other, by fields; nil if nothing
	count   int          // of values that are not nil
	wide    []*grid.Cell // of own, what is merged over the columns of several fields
	covered bool         // 反馈的具体问题 is merged with the row above
}

// value is what stands in field's column, or nil.
func (r *row) value(field ledger.Field) *grid.Cell {
	if i := slices.Index(r.fields, field); i >= 0 {
		return r.values[i]
	}
	return nil
}

// has reports whether any of fields is filled in.
func (r *row) has(fields ...ledger.Field) bool {
	return slices.ContainsFunc(fields, func(f ledger.Field) bool { return r.value(f) != nil })
}

// banner reports whether all that is written is one cell merged over columns.
func (r *row) banner() bool {
	m := r.own[0].Merge
	return len(r.own) == 1 && m.Col2 > m.Col1
}

// begins reports whether the first text begins with one of chars: before an
// expression is asked, since nearly no row is of a kind.
func (r *row) begins(chars string) bool {
	first, _ := utf8.DecodeRuneInString(r.first)
	return strings.ContainsRune(chars, first)
}

// A rowKind is a kind of row that is no finding.
type rowKind struct {
	reason string
	is     func(t *table, r *row) bool
	notes  bool // what follows it may be notes
}

// rowKinds is every kind, in the order they are tried. Is is asked of rows with
// something written in them only.
var rowKinds = []rowKind{
	{"表头下面的栏号", isColumnNumbers, false},
	{"合计行", isTotal, false},
	{"页码", isPageNumber, false},
	{"表示到此为止的一行", isEnd, false},
	{"填表说明", isNote, true},
	{"审核、填表栏", isSignOff, true},
	{"落款", isSigned, true},
	{"填表说明的后续行", func(t *table, r *row) bool { return t.notes && len(r.own) == 1 && !r.has(ledger.FieldText) }, false},
	{"填写示例", isExample, false},
	{"只有序号的空行", isNumberAlone, false},
	{"公式没有结果的空行", isUncomputed, false},
	{"台账以外的栏里的文字", func(_ *table, r *row) bool { return r.count+len(r.wide) == 0 && !r.banner() }, false},
}

var (
	total   = regexp.MustCompile(`^.{0,12}?(?:小计|合计|总计|共计|总数)(?:[：:]?共?\d*[个项条件]?(?:问题)?)?(?:[（(].*[）)])?$`)
	summary = regexp.MustCompile(`^(?:小计|合计|总计|共计|累计|共有|共反馈|共)\D{0,8}\d+[个条项件]`)
	note    = regexp.MustCompile(`^[*＊※（(]?(?:填表说明|填报说明|填写说明|编制说明|填表要求|填报要求|注意事项|说明|备注|附注|注)(?:\d*[：:]|$)`)
	signOff = regexp.MustCompile(`^(?:审核|审核人|审签|审签人|审批|审批人|复核|复核人|填表|填表人|填报|填报人|制表|制表人|经办人|填报单位|填表单位|单位负责人|主要负责人|负责人|主要领导|分管领导|党组书记|单位|联系人|联系电话|电话|日期|填表日期|填报日期|填报时间|填表时间|签字|签名|盖章)(?:签字|签名|签章|意见|盖章)?(?:[（(][^（）()]*[）)])?[：:]`)
	signed  = regexp.MustCompile(`(?:签字|签名|签章|盖章)[)）]?[：:]?$|(?:签字|签名|签章|盖章)[)）]?[：:]`)
	page    = regexp.MustCompile(`^[-—－]?第?\d+页?[-—－]?$|^第\d+页[，,/／]?共\d+页$|^共\d+页$|^第\d+页/共\d+页$`)
	end     = regexp.MustCompile(`^[（(—\-－]*(?:此页|本页)?(?:以下空白|以下无内容|以下无正文|完)[）)—\-－]*$`)
	example = regexp.MustCompile(`^[（(]?(?:示例|样例|范例|举例|例如|例)[：:]?\d*[）)]?$`)
	// exampleChars begin what example matches.
	exampleChars = "（(示样范举例"

	shortest = 20 // characters of what may stand beside a sign-off
)

// isColumnNumbers takes a row that counts the columns, 1 2 3 or （一）（二）（三）, the
// text's among them.
func isColumnNumbers(_ *table, r *row) bool {
	for i, c := range r.own {
		n, ok := ledger.ReadNumber(c.Text)
		if !ok {
			n, _ = han(c.Text)
		}
		if n != i+1 {
			return false
		}
	}
	return len(r.own) > 1 && r.has(ledger.FieldText)
}

// isTotal wants nothing of a finding beside the word 合计; alone in its row, 合计 and
// numbers in a sentence are one, too.
func isTotal(_ *table, r *row) bool {
	text := r.value(ledger.FieldText)
	if len(r.own) == 1 && (text == nil || r.banner()) && r.begins("小合总共累") && summary.MatchString(r.first) {
		return true
	}
	return hasTotal(r.first) && total.MatchString(r.first) &&
		(text == nil || text == r.own[0] || utf8.RuneCountInString(text.Text) <= shortest) &&
		!r.has(ledger.FieldRectification, ledger.FieldMeasures)
}

// hasTotal is asked before the expression, since nearly no row is one.
func hasTotal(s string) bool {
	const longest = 120 // in bytes
	return len(s) <= longest && (strings.Contains(s, "计") || strings.Contains(s, "总数"))
}

// isNumberAlone takes a number in the column of numbers and nothing else.
func isNumberAlone(_ *table, r *row) bool {
	no := r.value(ledger.FieldNo)
	return len(r.own) == 1 && no != nil && (isNumbered(r) || no.Text == "")
}

// isPageNumber takes what stands at the foot of a printed page.
func isPageNumber(_ *table, r *row) bool {
	return len(r.own) == 1 && !r.has(ledger.FieldNo) && r.begins("-—－第共") && page.MatchString(r.first) ||
		len(r.own) == 1 && r.begins("第共") && page.MatchString(r.first)
}

// isEnd takes 以下空白.
func isEnd(_ *table, r *row) bool {
	return len(r.own) == 1 && r.begins("（(—-－此本以完") && end.MatchString(r.first)
}

// isExample takes a row that shows how to fill in the form: 例 for its number.
func isExample(_ *table, r *row) bool {
	no := r.value(ledger.FieldNo)
	return r.begins(exampleChars) && example.MatchString(r.first) ||
		no != nil && strings.IndexAny(no.Text, exampleChars) == 0 && example.MatchString(no.Text)
}

// isNote takes a row that begins with 填表说明： and says nothing else. Where 备注：
// stands in the column of numbers, the cell beside it may be the note, in any column.
func isNote(t *table, r *row) bool {
	if !r.begins("*＊※（(填编注说备附") || !note.MatchString(r.first) {
		return false
	}
	if r.has(ledger.FieldNo) && r.own[0].Pos.Col == t.columns[ledger.FieldNo] {
		return len(r.own) <= 2
	}
	return len(r.own) == 1 || !r.has(ledger.FieldNo, ledger.FieldText, ledger.FieldMeasures, ledger.FieldRectification)
}

// isSignOff takes 审核：… and what is short or a label beside it.
func isSignOff(_ *table, r *row) bool {
	if !r.begins("审复填制经单主负分党联电日签盖") || !signOff.MatchString(r.first) {
		return false
	}
	for _, c := range r.own[1:] {
		if text := ledger.Squeeze(c.Text); !signOff.MatchString(text) && utf8.RuneCountInString(text) > shortest {
			return false
		}
	}
	return true
}

// isSigned takes what an office ends a form with: …（签字）：, …（盖章）, a day; and what
// is short or the same beside it.
func isSigned(_ *table, r *row) bool {
	if len(r.first) > longestHeading || isNumbered(r) {
		return false
	}
	if len(r.own) == 1 && !r.has(ledger.FieldText, ledger.FieldMeasures, ledger.FieldRectification) {
		if d := ledger.ParseDate(value(r.own[0]), stored(r.own[0]), false); d.Precision == ledger.Day {
			return true
		}
	}
	return isSignature(r.first) && !slices.ContainsFunc(r.own, func(c *grid.Cell) bool {
		return utf8.RuneCountInString(c.Text) > shortest && !isSignature(ledger.Squeeze(c.Text))
	})
}

func isSignature(text string) bool {
	return (strings.Contains(text, "签") || strings.Contains(text, "章")) && signed.MatchString(text)
}

// isNumbered reports whether r has a number in the column of numbers.
func isNumbered(r *row) bool {
	no := r.value(ledger.FieldNo)
	if no == nil {
		return false
	}
	_, ok := ledger.ReadNumber(no.Text)
	return ok
}

// isUncomputed takes formulas filled down below the last finding: none has a
// result, and none stands where the notice's text comes from.
func isUncomputed(_ *table, r *row) bool {
	return !r.has(ledger.FieldText, ledger.FieldRectification) &&
		!slices.ContainsFunc(r.own, func(c *grid.Cell) bool { return c.Flaw == nil || c.Text != "" })
}

// isHead reports whether r is a 问题类别 or 主要问题 alone: in its column, or as one
// cell over the columns, known by its number or because there is no such column.
func (t *table) isHead(r *row) bool {
	if r.banner() || t.namesHead(r) {
		return t.bannerField(r) != ""
	}
	for i, field := range r.fields {
		if r.values[i] != nil && field != ledger.FieldGroup && field != ledger.FieldProblem {
			return false
		}
	}
	return r.count == len(r.own)
}

// namesHead reports whether all that is written is a name in the column of numbers,
// or one with （一） before it in the column of texts: a banner that is not merged.
func (t *table) namesHead(r *row) bool {
	if len(r.own) != 1 || t.columns[ledger.FieldGroup] > 0 {
		return false
	}
	c := r.own[0]
	typed := typedBefore(c.Text)
	_, isHan := han(typed)
	return c.Pos.Col == t.columns[ledger.FieldNo] && (typed != "" || isGroupSheet(c.Text)) || isHan && c.Pos.Col == t.columns[ledger.FieldText] && t.columns[ledger.FieldNo] > 0
}

// bannerField is what a banner heads: （一） and 一、 a group, 1. and （1） a problem. Where
// the table has no column of problems, （一） below 一、, or below a group without a
// number, is one, too.
func (t *table) bannerField(r *row) ledger.Field {
	typed := numbered(r.own[0]).Typed
	rank := rankOf(typed)
	switch {
	case rank == bracketedHan && t.columns[ledger.FieldProblem] == 0 && (t.columns[ledger.FieldGroup] > 0 || t.bannered && t.topmost < rank):
		return ledger.FieldProblem
	case rank == plainHan, rank == bracketedHan, typed == "" && t.columns[ledger.FieldGroup] == 0:
		return ledger.FieldGroup
	case rank == arabic && utf8.RuneCountInString(typed) > 1: // not ①
		return ledger.FieldProblem
	}
	return ""
}

// The ranks of a head's number, highest first.
const (
	noNumber = iota
	plainHan
	bracketedHan
	arabic
	noRank // a number of another kind
)

// rankOf is the rank of 一、（一） 1. and （1）, as typed.
func rankOf(typed string) int {
	if typed == "" {
		return noNumber
	}
	_, isHan := han(typed)
	_, isNumber := ledger.ReadNumber(typed)
	switch {
	case isHan && strings.ContainsAny(typed, "（("):
		return bracketedHan
	case isHan:
		return plainHan
	case isNumber:
		return arabic
	}
	return noRank
}

// han reads a Chinese numeral with its mark: （一） or 一、.
func han(typed string) (int, bool) {
	const longest = 60 // in bytes, with blanks
	if len(typed) > longest {
		return 0, false
	}
	return ledger.ReadHan(strings.Trim(ledger.HalfWidth(ledger.Squeeze(typed)), "()、."))
}

// row gathers what is written in row n.
func (t *table) row(n int) *row {
	r := &row{n: n, own: t.sheet.own(n), fields: t.fields, values: make([]*grid.Cell, len(t.fields))}
	if len(r.own) == 0 {
		return r
	}
	r.first = ledger.Squeeze(r.own[0].Text)
	for _, c := range r.own {
		switch from, to := t.over(c); to - from {
		case 0:
		case 1:
			r.values[from] = c
			r.count++
		default:
			r.wide = append(r.wide, c)
		}
	}
	text := t.sheet.at(n, t.columns[ledger.FieldText])
	r.covered = text.Pos.Row < n && !text.IsBlank()
	return r
}

// over is which of the fields' columns c stands in or is merged over: those of
// t.fields[from:to].
func (t *table) over(c *grid.Cell) (from, to int) {
	for from < len(t.cols) && t.cols[from] < c.Pos.Col {
		from++
	}
	to = from
	for to < len(t.cols) && t.cols[to] <= max(c.Pos.Col, c.Merge.Col2) {
		to++
	}
	return from, to
}
