package template

import (
	"slices"
	"strings"

	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// Check says what of doc has no place in t, and which placeholders have nothing to
// take. What it warns of is left out of the filled document.
func (t *Template) Check(doc *notice.Document, pages []layout.Page, s *setup.Setup) problem.List {
	c := newContent(doc, pages, s)
	list := append(t.homeless(c), t.empty(c)...)
	list.Sort()
	return list
}

// homeless is data that would be lost. Words that the template says itself are not.
func (t *Template) homeless(c content) (list problem.List) {
	pos := problem.Pos{File: t.file}
	lost := func(name, text string, from problem.Pos) {
		where := ""
		if from != (problem.Pos{}) {
			where = "，" + from.String()
		}
		list = append(list, noPlace().At(pos, "通报有"+name+"（"+short(text)+where+"），模板里没有地方放", c.remedy(name)))
	}
	for _, n := range names() {
		v, ok := c.words[n.word]
		if !ok || t.has(n.word) || t.has(within(n.word)) || c.moved(n.word) && t.has(recordName) || c.inText(n.word, t) || n.word == organisationTag || t.says(n.word, v.text) {
			continue
		}
		lost(n.word, v.text, v.from)
	}
	if len(c.annex) > 0 && !t.has(annexName) {
		lost(annexName, annexTitle(c.annex[0]), annexSource(c.annex[0]))
	}
	if c.seal && !c.signs(t) && !t.takesSeal() {
		list = append(list, sealLost().At(pos, "通报有印章，模板里的 {{落款}}、{{日期}} 只放得下文字",
			"从模板里去掉这两个占位，落款、日期和印章就随正文排在后面；或让它们单独成段，样式用“署名”“成文日期”；或不用印章图片"))
	}
	return list
}

// remedy is what to do about a name that has no place.
func (c *content) remedy(name string) string {
	whole := within(name)
	if c.moved(name) {
		whole = recordName
	}
	switch {
	case name == draftName:
		return "定稿不加 --draft；做稿件，在模板里（宜放页眉）写上 {{" + draftName + "}}"
	case whole != "":
		return "在模板里加上 {{" + whole + "}}（整个" + whole + "，其中各项都有了）或 {{" + name + "}}；公文也可以用 tongbao template --form document -o 新模板.docx 另建一份；不要的从它来的地方删去"
	}
	return "在模板里加上 {{" + name + "}}；不要的从它来的地方删去"
}

// takesSeal reports whether issuer and date stand in paragraphs of our own styles,
// which are set as ours are.
func (t *Template) takesSeal() bool {
	return slices.ContainsFunc(t.places, func(p Place) bool {
		return p.Known == dateName && p.Alone && p.Part == t.pack.main && p.Where == "" && t.sheet.name(p.style) == dateLook
	})
}

// says reports whether the template has the words of a name typed in: for the
// signature as a line of its own, since the issuer's name stands elsewhere too.
func (t *Template) says(name, text string) bool {
	if text = squeeze(text); name == issuerName || name == dateName {
		text = "\n" + text + "\n"
	}
	return strings.Contains("\n"+t.words, text)
}

// inText reports whether what a name stands for comes with {{正文}}.
func (c *content) inText(name string, t *Template) bool {
	for _, b := range c.text(t) {
		switch b.(type) {
		case *notice.Recipients:
			if name == recipientsName {
				return true
			}
		case *notice.Signature:
			if (name == issuerName || name == dateName) && c.signs(t) {
				return true
			}
		case *notice.Note:
			if name == noteName {
				return true
			}
		}
	}
	return false
}

// moved reports whether a name is 主送机关 and they stand in 版记 (7.3.2).
func (c *content) moved(name string) bool {
	return name == recipientsName && c.record != nil && c.record.Recipients != nil
}

func annexTitle(a notice.Annex) string {
	s := ""
	if a.Title != nil {
		for _, part := range a.Title.Parts {
			s += notice.Plain(part)
		}
	}
	return s
}

func annexSource(a notice.Annex) problem.Pos {
	if a.Title == nil {
		return problem.Pos{}
	}
	return source(a.Title.Parts...)
}

// empty is the placeholders without data.
func (t *Template) empty(c content) (list problem.List) {
	for _, p := range t.Places() {
		if c.fills(p.Known) || p.Known == "" || p.Known == draftName { // a final text has no such words
			continue
		}
		word := "{{" + p.Name + "}}"
		if p.lonely {
			list = append(list, leftOut().At(t.at(p), p.Words()+"的 "+word+" 没有内容，这一段已去掉", "不需要的可以从模板里删去"))
		} else {
			list = append(list, noData().At(t.at(p), p.Words()+"的 "+word+" 没有内容可填", "在台账的「通报正文」里填上，或从模板里删去这一句"))
		}
	}
	return list
}

// fills reports whether there is something for a name.
func (c *content) fills(name string) bool {
	switch name {
	case bodyName:
		return true
	case annexName:
		return len(c.annex) > 0
	case listName:
		return c.list != nil
	case headName:
		return c.head != nil
	case recordName:
		return c.record != nil
	}
	_, ok := c.words[name]
	return ok
}
