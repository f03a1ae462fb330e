package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tongbao/sources/problem"
)

const (
	// maxListed is how many problems the list names; a sheet takes 65,530 links.
	maxListed = 60_000
	// headRow is where the headings of the list stand.
	headRow = 3

	worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
)

// listColumns is the list's headings and widths.
var listColumns = []struct {
	heading string
	width   int // in digits
}{
	{"序号", 6}, {"代码", 8}, {"程度", 8}, {"位置", 20}, {"责任部门", 18}, {"问题", 46}, {"怎么改", 46},
}

const (
	noOffice   = "（不属于哪一条问题）"
	lineHeight = 15 // pt
)

// A Count is how many problems have one thing in common.
type Count struct {
	Name, Title      string // an office; or a code and what its rule asks for
	Errors, Warnings int
}

// counts counts items by what key gives, most errors first.
func counts(items []Item, key func(Item) []Count) []Count {
	var out []Count
	index := map[string]int{}
	for _, item := range items {
		for _, c := range key(item) {
			i, known := index[c.Name]
			if !known {
				i = len(out)
				index[c.Name] = i
				out = append(out, c)
			}
			if item.Severity == problem.Error {
				out[i].Errors++
			} else {
				out[i].Warnings++
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Errors, a.Errors), cmp.Compare(b.Warnings, a.Warnings), strings.Compare(a.Name, b.Name))
	})
	return out
}

func byOffice(item Item) []Count {
	var out []Count
	for _, name := range item.Offices {
		out = append(out, Count{Name: name})
	}
	if len(out) == 0 {
		out = append(out, Count{Name: noOffice})
	}
	return out
}

func byCode(item Item) []Count { return []Count{{Name: string(item.Code), Title: item.Title}} }

// A lister writes the sheet 问题清单.
type lister struct {
	formats
	rows  map[int]*strings.Builder
	last  int
	lines map[int]int // of words, by row
	links strings.Builder
	book  *book
	file  string
}

// listSheet is the sheet part but for its last element, which the record of the
// annotation stands in.
func listSheet(b *book, file string, f formats, items []Item, offices, codes []Count) string {
	l := &lister{formats: f, rows: map[int]*strings.Builder{}, lines: map[int]int{}, book: b, file: file}
	l.text(1, 1, f.title, problem.ListTitle)
	l.text(2, 1, f.note, listNote(items))
	for i, c := range listColumns {
		l.text(headRow, i+1, f.head, c.heading)
	}
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(b.Severity, a.Severity) })
	items = items[:min(len(items), maxListed)]
	for i, item := range items {
		l.item(headRow+1+i, i+1, item)
	}
	if len(items) > 0 {
		l.counts(offices, "责任部门")
		l.counts(codes, "代码")
	}
	return l.sheet(headRow + len(items))
}

// listNote says how many problems there are and what to do next.
func listNote(items []Item) string {
	errs := 0
	for _, item := range items {
		if item.Severity == problem.Error {
			errs++
		}
	}
	if len(items) == 0 {
		return "没有错误，也没有提醒。这张表由 tongbao check --annotate 生成，不要的可以删去。"
	}
	s := fmt.Sprintf("错误 %d 处、提醒 %d 处。", errs, len(items)-errs)
	if len(items) > maxListed {
		s += fmt.Sprintf("这里只列前 %d 处。", maxListed)
	}
	return s + "点“位置”跳到那一格；改好、保存，再运行一次 tongbao check。按责任部门、按代码的统计在表的末尾。这张表每次重新生成，不要在这里填写。"
}

// item writes one problem.
func (l *lister) item(row, number int, item Item) {
	l.number(row, 1, l.centre, number)
	l.text(row, 2, l.centre, string(item.Code))
	l.text(row, 3, l.tint[item.Severity], item.Severity.String())
	where, to := l.place(item.Pos)
	if to != "" {
		l.text(row, 4, l.link, where)
		fmt.Fprintf(&l.links, `<hyperlink ref="D%d" location="%s"/>`, row, exactly(to))
	} else {
		l.text(row, 4, l.body, where)
	}
	offices := strings.Join(item.Offices, "、")
	l.text(row, 5, l.body, offices)
	l.text(row, 6, l.body, item.Message)
	l.text(row, 7, l.body, item.Hint)
	l.lines[row] = max(l.wrapped(4, where), l.wrapped(5, offices), l.wrapped(6, item.Message), l.wrapped(7, item.Hint))
}

