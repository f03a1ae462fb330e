package progress

import (
	"crypto/sha256"
	"slices"
	"time"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// An Item is a row of a ledger that is not settled, for a list.
type Item struct {
	Ledger           string
	Pos              problem.Pos // of the deadline's cell, or the row where the table has no such column
	No, Text         string
	Measures         string // 整改措施, where the finding has several rows
	Status           string // as written
	Offices, Leaders []string
	Deadline         string // as written
	Kind             ledger.DeadlineKind
	Date             time.Time // the deadline's last day; zero for Undated
	Days             int       // from Today to Date, or from Date to Today if it is past
}

// list puts f's rows into the lists they belong to.
func (t *Tally) list(f *ledger.Finding, people leaders, o Options, name string) {
	for m := range f.Rows() {
		due := o.due(m)
		if due == Settled || due == Later {
			continue
		}
		item := newItem(f, m, name)
		item.Offices, item.Leaders = Offices(m), people.of(m)
		switch due {
		case Overdue:
			item.Days = days(item.Date, o.Today)
			t.Overdue = append(t.Overdue, item)
		case Soon:
			item.Days = days(o.Today, item.Date)
			t.Soon = append(t.Soon, item)
		case Undated:
			t.Undated = append(t.Undated, item)
		}
	}
}

func newItem(f *ledger.Finding, m *ledger.Measure, name string) Item {
	at := m.Pos
	if due := m.Deadline.Pos; due.Col > 0 && due.Sheet != at.Sheet {
		at = due // the deadlines stand in another sheet of the same findings
	} else {
		at.Col = due.Col // in m's own row, also of a merged cell
	}
	item := Item{Ledger: name, Pos: at, No: f.No.Text, Text: f.Text.Text, Status: m.Status.Text,
		Deadline: m.Deadline.Text, Kind: m.Deadline.Kind, Date: m.Deadline.Date}
	if len(f.Further) > 0 {
		item.Measures = filled(m.Measures)
	}
	return item
}

func days(from, to time.Time) int { return int(to.Sub(from) / (24 * time.Hour)) }

// sort puts the lists with dates in the order of these; what is due on one day
// stays in reading order.
func (t *Tally) sort() {
	for _, list := range [][]Item{t.Overdue, t.Soon} {
		slices.SortStableFunc(list, func(a, b Item) int { return a.Date.Compare(b.Date) })
	}
}

// fingerprint is the same for two ledgers whose findings say the same.
func fingerprint(l *ledger.Ledger) (sum [32]byte) {
	h := sha256.New()
	for i := range l.Findings {
		f := &l.Findings[i]
		for _, x := range ledger.Fields() {
			h.Write([]byte(f.Cell(x).Text + "\x00"))
		}
		for _, m := range f.Further {
			for _, x := range ledger.Fields() {
				if c := m.Cell(x); c != nil {
					h.Write([]byte(c.Text + "\x00"))
				}
			}
		}
	}
	h.Sum(sum[:0])
	return sum
}
