package recognise

import (
	"slices"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A Layout is how a book was understood, for people who ask why: every sheet, in
// the book's order.
type Layout []SheetLayout

// A SheetLayout is one sheet. Without a table, Guess is the header that was
// understood best, nil if no heading was known, and Reason says why it is none.
type SheetLayout struct {
	Name           string
	Hidden         bool
	Tables         []TableLayout
	Guess          *TableLayout
	Reason         string        // 中文; also of a sheet that repeats others. "" where the tables say all
	Heads, Skipped []ledger.Skip // its rows that are no findings
}

// A TableLayout is one table. Rows and columns are 1-based.
type TableLayout struct {
	HeaderRows [2]int
	Columns    []ColumnLayout // those with a heading or with words in them
	Blocks     []Block
	Findings   int
	Rows       int // of the findings: more than these where one takes several
}

// A Block is rows of findings with nothing else between them; blank rows may be.
type Block struct{ First, Last, Findings int }

// A ColumnLayout is one column and what it is read as.
type ColumnLayout struct {
	Col     int
	Heading ledger.Cell  // as written, all rows of it; empty if it has none
	Field   ledger.Field // "" if it is not read
	How     How
	Reason  string // 中文: why it is not read
}

// How says what made a heading a field's.
type How int

const (
	NotRead    How = iota
	ByTemplate     // it is the template's own
	BySynonym      // another name of the field
	ByPublic       // the one of several that is meant for the public
	ByOffice       // 栏目对应 names it
	ByLetter       // 栏目对应 names its column
	ByDefault      // a general word, and no better one is there: 问题
	ByLevel        // 反馈问题, and to its right stands 具体问题
	ByTick         // one of several columns of which one is ticked
)

// Explain reads book as [Ledger] does and returns how it was understood.
func Explain(book *grid.Book, in *ledger.Info) Layout {
	r := read(book, in)
	out := make(Layout, len(book.Sheets))
	bySheet := map[string]*SheetLayout{}
	for i := range book.Sheets {
		s := &book.Sheets[i]
		out[i] = SheetLayout{Name: s.Name, Hidden: s.Hidden}
		bySheet[s.Name] = &out[i]
	}
	for _, t := range r.tables {
		s := bySheet[t.sheet.Name]
		s.Tables = append(s.Tables, t.layout())
	}
	for _, x := range append(r.namedAbove(), r.ledger.Heads...) {
		if s := bySheet[x.Pos.Sheet]; s != nil {
			s.Heads = append(s.Heads, x)
		}
	}
	for _, x := range r.ledger.Skipped {
		if s := bySheet[x.Pos.Sheet]; s != nil && x.Pos.Row > 0 {
			s.Skipped = append(s.Skipped, x)
		} else if s != nil {
			s.Reason = x.Reason
		}
	}
	for _, u := range r.others {
		r.explainUnread(u, bySheet[u.Name])
	}
	return out
}

// namedAbove is what the rows above the first header were read as.
func (r *reader) namedAbove() (out []ledger.Skip) {
	in := &r.ledger.Info
	for _, x := range []struct {
		name string
		cell ledger.Cell
	}{{"台账名称", in.LedgerTitle}, {"填报单位", in.FilledBy}, {"填报时间", in.FilledOn.Cell}} {
		if x.cell.Text != "" {
			out = append(out, ledger.Skip{Pos: x.cell.Pos, Reason: "读作" + x.name + quote(x.cell.Text)})
		}
	}
	return out
}

// explainUnread says why a sheet holds no table, and what its header looks like.
func (r *reader) explainUnread(u unread, s *SheetLayout) {
	if u.header.score() > 0 {
		s.Guess = &TableLayout{HeaderRows: [2]int{u.header.top, u.header.bottom}, Columns: columnsOf(u.sheet, u.header, nil)}
	}
	i := slices.IndexFunc(r.problems, func(p problem.Problem) bool { return p.Pos.Sheet == u.Name })
	switch {
	case s.Reason == instructions:
		s.Guess = nil
	case s.Reason != "":
	case slices.Contains(r.ledger.Info.Sheets, u.Name):
		s.Reason, s.Guess = "通报要素（标题、前言、落款等），不是台账", nil
	case u.first() == nil:
		s.Reason = "空表"
	case i >= 0:
		s.Reason = r.problems[i].Message
	default:
		s.Reason = "没有认出表头，没有读入"
	}
}

func (t *table) layout() TableLayout {
	return TableLayout{
		HeaderRows: [2]int{t.header.top, t.header.bottom}, Columns: columnsOf(t.sheet, t.header, t),
		Blocks: t.blocks, Findings: t.findings, Rows: t.findingRows,
	}
}

// columnsOf is h's columns; t is nil if h is no table's.
func columnsOf(s sheet, h header, t *table) []ColumnLayout {
	var out []ColumnLayout
	for _, c := range h.columns {
		if c.col < s.from {
			continue
		}
		x := ColumnLayout{Col: c.col, Heading: ledger.NewCell(c.cell.Pos, c.label)}
		switch {
		case t != nil && t.isTick(c.col):
			x.Field, x.How = c.field, ByTick
		case t == nil && c.field != "" && c.how > noMatch, t != nil && t.columns[c.field] == c.col:
			x.Field, x.How = c.field, c.matched()
		case c.label == "" && (t == nil || t.strays[c.col] == nil):
			continue
		default:
			x.Reason = h.whyNot(c, t)
		}
		out = append(out, x)
	}
	if t != nil {
		out = append(out, t.beyond(len(h.columns))...)
	}
	return out
}

// beyond is the columns with words to the right of the header.
func (t *table) beyond(last int) []ColumnLayout {
	var out []ColumnLayout
	for col, c := range t.strays {
		if col > last {
			out = append(out, ColumnLayout{Col: col, Heading: ledger.Cell{Pos: c.Pos}, Reason: "没有栏名"})
		}
	}
	slices.SortFunc(out, func(a, b ColumnLayout) int { return a.Col - b.Col })
	return out
}

// matched is what made c's heading its field's.
func (c column) matched() How {
	switch {
	case c.how == byLetter:
		return ByLetter
	case c.how == byOffice:
		return ByOffice
	case c.weak:
		return ByDefault
	case c.above:
		return ByLevel
	case c.how == byPublic:
		return ByPublic
	case c.heading.bare == string(c.field):
		return ByTemplate
	}
	return BySynonym
}

// whyNot is why c is not read.
func (h header) whyNot(c column, t *table) string {
	switch {
	case c.label == "":
		return "没有栏名"
	case c.internal:
		return "标明不对外公开"
	case c.field != "" && t != nil && t.columns[c.field] > 0 && h.columns[t.columns[c.field]-1].cell.Pos == c.cell.Pos:
		return "和左边一列合用一个栏名"
	case c.field != "":
		return "「" + string(c.field) + "」已有另一栏"
	}
	return "不认识的栏名"
}

// block adds a finding, or a further row of one, to the blocks.
func (t *table) block(row, findings int) {
	t.findingRows++
	n := len(t.blocks)
	if n == 0 || t.blocks[n-1].Last < t.between {
		t.blocks = append(t.blocks, Block{row, row, findings})
		return
	}
	t.blocks[n-1].Last = row
	t.blocks[n-1].Findings += findings
}
