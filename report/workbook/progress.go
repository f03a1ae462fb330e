package workbook

import (
	"fmt"
	"io"
	"strings"

	"tongbao/sources/ledger"
	"tongbao/sources/progress"
)

// The sheets of a report on progress.
const (
	totalsSheet  = "进度统计"
	overdueSheet = "逾期清单"
	soonSheet    = "近期到期清单"
	undatedSheet = "时限无日期清单"
)

// A report is the workbook of one progress.Report being made.
type report struct {
	*book
	*progress.Report
	links   map[string]string
	style   reportStyles
	figures []figure // the columns of totals after the name
	row     int      // the next one of totals
}

// WriteProgress writes r as a workbook to w, the same bytes for the same r. Links
// are, by their names in r, the files of those ledgers that can be opened from
// where the workbook will be. An error means that w holds no usable file.
func WriteProgress(w io.Writer, r *progress.Report, links map[string]string) error {
	b := &report{book: newBook(totalsSheet, overdueSheet, soonSheet, undatedSheet), Report: r, links: links}
	defer b.Close()
	b.style, b.figures = b.reportStyles(), figures(r)
	b.totals()
	b.items(overdueSheet, "逾期清单", "没有逾期的", "逾期天数", r.Overdue)
	b.items(soonSheet, r.SoonWords()+"清单", "没有"+r.SoonWords()+"的", "剩余天数", r.Soon)
	b.items(undatedSheet, "时限无日期清单", "没有这样的问题", "", r.Undated)
	return b.write(w, packaging{title: totalsTitle, category: "进度", places: true, fixed: func(sheet string, row int) bool {
		return sheet == totalsSheet || row <= listHeader
	}})
}

const (
	totalsTitle  = "巡察整改进度统计表"
	totalsHeader = 4 // the row of the headings; what is above says what is counted
)

// A figure is one column of totals; that of the rate has no numbers of its own.
type figure struct {
	heading string
	of      func(progress.Counts) int
}

func figures(r *progress.Report) []figure {
	state := func(heading string, s ledger.State) figure {
		return figure{heading, func(c progress.Counts) int { return c.States[s] }}
	}
	due := func(heading string, d progress.Due) figure {
		return figure{heading, func(c progress.Counts) int { return c.Dues[d] }}
	}
	out := []figure{{"全部", func(c progress.Counts) int { return c.All }}}
	for _, s := range progress.States() {
		out = append(out, state(s.String(), s))
	}
	return append(out, state("状态\n不认识", ledger.StateUnknown), state("状态\n未填写", ledger.StateNone), figure{heading: "完成率\n" + r.Rate.Words()},
		due(late, progress.Overdue), due(strings.Replace(r.SoonWords(), "到期", "\n到期", 1), progress.Soon), due("时限\n无日期", progress.Undated))
}

// late heads the column whose numbers stand out.
const late = "逾期"

// The columns of totals: a name, then figures; widths in characters.
const (
	nameCol    = 1
	nameWide   = 44.0
	figureWide = 9.0
	rateWide   = 15.0
)

// totals makes 进度统计: one heading, then the tables under it.
func (b *report) totals() {
	b.do(b.SetColWidth(totalsSheet, letters(nameCol), letters(nameCol), nameWide))
	b.do(b.SetColWidth(totalsSheet, letters(nameCol+1), letters(b.lastCol()), figureWide))
	b.above()
	headings, widths := []string{"项目"}, []float64{nameWide}
	for _, f := range b.figures {
		wide := figureWide
		if f.of == nil {
			wide = rateWide
			b.do(b.SetColWidth(totalsSheet, letters(len(headings)+1), letters(len(headings)+1), wide))
		}
		headings, widths = append(headings, f.heading), append(widths, wide)
	}
	for i, text := range headings {
		b.put(totalsSheet, nameCol+i, totalsHeader, text, b.heading(requiredFill))
	}
	b.do(b.SetRowHeight(totalsSheet, totalsHeader, height(headings, widths)))
	b.row = totalsHeader + 1
	b.line("合计", b.Total, b.style.sum)
	if len(b.Ledgers) > 1 {
		b.section("按台账")
		for i := range b.Ledgers {
			l := &b.Ledgers[i]
			b.line(ledgerName(l), l.Total, b.style.plain)
		}
	}
	b.table("按问题类别", b.Groups)
	b.table("按责任部门（一条由几个部门承办的，各计一次）", b.Offices)
	b.table("按责任领导（一条由几位领导负责的，各计一次）", b.Leaders)
	b.rules()
	b.freeze(totalsSheet, totalsHeader)
	b.page(totalsSheet, "landscape")
}

// lastCol is the last column of totals.
func (b *report) lastCol() int { return nameCol + len(b.figures) }

