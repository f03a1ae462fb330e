package notice

import (
	"slices"

	"tongbao/sources/ledger"
)

// findings adds the ledger: a heading for each group and problem, and for each
// finding its heading and what was done about it. A ledger without groups or
// problems begins one level higher, so that no level is left out.
func (b *builder) findings(list []ledger.Finding) {
	b.count.runOn = b.info.Numbering == ledger.Continuous
	problemLevel, textLevel := levels(list)
	var group, problem ledger.Numbered
	for i := range list {
		f := &list[i]
		if !sameWords(f.Group, group) {
			group, problem = f.Group, ledger.Numbered{}
			b.head(2, f.Group)
		}
		if !sameWords(f.Problem, problem) {
			problem = f.Problem
			b.head(problemLevel, f.Problem)
		}
		b.head(textLevel, f.Text)
		b.rectification(f.Rectification)
	}
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

// rectification adds 整改情况：…. A label that staff typed is not printed twice.
func (b *builder) rectification(c ledger.Cell) {
	text := b.text(c)
	if rest := ledger.CutLabel(text.S); rest != text.S {
		b.changes = append(b.changes, ledger.Change{Pos: c.Pos, Before: text.S, After: rest})
		text.S = rest
	}
	if text.S != "" {
		b.add(&Paragraph{Text: []Inline{Text{S: ledger.Label}, text}})
	}
}
