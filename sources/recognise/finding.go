package recognise

import (
	"regexp"
	"strings"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// read takes row n: as a finding or a part of one, as a row of a known kind, or as
// an error.
func (t *table) read(n int) {
	r := t.row(n)
	if len(r.own) == 0 {
		return
	}
	kind := t.kind(r)
	switch {
	case kind != nil && (!t.small.on || kind.notes || isSignOff(t, r)):
		t.skip(t.sheet.pos(n, 0), kind.reason+quote(r.own[0].Text))
		t.notes = t.notes || kind.notes
		t.closeFinding()
	case t.small.on:
		t.readSmall(r)
	case t.isSmall(r):
		t.beginSmall(r)
	case t.titlesSmall(r):
		t.skip(t.sheet.pos(n, 0), "另一张表的标题"+quote(r.own[0].Text))
	default:
		t.take(r)
	}
	if i := len(t.blocks); i == 0 || t.blocks[i-1].Last != n {
		t.between = n
	}
}

// above is the finding before f in the same table, or nil.
func (t *table) above(f *ledger.Finding) *ledger.Finding {
	if t.findings == 0 {
		return nil
	}
	return &t.ledger.Findings[len(t.ledger.Findings)-2]
}

// kind is the kind of row that r is, nil if it is none.
func (t *table) kind(r *row) *rowKind {
	for i := range rowKinds {
		if rowKinds[i].is(t, r) {
			return &rowKinds[i]
		}
	}
	return nil
}

// take reads r as a finding, a further row of one, or a head.
func (t *table) take(r *row) {
	before := len(t.problems)
	t.unusable(r)
	switch {
	case t.isFurther(r):
		t.takeFurther(r)
	case !r.covered && t.isHead(r):
		t.closeFinding()
		t.takeHead(r)
	case t.isFinding(r):
		t.closeFinding()
		t.takeFinding(r)
	case len(t.problems) == before:
		t.orphan(r)
	}
}

// takeFinding reads r as the first row of a finding.
func (t *table) takeFinding(r *row) {
	t.notes = false
	t.marks(r)
	t.remember(r)
	t.ledger.Findings = append(t.ledger.Findings, ledger.Finding{})
	t.open = open{len(t.ledger.Findings) - 1, r.n}
	f := t.current()
	t.finding(f, r)
	t.ditto(f, &f.Measure, t.above(f))
	t.share(f)
	t.findings++
	t.block(r.n, 1)
}

// isFinding reports whether r is a finding, be it one with cells missing: its
// text is written, or its number, or nearly all but the text.
func (t *table) isFinding(r *row) bool {
	switch {
	case r.has(ledger.FieldText):
		return true
	case r.covered:
		return false
	case t.columns[ledger.FieldNo] > 0:
		return r.has(ledger.FieldNo) && r.count > 1
	}
	return r.count > 2
}

func (t *table) headingOf(field ledger.Field) string {
	if list := t.header.candidates(field); len(list) > 0 {
		return list[0].label
	}
	return string(field)
}

// brief is the beginning of a text, for a message; quote is it in “”, if there is
// any.
func brief(text string) string { return ledger.Brief(text, 12) }

func quote(text string) string {
	if ledger.Trim(text) == "" {
		return ""
	}
	return "“" + brief(text) + "”"
}

// finding makes f of r. What cannot be used was reported: it is as if the
// table lacked the column.
func (t *table) finding(f *ledger.Finding, r *row) {
	f.Pos = t.sheet.pos(r.n, 0)
	f.Measure.Pos = f.Pos
	for _, field := range t.all {
		f.Cell(field).Pos = f.Pos
	}
	for i, field := range t.fields {
		if c := t.sheet.at(r.n, t.cols[i]); t.usable(c, field) {
			set(f, field, c)
		}
	}
	t.readTicks(&f.Measure, r.n)
	f.Group = t.fill(0, f.Group)
	f.Problem = t.fill(1, f.Problem)
}

// set puts a cell into its field.
func set(f *ledger.Finding, field ledger.Field, c *grid.Cell) {
	switch field {
	case ledger.FieldGroup:
		f.Group = numbered(c)
	case ledger.FieldProblem:
		f.Problem = numbered(c)
	case ledger.FieldText:
		f.Text = numbered(c)
	default:
		if f.Measure.Cell(field) == nil {
			*f.Cell(field) = value(c)
			return
		}
		setMeasure(&f.Measure, field, c)
	}
}

// setMeasure puts a cell into its field of a row. A range in 启动时间 counts by its
// start.
func setMeasure(m *ledger.Measure, field ledger.Field, c *grid.Cell) {
	switch field {
	case ledger.FieldStatus:
		m.Status = ledger.ParseStatus(value(c))
	case ledger.FieldDeadline:
		m.Deadline = ledger.ParseDeadline(value(c), stored(c))
	case ledger.FieldStarted:
		m.Started = ledger.ParseDate(value(c), stored(c), true)
	case ledger.FieldCompleted:
		m.Completed = ledger.ParseDate(value(c), stored(c), false)
	case ledger.FieldAcceptedOn:
		m.AcceptedOn = ledger.ParseDate(value(c), stored(c), false)
	default:
		*m.Cell(field) = value(c)
	}
}

// fill is a 问题类别 (level 0) or 主要问题 (level 1) filled down: an empty one is
// the last one written above, but no problem goes on into another group.
func (t *table) fill(level int, n ledger.Numbered) ledger.Numbered {
	n.Text = cutContinued(n.Text)
	down := &t.down[level]
	if n.Text == "" && n.Typed == "" || isDitto(n.Raw) {
		down.alone = problem.Pos{}
		if down.Text == "" && down.Typed == "" {
			return n
		}
		return down.Numbered
	}
	if n.Pos != down.Pos {
		t.put(level, n)
	}
	return n
}

// continued is what stands behind a head that goes on on a further page.
var continued = regexp.MustCompile(`[（(]续[表页]?[）)]$`)

func cutContinued(text string) string {
	if !strings.Contains(text[max(0, len(text)-len("（续表）")):], "续") { // most texts
		return text
	}
	return continued.ReplaceAllString(text, "")
}

// put sets what is filled down from here on.
func (t *table) put(level int, n ledger.Numbered) {
	n.Text = cutContinued(n.Text)
	if level == 0 && (n.Text != t.down[0].Text || n.Typed != t.down[0].Typed) {
		t.dropHead(1)
		t.down[1] = head{}
	}
	t.dropHead(level)
	t.down[level] = head{Numbered: n}
}

// takeHead sets what a row of its own heads.
func (t *table) takeHead(r *row) {
	if r.banner() || t.namesHead(r) {
		t.takeBanner(r)
		return
	}
	for level, field := range []ledger.Field{ledger.FieldGroup, ledger.FieldProblem} {
		if c := r.value(field); c != nil {
			t.head(t.sheet.pos(r.n, 0), "作为"+string(field)+"读入"+quote(c.Text))
			t.put(level, numbered(c))
			t.down[level].alone = t.sheet.pos(r.n, 0)
		}
	}
}

// takeBanner sets what a banner heads.
func (t *table) takeBanner(r *row) {
	level, field := 0, t.bannerField(r)
	if field == ledger.FieldProblem {
		level = 1
	}
	n := numbered(r.own[0])
	t.head(t.sheet.pos(r.n, 0), "作为"+string(field)+"读入"+quote(r.own[0].Text))
	t.put(level, n)
	t.down[level].alone = t.sheet.pos(r.n, 0)
	t.rankBanner(n.Typed)
}

// rankBanner keeps the highest rank of the banners so far.
func (t *table) rankBanner(typed string) {
	if rank := rankOf(typed); !t.bannered || rank > noNumber && rank < t.topmost {
		t.bannered, t.topmost = true, rank
	}
}

// headedBy takes a group that stands above the header.
func (t *table) headedBy(n ledger.Numbered) {
	if n.Raw != "" {
		t.put(0, n)
		t.rankBanner(n.Typed)
		t.head(n.Pos, "作为下面这张表的问题类别读入"+quote(n.Raw))
	}
}

// dropHead reports a row of its own that headed nothing.
func (t *table) dropHead(level int) {
	h := t.down[level]
	if h.alone == (problem.Pos{}) {
		return
	}
	t.down[level].alone = problem.Pos{}
	t.report(unclearRow, h.alone, "这一行只有“"+brief(h.Raw)+"”，下面没有属于它的问题",
		"是一条问题的，写进「"+t.headingOf(ledger.FieldText)+"」一栏；不要的就删去这一行")
}
