package template

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"tongbao/report/docx"
	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

// TestWPS looks at what WPS's way of writing demands.
func TestWPS(t *testing.T) {
	out := fill(t, handmade(t, "wps"), signed())
	xml, styles := part(t, out, "word/document.xml"), part(t, out, "word/styles.xml")
	for _, want := range []string{
		`<w:pStyle w:val="2"/>`,                    // its own heading 1
		`<w:rStyle w:val="Heading2Char"/>`,         // ours, which it lacks
		`w:ascii="仿宋" w:hAnsi="仿宋"`,                // the text keeps the placeholder's own look
		`<w:overflowPunct/>`,                       // or LibreOffice loses marks
		`w:firstLine="640" w:firstLineChars="200"`, // and its place
	} {
		if !strings.Contains(xml, want) {
			t.Errorf("no %s in\n%s", want, xml)
		}
	}
	for _, part := range []string{"抄送", "附件", "重复"} {
		if strings.Contains(said(t, out, "word/document.xml"), part) {
			t.Errorf("%s was left", part)
		}
	}
	if !strings.Contains(styles, `w:styleId="Heading2Char"`) || strings.Count(styles, `w:val="heading 1"`) != 1 {
		t.Error(styles)
	}
}

// A run-in head is in its style's font, although the text's runs name another.
func TestRunInHead(t *testing.T) {
	out := fill(t, handmade(t, "wps"), signed())
	tree, err := parse([]byte(part(t, out, "word/document.xml")))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tree.FindElements("//w:r") {
		props := child(r, "rPr")
		if val(props, "rStyle") == "Heading2Char" && attr(child(props, "rFonts"), "ascii") != "" {
			t.Error("it names a font of its own")
		}
	}
}

// TestControls looks at content controls, a cell, sections and a .dotx.
func TestControls(t *testing.T) {
	out := fill(t, handmade(t, "controls"), signed())
	xml := part(t, out, "word/main.xml")
	for _, unwanted := range []string{"showingPlcHdr", "dataBinding", "w:lock", "<w:text/>", "PlaceholderText"} {
		if strings.Contains(xml, unwanted) {
			t.Errorf("%s was left", unwanted)
		}
	}
	if strings.Count(xml, "<w:sectPr>") != 2 {
		t.Error("a section is gone")
	}
	if got := said(t, out, "word/main.xml"); !strings.Contains(got, "\n（2024年4月8日）\n") || !strings.Contains(got, "联系某某市文化旅游局）") {
		t.Error(got)
	}
	if types := part(t, out, typesPart); !strings.Contains(types, documentType) || strings.Contains(types, templateType) || !strings.Contains(types, coreType) {
		t.Error(types)
	}
}

// TestEscaped fills in what XML has a meaning for.
func TestEscaped(t *testing.T) {
	doc := signed()
	doc.Meta.Title = `<w:t>&“甲”{{正文}}`
	doc.Title = &notice.Title{Parts: [][]notice.Inline{{notice.Text{S: doc.Meta.Title}}}}
	doc.Meta.Issuer = `]]>&amp;`
	out := fill(t, handmade(t, "controls"), doc)
	text := said(t, out, "word/main.xml")
	if !strings.HasPrefix(text, doc.Meta.Title) || !strings.Contains(text, "联系]]>&amp;）") {
		t.Error(text)
	}
}

// TestTitleRows sets the rows of a title where they have room, and only there.
func TestTitleRows(t *testing.T) {
	doc := signed()
	doc.Title.Parts = [][]notice.Inline{{notice.Text{S: "某某市文化旅游局"}}, {notice.Text{S: "关于巡察整改情况的通报"}}}
	for name, c := range map[string]struct {
		edits []string
		rows  int
	}{
		"room":       {nil, 1},
		"large type": {[]string{`<w:sz w:val="44"/>`, `<w:sz w:val="52"/>`}, 0},
		"narrow":     {[]string{`w:left="1587"`, `w:left="3000"`}, 0},
		"with words": {[]string{`>标题<`, `>标题｝｝（代拟稿）<`, ">｝｝<", "><"}, 0},
	} {
		out := fill(t, handmade(t, "wps", c.edits...), doc)
		xml := part(t, out, "word/document.xml")
		if got := strings.Count(xml, "<w:br/>"); got != c.rows {
			t.Errorf("%s: %d line breaks, want %d", name, got, c.rows)
		}
		if !strings.Contains(said(t, out, "word/document.xml"), "某某市文化旅游局关于巡察整改情况的通报") {
			t.Errorf("%s: no title", name)
		}
	}
}

