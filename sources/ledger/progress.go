package ledger

import "time"

// progress orders the states from the one furthest behind; what is not known
// comes before all.
var progress = [...]int{StateNone: 0, StateUnknown: 1, NotDone: 2, InProgress: 3, BasicallyDone: 4, LongTerm: 5, Completed: 6}

// State is f's state as a whole: that of its row furthest behind.
func (f *Finding) State() State {
	state := f.Status.State
	for _, m := range f.Further {
		if progress[m.Status.State] < progress[state] {
			state = m.Status.State
		}
	}
	return state
}

// Overdue reports whether a row of f is [Measure.Overdue].
func (f *Finding) Overdue(today time.Time) bool {
	for m := range f.Rows() {
		if m.Overdue(today) {
			return true
		}
	}
	return false
}

// Settled reports whether nothing is to be done about m by a certain day: it is
// done, or for the long run.
func (m *Measure) Settled() bool {
	return m.Status.State == Completed || m.Status.State == LongTerm
}

// Overdue reports 逾期: m's deadline is a day before today, a UTC midnight, and m
// is not [Measure.Settled]. 基本完成 past its day is overdue; so is a row whose status
// is empty or not understood.
func (m *Measure) Overdue(today time.Time) bool {
	return !m.Deadline.Date.IsZero() && m.Deadline.Date.Before(today) && !m.Settled()
}
