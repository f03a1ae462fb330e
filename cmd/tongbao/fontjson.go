package main

import (
	"tongbao/fonts"
	"tongbao/sources/problem"
)

type fontsJSON struct {
	Styles    []styleJSON    `json:"styles"`
	Faces     []faceJSON     `json:"faces"`
	Fallbacks []fallbackJSON `json:"fallbacks,omitempty"` // of the ledger
	Problems  []problemJSON  `json:"problems"`
}

type styleJSON struct {
	Style string   `json:"style"`
	Faces []string `json:"faces"` // SHA-256, in the order in which they are asked
}

// A faceJSON is what identifies a face for ever.
type faceJSON struct {
	File    string         `json:"file,omitempty"`  // of an office's own font
	Index   int            `json:"index,omitempty"` // in a collection
	Family  string         `json:"family"`
	Name    string         `json:"name"`
	Version string         `json:"version"`
	SHA256  string         `json:"sha256"` // of the whole file
	Rights  string         `json:"rights"`
	Licence string         `json:"licence,omitempty"`
	Covers  []coverageJSON `json:"covers,omitempty"`
}

type coverageJSON struct {
	Charset string `json:"charset"`
	Has     int    `json:"has"`
	Of      int    `json:"of"`
}

type fallbackJSON struct {
	Style string      `json:"style"`
	Char  string      `json:"char"`
	Code  string      `json:"code"`
	Face  string      `json:"face,omitempty"` // its SHA-256; none: no font has the character
	Cells []placeJSON `json:"cells"`
}

func newFaceJSON(f *fonts.Face) faceJSON {
	path, index, _ := f.File()
	return faceJSON{File: path, Index: index, Family: f.Family(), Name: f.Name(), Version: f.Version(),
		SHA256: f.SHA256(), Rights: f.Rights().String(), Licence: f.Licence()}
}

func newFontsJSON(f officeFonts, d *survey, code int) runJSON {
	j := fontsJSON{Styles: []styleJSON{}, Faces: []faceJSON{}, Problems: problemsJSON(f.problems)}
	sums := map[*fonts.Face]string{}
	for _, face := range f.set.Faces() {
		fj := newFaceJSON(face)
		for _, c := range fonts.Charsets() {
			fj.Covers = append(fj.Covers, coverageJSON{c.Name, c.In(face), c.Size})
		}
		sums[face] = fj.SHA256
		j.Faces = append(j.Faces, fj)
	}
	for _, style := range fonts.Styles() {
		s := styleJSON{Style: style.String()}
		for _, face := range f.set.Chain(style) {
			s.Faces = append(s.Faces, sums[face])
		}
		j.Styles = append(j.Styles, s)
	}
	run := runJSON{Verb: "fonts", Exit: code, Fonts: &j}
	if d != nil {
		run.Ledgers = []ledgerJSON{newLedgerJSON(&d.draft)}
		for _, x := range d.fallbacks {
			fj := fallbackJSON{Style: x.style.String(), Char: string(x.char), Code: codePoint(x.char), Face: sums[x.face]}
			for _, c := range x.cells {
				fj.Cells = append(fj.Cells, place(c))
			}
			j.Fallbacks = append(j.Fallbacks, fj)
		}
	}
	return run
}

func problemsJSON(l problem.List) []problemJSON {
	out := []problemJSON{}
	for _, p := range l {
		out = append(out, newProblemJSON(p, nil))
	}
	return out
}