// TestStarter fills the starter: it says and looks as the notice does.
func TestStarter(t *testing.T) {
	var b, plain bytes.Buffer
	if err := Starter(&b, gb9704.Notice, standard()); err != nil {
		t.Fatal(err)
	}
	doc := signed()
	out := fill(t, b.Bytes(), doc)
	if err := docx.Write(&plain, doc, nil, standard()); err != nil {
		t.Fatal(err)
	}
	look := func(data []byte) (out []string) {
		tree, err := parse([]byte(part(t, data, "word/document.xml")))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range tree.FindElements("//w:body/w:p") {
			props := child(p, "pPr")
			out = append(out, newLine(p).words()+" "+val(props, "pStyle")+" "+fmt.Sprint(child(props, "keepNext") != nil, child(props, "widowControl") != nil)+attr(child(props, "ind"), "left")+attr(child(props, "ind"), "right"))
		}
		return out
	}
	if got, want := strings.Join(look(out), "\n"), strings.Join(look(plain.Bytes()), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestAtOnce makes many documents of one template at a time.
func TestAtOnce(t *testing.T) {
	tpl, list := Open("模板.docx", handmade(t, "word"))
	if list.Err() != nil {
		t.Fatal(list)
	}
	var wait sync.WaitGroup
	for i := range 16 {
		wait.Go(func() {
			doc := formal()
			doc.Meta.Issuer = strings.Repeat("局", i+1)
			var b bytes.Buffer
			if err := tpl.Write(&b, doc, nil, standard()); err != nil {
				t.Error(err)
				return
			}
			if got := said(t, b.Bytes(), "word/header1.xml"); got != doc.Meta.Issuer+"公文\n" {
				t.Errorf("another document's header: %s", got)
			}
		})
	}
	wait.Wait()
}

type full struct{ n int }

func (f *full) Write(p []byte) (int, error) {
	f.n++
	return 0, errors.New("disk full")
}

// TestWriteErrors: what cannot be written is told, and a notice that does not fit is
// not written at all.
func TestWriteErrors(t *testing.T) {
	tpl, _ := Open("模板.docx", handmade(t, "word"))
	w := &full{}
	if err := tpl.Write(w, formal(), nil, standard()); err == nil || w.n != 1 {
		t.Errorf("%v after %d writes", err, w.n)
	}
	if err := tpl.Write(w, specimen.Formal(2), nil, standard()); err == nil || w.n != 1 {
		t.Errorf("%v after %d writes", err, w.n)
	}
}

// FuzzFill throws documents at the reader and the filler: none may crash them, and
// what is written is a package whose parts are XML.
func FuzzFill(f *testing.F) {
	for _, name := range []string{"word", "wps", "controls"} {
		parts, err := opc.Read(handmade(f, name))
		if err != nil {
			f.Fatal(err)
		}
		for _, p := range parts {
			if strings.HasSuffix(p.Name, "document.xml") || strings.HasSuffix(p.Name, "main.xml") || strings.HasSuffix(p.Name, "styles.xml") {
				f.Add(string(p.Data), strings.HasSuffix(p.Name, "styles.xml"))
			}
		}
	}
	base, err := opc.Read(handmade(f, "word"))
	if err != nil {
		f.Fatal(err)
	}
	s := standard()
	f.Fuzz(func(t *testing.T, xml string, styles bool) {
		parts := append([]opc.Part(nil), base...)
		for i := range parts {
			if parts[i].Name == "word/styles.xml" && styles || parts[i].Name == "word/document.xml" && !styles {
				parts[i].Data = []byte(xml)
			}
		}
		tpl, list := Open("模板.docx", packed(t, parts...))
		if list.Err() != nil {
			return
		}
		for _, doc := range []*notice.Document{formal(), signed(), specimen.Formal(2)} {
			if tpl.Check(doc, nil, standard()).Err() != nil {
				continue
			}
			var b bytes.Buffer
			if err := tpl.Write(&b, doc, nil, s); err != nil {
				t.Fatal(err)
			}
			if _, ok := docx.SourceID(b.Bytes()); !ok {
				t.Fatal("not ours")
			}
		}
	})
}

// A template whose heads are numbered by themselves does not number ours again, and
// a row of fixed height grows.
func TestNumbersAndRows(t *testing.T) {
	out := fill(t, handmade(t, "wps", `<w:keepLines/><w:outlineLvl w:val="0"/>`, `<w:keepLines/><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/>`), signed())
	if xml := part(t, out, "word/document.xml"); strings.Count(xml, `<w:numId w:val="0"/>`) != 3 {
		t.Error(xml)
	}
	out = fill(t, handmade(t, "controls", "<w:tr>", `<w:tr><w:trPr><w:trHeight w:val="600" w:hRule="exact"/></w:trPr>`), signed())
	if xml := part(t, out, "word/main.xml"); strings.Contains(xml, `"exact"/></w:trPr>`) || !strings.Contains(xml, `w:hRule="atLeast"`) {
		t.Error(xml)
	}
}

// TestIndent warns of what would begin at the margin.
func TestIndent(t *testing.T) {
	for name, want := range map[string]string{"word": "", "wps": "“heading 1”", "controls": ""} {
		_, list := Open("模板.docx", handmade(t, name))
		if (len(list) > 0) != (want != "") || !strings.Contains(list.Error(), want) {
			t.Errorf("%s: %v", name, list)
		}
	}
}
