package progress

import (
	"strings"

	"tongbao/sources/ledger"
)

// A share is the rows of a finding that one name answers for, as a finding: an
// office is not late because another's row is.
type share struct {
	name string
	ledger.Finding
}

// shares parts f by the names of its rows, each name once, in their order.
func shares(f *ledger.Finding, names func(*ledger.Measure) []string) []share {
	var out []share
	at := map[string]int{}
	for m := range f.Rows() {
		for _, name := range names(m) {
			key := ledger.Squeeze(name)
			if i, known := at[key]; known {
				out[i].Further = append(out[i].Further, *m)
				continue
			}
			at[key] = len(out)
			out = append(out, share{name, ledger.Finding{Measure: *m}})
		}
	}
	return out
}

// Offices is the offices that a row names, as written; one "" if it names none.
func Offices(m *ledger.Measure) []string {
	return orNone(m.Department.List("、，,；;"))
}

// leaders reads 责任领导. 党组书记、局长 is one person and 甲、乙 are two: words parted
// by 、 are people of their own only if each of them stands alone somewhere else.
type leaders struct {
	alone map[string]bool
}

const (
	peopleMarks = "；;"  // part people always
	titleMarks  = "、，," // part people, or the titles of one
)

func leadersOf(l *ledger.Ledger) leaders {
	alone := map[string]bool{}
	for i := range l.Findings {
		for m := range l.Findings[i].Rows() {
			for _, name := range m.Leader.List(peopleMarks) {
				if !strings.ContainsAny(name, titleMarks) {
					alone[ledger.Squeeze(name)] = true
				}
			}
		}
	}
	return leaders{alone}
}

// of is the leaders that a row names; one "" if it names none.
func (p leaders) of(m *ledger.Measure) []string {
	var out []string
	for _, name := range m.Leader.List(peopleMarks) {
		out = append(out, p.split(name)...)
	}
	return orNone(out)
}

func (p leaders) split(name string) []string {
	parts := ledger.Cell{Text: name}.List(titleMarks)
	for _, part := range parts {
		if !p.alone[ledger.Squeeze(part)] {
			return []string{name}
		}
	}
	return parts
}

// orNone is names without the dashes that stand for none.
func orNone(names []string) []string {
	var out []string
	for _, name := range names {
		if name = filled(ledger.Cell{Text: name}); name != "" {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

func filled(c ledger.Cell) string {
	if c.IsEmpty() {
		return ""
	}
	return c.Text
}
