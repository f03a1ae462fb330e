package template

import (
	"github.com/beevik/etree"

	"tongbao/sources/problem"
)

// unindented warns of a text, or of heads of the template's own, that would begin at
// the margin.
func (t *Template) unindented() (list problem.List) {
	const hint = "在 Word 的“段落”里设首行缩进 2 字符"
	for _, p := range t.places {
		if p.Known == bodyName && !p.indented && !indents(t.sheet.inherited(p.style, "pPr", "ind")) {
			list = append(list, noIndent().At(t.at(p), p.Words()+"的 {{"+p.Name+"}} 没有首行缩进，正文各段会顶格排", hint))
		}
	}
	for _, s := range t.Styles() {
		id := t.sheet.byName["paragraph "+canonical(s.Name)]
		if s.Has != "" && !indents(t.sheet.inherited(id, "pPr", "ind")) {
			list = append(list, noIndent().At(problem.Pos{File: t.file, Sheet: t.pack.styles}, "样式“"+s.Has+"”没有首行缩进，这一级标题会顶格排", hint))
		}
	}
	return list
}

// indents reports whether the first line of a paragraph is set in by e.
func indents(e *etree.Element) bool {
	for _, key := range []string{"firstLine", "firstLineChars", "left", "start", "leftChars", "startChars"} {
		if number(e, key) > 0 {
			return true
		}
	}
	return false
}
