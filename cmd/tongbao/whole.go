package main

import (
	"errors"
	"slices"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
	"tongbao/sources/xlsx"
)

// unusedName is the code of a heading that is mapped and stands nowhere.
const unusedName = "L408"

// isReading reports whether p is about reading a ledger: what was read, hidden,
// doubtful or lost, not what is written in it.
func isReading(p problem.Problem) bool {
	is := func(e problem.Entry) bool { return e.Code == p.Code }
	return slices.ContainsFunc(xlsx.Codes(), is) || slices.ContainsFunc(recognise.Codes(), is)
}

// halfRead returns the errors for which a ledger was not read whole: cells, rows or
// sheets are missing from it. What is only wrong or empty in it was read.
func halfRead(l problem.List) (out problem.List) {
	for _, p := range l {
		if p.Severity == problem.Error && isReading(p) {
			out = append(out, p)
		}
	}
	return out
}

// halfReads is [halfRead] for each of several ledgers that go together. A heading
// that the info file maps has to stand in one of them only.
func halfReads(info string, list ...*draft) []problem.List {
	out, unused := make([]problem.List, len(list)), map[string]int{}
	for i, d := range list {
		out[i] = halfRead(d.problems)
		for _, p := range out[i] {
			if p.Code == unusedName && p.Pos.File == info {
				unused[p.Message]++
			}
		}
	}
	for i := range out {
		out[i] = slices.DeleteFunc(out[i], func(p problem.Problem) bool {
			n := unused[p.Message]
			return p.Code == unusedName && n > 0 && n < len(list)
		})
	}
	return out
}

// named is err with the file that it is about, for readers that do not know it.
func named(file string, err error) error {
	var u unreadable
	if !errors.As(err, &u) {
		return err
	}
	message, _ := translate(err)
	return fileError(file + "：" + message)
}

// rename lets everything that is said of d name its file so: of two files with one
// name, the folders too.
func (d *draft) rename(name string) {
	l, was := d.ledger, d.ledger.File
	l.File = name
	move := func(p *problem.Pos) {
		if p.File == was {
			p.File = name
		}
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		move(&f.Pos)
		for _, x := range ledger.Fields() {
			move(&f.Cell(x).Pos)
		}
		for m := range f.Rows() {
			move(&m.Pos)
			for _, x := range ledger.Fields() {
				if c := m.Cell(x); c != nil {
					move(&c.Pos)
				}
			}
		}
	}
	for _, list := range [][]ledger.Skip{l.Heads, l.Skipped} {
		for i := range list {
			move(&list[i].Pos)
		}
	}
	for i := range l.Asides {
		move(&l.Asides[i].Pos)
	}
	for i := range l.Tables {
		for k := range l.Tables[i].Unread {
			move(&l.Tables[i].Unread[k].Pos)
		}
	}
	for i := range d.problems {
		move(&d.problems[i].Pos)
	}
}
