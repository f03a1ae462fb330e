package main

import (
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// sheetLayoutJSON is one sheet of check --explain-layout.
type sheetLayoutJSON struct {
	Sheet   string            `json:"sheet"`
	Hidden  bool              `json:"hidden,omitempty"`
	Reason  string            `json:"reason,omitempty"` // why it is not read, or not read again
	Tables  []tableLayoutJSON `json:"tables"`
	Guess   *tableLayoutJSON  `json:"guess,omitempty"` // of a sheet without a table
	Heads   []skipJSON        `json:"heads"`
	Skipped []skipJSON        `json:"skipped"`
}

type tableLayoutJSON struct {
	HeaderRows [2]int             `json:"headerRows"`
	Columns    []columnLayoutJSON `json:"columns"`
	Findings   int                `json:"findings"`
	Rows       int                `json:"rows"`
	Blocks     []blockJSON        `json:"blocks"`
}

type columnLayoutJSON struct {
	Column  string `json:"column"` // its letters
	Cell    string `json:"cell,omitempty"`
	Heading string `json:"heading"`
	Field   string `json:"field,omitempty"` // none: not read
	How     string `json:"how,omitempty"`   // template, synonym, public, office, column, default, level, tick
	Reason  string `json:"reason,omitempty"`
}

type blockJSON struct {
	First    int `json:"firstRow"`
	Last     int `json:"lastRow"`
	Findings int `json:"findings"`
}

func newLayoutJSON(l recognise.Layout) []sheetLayoutJSON {
	var out []sheetLayoutJSON
	for _, s := range l {
		j := sheetLayoutJSON{Sheet: s.Name, Hidden: s.Hidden, Reason: s.Reason, Tables: []tableLayoutJSON{}, Heads: skips(s.Heads), Skipped: skips(s.Skipped)}
		for _, t := range s.Tables {
			j.Tables = append(j.Tables, newTableLayoutJSON(t))
		}
		if s.Guess != nil {
			guess := newTableLayoutJSON(*s.Guess)
			j.Guess = &guess
		}
		out = append(out, j)
	}
	return out
}

func newTableLayoutJSON(t recognise.TableLayout) tableLayoutJSON {
	j := tableLayoutJSON{HeaderRows: t.HeaderRows, Columns: []columnLayoutJSON{}, Findings: t.Findings, Rows: t.Rows, Blocks: []blockJSON{}}
	for _, c := range t.Columns {
		j.Columns = append(j.Columns, columnLayoutJSON{problem.Column(c.Col), c.Heading.Pos.Address(), c.Heading.Text,
			string(c.Field), howWords[c.How].name, c.Reason})
	}
	for _, b := range t.Blocks {
		j.Blocks = append(j.Blocks, blockJSON(b))
	}
	return j
}

func skips(list []ledger.Skip) []skipJSON {
	out := []skipJSON{}
	for _, s := range list {
		out = append(out, newSkipJSON(s))
	}
	return out
}
