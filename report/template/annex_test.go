package template

import (
	"bytes"
	"strings"
	"testing"

	"github.com/beevik/etree"

	"tongbao/report/gb9704"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// begun is the starter with a place for annexes.
func begun(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Starter(&b, gb9704.Notice, standard()); err != nil {
		t.Fatal(err)
	}
	return edit(t, b.Bytes(), "word/document.xml", "<w:sectPr>", "<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p><w:sectPr>")
}

// annexed are documents with annexes: upright, turned, with a seal.
func annexed() *notice.Document {
	doc := formal()
	doc.Annexes = specimen.Formal(12).Annexes
	return doc
}

// sealedNotice has a seal, annexes, and no head.
func sealedNotice() *notice.Document {
	doc := specimen.Formal(12)
	doc.Head, doc.Record = nil, nil
	for i, b := range doc.Body {
		if _, ok := b.(*notice.Note); ok {
			doc.Body = append(doc.Body[:i:i], doc.Body[i+1:]...)
			break
		}
	}
	return doc
}

// orientation lists the sections of a document: | upright, - turned; with the
// number of headers and footers that each names.
func orientation(t *testing.T, data []byte) string {
	tree, err := parse([]byte(part(t, data, "word/document.xml")))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	walk(tree.Root(), func(e *etree.Element) {
		if !is(e, "sectPr") {
			return
		}
		mark := "|"
		if turned(e) {
			mark = "-"
		}
		b.WriteString(strings.Repeat("h", len(e.SelectElements("w:headerReference"))+len(e.SelectElements("w:footerReference"))) + mark)
	})
	return b.String()
}

// TestAnnexes: the template's sections go on around turned pages, with its headers
// and footers.
func TestAnnexes(t *testing.T) {
	const lastLine = `<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>`
	place := func(s string) []byte { return handmade(t, "word", lastLine, s) }
	turnedFirst := annexed()
	turnedFirst.Annexes = turnedFirst.Annexes[1:]
	upright := annexed()
	upright.Annexes = upright.Annexes[:1]
	between := annexed()
	between.Annexes = append(between.Annexes, between.Annexes[0])
	for name, c := range map[string]struct {
		data []byte
		doc  *notice.Document
		want string
	}{
		"at the end":       {place("<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p>"), annexed(), "hh|-"},
		"words follow":     {place("<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p><w:p><w:r><w:t>完</w:t></w:r></w:p>"), annexed(), "hh|-hh|"},
		"turned at once":   {place("<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p>"), turnedFirst, "hh|-"},
		"upright alone":    {place("<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p>"), upright, "hh|"},
		"upright again":    {place("<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p>"), between, "hh|-hh|"},
		"starter and seal": {begun(t), sealedNotice(), "hh|-"},
		"none":             {begun(t), signed(), "hh|"},
	} {
		t.Run(name, func(t *testing.T) {
			out := fill(t, c.data, c.doc)
			if got := orientation(t, out); got != c.want {
				t.Errorf("sections %s, want %s", got, c.want)
			}
			text := said(t, out, "word/document.xml")
			for _, a := range c.doc.Annexes {
				if !strings.Contains(text, "\n"+notice.Plain(a.Label.Text)+"\n") {
					t.Errorf("no %s", notice.Plain(a.Label.Text))
				}
			}
			keep(t, name, out)
		})
	}
}

// A first page of its own is the first section's alone, as are numbers that begin anew.
func TestSectionsGoOn(t *testing.T) {
	out := fill(t, handmade(t, "word", `<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>`, "<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p><w:p><w:r><w:t>完</w:t></w:r></w:p>",
		`<w:cols w:space="425"/>`, `<w:pgNumType w:start="3"/><w:cols w:space="425"/><w:titlePg/>`), annexed())
	xml := part(t, out, "word/document.xml")
	if strings.Count(xml, "<w:titlePg/>") != 1 || strings.Count(xml, `w:start="3"`) != 1 {
		t.Error(xml)
	}
}

// TestSeal: the picture comes into the package, once, and is shown with its words.
func TestSeal(t *testing.T) {
	for name, data := range map[string][]byte{
		"with the date": begun(t),
		"with the text": edit(t, edit(t, begun(t), "word/document.xml", "{{落款}}", ""), "word/document.xml", "{{日期}}", ""),
	} {
		doc := sealedNotice()
		out := fill(t, data, doc)
		xml := part(t, out, "word/document.xml")
		if strings.Count(xml, "<wp:anchor") != 1 || !strings.Contains(xml, `descr="`+specimen.Seal().Words+`"`) {
			t.Errorf("%s: no seal", name)
		}
		if part(t, out, "word/media/tongbao1.png") != string(specimen.Seal().Picture.Data) {
			t.Errorf("%s: another picture", name)
		}
	}
}

// TestNothingLost: every word of a document's text is in the file.
func TestNothingLost(t *testing.T) {
	doc := annexed()
	out := fill(t, handmade(t, "word", `<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>`, "<w:p><w:r><w:t>{{附件}}</w:t></w:r></w:p>"), doc)
	all := strings.ReplaceAll(said(t, out, "word/document.xml"), "\n", "")
	check := func(text string) {
		if !strings.Contains(all, squeeze(text)) {
			t.Errorf("lost: %s", text)
		}
	}
	blocks := func(list []notice.Block) {
		for _, b := range list {
			switch b := b.(type) {
			case *notice.Recipients:
				check(notice.Plain(b.Text))
			case *notice.Paragraph:
				check(notice.Plain(b.Text))
			case *notice.Heading:
				check(b.Number + notice.Plain(b.Text))
				if b.Body != nil {
					check(notice.Plain(b.Body.Text))
				}
			case *notice.AttachmentList:
				for _, i := range b.Items {
					check(i.Label + notice.Plain(i.Text))
				}
			case *notice.Signature:
				check(notice.Plain(b.Issuer.Text))
				check(notice.Plain(b.Date.Text))
			case *notice.Note:
				check(notice.Plain(b.Text))
			case *notice.Table:
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						for _, p := range c.Paragraphs {
							check(notice.Plain(p.Text))
						}
					}
				}
			default:
				t.Errorf("%T is not looked at", b)
			}
		}
	}
	blocks(doc.Body)
	for _, a := range doc.Annexes {
		check(annexTitle(a))
		blocks(a.Body)
	}
}

