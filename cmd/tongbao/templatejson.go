package main

import (
	"tongbao/report/template"
	"tongbao/sources/problem"
)

// templateJSON is what an office's template holds.
type templateJSON struct {
	File     string              `json:"file"`
	Readable bool                `json:"readable"` // its placeholders are known
	Places   []placeholderJSON   `json:"places,omitempty"`
	Missing  []string            `json:"missing,omitempty"` // placeholders that it could have besides
	Styles   []templateStyleJSON `json:"styles,omitempty"`
	Problems []problemJSON       `json:"problems"`
}

type placeholderJSON struct {
	Name  string `json:"name"`
	What  string `json:"what,omitempty"` // empty if it is unknown
	Part  string `json:"part"`
	Place string `json:"place"`
	Alone bool   `json:"alone"` // nothing else stands in its paragraph
}

type templateStyleJSON struct {
	Name string `json:"name"`
	Has  string `json:"has,omitempty"` // the template's own; empty: ours is put in
}

func newTemplateJSON(path string, t *template.Template, l problem.List) templateJSON {
	j := templateJSON{File: path, Problems: problemsJSON(l)}
	if t == nil {
		return j
	}
	j.Readable = true
	for _, p := range t.Places() {
		j.Places = append(j.Places, placeholderJSON{p.Name, p.What(), p.Part, p.Words(), p.Alone})
	}
	for _, w := range t.Missing() {
		j.Missing = append(j.Missing, w.Name)
	}
	for _, s := range t.Styles() {
		j.Styles = append(j.Styles, templateStyleJSON(s))
	}
	return j
}
