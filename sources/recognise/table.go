package recognise

import (
	"maps"
	"slices"
	"strconv"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A table is one table being read.
type table struct {
	*reader
	sheet       sheet
	header      header
	columns     map[ledger.Field]int
	fields      []ledger.Field // of columns, left to right
	cols        []int          // their columns
	all         []ledger.Field // every field there is
	down        [2]head        // 问题类别 and 主要问题, filled down
	bannered    bool           // a banner has been read
	topmost     int            // the highest rank of the banners' numbers; noNumber only if that of the first
	notes       bool           // the notes below the table have begun
	findings    int
	findingRows int
	start       int                // the first of them in Ledger.Findings
	strays      map[int]*grid.Cell // the first words in each column that is not read
	settled     map[int]bool       // unread columns that were reported already
	shared      problem.Pos        // the last merged 整改情况 that was reported
	open        open               // the finding that further rows may go on
	small       small              // the table below the ledger that is passed over
	ticks       []column           // the columns of a status that is ticked
	blocks      []Block            // the rows of findings
	between     int                // the last row that is none of them, blank ones apart
}

// A head is a 问题类别 or 主要问题 that goes for the rows below it, too.
type head struct {
	ledger.Numbered
	alone problem.Pos // the row, if it is a row of its own that no finding has followed yet
}

// begin decides the columns of h and opens its table.
func (r *reader) begin(s sheet, h header) *table {
	r.byLetter(h)
	t := &table{reader: r, sheet: s, header: h, columns: map[ledger.Field]int{}, all: ledger.Fields(), strays: map[int]*grid.Cell{}, settled: map[int]bool{}}
	found := ledger.Table{Sheet: s.Name, HeaderRows: [2]int{h.top, h.bottom}, Columns: t.columns, Headings: map[ledger.Field]string{}}
	text := h.candidates(ledger.FieldText)[0]
	for _, field := range h.named() {
		list := h.candidates(field)
		if beside := h.beside(text.col, list); len(list) > 1 && len(beside) > 0 {
			list = beside
		}
		if len(list) > 1 && !(field == ledger.FieldStatus && t.takeTicks(list)) {
			t.conflict(field, list)
		}
		t.columns[field] = list[0].col
		found.Headings[field] = list[0].label
		if list[0].heading.isInternal() && field != ledger.FieldPublication && field != ledger.FieldWithheld {
			found.Inside = append(found.Inside, field)
		}
		t.fields = append(t.fields, field)
	}
	slices.SortStableFunc(t.fields, func(a, b ledger.Field) int { return t.columns[a] - t.columns[b] })
	for _, field := range t.fields {
		t.cols = append(t.cols, t.columns[field])
	}
	for _, c := range h.columns {
		if c.field != "" || c.col > t.cols[0] && c.col < t.cols[len(t.cols)-1] {
			t.sound(c.cell)
		}
		if c.how == byOffice {
			r.used[c.heading.full], r.used[c.heading.bare] = true, true
		}
	}
	found.Internal = r.internal(h)
	r.tables = append(r.tables, t)
	r.ledger.Tables = append(r.ledger.Tables, found)
	t.start = len(r.ledger.Findings)
	r.ledger.Findings = slices.Grow(r.ledger.Findings, s.used(h.bottom+1))
	return t
}

// byLetter names the columns that the office calls by their letters, since their
// headings are empty or alike.
func (r *reader) byLetter(h header) {
	for i := range h.columns {
		c := &h.columns[i]
		field, ok := r.words.cols[c.col]
		if !ok {
			continue
		}
		name := problem.Column(c.col) + "列"
		r.used[name], r.used["第"+name] = true, true
		c.field, c.how, c.internal, c.weak = field, byLetter, false, false
		if c.label == "" {
			c.label = name
		}
		if field.Printed() && c.heading.isInternal() {
			c.how, c.internal = noMatch, true
		}
	}
}

// conflict reports two columns for one field.
func (t *table) conflict(field ledger.Field, list []column) {
	first, second := list[0], list[1]
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = c.label
		if slices.ContainsFunc(list, func(d column) bool { return d.col != c.col && d.label == c.label }) {
			names[i] = problem.Column(c.col) + "列"
		}
	}
	hint := "哪一栏写的是" + string(field) + "，就" + ledger.HowTo("栏目对应", names[0]+"："+string(field))
	for _, name := range names[1:] {
		hint += "，或 " + name + "：" + string(field)
	}
	hint += "；别的栏写的是另一个项目的，再加一行，右边写 " + names[len(names)-1] + "：那个项目"
	switch {
	case first.how >= byOffice:
		hint = "栏目对应里，写对的一行留下，别的几行改成各自的项目，或者删去"
	case hasVersions(field) && field != ledger.FieldGroup && field != ledger.FieldProblem:
		hint += "；都是" + string(field) + "而口径不同的，给对外公布的那一栏加注（拟公开）"
	}
	t.report(twoColumns, second.cell.Pos, "「"+second.label+"」和 "+first.cell.Pos.Address()+" 的「"+first.label+"」都像「"+string(field)+"」", hint)
	for _, c := range list[1:] {
		t.settled[c.col] = true
	}
}

