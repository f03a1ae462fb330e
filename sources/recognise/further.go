package recognise

import (
	"tongbao/sources/grid"
	"tongbao/sources/ledger"
)

// Offices that write one measure a row merge the cells that go for the whole
// finding, leave them empty below the first row, or repeat them. Such a further
// row has to follow its finding's last row at once, and to say nothing that
// contradicts it; any other row without a text is an error.

// An open finding is one whose next row may be a further one of it.
type open struct {
	index int // in Ledger.Findings
	last  int // its last row so far, 0 if none is open
}

// current is the open finding, or nil.
func (t *table) current() *ledger.Finding {
	if t.open.last == 0 {
		return nil
	}
	return &t.ledger.Findings[t.open.index]
}

// isFurther reports whether r goes on the open finding.
func (t *table) isFurther(r *row) bool {
	f := t.current()
	if f == nil || !t.agrees(f, r) {
		return false
	}
	text := r.value(ledger.FieldText)
	switch {
	case r.covered:
		return t.sheet.at(r.n, t.columns[ledger.FieldText]).Pos.Row == f.Pos.Row
	case r.n != t.open.last+1:
		return false
	case text == nil:
		return r.has(ledger.FieldMeasures, ledger.FieldRectification) && !t.startsAnew(r)
	}
	return t.repeatsText(f, r, text)
}

// agrees reports whether the number and the heads in r, if there are any, are f's.
func (t *table) agrees(f *ledger.Finding, r *row) bool {
	for _, field := range []ledger.Field{ledger.FieldNo, ledger.FieldGroup, ledger.FieldProblem} {
		if c := r.value(field); c != nil && !sameValue(c.Text, f.Cell(field).Raw) {
			return false
		}
	}
	return true
}

// sameValue compares without blanks, and numbers by what they mean.
func sameValue(a, b string) bool {
	n, isNumber := ledger.ReadNumber(a)
	m, isToo := ledger.ReadNumber(b)
	return isNumber && isToo && n == m || ledger.Squeeze(a) == ledger.Squeeze(b)
}

// repeatsText reports whether r repeats f's text and number, but with a measure of
// its own: with the same one it is a row that was copied.
func (t *table) repeatsText(f *ledger.Finding, r *row, text *grid.Cell) bool {
	measure, above := r.value(ledger.FieldMeasures), lastRow(f).Measures
	return ledger.Squeeze(text.Text) == ledger.Squeeze(f.Text.Raw) &&
		measure != nil && above.Text != "" && ledger.Squeeze(measure.Text) != ledger.Squeeze(above.Text)
}

// startsAnew reports whether the number typed before r's measure does not go on the
// one above: then r is another finding, whose text is missing.
func (t *table) startsAnew(r *row) bool {
	c := r.value(ledger.FieldMeasures)
	if c == nil {
		return false
	}
	n, above := typedNumber(c.Text), typedNumber(lastRow(t.current()).Measures.Text)
	return n > 0 && n <= above
}

// typedBefore is the number that staff typed before a text, with its mark.
func typedBefore(text string) string {
	typed, _ := ledger.SplitNumber(ledger.Trim(text))
	return typed
}

// typedNumber is the number typed before a text, 0 if there is none.
func typedNumber(text string) int {
	typed := typedBefore(text)
	if n, ok := ledger.ReadNumber(typed); ok {
		return n
	}
	n, _ := han(typed)
	return n
}

// lastRow is the measure of f's last row.
func lastRow(f *ledger.Finding) *ledger.Measure {
	if n := len(f.Further); n > 0 {
		return &f.Further[n-1]
	}
	return &f.Measure
}

// takeFurther reads r into the open finding.
func (t *table) takeFurther(r *row) {
	f := t.current()
	t.marks(r)
	t.remember(r)
	m := ledger.Measure{Pos: t.sheet.pos(r.n, 0)}
	for _, field := range t.all {
		if c := m.Cell(field); c != nil {
			c.Pos = m.Pos
		}
	}
	for i, field := range t.fields {
		c := t.sheet.at(r.n, t.cols[i])
		switch {
		case m.Cell(field) == nil:
			t.sameForAll(f, field, c)
		case t.usable(c, field):
			setMeasure(&m, field, c)
		}
	}
	t.readTicks(&m, r.n)
	t.ditto(nil, &m, f)
	goOn(&m, lastRow(f))
	f.Further = append(f.Further, m)
	t.open.last = r.n
	t.block(r.n, 0)
}

// sameForAll holds what a further row says of the finding as a whole against what
// its first row says; where that says nothing, the further row's counts.
func (t *table) sameForAll(f *ledger.Finding, field ledger.Field, c *grid.Cell) {
	first := f.Cell(field)
	if field == ledger.FieldText || c.IsBlank() || c.Pos == first.Pos || !t.usable(c, field) ||
		ledger.Squeeze(c.Text) == ledger.Squeeze(first.Raw) {
		return
	}
	if first.Text == "" {
		*first = value(c)
		return
	}
	t.report(mixedRows, c.Pos, "「"+t.headingOf(field)+"」是“"+brief(c.Text)+"”，同一条问题的 "+first.Pos.From(c.Pos)+" 是“"+brief(first.Text)+"”",
		"一条问题的几行要写成一样，或者只写在第一行；不是同一条问题的，补上「"+t.headingOf(ledger.FieldText)+"」和序号")
}

