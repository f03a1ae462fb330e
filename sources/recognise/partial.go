package recognise

import (
	"slices"
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

const (
	// partialFields is how many headings make a sheet look like a ledger whose
	// header lacks 反馈的具体问题. Beside a ledger that was read it takes more.
	partialFields      = 2
	partialFieldsAside = 4
)

// instructions is why a sheet called 填表说明 is passed over.
const instructions = "说明，整张表不读"

// wanted is what a header is told to lack: a ledger is hardly one without them.
var wanted = []ledger.Field{ledger.FieldNo, ledger.FieldText, ledger.FieldRectification, ledger.FieldStatus}

// An unread is a sheet without a table, and the header understood best in it.
type unread struct {
	sheet
	header header
}

// account says of every sheet without a table what became of it: it looks like a
// ledger and is an error, or it is passed over. Notice data is info's.
func (r *reader) account(sheets []unread) {
	var piled []unread
	for _, s := range sheets {
		first := s.first()
		switch {
		case s.Other != "":
			r.skip(problem.Pos{File: s.file, Sheet: s.Name}, "是"+s.Other+"，不是表格，没有读取")
		case slices.Contains(r.ledger.Info.Sheets, s.Name), first == nil:
		case len(r.internal(s.header)) > 0:
		case !strings.Contains(s.Name, "说明") && s.card(r.words) != nil:
			piled = append(piled, s)
		case r.looksLikeLedger(s):
			r.report(noHeader, s.pos(s.header.top, 0), "表头认出了"+headings(s.header)+"，缺"+missing(s.header),
				r.mapText(s.header)+"；这张表不是台账的，把它移到别的工作簿")
		case !s.Hidden && strings.Contains(s.Name, "说明"):
			r.skip(problem.Pos{File: s.file, Sheet: s.Name}, instructions)
		case !s.Hidden:
			r.skip(problem.Pos{File: s.file, Sheet: s.Name}, "既不是台账，也不是通报要素，整张表没有读入"+quote(first.Text))
		}
	}
	r.cards(piled)
}

// mapText is how to tell which of h's headings is over the findings: the line to
// write, with the heading that is most likely it.
func (r *reader) mapText(h header) string {
	var unknown []string
	for _, c := range h.columns {
		if c.field == "" && c.label != "" && !slices.Contains(unknown, c.label) {
			unknown = append(unknown, c.label)
		}
	}
	i := slices.IndexFunc(unknown, func(s string) bool { return has(s, []string{"问题", "表现", "反馈", "意见", "内容"}) })
	if len(unknown) == 0 {
		return "加上写具体问题的一栏，栏名写“反馈的具体问题”"
	}
	hint := "具体问题写在「" + unknown[max(i, 0)] + "」一栏的，" + ledger.HowTo("栏目对应", unknown[max(i, 0)]+"：反馈的具体问题") + "，或把栏名改为“反馈的具体问题”"
	if i < 0 && len(unknown) > 1 {
		hint += "；写在别的栏的（没有认出的栏名有「" + strings.Join(unknown, "」「") + "」），换成那一栏"
	}
	return hint
}

// looksLikeLedger reports whether s would be a ledger if its header were mended.
// Beside one that was read, it has to have findings: not counts, nor nothing.
func (r *reader) looksLikeLedger(s unread) bool {
	if len(r.ledger.Tables) == 0 {
		return s.header.score() >= partialFields
	}
	return s.header.score() >= partialFieldsAside && s.hasWords()
}

// hasWords reports whether of the cells below the header, the 序号 left out, no
// fewer hold words than numbers.
func (s unread) hasWords() bool {
	no := 0
	for _, c := range s.header.columns {
		if c.field == ledger.FieldNo {
			no = c.col
		}
	}
	words, numbers := 0, 0
	for n := s.header.bottom + 1; n <= len(s.Rows); n++ {
		for _, c := range s.own(n) {
			switch {
			case c.Pos.Col == no:
			case strings.Trim(c.Text, "0123456789.,%/-— ") == "":
				numbers++
			default:
				words++
			}
		}
	}
	return words > 0 && words >= numbers
}

// first is the first cell of s in which something is written, or nil.
func (s sheet) first() *grid.Cell {
	for n := range s.Rows {
		if own := s.own(n + 1); len(own) > 0 {
			return own[0]
		}
	}
	return nil
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
