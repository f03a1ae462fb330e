package recognise

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// A row is one row below a header.
type row struct {
	n       int
	own     []grid.Cell                // what is written in it, left to right
	values  map[ledger.Field]grid.Cell // of own, what stands in a column of the table and nowhere else
	covered bool                       // 反馈的具体问题 is merged with the row above
}

// has reports whether any of fields is filled in.
func (r row) has(fields ...ledger.Field) bool {
	for _, f := range fields {
		if _, ok := r.values[f]; ok {
			return true
		}
	}
	return false
}

// first is the text of the first written cell, without blanks.
func (r row) first() string { return ledger.Squeeze(r.own[0].Text) }

// banner reports whether all that is written is one cell merged over columns.
func (r row) banner() bool {
	m := r.own[0].Merge
	return len(r.own) == 1 && m.Col2 > m.Col1
}

// rowKinds is every kind of row that is no finding, in the order they are tried.
// Is is asked of rows with something written in them only.
var rowKinds = []struct {
	reason string
	is     func(t *table, r row) bool
	then   func(t *table, r row) // may be nil
}{
	{"表头下面的栏号", isColumnNumbers, nil},
	{"合计行", isTotal, nil},
	{"填表说明", isNote, func(t *table, _ row) { t.notes = true }},
	{"审核、填表栏", isSignOff, func(t *table, _ row) { t.notes = true }},
	{"填表说明的后续行", func(t *table, r row) bool { return t.notes && len(r.own) == 1 && !r.has(ledger.FieldText) }, nil},
	{"只有序号的空行", func(_ *table, r row) bool { return len(r.own) == 1 && r.has(ledger.FieldNo) }, nil},
	{"台账以外的栏里的文字", func(_ *table, r row) bool { return len(r.values) == 0 && !r.banner() }, nil},
	{"单独成行的问题类别或主要问题", isHead, (*table).takeHead},
}

var (
	total    = regexp.MustCompile(`^(?:本页|本类|累计|以上)?(?:小计|合计|总计|共计|总数)(?:[：:]?\d*[个项条件]?(?:问题)?)?(?:[（(].*[）)])?$`)
	note     = regexp.MustCompile(`^[*＊※]?(?:填表说明|填报说明|填写说明|编制说明|填表要求|填报要求|注意事项|说明|备注|附注|注)(?:\d*[：:]|$)`)
	signOff  = regexp.MustCompile(`^(?:审核|审核人|审签|审签人|审批|审批人|复核|复核人|填表|填表人|填报|填报人|制表|制表人|经办人|填报单位|填表单位|单位负责人|主要负责人|负责人|主要领导|分管领导|党组书记|单位|联系人|联系电话|电话|日期|填表日期|填报日期|填报时间|填表时间|签字|签名|盖章)(?:签字|签名|签章|意见|盖章)?(?:[（(][^（）()]*[）)])?[：:]`)
	shortest = 20 // characters of what may stand beside a sign-off
)

// isColumnNumbers takes a row that counts the columns, 1 2 3 or （一）（二）（三）, the
// text's among them.
func isColumnNumbers(_ *table, r row) bool {
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

// isTotal wants nothing of a finding beside the word 合计.
func isTotal(_ *table, r row) bool {
	text, ok := r.values[ledger.FieldText]
	return total.MatchString(r.first()) && (!ok || text.Pos == r.own[0].Pos || utf8.RuneCountInString(text.Text) <= shortest) &&
		!r.has(ledger.FieldRectification, ledger.FieldMeasures)
}

// isNote takes a row that begins with 填表说明： and says nothing else.
func isNote(_ *table, r row) bool {
	return note.MatchString(r.first()) && (len(r.own) == 1 ||
		!r.has(ledger.FieldNo, ledger.FieldText, ledger.FieldMeasures, ledger.FieldRectification))
}

// isSignOff takes 审核：… and what is short or a label beside it.
func isSignOff(_ *table, r row) bool {
	if !signOff.MatchString(r.first()) {
		return false
	}
	for _, c := range r.own[1:] {
		if text := ledger.Squeeze(c.Text); !signOff.MatchString(text) && utf8.RuneCountInString(text) > shortest {
			return false
		}
	}
	return true
}

// isHead takes a row with a 问题类别 or 主要问题 alone: in its column, or as one
// cell over the columns, known by its number or because there is no such column.
func isHead(t *table, r row) bool {
	if r.banner() {
		return t.bannerField(r) != ""
	}
	for field := range r.values {
		if field != ledger.FieldGroup && field != ledger.FieldProblem {
			return false
		}
	}
	return len(r.values) == len(r.own)
}

// bannerField is what a banner heads: （一） and 一、 a group, 1. and （1） a problem.
func (t *table) bannerField(r row) ledger.Field {
	typed := numbered(r.own[0]).Typed
	_, isHan := han(typed)
	_, isNumber := ledger.ReadNumber(typed)
	switch {
	case isHan, typed == "" && t.columns[ledger.FieldGroup] == 0:
		return ledger.FieldGroup
	case isNumber && utf8.RuneCountInString(typed) > 1: // not ①
		return ledger.FieldProblem
	}
	return ""
}

// han reads a Chinese numeral with its mark: （一） or 一、.
func han(typed string) (int, bool) {
	return ledger.ReadHan(strings.Trim(ledger.HalfWidth(ledger.Squeeze(typed)), "()、."))
}

// row gathers what is written in row n.
func (t *table) row(n int) row {
	r := row{n: n, own: t.sheet.own(n), values: map[ledger.Field]grid.Cell{}}
	for _, c := range r.own {
		if field, ok := t.fieldAt(c); ok {
			r.values[field] = c
		}
	}
	text := t.sheet.at(n, t.columns[ledger.FieldText])
	r.covered = text.Pos.Row < n && !text.IsBlank()
	return r
}

// fieldAt is the field whose column c stands in; a cell merged over the columns
// of several fields belongs to none.
func (t *table) fieldAt(c grid.Cell) (ledger.Field, bool) {
	for col := c.Pos.Col + 1; col <= c.Merge.Col2; col++ {
		if t.byColumn[col] != "" {
			return "", false
		}
	}
	field, ok := t.byColumn[c.Pos.Col]
	return field, ok
}
