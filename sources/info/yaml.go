package info

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

const (
	longestFile = 128 << 10 // an info file is a page or two of text
	deepest     = 32        // of brackets or list marks one inside another
	mostItems   = 2000      // lines and commas: the parser takes time with their square
)

// A yamlReader walks an info file.
type yamlReader struct {
	draft
	file string
}

// readYAML reads an info file.
func readYAML(file string, data []byte) draft {
	y := &yamlReader{file: file}
	root, err := parse(data)
	switch {
	case err != nil:
		y.unreadable = true
		y.report(badFile, problem.Pos{File: file, Row: err.line}, err.message, err.hint)
	case root != nil:
		y.top(root)
	}
	return y.draft
}

// A fileError is why a file is no YAML.
type fileError struct {
	line          int // 0: the whole file
	message, hint string
}

// parse returns the root of data, or nil if it is empty.
func parse(data []byte) (root ast.Node, bad *fileError) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bad := refuse(data); bad != nil {
		return nil, bad
	}
	defer func() { // the parser is not ours: whatever it makes of a broken file, say where to look
		if recover() != nil {
			root, bad = nil, &fileError{message: "这个文件的写法读不懂", hint: "核对缩进、冒号和引号；可以从一个写好的文件改起"}
		}
	}()
	f, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntaxError(err)
	}
	for _, doc := range f.Docs {
		switch {
		case doc.Body == nil:
		case root != nil:
			return nil, &fileError{line(doc.Body), "一个文件里写了两份内容（中间有 --- ）", "只留一份"}
		default:
			root = doc.Body
		}
	}
	return root, nil
}

// refuse names what the parser is not to see.
func refuse(data []byte) *fileError {
	switch {
	case len(data) > longestFile:
		return &fileError{message: fmt.Sprintf("文件超过 %d KB，不像通报要素", longestFile>>10), hint: "核对 --info 后面的文件名"}
	case bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte(",")) > mostItems:
		return &fileError{message: fmt.Sprintf("文件里的行和逗号超过 %d 个，不像通报要素", mostItems), hint: "核对 --info 后面的文件名"}
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return &fileError{message: "文件不是 UTF-8 编码", hint: "用记事本打开，另存为时编码选“UTF-8”"}
	}
	depth, n := 0, 1
	for text := range bytes.Lines(data) {
		marks := 0
		for rest := bytes.TrimLeft(text, " "); bytes.HasPrefix(rest, []byte("- ")) || bytes.HasPrefix(rest, []byte("? ")); rest = bytes.TrimLeft(rest[2:], " ") {
			marks++
		}
		depth += bytes.Count(text, []byte("[")) + bytes.Count(text, []byte("{")) - bytes.Count(text, []byte("]")) - bytes.Count(text, []byte("}"))
		if depth = max(depth, 0); depth > deepest || marks > deepest {
			return &fileError{n, "括号或短横套得太深", "一层一层写清楚；文字里的括号用引号括起来"}
		}
		if name, _, full := strings.Cut(string(text), "："); full {
			if _, known := find(strings.Trim(name, `"'`)); known && !strings.ContainsAny(name[:1], " \t") {
				return &fileError{n, "「" + ledger.Trim(name) + "」后面的冒号是全角的（：）", "改成半角的冒号（:），后面空一格"}
			}
		}
		n++
	}
	return nil
}

// syntaxError is the parser's error for people; its own words are English.
func syntaxError(err error) *fileError {
	bad := &fileError{message: "从这一行起写法读不懂", hint: "一行一个“栏目: 内容”，冒号后面空一格，同一级左边对齐，不用 Tab 缩进；内容里有冒号、# 或引号的，整个用引号括起来"}
	var s *yaml.SyntaxError
	if errors.As(err, &s) && s.Token != nil && s.Token.Position != nil {
		bad.line = s.Token.Position.Line
	} else {
		bad.message = "这个文件的写法读不懂"
	}
	return bad
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
			y.repeated(name, y.item(k).at)
		default:
			y.content(k, name.Text, e)
		}
	}
}

// content reads what stands after one key.
func (y *yamlReader) content(k key, name string, e *ast.MappingValueNode) {
	x := item{key: k, at: y.pos(e.Key)}
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
	if !isList || !k.many() {
		y.wrong(n, "「"+name+"」", map[bool]string{true: "写一段文字，或者每段一行、前面加“- ”", false: "只写一个内容"}[k.many()])
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
	return out, true
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

// repeated reports a name that stood at first already.
func (y *yamlReader) repeated(name ledger.Cell, first problem.Pos) {
	y.report(repeatedKey, name.Pos, "「"+name.Text+"」写了两次："+first.From(name.Pos)+"已经写过", "只留一处")
}

// wrong reports a node of the wrong kind.
func (y *yamlReader) wrong(n ast.Node, what, hint string) {
	y.report(wrongType, y.pos(n), what+"的写法不对", hint)
}

func (y *yamlReader) pos(n ast.Node) problem.Pos { return problem.Pos{File: y.file, Row: line(n)} }

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
	switch n := n.(type) {
	case *ast.NullNode:
		return y.cell(n, ""), true
	case *ast.LiteralNode:
		return y.cell(n, strings.TrimRight(n.Value.Value, "\n")), true
	case *ast.StringNode:
		return y.cell(n, n.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return y.cell(n, n.GetToken().Value), true
	}
	return ledger.Cell{}, false
}

func line(n ast.Node) int {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}

// entries returns the entries of a mapping, however many it has; it reports what
// is none.
func (y *yamlReader) entries(n ast.Node, what, hint string) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	case *ast.MappingNode:
		return n.Values, true
	}
	y.wrong(n, what, hint)
	return nil, false
}
