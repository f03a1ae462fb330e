package template

import (
	"bytes"
	"strings"
	"testing"

	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// TestCheck holds notices against templates: nothing gets lost without a word.
func TestCheck(t *testing.T) {
	sealed := formal()
	for _, b := range sealed.Body {
		if s, ok := b.(*notice.Signature); ok {
			s.Seal = specimen.Seal()
		}
	}
	marked := formal()
	marked.Head.Mark = specimen.Formal(1).Head.Mark
	annexed := formal()
	annexed.Annexes = specimen.Formal(1).Annexes
	for name, c := range map[string]struct {
		edits []string
		doc   *notice.Document
		want  string // codes
		says  string
	}{
		"all":                     {nil, formal(), "", ""},
		"nothing but text":        {nil, signed(), "F163 F164", "{{主送机关}}"},
		"mark without a place":    {nil, marked, "F162", "发文机关标志（某某市文化旅游局文件，台账.xlsx「通报正文」B2）"},
		"mark typed in":           {[]string{"公文</w:t>", "公文</w:t></w:r></w:p><w:p><w:r><w:t>某某市文化 旅游局文件</w:t>"}, marked, "", ""},
		"annexes without a place": {nil, annexed, "F162", "附件（巡察整改工作领导小组"},
		"annexes with one":        {[]string{"<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:p>", "<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p>"}, annexed, "", ""},
		"seal":                    {nil, sealed, "F167", "印章"},
		"seal with the text":      {[]string{"{{落款}}", "", "{{ 日期 }}", ""}, sealed, "", ""},
		"no place for the issuer": {[]string{"{{落款}}", ""}, formal(), "F162", "落款（某某市文化旅游局，台账.xlsx「通报正文」B2）"},
		"issuer within others":    {[]string{"{{落款}}", "", ">公文<", ">某某市文化旅游局文件<"}, formal(), "F162", "落款（某某市文化旅游局，台账.xlsx「通报正文」B2）"},
		"issuer typed in":         {[]string{"{{落款}}", "某某市文化旅游局"}, formal(), "", ""},
		"recipients with text":    {[]string{"{{主送", "", "机关}}：", ""}, formal(), "", ""},
		"note after the date":     {[]string{"（{{附注}}）", ""}, formal(), "F162", "附注"},
		"empty in a sentence":     {[]string{"公文</w:t>", "公文{{份号}}</w:t>"}, formal(), "F163", "{{份号}}"},
		"empty by itself":         {[]string{"公文</w:t>", "公文</w:t></w:r></w:p><w:p><w:r><w:t>{{份号}}</w:t>"}, formal(), "F164", "{{份号}}"},
		"title without a place":   {[]string{"{{标题}}", "", "题}}</w:t>", "题</w:t>", "{标", "标", ">{<", "><"}, formal(), "F162", "标题（某某市"},
	} {
		t.Run(name, func(t *testing.T) {
			tpl, list := Open("模板.docx", handmade(t, "word", c.edits...))
			if list.Err() != nil {
				t.Fatal(list)
			}
			got := tpl.Check(c.doc, nil, standard())
			if codes(got) != c.want || !strings.Contains(got.Error(), c.says) {
				t.Errorf("want %q %q, got %v", c.want, c.says, got)
			}
		})
	}
}

// A draft's words need a place; a final text leaves it empty.
func TestDraft(t *testing.T) {
	draft := standard()
	draft.Draft = "征求意见稿"
	placed, list := Open("模板.docx", handmade(t, "word", "公文</w:t>", "公文</w:t></w:r></w:p><w:p><w:r><w:t>{{稿别}}</w:t>"))
	if list.Err() != nil {
		t.Fatal(list)
	}
	for name, c := range map[string]struct {
		setup *setup.Setup
		want  string
	}{"draft": {draft, "公文\n征求意见稿\n"}, "final": {standard(), "公文\n"}} {
		var b bytes.Buffer
		if got := placed.Check(formal(), nil, c.setup); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
		if err := placed.Write(&b, formal(), nil, c.setup); err != nil {
			t.Fatal(err)
		}
		if got := said(t, b.Bytes(), "word/header1.xml"); got != "某某市文化旅游局"+c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	without, _ := Open("模板.docx", handmade(t, "word"))
	if got := codes(without.Check(formal(), nil, draft)); got != "F162" {
		t.Errorf("a draft without its words: %s", got)
	}
}
