package recognise

import (
	"slices"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

const (
	// partialFields is how many headings make a sheet look like a ledger whose
	// header lacks 反馈的具体问题. Beside a ledger that was read it takes more.
	partialFields      = 2
	partialFieldsAside = 4
)

// asideNames in a sheet's name say that it holds no findings of its own.
var asideNames = []string{"汇总", "统计", "说明", "字典", "选项"}

// wanted is what a header is told to lack: a ledger is hardly one without them.
var wanted = []ledger.Field{ledger.FieldNo, ledger.FieldText, ledger.FieldRectification, ledger.FieldStatus}

// incomplete reports the sheets that look like a ledger but cannot be read.
func (r *reader) incomplete(sheets []sheet, headers []header) {
	least := partialFields
	if len(r.ledger.Tables) > 0 {
		least = partialFieldsAside
	}
	for i, h := range headers {
		s := sheets[i]
		switch {
		case len(r.internal(h)) > 0:
		case h.score() < least:
		case slices.ContainsFunc(asideNames, func(name string) bool { return strings.Contains(s.Name, name) }):
			r.skip(problem.Pos{File: s.file, Sheet: s.Name}, "不是逐条的台账：没有「"+string(ledger.FieldText)+"」一栏")
		default:
			r.report(noHeader, s.pos(h.top, 0), "表头认出了"+headings(h)+"，缺"+missing(h),
				"把写具体问题的一栏改名为“反馈的具体问题”，或在基本信息的“栏目对应”里写明“原栏名：反馈的具体问题”；这张表不是台账的，表名里写上“汇总”或“统计”")
		}
	}
}

// headings is what h names, as the office writes it.
func headings(h header) string {
	var out strings.Builder
	for _, c := range h.columns {
		if c.field != "" && c.how > noMatch {
			out.WriteString("「" + c.label + "」")
		}
	}
	return out.String()
}

func missing(h header) string {
	var out strings.Builder
	for _, field := range wanted {
		if !slices.Contains(h.named(), field) {
			out.WriteString("「" + string(field) + "」")
		}
	}
	return out.String()
}
