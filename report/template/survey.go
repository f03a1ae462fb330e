package template

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/beevik/etree"

	"tongbao/sources/problem"
)

// survey finds the placeholders of a part, and what is wrong with them.
func survey(file, part string, tree *etree.Document, main bool) (places []Place, list problem.List) {
	area, n := areaOf(tree), 0
	paragraphs(&tree.Element, false, func(p *etree.Element, twin bool) {
		n++
		l := newLine(p)
		found, opened := matches(l.text)
		here := Place{Part: part, Area: area, Where: surroundings(p), Paragraph: n, twin: twin, style: val(child(p, "pPr"), "pStyle"), indented: indents(child(child(p, "pPr"), "ind"))}
		if opened && !twin {
			list = append(list, unfinished().At(problem.Pos{File: file, Sheet: part},
				here.Words()+"的占位没有写完整：「"+short(l.text)+"」", "写成 {{名称}}，前后各两个大括号，中间不换行、不嵌套"))
		}
		for _, m := range found {
			place := here
			place.Name = m.word
			place.Alone = l.alone(m)
			if fault, bad := place.judge(file, main); bad {
				if !twin {
					list = append(list, fault)
				}
			}
			if k, ok := find(m.word); ok {
				place.Known, place.lonely = k.word, l.lonely(m, k)
			}
			places = append(places, place)
		}
	})
	return places, list
}

// judge says what is wrong with a placeholder by itself.
func (p Place) judge(file string, main bool) (problem.Problem, bool) {
	pos := problem.Pos{File: file, Sheet: p.Part}
	k, known := find(p.Name)
	switch {
	case !known:
		hint := "认得的占位见 tongbao template --help"
		if near := closest(p.Name); near != "" {
			hint = "是不是 {{" + near + "}}？" + hint
		}
		return unknownName().At(pos, p.Words()+"的占位 {{"+p.Name+"}} 不认得", hint), true
	case k.kind == inline:
	case !p.Alone:
		return noBody().At(pos, p.Words()+"的 {{"+p.Name+"}} 和别的文字在同一段", "让 {{"+p.Name+"}} 单独成段；前后的文字另起一段"), true
	case !main || p.Where == textBox || p.Where == inTable && k.word != bodyName && k.word != listName:
		return outOfReach().At(pos, p.Words()+"的 {{"+p.Name+"}} 放不进"+p.holder(), "移到正文里，单独成段"), true
	}
	return problem.Problem{}, false
}

func (p Place) holder() string {
	if p.Where != "" {
		return p.Where
	}
	return p.Area
}

// Words is the place as people count it.
func (p Place) Words() string {
	s := p.Area
	if p.Where != "" {
		s += "（" + p.Where + "）"
	}
	return s + fmt.Sprintf("第 %d 段", p.Paragraph)
}

// What says for people what the placeholder stands for, "" if it is unknown.
func (p Place) What() string {
	n, _ := find(p.Name)
	return n.what
}

// areaOf names a part by its root.
func areaOf(tree *etree.Document) string {
	switch tree.Root().Tag {
	case "hdr":
		return "页眉"
	case "ftr":
		return "页脚"
	case "footnotes":
		return "脚注"
	case "endnotes":
		return "尾注"
	}
	return "正文"
}

const (
	textBox = "文本框"
	inTable = "表格"
)

// surroundings says what a paragraph stands in.
func surroundings(p *etree.Element) string {
	for a := p.Parent(); a != nil; a = a.Parent() {
		switch {
		case is(a, "txbxContent"):
			return textBox
		case is(a, "tc"):
			return inTable
		}
	}
	return ""
}

// short is text for a message.
func short(text string) string {
	r := []rune(strings.TrimSpace(text))
	if len(r) > 20 {
		return string(r[:20]) + "……"
	}
	return string(r)
}

// unreachable refuses known placeholders in parts that are not filled, but for
// comments, which are not printed: charts, diagrams, formulas, codes of fields.
func (t *Template) unreachable() (list problem.List) {
	for _, part := range t.pack.parts {
		if !strings.HasPrefix(strings.ToLower(part.Name), "word/") || path.Ext(part.Name) != ".xml" || strings.Contains(part.Name, "glossary/") ||
			strings.Contains(strings.ToLower(path.Base(part.Name)), "comments") {
			continue
		}
		reached := map[string]int{}
		for _, p := range t.places {
			if p.Part == part.Name {
				reached[p.Name]++
			}
		}
		for _, m := range braced().FindAllSubmatch(part.Data, -1) {
			word := squeeze(string(m[1]))
			if reached[word]--; reached[word] >= 0 {
				continue
			}
			if _, known := find(word); known {
				list = append(list, outOfReach().At(problem.Pos{File: t.file, Sheet: part.Name},
					"{{"+word+"}} 在图表、公式或域里，填不到", "移到普通的段落、表格或文本框里"))
			}
		}
	}
	return list
}

// braced is a placeholder that no markup splits.
var braced = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\{\{|｛｛)([^{}｛｝<>]{1,40})(?:\}\}|｝｝)`)
})