// TestUnique: numbers and names that must be one thing's alone are.
func TestUnique(t *testing.T) {
	data := edit(t, begun(t), "word/document.xml", "{{正文}}</w:t></w:r>", `{{正文}}</w:t></w:r><w:bookmarkStart w:id="1" w:name="_tb_x"/><w:bookmarkEnd w:id="1"/>`)
	data = edit(t, data, "word/document.xml", "{{附件}}</w:t></w:r></w:p>", "{{附件}}</w:t></w:r></w:p><w:p><w:r><w:t>{{附件说明}}</w:t></w:r></w:p>")
	tree, err := parse([]byte(part(t, fill(t, data, sealedNotice()), "word/document.xml")))
	if err != nil {
		t.Fatal(err)
	}
	seen, marks := map[string]int{}, 0
	walk(tree.Root(), func(e *etree.Element) {
		if is(e, "bookmarkStart") {
			marks++
			seen["id "+attr(e, "id")]++
			seen["name "+attr(e, "name")]++
		}
	})
	for what, n := range seen {
		if n > 1 {
			t.Errorf("%s stands %d times", what, n)
		}
	}
	if marks < 20 {
		t.Errorf("%d bookmarks", marks)
	}
	for _, look := range []string{"Title", "SignatureIssuer", "SignatureDate"} {
		for _, p := range tree.FindElements("//w:body/w:p") {
			if val(child(p, "pPr"), "pStyle") == look && child(p, "bookmarkStart") == nil {
				t.Errorf("%s does not know its cell", look)
			}
		}
	}
}

