package main

import (
	"time"

	"tongbao/sources/compare"
	"tongbao/sources/ledger"
)

// What diff --json adds: what became of the findings; each of both ledgers stands in
// one item.

type diffJSON struct {
	Today   string           `json:"today"`
	ByClock bool             `json:"byClock"` // today is the machine's date
	Since   string           `json:"since,omitempty"`
	Counts  map[string]int   `json:"counts"`
	Columns []diffColumnJSON `json:"columns"`
	Items   []diffItemJSON   `json:"items"`
	Late    []diffLateJSON   `json:"overdue"`
}

type diffColumnJSON struct {
	Field  string `json:"field"`
	In     string `json:"in"` // old or new
	Filled int    `json:"filled"`
}

type diffItemJSON struct {
	Kind     string            `json:"kind"`
	How      string            `json:"how,omitempty"`      // text, number, similar
	Likeness float64           `json:"likeness,omitempty"` // of the texts, 0 to 1
	Old      []diffFindingJSON `json:"old"`
	New      []diffFindingJSON `json:"new"`
	Changes  []diffChangeJSON  `json:"changes"`
}

type diffFindingJSON struct {
	placeJSON
	No      string `json:"no"`
	Group   string `json:"group"`
	Problem string `json:"problem"`
	Text    string `json:"text"`
	Status  string `json:"status"`
}

type diffChangeJSON struct {
	Field  string     `json:"field"`
	Row    string     `json:"row,omitempty"` // added or removed: the row is in one version only
	Before string     `json:"before"`
	After  string     `json:"after"`
	Old    *placeJSON `json:"old,omitempty"`
	New    *placeJSON `json:"new,omitempty"`
}

type diffLateJSON struct {
	diffFindingJSON
	Deadline string `json:"deadline"`
	Fresh    bool   `json:"fresh"`
}

// run is the whole of the JSON. What is wrong in the ledgers does not keep them from
// being compared.
func (c *comparison) run() runJSON {
	run := runJSON{Verb: "diff", Outputs: c.outputs, Diff: newDiffJSON(c)}
	for _, v := range []*side{c.old, c.new} {
		l := newLedgerJSON(&v.draft)
		l.Exit = exitOK
		run.Ledgers = append(run.Ledgers, l)
	}
	return run
}

func newDiffJSON(c *comparison) *diffJSON {
	j := &diffJSON{Today: c.today.Format(time.DateOnly), ByClock: c.byClock, Counts: map[string]int{},
		Columns: []diffColumnJSON{}, Items: []diffItemJSON{}, Late: []diffLateJSON{}}
	if !c.since.IsZero() {
		j.Since = c.since.Format(time.DateOnly)
	}
	for _, x := range c.Columns {
		in := "old"
		if x.InNew {
			in = "new"
		}
		j.Columns = append(j.Columns, diffColumnJSON{string(x.Field), in, x.Filled})
	}
	for _, k := range compare.Kinds() {
		j.Counts[k.Name()] = c.Count(k)
		j.Items = append(j.Items, diffItems(c, k)...)
	}
	for _, l := range c.late {
		j.Late = append(j.Late, diffLateJSON{findingsJSON(l.Finding)[0], deadlines(l.Finding, c.today), l.Fresh})
	}
	return j
}

// diffItems is the findings of one kind.
func diffItems(c *comparison, k compare.Kind) (out []diffItemJSON) {
	none := []diffFindingJSON{}
	switch k {
	case compare.Removed:
		for _, f := range c.Removed {
			out = append(out, diffItemJSON{Kind: k.Name(), Old: findingsJSON(f), New: none, Changes: []diffChangeJSON{}})
		}
	case compare.Added:
		for _, f := range c.Added {
			out = append(out, diffItemJSON{Kind: k.Name(), Old: none, New: findingsJSON(f), Changes: []diffChangeJSON{}})
		}
	case compare.Doubtful:
		for _, d := range c.Doubts {
			out = append(out, diffItemJSON{Kind: k.Name(), How: d.How.String(), Old: findingsJSON(d.Old...), New: findingsJSON(d.New...), Changes: []diffChangeJSON{}})
		}
	default:
		for _, p := range c.Of(k) {
			out = append(out, diffItemJSON{Kind: k.Name(), How: p.How.String(), Likeness: float64(p.Likeness) / 1000,
				Old: findingsJSON(p.Old), New: findingsJSON(p.New), Changes: changesJSON(p.Changes)})
		}
	}
	return out
}

func findingsJSON(list ...*ledger.Finding) []diffFindingJSON {
	out := []diffFindingJSON{}
	for _, f := range list {
		out = append(out, diffFindingJSON{place(f.Pos), f.No.Text, f.Group.Text, f.Problem.Text, f.Text.Text, f.State().String()})
	}
	return out
}

func changesJSON(list []compare.Change) []diffChangeJSON {
	out := []diffChangeJSON{}
	for _, c := range list {
		j := diffChangeJSON{Field: string(c.Field), Row: [...]string{"", "added", "removed"}[c.Row], Before: c.Old.Text, After: c.New.Text}
		if before, after := place(c.Old.Pos), place(c.New.Pos); c.Row != compare.RowAdded {
			j.Old = &before
			if c.Row == compare.RowKept {
				j.New = &after
			}
		} else {
			j.New = &after
		}
		out = append(out, j)
	}
	return out
}
