package ledger

import (
	"testing"
	"time"
)

func TestStateIsThatOfTheRowFurthestBehind(t *testing.T) {
	finding := func(states ...State) *Finding {
		f := &Finding{Measure: Measure{Status: Status{State: states[0]}}}
		for _, s := range states[1:] {
			f.Further = append(f.Further, Measure{Status: Status{State: s}})
		}
		return f
	}
	for _, c := range []struct {
		f    *Finding
		want State
	}{
		{finding(Completed), Completed},
		{finding(Completed, LongTerm), LongTerm},
		{finding(BasicallyDone, Completed), BasicallyDone},
		{finding(Completed, InProgress, NotDone), NotDone},
		{finding(Completed, StateUnknown), StateUnknown},
		{finding(StateNone, NotDone), StateNone},
	} {
		if got := c.f.State(); got != c.want {
			t.Errorf("State() = %v, want %v", got, c.want)
		}
	}
}

func TestOverdue(t *testing.T) {
	today := date(2026, 6, 30)
	for _, c := range []struct {
		deadline time.Time
		state    State
		want     bool
	}{
		{date(2026, 6, 29), InProgress, true},
		{date(2026, 6, 30), InProgress, false},
		{date(2026, 6, 29), BasicallyDone, true},
		{date(2026, 6, 29), Completed, false},
		{date(2026, 6, 29), LongTerm, false},
		{date(2026, 6, 29), StateNone, true},
		{time.Time{}, NotDone, false},
	} {
		late := Measure{Status: Status{State: c.state}, Deadline: Deadline{Date: c.deadline}}
		f := &Finding{Measure: Measure{Status: Status{State: Completed}}, Further: []Measure{late}}
		if got := f.Overdue(today); got != c.want {
			t.Errorf("%v, due %v: overdue %v, want %v", c.state, c.deadline, got, c.want)
		}
	}
}