// Drawings are numbered apart from the template's own.
func TestDrawings(t *testing.T) {
	doc := formal()
	for _, b := range doc.Body {
		if s, ok := b.(*notice.Signature); ok {
			s.Seal = specimen.Seal()
		}
	}
	xml := part(t, fill(t, handmade(t, "word", "{{落款}}", "", "{{ 日期 }}", ""), doc), "word/document.xml")
	if strings.Count(xml, `<wp:docPr id="1"`) != 1 || strings.Count(xml, `<wp:docPr id="2"`) != 1 {
		t.Error(xml)
	}
}

// TestStyles: a style that is added decides what it says; its id is free.
func TestStyles(t *testing.T) {
	doc := signed()
	doc.Annexes = annexed().Annexes[:1]
	out := fill(t, handmade(t, "wps", `</w:styles>`, `<w:style w:type="paragraph" w:styleId="AnnexTitle"><w:name w:val="别的"/></w:style></w:styles>`), doc)
	sheet, err := newSheet([]byte(part(t, out, "word/styles.xml")))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := parse([]byte(part(t, out, "word/document.xml")))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	paragraphs(tree.Root(), false, func(p *etree.Element, _ bool) {
		props := child(p, "pPr")
		if id := val(props, "pStyle"); sheet.name(id) == "附件标题" {
			found++
			if id == "AnnexTitle" || child(props, "ind") != nil {
				t.Errorf("style %s, indent %v", id, child(props, "ind"))
			}
		}
	})
	if found != 1 {
		t.Errorf("%d annex titles", found)
	}
	doc.Annexes = annexed().Annexes[1:]
	if sheet, err = newSheet([]byte(part(t, fill(t, handmade(t, "wps"), doc), "word/styles.xml"))); err != nil {
		t.Fatal(err)
	}
	if head := sheet.byID[sheet.byName["paragraph 表头"]]; sheet.name(val(head, "basedOn")) != "表文" {
		t.Error("a table's head is not based on its text")
	}
}

// TestDocument fills the starter of a document: 版头 and 版记 as our own, each in its
// place, and no page of nothing between.
func TestDocument(t *testing.T) {
	var b bytes.Buffer
	if err := Starter(&b, gb9704.Document, standard()); err != nil {
		t.Fatal(err)
	}
	upright := specimen.Formal(3)
	upright.Annexes = upright.Annexes[:1]
	bare := specimen.Formal(3)
	bare.Annexes = nil
	for name, c := range map[string]struct {
		doc  *notice.Document
		want string
	}{
		"document":                 {specimen.Formal(12), "hh|-|"}, // the annexes end on turned pages
		"document upward":          {specimen.Upward(), "hh|-|"},
		"document with one annex":  {upright, "hh||"},
		"document without annexes": {bare, "hh||"},
	} {
		out := fill(t, b.Bytes(), c.doc)
		keep(t, name, out)
		if got := orientation(t, out); got != c.want {
			t.Errorf("%s: sections %s, want %s", name, got, c.want)
		}
		text := said(t, out, "word/document.xml")
		for _, want := range []string{"\n某文旅发〔2024〕12号", "抄送：市委", "某某市文化旅游局办公室"} {
			if !strings.Contains("\n"+text, want) {
				t.Errorf("%s: no %s in\n%s", name, want, text)
			}
		}
	}
}

// TestRecordPage: nothing stands before 版记 on its page, which is as high as it.
func TestRecordPage(t *testing.T) {
	var b bytes.Buffer
	if err := Starter(&b, gb9704.Document, standard()); err != nil {
		t.Fatal(err)
	}
	for _, annexes := range []int{0, 1, 2} {
		doc := specimen.Formal(3)
		doc.Annexes = doc.Annexes[:annexes]
		tree, err := parse([]byte(part(t, fill(t, b.Bytes(), doc), "word/document.xml")))
		if err != nil {
			t.Fatal(err)
		}
		tables := tree.FindElements("//w:body/w:tbl")
		before := tables[len(tables)-1].PrevSibling()
		if child(child(before, "pPr"), "sectPr") == nil {
			t.Errorf("%d annexes: something stands before it", annexes)
		}
	}
}
