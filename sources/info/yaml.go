package info

import (
	"strings"

	"github.com/goccy/go-yaml/ast"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/yamlfile"
)

// A yamlReader walks an info file.
type yamlReader struct {
	draft
	file string
}

// readYAML reads an info file.
func readYAML(file string, data []byte) draft {
	y := &yamlReader{file: file}
	root, err := yamlfile.Parse(data, yamlfile.Kind{What: "通报要素", Flag: "--info", Key: isKey})
	switch {
	case err != nil:
		y.unreadable = true
		y.report(badFile, problem.Pos{File: file, Row: err.Line}, err.Message, err.Hint)
	case root != nil:
		y.top(root)
	}
	return y.draft
}

func isKey(name string) bool {
	_, ok := find(name)
	return ok
}

// top reads the file's keys.
func (y *yamlReader) top(root ast.Node) {
	entries, ok := y.entries(root, "整个文件", "要写成一行一个“栏目: 内容”")
	y.unreadable = !ok
	for _, e := range entries {
		name := y.cell(e.Key, e.Key.GetToken().Value)
		k, ok := find(name.Text)
		switch {
		case !ok:
			y.unknown(name.Pos, name.Text)
		case y.item(k) != nil:
			y.repeatedKey(name, y.item(k))
		default:
			y.content(k, name.Text, e)
		}
	}
}

// content reads what stands after one key.
func (y *yamlReader) content(k key, name string, e *ast.MappingValueNode) {
	x := item{key: k, at: y.pos(e.Key), name: name}
	ok := false
	switch {
	case k.shape == sections:
		x.blocks, ok = y.blocks(e.Value)
	case k.shape == pairs:
		x.pairs, ok = y.pairList(e.Value)
	default:
		x.list, ok = y.values(k, name, e.Value)
	}
	if ok {
		y.items = append(y.items, x)
	}
}

// values reads a text, or where k takes several, a list of them.
func (y *yamlReader) values(k key, name string, n ast.Node) ([]value, bool) {
	if c, ok := y.scalar(n); ok {
		return lines(k, value{Cell: c}), true
	}
	list, isList := n.(*ast.SequenceNode)
	if !isList || !k.many() && !k.listed() {
		y.wrong(n, "「"+name+"」", k.howTo())
		return nil, false
	}
	out := []value{}
	for _, v := range list.Values {
		c, ok := y.scalar(v)
		if !ok {
			y.wrong(v, "「"+name+"」里的一段", "每段只写文字；有冒号的用引号括起来")
			return nil, false
		}
		out = append(out, lines(key{shape: paragraphs}, value{Cell: c})...)
	}
	if len(out) == 0 {
		out = []value{{Cell: ledger.Cell{Pos: y.pos(n)}}}
	}
	if k.listed() {
		out = []value{joined(out)}
	}
	return out, true
}

// howTo is how a key's content is written.
func (k key) howTo() string {
	switch {
	case k.many():
		return "写一段文字，或者每段一行、前面加“- ”"
	case k.listed():
		return "写成一行，用顿号隔开；或者一个一行、前面加“- ”"
	}
	return "只写一个内容"
}

// joined is the entries of list as one text.
func joined(list []value) value {
	v := list[0]
	var words []string
	for _, x := range list {
		if x.Text != "" {
			words = append(words, x.Text)
		}
	}
	v.Text = strings.Join(words, "、")
	v.Raw = v.Text
	return v
}

// pairList reads columns and required.
func (y *yamlReader) pairList(n ast.Node) ([]pair, bool) {
	entries, ok := y.entries(n, "这一栏", "写成“名称: 内容”，一行一个")
	if !ok {
		return nil, false
	}
	var out []pair
	for _, e := range entries {
		p := pair{left: y.cell(e.Key, e.Key.GetToken().Value)}
		for _, old := range out {
			if old.left.Text == p.left.Text {
				y.repeated(p.left, old.left.Pos)
			}
		}
		list := []ast.Node{e.Value}
		if s, ok := e.Value.(*ast.SequenceNode); ok {
			list = s.Values
		}
		for _, v := range list {
			c, ok := y.scalar(v)
			if !ok {
				y.wrong(v, "「"+p.left.Text+"」", "写一个词，或者几个词的列表")
				return nil, false
			}
			if c.Text != "" {
				p.right = append(p.right, c)
			}
		}
		out = append(out, p)
	}
	return out, true
}

// repeatedKey reports a key that was written already, perhaps by another name.
func (y *yamlReader) repeatedKey(name ledger.Cell, first *item) {
	if first.name == name.Text {
		y.repeated(name, first.at)
		return
	}
	y.report(repeatedKey, name.Pos, "「"+name.Text+"」和"+first.at.From(name.Pos)+"的「"+first.name+"」是同一栏，写了两次", "只留一处")
}

// repeated reports a name that stood at first already.
func (y *yamlReader) repeated(name ledger.Cell, first problem.Pos) {
	y.report(repeatedKey, name.Pos, "「"+name.Text+"」写了两次："+first.From(name.Pos)+"已经写过", "只留一处")
}

// wrong reports a node of the wrong kind.
func (y *yamlReader) wrong(n ast.Node, what, hint string) {
	y.report(wrongType, y.pos(n), what+"的写法不对", hint)
}

func (y *yamlReader) pos(n ast.Node) problem.Pos {
	return problem.Pos{File: y.file, Row: yamlfile.Line(n)}
}

// cell is s, which stands at n, without zero-width characters.
func (y *yamlReader) cell(n ast.Node, s string) ledger.Cell {
	c := ledger.Cell{Pos: y.pos(n), Raw: s}
	words := strings.Map(func(r rune) rune {
		if grid.IsZeroWidth(r) {
			return -1
		}
		return r
	}, s)
	if words != s {
		y.report(zeroWidth, c.Pos, "含有看不见的零宽字符，已去掉", "不影响通报；想不再提醒，请把这一处文字重新输入一遍")
	}
	c.Text = ledger.Trim(words)
	return c
}

// scalar returns the text of n as it is written; a number keeps its digits.
func (y *yamlReader) scalar(n ast.Node) (ledger.Cell, bool) {
	text, ok := yamlfile.Scalar(n)
	if !ok {
		return ledger.Cell{}, false
	}
	return y.cell(n, text), true
}

// entries returns the entries of a mapping, however many it has; it reports what
// is none.
func (y *yamlReader) entries(n ast.Node, what, hint string) ([]*ast.MappingValueNode, bool) {
	list, ok := yamlfile.Entries(n)
	if !ok {
		y.wrong(n, what, hint)
	}
	return list, ok
}