// goesOn is what a further row takes over from the row above where its own cell is
// empty; withStatus only if its status is empty, too.
var (
	goesOn = []ledger.Field{
		ledger.FieldGoal, ledger.FieldLeader, ledger.FieldDepartment, ledger.FieldPartner, ledger.FieldPerson, ledger.FieldStarted, ledger.FieldDeadline,
	}
	withStatus = []ledger.Field{
		ledger.FieldCompleted, ledger.FieldEvidence, ledger.FieldAcceptedBy, ledger.FieldAcceptedOn, ledger.FieldClosure, ledger.FieldStatus,
	}
)

// goOn takes over from above what an empty cell of m means.
func goOn(m, above *ledger.Measure) {
	fields := goesOn
	if m.Status.Text == "" {
		fields = append(fields[:len(fields):len(fields)], withStatus...)
	}
	for _, field := range fields {
		if m.Cell(field).Text == "" {
			takeOver(m, above, field)
		}
	}
}

// takeOver copies one field with what was read of it.
func takeOver(m, above *ledger.Measure, field ledger.Field) {
	switch field {
	case ledger.FieldStatus:
		m.Status = above.Status
	case ledger.FieldDeadline:
		m.Deadline = above.Deadline
	case ledger.FieldStarted:
		m.Started = above.Started
	case ledger.FieldCompleted:
		m.Completed = above.Completed
	case ledger.FieldAcceptedOn:
		m.AcceptedOn = above.AcceptedOn
	default:
		*m.Cell(field) = *above.Cell(field)
	}
}

// closeFinding ends the open finding. A 整改情况 that is written once, in the first
// row and merged with no other, is said of all its rows; where further rows have
// one of their own, or the cell is merged over some of them, a row without one
// lacks it.
func (t *table) closeFinding() {
	f := t.current()
	t.open = open{}
	if f == nil || len(f.Further) == 0 || f.Rectification.Text == "" || !t.sheet.at(f.Rectification.Pos.Row, max(1, f.Rectification.Pos.Col)).Merge.IsZero() {
		return
	}
	for i := range f.Further {
		if f.Further[i].Rectification.Text != "" {
			return
		}
	}
	for i := range f.Further {
		f.Further[i].Rectification = f.Rectification
	}
}

// orphan says why r, whose text is merged with the rows above or missing, is no
// further row of a finding.
func (t *table) orphan(r *row) {
	at, name := t.sheet.pos(r.n, 0), "「"+t.headingOf(ledger.FieldText)+"」"
	f := t.current()
	no := r.value(ledger.FieldNo)
	switch {
	case r.covered && f != nil && no != nil && f.No.Text != "":
		t.report(unclearRow, at, "这一行的序号是“"+brief(no.Text)+"”，"+name+"却和序号“"+brief(f.No.Text)+"”的合并在一起",
			"是同一条问题的，序号也合并，或只写在第一行；不是的，取消"+name+"的合并，各写各的")
	case r.covered:
		t.report(unclearRow, at, "这一行的"+name+"和上面的行合并，但不能接在上面那条问题的后面",
			"是同一条问题的，问题类别、主要问题要和它的第一行一样；不是的，取消合并并写上"+name)
	case f != nil && r.n == t.open.last+1 && r.has(ledger.FieldMeasures, ledger.FieldRectification) && t.agrees(f, r):
		t.report(unclearRow, at, "这一行没有"+name+"，措施的编号“"+typedBefore(r.value(ledger.FieldMeasures).Text)+"”也没有接着上一行",
			"是另一条问题的，补上"+name+"和序号；是上一条问题的又一项措施，把编号改成接着上一行的")
	default:
		t.report(unclearRow, at, "这一行写了“"+brief(r.own[0].Text)+"”，但没有"+name+"，认不出是什么",
			"是一条问题的，补上"+name+"和序号；是上一条问题的又一项措施，紧接在它下面，中间不空行，写明整改措施或整改情况；是合计、说明的，在行首写明“合计”“填表说明：”")
	}
}

// share warns of a 整改情况 merged over rows of several findings: it is printed
// under each.
func (t *table) share(f *ledger.Finding) {
	at := f.Rectification.Pos
	if t.findings == 0 || f.Rectification.Text == "" || at == t.shared || at != lastRow(&t.ledger.Findings[len(t.ledger.Findings)-2]).Rectification.Pos {
		return
	}
	t.shared = at
	t.report(sharedCell, at, "「"+t.headingOf(ledger.FieldRectification)+"」的 "+rangeOf(t, t.sheet.at(at.Row, at.Col))+" 合并成一格，其中每条问题下面都印这一段",
		"各条的整改情况不同的，取消合并，分别填写；确实相同的不必改")
}
