package template

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/beevik/etree"

	"tongbao/report/docx"
	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

// Starter writes a template to begin with: the page and styles of a form, with
// {{标题}}, {{正文}}, {{落款}} and {{日期}} where they stand there, {{稿别}} in the
// headers, and for a document {{版头}}, {{附注}}, {{附件}} and {{版记}}.
func Starter(w io.Writer, form gb9704.Form, s *setup.Setup) error {
	doc := &notice.Document{
		Meta:  notice.Meta{Title: "公文模板"},
		Title: &notice.Title{Parts: [][]notice.Inline{placeholder(titleName).Text}},
		Body: []notice.Block{placeholder(bodyName),
			&notice.Signature{Issuer: placeholder(issuerName), Date: placeholder(dateName)}},
	}
	if form == gb9704.Document {
		doc.Head = &notice.Head{Number: placeholder(headName)}
		doc.Body = append(doc.Body, &notice.Note{Text: placeholder(noteName).Text}, placeholder(annexName), placeholder(recordName))
	}
	draft := *s
	draft.Draft = "{{" + draftName + "}}" // in headers, which a final text leaves empty
	parts, err := starter(doc, &draft)
	if err != nil {
		return fmt.Errorf("template: %w", err)
	}
	data, err := wrap(parts)
	if err != nil {
		return fmt.Errorf("template: %w", err)
	}
	_, err = w.Write(data)
	return err
}

func placeholder(name string) *notice.Paragraph {
	return &notice.Paragraph{Text: []notice.Inline{notice.Text{S: "{{" + name + "}}"}}}
}

// starter has report/docx write doc, and leaves out what depends on the words of a
// document: how 版头 is set, and the styles of 发文机关标志 and tables.
func starter(doc *notice.Document, s *setup.Setup) ([]opc.Part, error) {
	var b bytes.Buffer
	if err := docx.Write(&b, doc, nil, s); err != nil {
		return nil, err
	}
	parts, err := opc.Read(b.Bytes())
	if err != nil {
		return nil, err
	}
	p := &pack{parts: parts}
	if err := p.find(); err != nil {
		return nil, err
	}
	used := map[string]bool{}
	text, err := p.edited(p.main, func(root *etree.Element) {
		paragraphs(root, false, func(e *etree.Element, _ bool) {
			if line := newLine(e); line.text == "{{"+headName+"}}" {
				e.RemoveChild(child(e, "pPr"))
			}
			used[val(child(e, "pPr"), "pStyle")] = true
		})
	})
	if err != nil {
		return nil, err
	}
	styles, err := p.edited(p.styles, func(root *etree.Element) { spare(root, used) })
	if err != nil {
		return nil, err
	}
	return p.with(map[string][]byte{p.main: text, p.styles: styles}), nil
}

// spare takes away our own paragraph and table styles that nothing uses.
func spare(root *etree.Element, used map[string]bool) {
	for _, e := range root.ChildElements() {
		kind := attr(e, "type")
		if is(e, "style") && attr(e, "customStyle") == "1" && slices.Contains([]string{"paragraph", "table"}, kind) && !used[attr(e, "styleId")] {
			root.RemoveChild(e)
		}
	}
}

// edited returns a part, changed.
func (p *pack) edited(name string, change func(root *etree.Element)) ([]byte, error) {
	tree, err := parse(p.part(name))
	if err != nil {
		return nil, err
	}
	change(tree.Root())
	return render(tree)
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
