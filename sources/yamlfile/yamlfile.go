// Package yamlfile opens the YAML files that staff write by hand (JSON is YAML,
// too): bounded, of one document, and with its line and a next step for what
// cannot be read. What the keys mean is its callers' business.
package yamlfile

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

const (
	longestFile = 128 << 10 // such a file is a page or two of text
	deepest     = 32        // of brackets or list marks one inside another
	mostItems   = 2000      // lines and commas: the parser takes time with their square
)

// A Kind is what a file is taken for.
type Kind struct {
	What string // its contents, as people call them: 通报要素
	Flag string // the flag that named it
	Key  func(name string) bool
}

// An Error is why a file cannot be read, in Chinese.
type Error struct {
	Line          int // 0: the whole file
	Message, Hint string
}

// Parse returns the root of data, or nil if it is empty.
func Parse(data []byte, kind Kind) (root ast.Node, bad *Error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bad := refuse(data, kind); bad != nil {
		return nil, bad
	}
	defer func() { // the parser is not ours: whatever it makes of a broken file, say where to look
		if recover() != nil {
			root, bad = nil, &Error{Message: "这个文件的写法读不懂", Hint: "核对缩进、冒号和引号；可以从一个写好的文件改起"}
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
			return nil, &Error{Line(doc.Body), "一个文件里写了两份内容（中间有 --- ）", "只留一份"}
		default:
			root = doc.Body
		}
	}
	return root, nil
}

// refuse names what the parser is not to see.
func refuse(data []byte, kind Kind) *Error {
	switch other := called(data); {
	case other != "":
		return &Error{Message: "这是" + other + "，不是写" + kind.What + "的文件（YAML）", Hint: "核对 " + kind.Flag + " 后面的文件名；这个文件不用改"}
	case len(data) > longestFile:
		return &Error{Message: fmt.Sprintf("文件超过 %d KB，不像%s", longestFile>>10, kind.What), Hint: "核对 " + kind.Flag + " 后面的文件名"}
	case bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte(",")) > mostItems:
		return &Error{Message: fmt.Sprintf("文件里的行和逗号超过 %d 个，不像%s", mostItems, kind.What), Hint: "核对 " + kind.Flag + " 后面的文件名"}
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return &Error{Message: "文件不是 UTF-8 编码", Hint: "用记事本打开，另存为时编码选“UTF-8”"}
	}
	depth, n := 0, 1
	for text := range bytes.Lines(data) {
		marks := 0
		for rest := bytes.TrimLeft(text, " "); bytes.HasPrefix(rest, []byte("- ")) || bytes.HasPrefix(rest, []byte("? ")); rest = bytes.TrimLeft(rest[2:], " ") {
			marks++
		}
		depth += bytes.Count(text, []byte("[")) + bytes.Count(text, []byte("{")) - bytes.Count(text, []byte("]")) - bytes.Count(text, []byte("}"))
		if depth = max(depth, 0); depth > deepest || marks > deepest {
			return &Error{n, "括号或短横套得太深", "一层一层写清楚；文字里的括号用引号括起来"}
		}
		if name, _, full := strings.Cut(string(text), "："); full {
			if kind.Key(strings.Trim(name, `"'`)) && !strings.ContainsAny(name[:1], " \t") {
				return &Error{n, "「" + strings.TrimSpace(name) + "」后面的冒号是全角的（：）", "改成半角的冒号（:），后面空一格"}
			}
		}
		n++
	}
	return nil
}

// called names by their first bytes the files that are taken for one of text; told to
// save them as text, people would spoil them.
func called(data []byte) string {
	for _, f := range []struct{ begin, holds, name string }{
		{"PK\x03\x04", "xl/", " Excel 工作簿"},
		{"PK\x03\x04", "word/", " Word 文档"},
		{"PK\x03\x04", "", "压缩文件"},
		{"\xd0\xcf\x11\xe0", "", " Excel、Word 旧格式的文件，或加了打开密码的文件"},
		{"\x89PNG", "", "图片（PNG）"},
		{"\xff\xd8\xff", "", "图片（JPEG）"},
		{"GIF8", "", "图片（GIF）"},
		{"%PDF-", "", " PDF 文件"},
	} {
		if bytes.HasPrefix(data, []byte(f.begin)) && bytes.Contains(data, []byte(f.holds)) {
			return f.name
		}
	}
	return ""
}

// syntaxError is the parser's error for people; its own words are English.
func syntaxError(err error) *Error {
	bad := &Error{Message: "从这一行起写法读不懂", Hint: "一行一个“栏目: 内容”，冒号后面空一格，同一级左边对齐，不用 Tab 缩进；内容里有冒号、# 或引号的，整个用引号括起来"}
	var s *yaml.SyntaxError
	if errors.As(err, &s) && s.Token != nil && s.Token.Position != nil {
		bad.Line = s.Token.Position.Line
	} else {
		bad.Message = "这个文件的写法读不懂"
	}
	return bad
}

// Entries returns the entries of a mapping, however many it has; ok is false for
// what is none.
func Entries(n ast.Node) (list []*ast.MappingValueNode, ok bool) {
	switch n := n.(type) {
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	case *ast.MappingNode:
		return n.Values, true
	}
	return nil, false
}

// Scalar returns the text of n as it is written; a number keeps its digits. ok is
// false for a list or a mapping.
func Scalar(n ast.Node) (text string, ok bool) {
	switch n := n.(type) {
	case *ast.NullNode:
		return "", true
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), true
	case *ast.StringNode:
		return n.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// Line is the line on which n stands, from 1, or 0 if it is not known.
func Line(n ast.Node) int {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}
