// Package house reads an office's own layout rules (单位版式) and sets pages by
// them. What departs from the standard is said, with its clause and strength; it
// never stops a notice. Only a page without room for text does.
package house

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"tongbao/report/gb9704"
	"tongbao/report/setup"
	"tongbao/sources/problem"
	"tongbao/sources/yamlfile"
)

// Rules are an office's own; the zero value asks for nothing.
type Rules struct {
	Fonts setup.FontNames // by class; a class that is not there keeps its name

	pitch   gb9704.Unit // between rows; 0: they fill the type area
	rows    int         // of a page; 0: as many as fit
	margins [sides]gb9704.Unit
	number  gb9704.PageNumber
	bold    bool // heads of level 3
	at      map[string]problem.Pos
}

// AskNothing reports whether a file said nothing.
func (r Rules) AskNothing() bool { return len(r.at) == 0 }

// Read reads data, a file of YAML or JSON with the keys of [keys]. With an error
// in the list the rules are not to be used.
func Read(file string, data []byte) (Rules, problem.List) {
	r := &reader{file: file, rules: Rules{number: gb9704.PageNumbers(), at: map[string]problem.Pos{}}}
	root, bad := yamlfile.Parse(data, yamlfile.Kind{What: "单位版式", Flag: "--house", Key: isKey})
	switch {
	case bad != nil:
		r.report(badFile, problem.Pos{File: file, Row: bad.Line}, bad.Message, bad.Hint)
	case root != nil:
		r.top(root)
	}
	if r.problems.Err() == nil {
		r.problems = append(r.problems, r.rules.room()...)
	}
	r.problems.Sort()
	return r.rules, r.problems
}

// A reader walks one file.
type reader struct {
	file     string
	rules    Rules
	problems problem.List
}

func (r *reader) report(e problem.Entry, pos problem.Pos, message, hint string) {
	r.problems = append(r.problems, e.At(pos, message, hint))
}

func (r *reader) pos(n ast.Node) problem.Pos {
	return problem.Pos{File: r.file, Row: yamlfile.Line(n)}
}

// top reads the file's keys.
func (r *reader) top(root ast.Node) {
	for _, e := range r.entries(root, names(), func(name string) string {
		if k, ok := find(name); ok {
			return k.name
		}
		return ""
	}) {
		k, _ := find(e.name)
		if hint := k.read(r, e); hint != "" {
			r.report(badValue, e.pos, "「"+e.written+"」的写法不对", hint)
		}
	}
}

// An entry is one key with its value.
type entry struct {
	name    string // the key's, in English
	written string
	value   ast.Node
	pos     problem.Pos
}

// entries returns those entries of n that known gives a name; it reports the rest,
// and what stands twice. all is every name, as a hint.
func (r *reader) entries(n ast.Node, all string, known func(name string) string) (list []entry) {
	nodes, ok := yamlfile.Entries(n)
	if !ok {
		r.report(badValue, r.pos(n), "这里要写成一行一个“名称: 内容”", "可以写："+all)
	}
	for _, node := range nodes {
		e := entry{written: strings.TrimSpace(node.Key.GetToken().Value), value: node.Value, pos: r.pos(node.Key)}
		e.name = known(e.written)
		switch {
		case e.name == "":
			r.report(badKey, e.pos, "没有「"+e.written+"」这一项", "只有："+all)
		case slices.ContainsFunc(list, func(o entry) bool { return o.name == e.name }):
			r.report(badKey, e.pos, "「"+e.written+"」写了两次", "只留一处")
		default:
			list = append(list, e)
		}
	}
	return list
}

// scalar is e's value without blanks, "" for what is no single one.
func (e entry) scalar() string {
	text, _ := yamlfile.Scalar(e.value)
	return strings.Join(strings.Fields(text), "")
}
