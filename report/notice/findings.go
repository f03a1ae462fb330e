package notice

import (
	"slices"

	"tongbao/sources/ledger"
)

// findings adds the ledger: a heading for each group and problem, and for each
// finding its heading and what was done about it. A ledger without groups or
// problems begins one level higher, so that no level is left out.
func (b *builder) findings(list []ledger.Finding) {
	b.oddNumbers()
	b.count.runOn = b.info.Numbering == ledger.Continuous
	problemLevel, textLevel := levels(list)
	var group, problem ledger.Numbered
	for i := range list {
		f := &list[i]
		if !sameWords(f.Group, group) {
			group, problem = f.Group, ledger.Numbered{}
			b.seams(f.Group.Cell, true)
			b.head(2, f.Group)
		}
		if !sameWords(f.Problem, problem) {
			problem = f.Problem
			b.seams(f.Problem.Cell, true)
			b.head(problemLevel, f.Problem)
		}
		b.seams(f.Text.Cell, false)
		b.head(textLevel, f.Text)
		b.rectifications(f)
	}
	b.oddNumbers()
	b.count.runOn = false
}

// sameWords reports whether two cells are printed alike.
func sameWords(a, b ledger.Numbered) bool {
	return a.Text == b.Text || Normalise(a.Text) == Normalise(b.Text)
}

// levels returns the heading levels of problems and findings.
func levels(list []ledger.Finding) (problem, text int) {
	problem = 2
	if slices.ContainsFunc(list, func(f ledger.Finding) bool { return f.Group.Text != "" }) {
		problem = 3
	}
	if slices.ContainsFunc(list, func(f ledger.Finding) bool { return f.Problem.Text != "" }) {
		return problem, problem + 1
	}
	return problem, problem
}

// head adds a heading that fills its own paragraph.
func (b *builder) head(level int, n ledger.Numbered) {
	if n.Text != "" {
		b.heading(level, n.Cell, n.Typed, n.Text)
	}
}

// rectifications adds what was done about f, a paragraph for each row that says
// something new: one cell for several rows, or the same words in each, are printed
// once. The label stands before the first alone.
func (b *builder) rectifications(f *ledger.Finding) {
	label, printed := ledger.Label, map[string]bool{}
	for m := range f.Rows() {
		key := ledger.Squeeze(m.Rectification.Text)
		if printed[key] {
			continue
		}
		printed[key] = true
		if b.rectification(label, m.Rectification) {
			label = ""
		}
	}
}

// rectification adds 整改情况：…, and reports whether there was anything to add. A
// label that staff typed is not printed twice.
func (b *builder) rectification(label string, c ledger.Cell) bool {
	b.seams(c, false)
	text := b.text(c)
	text = b.becomes(text, ledger.CutLabel(text.S))
	if text.S == "" {
		return false
	}
	words := []Inline{text}
	if label != "" {
		words = []Inline{Text{S: label}, text}
	}
	b.add(&Paragraph{Text: words})
	return true
}
