package main

import (
	"time"

	"tongbao/sources/ledger"
	"tongbao/sources/progress"
)

// progressJSON is the report of status.
type progressJSON struct {
	Today   string       `json:"today"`
	ByClock bool         `json:"byClock"`
	Within  int          `json:"within"`
	Formula string       `json:"formula"`
	Counted int          `json:"counted"`
	Left    []string     `json:"notCounted"`
	Repeats []repeatJSON `json:"repeats"`
	Ledgers []unitJSON   `json:"byLedger"`
	tallyJSON
}

type unitJSON struct {
	File string `json:"file"`
	Unit string `json:"unit,omitempty"`
	countsJSON
}

type repeatJSON struct {
	File   string   `json:"file"`
	Also   []string `json:"also"`
	Merged bool     `json:"merged"`
}

type tallyJSON struct {
	Total   countsJSON `json:"total"`
	Groups  []rowJSON  `json:"groups"`
	Offices []rowJSON  `json:"offices"`
	Leaders []rowJSON  `json:"leaders"`
	Overdue []itemJSON `json:"overdueItems"`
	Soon    []itemJSON `json:"dueSoonItems"`
	Undated []itemJSON `json:"noDateItems"`
}

type countsJSON struct {
	All           int    `json:"all"`
	Completed     int    `json:"completed"`
	BasicallyDone int    `json:"basicallyDone"`
	InProgress    int    `json:"inProgress"`
	LongTerm      int    `json:"longTerm"`
	NotDone       int    `json:"notDone"`
	UnknownState  int    `json:"unknownState"`
	NoState       int    `json:"noState"`
	Overdue       int    `json:"overdue"`
	Soon          int    `json:"dueSoon"`
	Undated       int    `json:"noDate"`
	Later         int    `json:"dueLater"`
	Settled       int    `json:"settled"`
	RateDone      int    `json:"rateDone"`
	RateBase      int    `json:"rateBase"`
	Rate          string `json:"rate"`
}

type rowJSON struct {
	Name string `json:"name"`
	countsJSON
	Parts []partJSON `json:"parts,omitempty"`
}

type partJSON struct {
	File string `json:"file"`
	countsJSON
}

type itemJSON struct {
	placeJSON
	No       string   `json:"no"`
	Text     string   `json:"text"`
	Measures string   `json:"measures,omitempty"`
	Status   string   `json:"status"`
	Offices  []string `json:"offices"`
	Leaders  []string `json:"leaders"`
	Deadline string   `json:"deadline"`
	Date     string   `json:"date,omitempty"`
	Days     int      `json:"days"`
}

func (v statusView) toJSON() *progressJSON {
	j := &progressJSON{Today: v.Today.Format(time.DateOnly), ByClock: v.byClock, Within: v.Within, Formula: v.Rate.String(),
		Counted: len(v.Ledgers), Left: append([]string{}, v.Left...), Repeats: []repeatJSON{}, Ledgers: []unitJSON{}, tallyJSON: newTallyJSON(&v.Tally, v.Rate)}
	for _, r := range v.Repeats {
		j.Repeats = append(j.Repeats, repeatJSON{r.Ledger, r.Also, r.Merged})
	}
	for i := range v.Ledgers {
		l := &v.Ledgers[i]
		j.Ledgers = append(j.Ledgers, unitJSON{l.Name, l.Unit, newCountsJSON(l.Total, v.Rate)})
	}
	return j
}

func newTallyJSON(t *progress.Tally, r progress.Rate) tallyJSON {
	return tallyJSON{
		Total:  newCountsJSON(t.Total, r),
		Groups: newRowsJSON(t.Groups, r), Offices: newRowsJSON(t.Offices, r), Leaders: newRowsJSON(t.Leaders, r),
		Overdue: newItemsJSON(t.Overdue), Soon: newItemsJSON(t.Soon), Undated: newItemsJSON(t.Undated),
	}
}

func newCountsJSON(c progress.Counts, r progress.Rate) countsJSON {
	done, base := r.Of(c)
	return countsJSON{All: c.All, Completed: c.States[ledger.Completed], BasicallyDone: c.States[ledger.BasicallyDone],
		InProgress: c.States[ledger.InProgress], LongTerm: c.States[ledger.LongTerm], NotDone: c.States[ledger.NotDone],
		UnknownState: c.States[ledger.StateUnknown], NoState: c.States[ledger.StateNone],
		Overdue: c.Dues[progress.Overdue], Soon: c.Dues[progress.Soon], Undated: c.Dues[progress.Undated],
		Later: c.Dues[progress.Later], Settled: c.Dues[progress.Settled],
		RateDone: done, RateBase: base, Rate: progress.Percent(done, base)}
}

func newRowsJSON(list []progress.Row, r progress.Rate) []rowJSON {
	out := []rowJSON{}
	for _, row := range list {
		j := rowJSON{Name: row.Name, countsJSON: newCountsJSON(row.Counts, r)}
		for _, p := range row.Parts {
			j.Parts = append(j.Parts, partJSON{p.Ledger, newCountsJSON(p.Counts, r)})
		}
		out = append(out, j)
	}
	return out
}

func newItemsJSON(list []progress.Item) []itemJSON {
	out := []itemJSON{}
	for _, i := range list {
		j := itemJSON{placeJSON: place(i.Pos), No: i.No, Text: i.Text, Measures: i.Measures, Status: i.Status,
			Offices: i.Offices, Leaders: i.Leaders, Deadline: i.Deadline, Days: i.Days}
		j.File = i.Ledger
		if !i.Date.IsZero() {
			j.Date = i.Date.Format(time.DateOnly)
		}
		out = append(out, j)
	}
	return out
}

// kept is what is still needed of a ledger once it was shown.
func (r *statusRun) kept(s *standing) ledgerJSON {
	j := ledgerJSON{File: s.file, Encrypted: s.encrypted, Converted: s.converter(), Outputs: []outputJSON{}, Problems: []problemJSON{}, Changes: []changeJSON{}, Skipped: []skipJSON{}}
	j.Error, j.Exit = translate(s.failure())
	if s.ledger == nil || !r.json {
		return j
	}
	j.Findings = len(s.ledger.Findings)
	office := offices(s.ledger)
	for _, p := range s.problems {
		j.Problems = append(j.Problems, newProblemJSON(p, office(p.Pos)))
	}
	for _, x := range s.ledger.Skipped {
		j.Skipped = append(j.Skipped, newSkipJSON(x))
	}
	return j
}
