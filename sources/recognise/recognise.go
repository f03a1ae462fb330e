// Package recognise finds the ledger in a grid: which sheets, which header, what
// each column and each row is, and what was passed over and why.
//
// Two tables say what is understood: fieldNames (names.go), the headings a field
// goes by, and rowKinds (rows.go), the rows that are no findings. A row with
// something in it that is neither finding nor of a known kind is an error; no
// row is dropped in silence.
package recognise

import (
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// Ledger recognises the ledger in book. In is the notice's own data, read before
// because it may name columns (in.Columns) and has its own sheets (in.Sheets); it may be nil and is not changed.
// The ledger is never nil, and its Info is in's with what the rows above the
// first header say. Problems come in reading order of the sheets.
func Ledger(book *grid.Book, in *ledger.Info) (*ledger.Ledger, problem.List) {
	r := read(book, in)
	return r.ledger, r.problems
}

// read reads every sheet of book.
func read(book *grid.Book, in *ledger.Info) *reader {
	r := &reader{ledger: &ledger.Ledger{File: book.File}, used: map[string]bool{}, told: map[problem.Pos]bool{}}
	if in != nil {
		r.ledger.Info = *in
	}
	r.words = newVocabulary(r.ledger.Info.Columns)
	for i := range book.Sheets {
		s := newSheet(&book.Sheets[i], book.File)
		if problem.IsListTitle(s.at(1, 1).Text) {
			r.skip(s.pos(0, 0), "标注副本的问题清单，由程序重新生成，不读")
			continue
		}
		if best := r.sheet(s); !best.complete() {
			r.others = append(r.others, unread{s, best})
		}
	}
	r.passRepeats()
	r.nameGroups()
	r.account(r.others)
	r.stars(r.others)
	if len(r.ledger.Tables) == 0 && len(r.problems) == 0 {
		r.report(noLedger, problem.Pos{File: book.File}, "没有找到台账表（"+sheetNames(book)+"）",
			"把台账放进一张工作表，表头写上「序号」「反馈的具体问题」「整改情况」「完成情况」等栏目；不改栏名的，"+
				ledger.HowTo("栏目对应", "原栏名：反馈的具体问题")+"，别的栏也这样一行写一栏")
	}
	if len(r.ledger.Tables) > 0 {
		r.unusedNames()
	}
	return r
}

// A reader gathers what one book gives.
type reader struct {
	ledger   *ledger.Ledger
	problems problem.List
	words    vocabulary
	tables   []*table             // in reading order
	others   []unread             // the sheets without one
	used     map[string]bool      // the office's own headings that were met
	told     map[problem.Pos]bool // cells that were reported as unusable
}

func (r *reader) report(e problem.Entry, at problem.Pos, message, hint string) {
	r.problems = append(r.problems, e.At(at, message, hint))
}

func (r *reader) skip(at problem.Pos, reason string) {
	r.ledger.Skipped = append(r.ledger.Skipped, ledger.Skip{Pos: at, Reason: reason})
}

func (r *reader) head(at problem.Pos, reason string) {
	r.ledger.Heads = append(r.ledger.Heads, ledger.Skip{Pos: at, Reason: reason})
}

// sheet reads every table of s. It returns the header that was understood best; if
// that is not complete, s has no table.
func (r *reader) sheet(s sheet) header {
	var beside []region
	var main *table
	list := regions(s, r.words)
	for _, g := range list {
		if len(g.headers) == 0 || g.isCard(r.words) {
			beside = append(beside, g)
			continue
		}
		if main == nil {
			r.hiddenSheet(s)
		}
		if t := r.region(g); main == nil {
			main = t
		}
	}
	if main == nil {
		return list[0].best
	}
	for _, g := range beside {
		r.beside(g, main)
	}
	r.asides(s, main.header)
	return main.header
}

// region reads a block of columns from header to header, and returns its first table.
func (r *reader) region(g region) *table {
	var first, t *table
	next := 1
	for _, h := range g.headers {
		if t != nil && t.repeats(h) {
			t.again(next, h)
			next = h.bottom + 1
			continue
		}
		lead := next
		if t != nil {
			lead = t.leadOf(next, h.top)
			t.rows(next, lead)
			r.finish(t)
		}
		group := r.above(g.sheet, lead, h)
		t = r.begin(g.sheet, h)
		t.headedBy(group)
		if first == nil {
			first = t
		}
		next = h.bottom + 1
	}
	t.rows(next, len(g.Rows)+1)
	r.finish(t)
	return first
}

// rows reads the rows from one up to another.
func (t *table) rows(from, to int) {
	for row := from; row < to; row++ {
		t.read(row)
	}
}

func sheetNames(book *grid.Book) string {
	var names []string
	for _, s := range book.Sheets {
		names = append(names, "「"+s.Name+"」")
	}
	if len(names) == 0 {
		return "工作簿里没有工作表"
	}
	return "看过" + strings.Join(names, "")
}

// unusedNames reports the office's own headings that stand over no column.
func (r *reader) unusedNames() {
	for _, c := range r.ledger.Info.Columns {
		if !r.used[parseHeading(c.Heading.Text).full] {
			r.report(unusedName, c.Heading.Pos, "表头里没有「"+c.Heading.Text+"」这一栏",
				"照表头的原字填写栏名；不需要的就删去这一行")
		}
	}
}
