package info

import (
	"github.com/goccy/go-yaml/ast"

	"tongbao/sources/problem"
)

// blockKeys are the keys of one section.
var blockKeys = []struct{ name, column string }{
	{"heading", "标题"}, {"paragraphs", "内容"}, {"findings", "台账"},
}

// blocks reads the sections: each has a heading, paragraphs, and for one of them
// findings: true.
func (y *yamlReader) blocks(n ast.Node) ([]block, bool) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		y.wrong(n, "「sections」", "每个部分前面加“- ”，写 heading 和 paragraphs；放台账的部分写 findings: true")
		return nil, false
	}
	var out []block
	for _, v := range list.Values {
		entries, ok := y.entries(v, "「sections」里的一个部分", "写成 heading: 标题，paragraphs: 段落的列表，或 findings: true")
		if !ok {
			return nil, false
		}
		out = append(out, y.block(v, entries))
	}
	return out, true
}

func (y *yamlReader) block(n ast.Node, entries []*ast.MappingValueNode) block {
	b := block{}
	b.heading.Pos = y.pos(n)
	seen := map[string]problem.Pos{}
	for _, e := range entries {
		written := y.cell(e.Key, e.Key.GetToken().Value)
		name := blockKey(written.Text)
		first, twice := seen[name]
		switch {
		case name == "":
			y.report(unknownKey, written.Pos, "部分里没有「"+written.Text+"」这一项", "只有 heading（标题）、paragraphs（内容）、findings（台账）")
		case twice:
			y.repeated(written, first)
		default:
			seen[name] = written.Pos
			y.blockValue(&b, name, e)
		}
	}
	return b
}

func (y *yamlReader) blockValue(b *block, name string, e *ast.MappingValueNode) {
	switch name {
	case "heading":
		if list, ok := y.values(key{shape: text}, name, e.Value); ok {
			b.heading = list[0].Cell
		}
	case "paragraphs":
		if list, ok := y.values(key{shape: paragraphs}, name, e.Value); ok {
			b.paragraphs = cells(list)
		}
	case "findings":
		yes, ok := e.Value.(*ast.BoolNode)
		if !ok {
			y.wrong(e.Value, "「findings」", "写 findings: true")
			return
		}
		b.findings = yes.Value
	}
}

// blockKey returns the English name of a section's key, or "".
func blockKey(name string) string {
	for _, k := range blockKeys {
		if name == k.name || name == k.column {
			return k.name
		}
	}
	return ""
}
