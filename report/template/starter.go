package template

import (
	"io"

	"tongbao/report/docx"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// Starter writes a template to begin with: the notice's own page and styles, with
// {{标题}}, {{正文}}, {{落款}} and {{日期}} where they stand there.
func Starter(w io.Writer, s *setup.Setup) error {
	text := func(name string) *notice.Paragraph {
		return &notice.Paragraph{Text: []notice.Inline{notice.Text{S: "{{" + name + "}}"}}}
	}
	doc := &notice.Document{
		Meta:  notice.Meta{Title: "公文模板"},
		Title: &notice.Title{Parts: [][]notice.Inline{text(titleName).Text}},
		Body:  []notice.Block{text(bodyName), &notice.Signature{Issuer: text(issuerName), Date: text(dateName)}},
	}
	return docx.Write(w, doc, nil, s)
}

// A Word is a placeholder that templates may have, for help.
type Word struct {
	Name, What string
}

// Words is every placeholder.
func Words() []Word {
	var out []Word
	for _, n := range names() {
		out = append(out, Word{n.word, n.what})
	}
	return out
}
