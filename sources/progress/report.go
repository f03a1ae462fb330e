package progress

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"tongbao/sources/ledger"
)

// A Report is the progress of one ledger or of several together.
type Report struct {
	Options
	Rate    Rate
	Ledgers []Ledger // that are counted
	Left    []string // the names of those that could not be
	Passed  []string // files of folders that were not read and may be ledgers
	Repeats []Repeat // findings that are counted more than once
	Tally            // of all Ledgers
}

// A Repeat is findings that several ledgers have and that are counted in each.
type Repeat struct {
	Ledger string
	Also   []string // the others
	Merged bool     // Ledger was merged from the others; else the others may be copies of it
}

// String says so.
func (r Repeat) String() string {
	if r.Merged {
		return fmt.Sprintf("%s 里有来自 %s 的问题（见「%s」栏），和它们一起统计，重复计入了", r.Ledger, someOf(r.Also), ledger.FieldSource)
	}
	return someOf(r.Also) + " 和 " + r.Ledger + " 的问题完全相同，可能是副本；都计入了"
}

func someOf(names []string) string {
	const most = 3
	if len(names) > most {
		return strings.Join(names[:most], "、") + fmt.Sprintf(" 等 %d 份台账", len(names))
	}
	return strings.Join(names, "、")
}

// New joins ledgers into one report. Rows of the same name are one, with a part
// for each ledger if there are several.
func New(o Options, r Rate, ledgers []Ledger, left []string) Report {
	out := Report{Options: o, Rate: r, Ledgers: ledgers, Left: left, Repeats: append(copies(ledgers), merged(ledgers)...)}
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

func copies(ledgers []Ledger) []Repeat {
	var all []Repeat
	at := map[[32]byte]int{}
	for i := range ledgers {
		l := &ledgers[i]
		first, known := at[l.print]
		if !known {
			first = len(all)
			at[l.print] = first
			all = append(all, Repeat{Ledger: l.Name})
		} else if l.Total.All > 0 {
			all[first].Also = append(all[first].Also, l.Name)
		}
	}
	return slices.DeleteFunc(all, func(r Repeat) bool { return r.Also == nil })
}

// merged finds the ledgers whose 来源 names others.
func merged(ledgers []Ledger) []Repeat {
	var out []Repeat
	for i := range ledgers {
		r := Repeat{Ledger: ledgers[i].Name, Merged: true}
		for j := range ledgers {
			if j != i && slices.ContainsFunc(ledgers[i].from, func(s string) bool { return ledger.IsFrom(s, path.Base(ledgers[j].Name)) }) {
				r.Also = append(r.Also, ledgers[j].Name)
			}
		}
		if r.Also != nil {
			out = append(out, r)
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