// place is where a problem lies, as words and as a link; a hidden sheet cannot be
// jumped to.
func (l *lister) place(pos problem.Pos) (words, to string) {
	if pos == (problem.Pos{File: l.file}) {
		return "整个工作簿", ""
	}
	i := slices.IndexFunc(l.book.sheets, func(s sheet) bool { return s.shown == shown(pos.Sheet) })
	if pos.File != l.file || i < 0 {
		return pos.String(), ""
	}
	cell := problem.Pos{Row: max(pos.Row, 1), Col: max(pos.Col, 1)}.Address()
	words = pos.Sheet
	switch {
	case pos.Row > 0 && pos.Col > 0:
		words += " " + cell
	case pos.Row > 0:
		words += fmt.Sprintf(" 第%d行", pos.Row)
	}
	if l.book.sheets[i].hidden {
		return words + "（隐藏的表）", ""
	}
	return words, "'" + strings.ReplaceAll(l.book.sheets[i].name, "'", "''") + "'!" + cell
}

// wrapped is how many lines a text takes in a column, the margins left out.
func (l *lister) wrapped(col int, text string) int {
	return wrapped(text, listColumns[col-1].width-3)
}

// counts writes a count below the list, where a filter of the list leaves it alone.
func (l *lister) counts(list []Count, by string) {
	row := l.last + 2
	l.text(row, 2, l.head, "错误")
	l.text(row, 3, l.head, "提醒")
	l.text(row, 4, l.head, by)
	for i, c := range list {
		row := row + 1 + i
		l.number(row, 2, l.centre, c.Errors)
		l.number(row, 3, l.centre, c.Warnings)
		l.text(row, 4, l.body, c.Name)
		l.lines[row] = l.wrapped(4, c.Name)
		if c.Title != "" {
			l.text(row, 5, l.note, c.Title)
		}
	}
}

func (l *lister) cell(row, col, format int) *strings.Builder {
	if l.rows[row] == nil {
		l.rows[row] = &strings.Builder{}
	}
	l.last = max(l.last, row)
	fmt.Fprintf(l.rows[row], `<c r="%s%d" s="%d"`, problem.Column(col), row, format)
	return l.rows[row]
}

func (l *lister) text(row, col, format int, s string) {
	b := l.cell(row, col, format)
	if s == "" {
		b.WriteString("/>")
		return
	}
	b.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + escape(cutText(s, maxText)) + `</t></is></c>`)
}

func (l *lister) number(row, col, format, n int) {
	fmt.Fprintf(l.cell(row, col, format), "><v>%d</v></c>", n)
}

// sheet joins what was written; last is the last row of the list.
func (l *lister) sheet(last int) string {
	var s strings.Builder
	s.WriteString(xmlHead + `<worksheet xmlns="` + l.book.ns + `"><sheetPr><tabColor rgb="` + edges()[problem.Error] + `"/><pageSetUpPr fitToPage="1"/></sheetPr>`)
	fmt.Fprintf(&s, `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>`+
		`<selection pane="bottomLeft" activeCell="A%[2]d" sqref="A%[2]d"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`, headRow, headRow+1)
	for i, c := range listColumns {
		fmt.Fprintf(&s, `<col min="%d" max="%[1]d" width="%d" customWidth="1"/>`, i+1, c.width)
	}
	s.WriteString(`</cols><sheetData>`)
	for row := 1; row <= l.last; row++ {
		if cells := l.rows[row]; cells != nil {
			fmt.Fprintf(&s, `<row r="%d"%s>%s</row>`, row, l.height(row), cells)
		}
	}
	s.WriteString(`</sheetData>`)
	if last > headRow {
		fmt.Fprintf(&s, `<autoFilter ref="A%d:%s%d"/>`, headRow, problem.Column(len(listColumns)), last)
	}
	if l.links.Len() > 0 {
		s.WriteString(`<hyperlinks>` + l.links.String() + `</hyperlinks>`)
	}
	s.WriteString(`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`)
	return s.String()
}

// height is the height attribute of a row; programs make room for more words
// where they are wrapped otherwise.
func (l *lister) height(row int) string {
	switch {
	case row == 1:
		return ` ht="27" customHeight="1"`
	case row == headRow:
		return ` ht="22" customHeight="1"`
	case l.lines[row] > 0:
		return fmt.Sprintf(` ht="%d"`, min(409, l.lines[row]*lineHeight+5))
	}
	return ""
}
