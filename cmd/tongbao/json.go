package main

import (
	"cmp"
	"encoding/json"

	"tongbao/report/layout"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// The JSON of --json. Fields are only ever added.

type runJSON struct {
	Verb    string       `json:"verb,omitempty"`
	Exit    int          `json:"exit"`
	Error   string       `json:"error,omitempty"`
	Ledgers []ledgerJSON `json:"ledgers,omitempty"`
	Skipped []skipJSON   `json:"skipped,omitempty"` // files of a folder or pattern
	Outputs []outputJSON `json:"outputs,omitempty"` // of new, status, diff and merge

	Progress *progressJSON `json:"progress,omitempty"` // of status
	Diff     *diffJSON     `json:"diff,omitempty"`     // of diff
	Merge    *mergeJSON    `json:"merge,omitempty"`    // of merge
	Fonts    *fontsJSON    `json:"fonts,omitempty"`    // of fonts, and where fonts cannot be used
	Draft    string        `json:"draft,omitempty"`    // of --draft
	Review   bool          `json:"review,omitempty"`   // of --review
	House    *houseJSON    `json:"house,omitempty"`    // of --house
	Template *templateJSON `json:"template,omitempty"` // of template, and where a template cannot be used
}

type ledgerJSON struct {
	File      string        `json:"file"`
	Exit      int           `json:"exit"`
	Error     string        `json:"error,omitempty"`
	Encrypted bool          `json:"encrypted,omitempty"` // it has a password
	Converted string        `json:"converted,omitempty"` // the program that made an .xlsx of it
	Findings  int           `json:"findings"`
	Pages     int           `json:"pages"`
	Outputs   []outputJSON  `json:"outputs"`
	Problems  []problemJSON `json:"problems"`
	Changes   []changeJSON  `json:"changes"`
	Skipped   []skipJSON    `json:"skipped"`

	Annotation *annotationJSON   `json:"annotation,omitempty"` // of check --annotate
	Layout     []sheetLayoutJSON `json:"layout,omitempty"`     // of check --explain-layout
	Fonts      []faceJSON        `json:"fonts,omitempty"`      // the faces that the PDF embeds

	Embedded []embeddedJSON `json:"embedded,omitempty"` // the faces that the DOCX carries, of --embed-fonts

	carried  int // how large the DOCX is that carries fonts, in bytes; for what is said at the end
	warnings int // for what is said at the end
}

type outputJSON struct {
	Format   string `json:"format"`
	Path     string `json:"path"`
	Replaced bool   `json:"replaced,omitempty"`
}

type placeJSON struct {
	File  string `json:"file,omitempty"`
	Sheet string `json:"sheet,omitempty"`
	Cell  string `json:"cell,omitempty"`
	Row   int    `json:"row,omitempty"`
	Col   int    `json:"col,omitempty"`
}

type problemJSON struct {
	Code     problem.Code `json:"code"`
	Severity string       `json:"severity"`
	placeJSON
	Message string   `json:"message"`
	Hint    string   `json:"hint,omitempty"`
	Offices []string `json:"offices,omitempty"` // the 责任部门 of its finding
}

type changeJSON struct {
	placeJSON
	Before string `json:"before"`
	After  string `json:"after"`
}

type skipJSON struct {
	placeJSON
	Reason  string `json:"reason"`
	LastRow int    `json:"lastRow,omitempty"` // of several rows
}

type entryJSON struct {
	Code     problem.Code `json:"code"`
	Severity string       `json:"severity"`
	Title    string       `json:"title"`
	Why      string       `json:"why"`
}

// rulesJSON is explain's list, ruleJSON one rule.
type rulesJSON struct {
	Verb  string      `json:"verb"`
	Exit  int         `json:"exit"`
	Rules []entryJSON `json:"rules"`
}

type ruleJSON struct {
	Verb string `json:"verb"`
	Exit int    `json:"exit"`
	entryJSON
}

type versionJSON struct {
	Verb     string   `json:"verb"`
	Exit     int      `json:"exit"`
	Version  string   `json:"version"`
	Revision string   `json:"revision,omitempty"`
	Go       string   `json:"go"`
	Platform string   `json:"platform"`
	Fonts    []string `json:"fonts"`
}

func (u *ui) writeJSON(v any) error {
	if run, ok := v.(runJSON); ok {
		run.Skipped, run.Draft, run.Review, run.House = u.passed, u.draft, u.review, u.house
		run.Template = cmp.Or(run.Template, u.filled)
		v = run
	}
	e := json.NewEncoder(u.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func newLedgerJSON(d *draft) ledgerJSON {
	j := ledgerJSON{File: d.file, Pages: len(d.pages), Encrypted: d.encrypted, Converted: d.converter(),
		Outputs: []outputJSON{}, Problems: []problemJSON{}, Changes: []changeJSON{}, Skipped: []skipJSON{}}
	j.Error, j.Exit = translate(d.failure())
	j.Layout = newLayoutJSON(d.layout)
	for _, o := range d.outputs {
		j.Outputs = append(j.Outputs, outputJSON{o.format.Name, o.path, o.replaced})
	}
	for _, f := range layout.Faces(d.pages) {
		j.Fonts = append(j.Fonts, newFaceJSON(f))
	}
	if d.carried() > 0 {
		j.Embedded = embeddedFaces()
	}
	office := offices(d.ledger)
	for _, p := range d.problems {
		j.Problems = append(j.Problems, newProblemJSON(p, office(p.Pos)))
	}
	if d.annotation != nil {
		j.Annotation = newAnnotationJSON(d)
	}
	for _, c := range d.changes {
		j.Changes = append(j.Changes, changeJSON{place(c.Pos), c.Before, c.After})
	}
	if d.ledger != nil {
		j.Findings = len(d.ledger.Findings)
		for _, s := range d.ledger.Skipped {
			j.Skipped = append(j.Skipped, newSkipJSON(s))
		}
	}
	return j
}

func newProblemJSON(p problem.Problem, offices []string) problemJSON {
	return problemJSON{p.Code, severityName(p.Severity), place(p.Pos), p.Message, p.Hint, offices}
}

func newSkipJSON(s ledger.Skip) skipJSON { return skipJSON{place(s.Pos), s.Reason, s.Last} }

func entriesJSON(all problem.Registry) []entryJSON {
	var out []entryJSON
	for _, e := range all {
		out = append(out, entryJSON{e.Code, severityName(e.Severity), e.Title, e.Why})
	}
	return out
}

func place(p problem.Pos) placeJSON {
	return placeJSON{p.File, p.Sheet, p.Address(), p.Row, p.Col}
}

func severityName(s problem.Severity) string {
	if s == problem.Error {
		return "error"
	}
	return "warning"
}
