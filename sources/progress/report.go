package progress

// A Report is the progress of one ledger or of several together.
type Report struct {
	Options
	Rate    Rate
	Ledgers []Ledger // that are counted
	Left    []string // the names of those that could not be
	Twins   []Twins  // those that are counted and may be copies
	Tally            // of all Ledgers
}

// Twins are two ledgers whose findings say the same.
type Twins struct{ First, Second string }

// New joins ledgers into one report. Rows of the same name are one, with a part
// for each ledger if there are several.
func New(o Options, r Rate, ledgers []Ledger, left []string) Report {
	out := Report{Options: o, Rate: r, Ledgers: ledgers, Left: left, Twins: twins(ledgers)}
	if len(ledgers) == 1 {
		out.Tally = ledgers[0].Tally
		return out
	}
	for i := range ledgers {
		t := &ledgers[i].Tally
		out.Total.add(t.Total)
		out.Overdue = append(out.Overdue, t.Overdue...)
		out.Soon = append(out.Soon, t.Soon...)
		out.Undated = append(out.Undated, t.Undated...)
	}
	out.Groups = join(ledgers, func(t *Tally) []Row { return t.Groups })
	out.Offices = join(ledgers, func(t *Tally) []Row { return t.Offices })
	out.Leaders = join(ledgers, func(t *Tally) []Row { return t.Leaders })
	out.sort()
	return out
}

func join(ledgers []Ledger, of func(*Tally) []Row) []Row {
	var all rows
	for i := range ledgers {
		for _, r := range of(&ledgers[i].Tally) {
			sum := all.add(r.Name, r.Counts)
			sum.Parts = append(sum.Parts, Part{ledgers[i].Name, r.Counts})
		}
	}
	return all.list
}

func twins(ledgers []Ledger) []Twins {
	var out []Twins
	first := map[[32]byte]string{}
	for i := range ledgers {
		l := &ledgers[i]
		name, known := first[l.print]
		switch {
		case l.Total.All == 0:
		case known:
			out = append(out, Twins{name, l.Name})
		default:
			first[l.print] = l.Name
		}
	}
	return out
}

// Parted reports whether a finding of r has several rows.
func (r *Report) Parted() bool {
	for i := range r.Ledgers {
		if r.Ledgers[i].Parted {
			return true
		}
	}
	return false
}