// ledgerName is a ledger as its unit and file.
func ledgerName(l *progress.Ledger) string {
	if l.Unit == "" {
		return l.Name
	}
	return l.Unit + "（" + l.Name + "）"
}

// above says what is counted, by which day and by which formula.
func (b *report) above() {
	b.put(totalsSheet, nameCol, 1, totalsTitle, b.title())
	b.do(b.SetRowHeight(totalsSheet, 1, 30))
	what := "台账：" + ledgerName(&b.Ledgers[0])
	if len(b.Ledgers) > 1 {
		what = fmt.Sprintf("台账：%d 份", len(b.Ledgers))
	}
	if len(b.Left) > 0 {
		what += fmt.Sprintf("；未计入 %d 份，见表后", len(b.Left))
	}
	for i, text := range []string{
		what + "　　统计日期：" + progress.Day(b.Today),
		b.Rate.Sentence(b.Total) + "（四舍五入）",
	} {
		b.put(totalsSheet, nameCol, 2+i, text, b.style.note)
		b.do(b.SetRowHeight(totalsSheet, 2+i, lineHeight+padding))
	}
}

// section writes a title over the rows that follow.
func (b *report) section(title string) {
	b.do(b.SetCellStyle(totalsSheet, cell(nameCol, b.row), cell(b.lastCol(), b.row), b.style.section))
	b.put(totalsSheet, nameCol, b.row, title, b.style.section)
	b.do(b.SetRowHeight(totalsSheet, b.row, lineHeight+padding))
	b.row++
}

// table writes rows under a title; one that several ledgers share is followed by
// what each has of it.
func (b *report) table(title string, list []progress.Row) {
	b.section(title)
	for _, r := range list {
		name := r.Name
		if name == "" {
			name = progress.Unnamed
		}
		b.line(strings.Join(strings.Fields(name), " "), r.Counts, b.style.plain)
		if len(r.Parts) < 2 {
			continue
		}
		for _, p := range r.Parts {
			b.do(b.SetRowOutlineLevel(totalsSheet, b.row, 1))
			b.line(p.Ledger, p.Counts, b.style.part)
		}
	}
}

// line writes one row of figures.
func (b *report) line(name string, c progress.Counts, s rowStyles) {
	b.put(totalsSheet, nameCol, b.row, name, s.name)
	for i, f := range b.figures {
		at, style := cell(nameCol+1+i, b.row), s.number
		switch {
		case f.of == nil:
			style = s.rate
			b.rate(at, c)
		case f.heading == late && f.of(c) > 0:
			style = s.late
			fallthrough
		default:
			b.do(b.SetCellInt(totalsSheet, at, int64(f.of(c))))
		}
		b.do(b.SetCellStyle(totalsSheet, at, at, style))
	}
	b.do(b.SetRowHeight(totalsSheet, b.row, height([]string{name}, []float64{nameWide - 2})))
	b.row++
}

// rate writes the rate as its rounded thousandths, so that it shows what is said.
func (b *report) rate(at string, c progress.Counts) {
	if n, ok := progress.PerMille(b.Rate.Of(c)); ok {
		b.do(b.SetCellFloat(totalsSheet, at, float64(n)/1000, -1, 64))
		return
	}
	b.do(b.SetCellStr(totalsSheet, at, "—"))
}

// rules says below the tables how they are counted, and what is not in them.
func (b *report) rules() {
	b.row++
	var texts []string
	for i, rule := range b.Rules() {
		texts = append(texts, fmt.Sprintf("%d．%s", i+1, rule))
	}
	for _, r := range b.Repeats {
		texts = append(texts, r.String()+"。")
	}
	if len(b.Left) > 0 {
		texts = append(texts, fmt.Sprintf("未计入 %d 份（读不了，或有错误影响计数）：%s", len(b.Left), strings.Join(b.Left, "、")))
	}
	if len(b.Passed) > 0 {
		texts = append(texts, fmt.Sprintf("文件夹里没有读的别的表格、子文件夹 %d 项（锁文件、报告、标注副本不算）：%s", len(b.Passed), strings.Join(b.Passed, "、")))
	}
	if n := len(b.Undated); n > 0 {
		texts = append(texts, "时限无日期的："+progress.UndatedWords(b.Undated)+"。")
	}
	width := nameWide + figureWide*float64(b.lastCol()-nameCol-1) + rateWide
	for _, text := range append([]string{"说明"}, texts...) {
		last := cell(b.lastCol(), b.row)
		b.do(b.MergeCell(totalsSheet, cell(nameCol, b.row), last))
		b.put(totalsSheet, nameCol, b.row, text, b.style.rule)
		b.do(b.SetRowHeight(totalsSheet, b.row, height([]string{text}, []float64{width})))
		b.row++
	}
}
