package recognise

import (
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// Offices put small tables below a ledger, counts by status or who answers for
// what, and beside it. They are no part of it: passed over and said.

// counting is headings of such tables that are no field's.
var counting = regexp.MustCompile(`^(?:问题)?(?:总?数量?|条数|个数|件数|数目|占比|比例|比率|百分比|完成率|整改率|销号率|合计|小计|总计|共计|项目|名称|类型|指标|姓名|职务|电话|联系方式|单位|部门|科室|排名|得分|已销号数|完成数|已完成数|未完成数)$`)

// longestSmall is how many characters a cell of such a table may have: words that
// are longer may be a finding.
const longestSmall = 30

// A small table is one below the ledger.
type small struct {
	skip int // its place in Ledger.Skipped
	on   bool
}

// isSmall reports whether r is the header of another table, not of a ledger: every
// cell is short and no number, the first is a heading, and so are half of them.
func (t *table) isSmall(r *row) bool {
	if len(r.own) < 2 || slices.ContainsFunc(r.own, isNoLabel) { // nearly every finding
		return false
	}
	known := 0
	for i, c := range r.own {
		field := t.words.field(c.Text)
		switch {
		case field == ledger.FieldText:
			return false
		case field != "" || counting.MatchString(ledger.Squeeze(c.Text)):
			known++
		case i == 0:
			return false
		case ledger.ParseStatus(value(c)).State != ledger.StateUnknown:
			known++
		}
	}
	return 2*known >= len(r.own)
}

// isNoLabel takes what is too long for a heading, a number or no words at all.
func isNoLabel(c *grid.Cell) bool {
	return c.Kind != grid.String || len(c.Text) > 3*longestLabel && utf8.RuneCountInString(c.Text) > longestLabel ||
		c.Text[0] >= '0' && c.Text[0] <= '9' && isCount(c)
}

// beginSmall passes over r, the header of another table. One that stands in t's own
// columns is t's header written another way, and one that names as much as a ledger
// does is a ledger whose header is not understood.
func (t *table) beginSmall(r *row) {
	t.closeFinding()
	same, named := 0, []ledger.Field{}
	for _, c := range r.own {
		field := t.words.field(c.Text)
		if field == "" || slices.Contains(named, field) {
			continue
		}
		if named = append(named, field); t.columns[field] == c.Pos.Col {
			same++
		}
	}
	at := t.sheet.pos(r.n, 0)
	if same >= 2 && 2*same >= len(r.own) {
		t.report(unclearRow, at, "这一行像是重复的表头，写法却和第"+strconv.Itoa(t.header.top)+"行的不一样（“"+brief(r.own[0].Text)+"”）",
			"是重复的表头，照第"+strconv.Itoa(t.header.top)+"行的原字写，或者删去；是另一张表，移到别的工作表")
		return
	}
	if len(named) >= partialFieldsAside {
		h := readHeader(t.sheet, r.n, t.words)
		t.report(noHeader, at, "表头认出了"+headings(h)+"，缺"+missing(h), t.mapText(h)+"；不是台账的，移到别的工作簿")
	}
	t.skip(at, "台账下面的另一张表，没有读入"+quote(r.own[0].Text))
	t.small = small{len(t.ledger.Skipped) - 1, true}
}

// readSmall passes over a further row of another table, or begins the next.
func (t *table) readSmall(r *row) {
	if t.isSmall(r) {
		t.beginSmall(r)
		return
	}
	for _, c := range r.own {
		if utf8.RuneCountInString(c.Text) > longestSmall {
			t.report(unclearRow, c.Pos, "“"+brief(c.Text)+"”在台账下面的另一张表里，没有读入",
				"是台账里的问题，移到那张表（从第"+strconv.Itoa(t.ledger.Skipped[t.small.skip].Pos.Row)+"行起）的上面；不是的，把那张表移到别的工作表")
			return
		}
	}
	t.ledger.Skipped[t.small.skip].Last = r.n
}

// titlesSmall reports whether r, a cell that stands alone, is the title of another
// table: its header is the next row with something in it.
func (t *table) titlesSmall(r *row) bool {
	if len(r.own) != 1 || !t.standsAlone(r) {
		return false
	}
	for n := r.n + 1; n <= min(r.n+2, len(t.sheet.Rows)); n++ {
		if next := t.row(n); len(next.own) > 0 {
			return t.isSmall(next)
		}
	}
	return false
}

// beside says what became of a region beside a ledger that holds none.
func (r *reader) beside(g region, main *table) {
	first := g.first()
	if first == nil {
		return
	}
	at := first.Pos
	h := g.best
	lacking := slices.DeleteFunc(h.named(), main.header.names)
	switch {
	case g.isCard(r.words):
		r.report(cards, at, "台账旁边是一条问题一张的卡片，没有读入", cardHint)
	case h.score() >= partialFieldsAside && (unread{g.sheet, h}).hasWords():
		r.report(noHeader, g.pos(h.top, h.columns[len(h.columns)-1].col), "台账旁边的这张表，表头认出了"+headings(h)+"，缺"+missing(h),
			r.mapText(h)+"；和左边是同一张台账的，删去中间的空列；不是台账的，移到别的工作表")
		return
	case len(lacking) > 0 && h.top >= main.header.top && h.top <= main.header.bottom && !g.counts(h):
		r.report(apart, at, "「"+string(lacking[0])+"」所在的几栏和台账之间隔着空列，没有读入", "是台账的栏目，删去中间的空列；是另一张表，移到别的工作表")
	}
	last := 0
	for n := at.Row; n <= len(g.Rows); n++ {
		if len(g.own(n)) > 0 {
			last = n
		}
	}
	name := "台账旁边的文字"
	if h.score() > 0 || g.counts(h) {
		name = "台账旁边的另一张表"
	}
	r.ledger.Skipped = append(r.ledger.Skipped, ledger.Skip{Pos: at, Last: last, Reason: name + "，没有读入" + quote(first.Text)})
}

// counts reports whether h is the header of a table of counts.
func (s sheet) counts(h header) bool {
	return slices.ContainsFunc(h.columns, func(c column) bool { return counting.MatchString(ledger.Squeeze(c.label)) })
}
