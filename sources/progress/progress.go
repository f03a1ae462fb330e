// Package progress counts how the findings of ledgers stand on a day: by
// 问题类别, 责任部门 and 责任领导, and lists what is overdue, what is due soon, and
// what has a deadline without a date. It asks no clock, and leaves it to
// sources/ledger to say when a finding is done, settled or overdue.
package progress

import (
	"slices"
	"time"

	"tongbao/sources/ledger"
)

// Options say what the deadlines are held against.
type Options struct {
	Today  time.Time // a UTC midnight
	Within int       // days after Today on which a deadline is due soon
}

// Due says how a finding, or one row of it, stands to its deadline. Of several
// rows the greatest counts.
type Due int

const (
	Settled Due = iota // done or for the long run: no deadline matters any more
	Later              // due after the days that are soon
	Undated            // the deadline has no date, so nobody can say
	Soon               // due today or within the days asked for
	Overdue            // the deadline's last day is past
)

// Counts is how some findings stand. States and Dues add up to All each.
type Counts struct {
	All    int
	States [ledger.StateUnknown + 1]int // by ledger.State
	Dues   [Overdue + 1]int             // by Due
}

func (c *Counts) add(other Counts) {
	c.All += other.All
	for i, n := range other.States {
		c.States[i] += n
	}
	for i, n := range other.Dues {
		c.Dues[i] += n
	}
}

// counts is those of one finding.
func (o Options) counts(f *ledger.Finding) Counts {
	c := Counts{All: 1}
	c.States[f.State()]++
	due := Settled
	for m := range f.Rows() {
		due = max(due, o.due(m))
	}
	c.Dues[due]++
	return c
}

func (o Options) due(m *ledger.Measure) Due {
	switch {
	case m.Settled():
		return Settled
	case m.Overdue(o.Today):
		return Overdue
	case m.Deadline.Date.IsZero():
		return Undated
	case m.Deadline.Date.After(o.Last()):
		return Later
	}
	return Soon
}

// Last is the last day that is soon.
func (o Options) Last() time.Time { return o.Today.AddDate(0, 0, o.Within) }

// A Row is the findings of one name.
type Row struct {
	Name string // "" where none is filled in
	Counts
	Parts []Part // where several ledgers were joined: what each has of it
}

// A Part is what one ledger has of a Row.
type Part struct {
	Ledger string
	Counts
}

// A Tally is how the findings of one ledger stand, or of several. A finding of two
// offices is in the rows of both and once in Total; the same goes for leaders.
type Tally struct {
	Total                    Counts
	Groups, Offices, Leaders []Row  // in the ledgers' order
	Overdue, Soon            []Item // by deadline, the earliest first
	Undated                  []Item // in the ledgers' order
}

// A Ledger is one ledger's tally.
type Ledger struct {
	Name string // how people know the file, with / between its folders
	Unit string // 填报单位, or ""
	Tally

	Parted bool     // a finding has several rows
	print  [32]byte // of what it says: a copy has the same
	from   []string // what stands in 来源, each once
}

// Of counts l, whose file people know by name.
func Of(l *ledger.Ledger, name string, o Options) Ledger {
	out := Ledger{Name: name, Unit: l.Info.FilledBy.Text, print: fingerprint(l)}
	people := leadersOf(l)
	var groups, offices, leaders rows
	for i := range l.Findings {
		f := &l.Findings[i]
		one := o.counts(f)
		out.Total.add(one)
		groups.add(filled(f.Group.Cell), one)
		for _, s := range shares(f, Offices) {
			offices.add(s.name, o.counts(&s.Finding))
		}
		for _, s := range shares(f, people.of) {
			leaders.add(s.name, o.counts(&s.Finding))
		}
		out.list(f, people, o, name)
		out.Parted = out.Parted || len(f.Further) > 0
		if from := filled(f.Source); from != "" && !slices.Contains(out.from, from) {
			out.from = append(out.from, from)
		}
	}
	out.Groups, out.Offices, out.Leaders = groups.list, offices.list, leaders.list
	out.sort()
	return out
}

// rows are Rows by name; names that differ in blanks only are one.
type rows struct {
	list []Row
	at   map[string]int
}

func (r *rows) add(name string, c Counts) *Row {
	if r.at == nil {
		r.at = map[string]int{}
	}
	key := ledger.Squeeze(name)
	i, known := r.at[key]
	if !known {
		i = len(r.list)
		r.at[key] = i
		r.list = append(r.list, Row{Name: name})
	}
	r.list[i].add(c)
	return &r.list[i]
}
