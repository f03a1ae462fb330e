// Package template fills an office's own Word document: placeholders like {{标题}}
// and {{正文}} give way to a notice, and everything else stays.
//
// A template comes from anywhere, so it is guarded first (guard.go): what it must
// not bring along is refused, each with a sentence. Parts that hold text are then
// edited as trees (etree keeps prefixes and the order of all it does not know,
// which encoding/xml does not); every other part keeps its bytes.
//
// The docx library is not used on templates: its Replace knows no runs and hits
// markup, it copies whatever a package holds, and it shares headers between the
// documents of one file. The paragraphs that take the place of {{正文}} are those of
// report/docx, made by docx.Write, where the library is confined; styles.go maps
// them to the template's own styles.
package template

import (
	"fmt"
	"slices"

	"tongbao/sources/problem"
)

// MaxSize is the bytes that a template's file may have.
const MaxSize = maxTotal

// A Template is a guarded document. It is never changed: many notices may be made
// of one at the same time.
type Template struct {
	file   string // as problems name it
	sheet  *sheet // to be looked at alone
	pack   *pack
	places []Place
	words  string // all it says, without blanks
}

// Open guards data, which problems name as file, and finds its placeholders. A
// template with an error among the problems cannot be filled; it is nil if not even
// its placeholders could be read.
func Open(file string, data []byte) (*Template, problem.List) {
	g := guard{file: file}
	if len(data) > MaxSize {
		g.refuse(tooLarge(), "", fmt.Sprintf("超过 %d MB", MaxSize>>20), "缩小或去掉模板里的图片")
		return nil, g.problems
	}
	p := g.open(data)
	if p == nil {
		return nil, g.problems
	}
	t := &Template{file: file, pack: p}
	list := g.problems
	sheet, err := newSheet(p.part(p.styles))
	if err != nil {
		return nil, append(list, badXML().At(problem.Pos{File: file, Sheet: p.styles}, xmlWords(err), saveAgain))
	}
	t.sheet = sheet
	for _, name := range p.texts {
		tree, err := parse(p.part(name))
		if err != nil { // guarded: only what the two readers see differently
			return nil, append(list, badXML().At(problem.Pos{File: file, Sheet: name}, xmlWords(err), saveAgain))
		}
		places, more := survey(file, name, tree, name == p.main)
		t.places = append(t.places, places...)
		list = append(list, more...)
		t.words += squeezed(tree)
	}
	list = append(list, t.bodies()...)
	list = append(list, t.unreachable()...)
	list = append(list, t.unindented()...)
	list.Sort()
	return t, list
}

// A Place is one placeholder of a template.
type Place struct {
	Part      string // word/document.xml
	Area      string // 正文, 页眉, 页脚, 脚注 or 尾注
	Where     string // "", 表格 or 文本框
	Paragraph int    // of its part, 1-based, those of tables and text boxes counted
	Name      string // as the template spells it, without braces and blanks
	Known     string // the name it stands for, "" if it is unknown
	Alone     bool   // nothing else stands in its paragraph
	lonely    bool   // or marks alone do
	style     string // of its paragraph, by id
	indented  bool   // by itself, whatever its style says
	twin      bool   // in a mc:Fallback: the same text box once more, for old programs
}

// Places are the placeholders in reading order; a text box that stands twice in
// the file counts once.
func (t *Template) Places() []Place {
	return slices.DeleteFunc(slices.Clone(t.places), func(p Place) bool { return p.twin })
}

// has reports whether there is a place for a known name.
func (t *Template) has(name string) bool {
	return slices.ContainsFunc(t.places, func(p Place) bool { return p.Known == name })
}

// bodies refuses a template that does not say once where the text goes.
func (t *Template) bodies() (list problem.List) {
	var found []Place
	for _, p := range t.places {
		if p.Known == bodyName && !p.twin {
			found = append(found, p)
		}
	}
	switch {
	case len(found) == 0:
		list = append(list, noBody().At(problem.Pos{File: t.file, Sheet: t.pack.main}, "没有 {{正文}}", "在放正文的地方单独写一段：{{正文}}"))
	case len(found) > 1:
		for _, p := range found[1:] {
			list = append(list, noBody().At(t.at(p), p.Words()+"又有一处 {{正文}}", "只留一处"))
		}
	}
	return list
}

func (t *Template) at(p Place) problem.Pos { return problem.Pos{File: t.file, Sheet: p.Part} }
