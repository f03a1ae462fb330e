package main

import "tongbao/sources/problem"

// An annotationJSON is what an annotated copy holds.
type annotationJSON struct {
	Path     string      `json:"path"`
	Replaced bool        `json:"replaced,omitempty"`
	Sheet    string      `json:"sheet"`    // the list
	Errors   int         `json:"errors"`   // places marked as errors
	Warnings int         `json:"warnings"` // and as warnings
	Notes    int         `json:"notes"`
	Offices  []countJSON `json:"offices"`
	Codes    []countJSON `json:"codes"`
	Remarks  []string    `json:"remarks,omitempty"`
}

type countJSON struct {
	Name     string `json:"name"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
}

func newAnnotationJSON(d *draft) *annotationJSON {
	a := d.annotation
	j := &annotationJSON{Path: a.path, Replaced: a.replaced, Sheet: a.Sheet, Errors: a.Cells[problem.Error], Warnings: a.Cells[problem.Warning],
		Notes: a.Notes, Offices: []countJSON{}, Codes: []countJSON{}, Remarks: a.remarks(d)}
	for _, c := range a.Offices {
		j.Offices = append(j.Offices, countJSON{c.Name, c.Errors, c.Warnings})
	}
	for _, c := range a.Codes {
		j.Codes = append(j.Codes, countJSON{c.Name, c.Errors, c.Warnings})
	}
	return j
}