// internal reports what the notice prints and is written for internal use only,
// and returns these fields.
func (r *reader) internal(h header) (fields []ledger.Field) {
	for _, c := range h.columns {
		if _, own := r.words.ownField(c.heading); c.internal && own {
			r.used[c.heading.full], r.used[c.heading.bare] = true, true
		}
		if !c.internal || !c.field.Printed() || slices.Contains(h.named(), c.field) || slices.Contains(fields, c.field) {
			continue
		}
		fields = append(fields, c.field)
		r.report(internalOnly, c.cell.Pos, "「"+c.label+"」标明不对外公开，不能印进通报；没有公开口径的「"+string(c.field)+"」",
			"加一栏「"+string(c.field)+"（拟公开）」，写对外公布的口径")
	}
	return fields
}

// repeats reports whether h is t's header again: the same fields in the same columns.
func (t *table) repeats(h header) bool {
	for _, c := range h.columns {
		if c.field != "" && c.how > noMatch && !sameColumn(t.header, c) {
			return false
		}
	}
	return h.score() == t.header.score()
}

func sameColumn(h header, c column) bool {
	return c.col <= len(h.columns) && h.columns[c.col-1].field == c.field
}

// finish says what is wrong with t as a whole.
func (r *reader) finish(t *table) {
	if t == nil {
		return
	}
	t.closeFinding()
	t.numberHeads()
	t.dropHead(0)
	t.dropHead(1)
	if t.findings == 0 {
		r.report(noFindings, t.sheet.pos(t.header.top, 0), "表头下面一条问题也没有", "从第"+strconv.Itoa(t.header.bottom+1)+"行起一行写一条问题；这张表不用的就删去")
	}
	t.unread()
	t.hiddenColumns()
}

// numberHeads gives each finding the number of the 主要问题 it stands under where the
// office numbers these, and only these: each first row has a number, no other has.
func (t *table) numberHeads() {
	if t.columns[ledger.FieldNo] == 0 || t.columns[ledger.FieldProblem] == 0 {
		return
	}
	list := t.ledger.Findings[t.start:]
	others := 0
	for i := range list {
		f := &list[i]
		begins := f.Problem.Pos.Row == f.Pos.Row
		if begins == (f.No.Text == "") || f.Problem.Raw == "" {
			return
		}
		if !begins {
			others++
		}
	}
	for i := 1; others > 0 && i < len(list); i++ {
		if f := &list[i]; f.No.Text == "" {
			f.No = list[i-1].No
		}
	}
}

// leftOut records a column with words that is not read.
func (t *table) leftOut(col int, over column) {
	c := value(t.strays[col])
	if over.label != "" {
		c = ledger.NewCell(over.cell.Pos, over.label)
	}
	found := &t.ledger.Tables[len(t.ledger.Tables)-1]
	found.Unread = append(found.Unread, c)
}

// unread reports the columns that hold words but are not read.
func (t *table) unread() {
	for _, col := range slices.Sorted(maps.Keys(t.strays)) {
		over := column{}
		if col <= len(t.header.columns) {
			over = t.header.columns[col-1]
		}
		t.leftOut(col, over)
		switch {
		case t.settled[col] || over.internal && (t.columns[over.field] > 0 || over.field.Printed()): // said elsewhere, or by the heading itself
		case over.label != "" && over.cell.Merge.Col2 > over.cell.Merge.Col1 && t.columns[over.field] > 0:
			t.report(unreadColumn, t.strays[col].Pos, problem.Column(col)+" 列和「"+over.label+"」合用一个栏名（"+rangeOf(t, over.cell)+"），写的内容没有读入",
				"取消栏名的合并，给这一列写上它自己的栏名")
		case over.field.Printed() && over.how == byName && t.columns[over.field] > 0: // the office's own word took its place
			t.report(unreadColumn, over.cell.Pos, "「"+over.label+"」这一栏没有读入：栏目对应把「"+t.headingOf(over.field)+"」读作「"+string(over.field)+"」",
				"核对「"+t.headingOf(over.field)+"」写的是不是"+string(over.field)+"；写反了就删去栏目对应的那一行")
		case over.label != "":
			t.report(unreadColumn, over.cell.Pos, "「"+over.label+"」这一栏没有读入",
				"用不着的不用管"+t.suggest(over))
		default:
			t.report(unreadColumn, t.strays[col].Pos, problem.Column(col)+" 列没有栏名，写的内容没有读入", "用不着的删去；要用的补上栏名，或"+ledger.HowTo("栏目对应", problem.Column(col)+"列：对应的项目，如 整改情况"))
		}
	}
}

// suggest is the line that makes over, a column that is not read, one of the field
// that it most likely is; "" where t misses none like it, or the heading is a field's
// already. No field is suggested for two columns.
func (t *table) suggest(over column) string {
	found := &t.ledger.Tables[len(t.ledger.Tables)-1]
	missing := slices.DeleteFunc(ledger.Fields(), func(f ledger.Field) bool {
		_, told := found.Suggested[f]
		return told || t.columns[f] > 0
	})
	like := ledger.Likely(over.label, missing)
	if like == "" || over.field != "" {
		return ""
	}
	if found.Suggested == nil {
		found.Suggested = map[ledger.Field]int{}
	}
	found.Suggested[like] = len(found.Unread) - 1
	return "；如果写的就是「" + string(like) + "」，" + ledger.HowTo("栏目对应", over.label+"："+string(like)) + "（是别的项目就换成那个名称）"
}
