package template

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tongbao/fonts"
	"tongbao/report/docx"
	"tongbao/report/internal/opc"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// handmade is a template of testdata, its parts changed by edits: pairs of a string
// and what stands in its place, in whatever part has it.
func handmade(t testing.TB, name string, edits ...string) []byte {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var parts []opc.Part
	for _, f := range a.Files {
		parts = append(parts, opc.Part{Name: f.Name, Data: bytes.TrimSuffix(f.Data, []byte("\n"))})
	}
	for i := 0; i < len(edits); i += 2 {
		found := false
		for k := range parts {
			found = found || bytes.Contains(parts[k].Data, []byte(edits[i]))
			parts[k].Data = bytes.ReplaceAll(parts[k].Data, []byte(edits[i]), []byte(edits[i+1]))
		}
		if !found {
			t.Fatalf("%s does not have %q", name, edits[i])
		}
	}
	return packed(t, parts...)
}

func packed(t testing.TB, parts ...opc.Part) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := opc.WriteStored(&b, parts...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func standard() *setup.Setup { return setup.Standard(fonts.Embedded()) }

// formal is a document for the handmade templates, without a seal.
func formal() *notice.Document {
	doc := specimen.Formal(3)
	doc.Annexes = nil
	for _, b := range doc.Body {
		if s, ok := b.(*notice.Signature); ok {
			s.Seal = nil
		}
	}
	doc.Head.Mark = nil
	return doc
}

// signed is a notice with nothing but a signature besides the text.
func signed() *notice.Document {
	doc := specimen.Plain()
	doc.Body = append(doc.Body, slices.DeleteFunc(formal().Body, func(b notice.Block) bool { _, ok := b.(*notice.Signature); return !ok })...)
	return doc
}

func fill(t testing.TB, data []byte, doc *notice.Document) []byte {
	t.Helper()
	tpl, list := Open("模板.docx", data)
	if list.Err() != nil {
		t.Fatal(list)
	}
	if err := tpl.Check(doc, nil, standard()).Err(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := tpl.Write(&b, doc, nil, standard()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// part reads a part of a package.
func part(t testing.TB, data []byte, name string) string {
	t.Helper()
	b, err := opc.ReadPart(data, name, 64<<20)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// said is the text of a part, a line a paragraph.
func said(t testing.TB, data []byte, name string) string {
	t.Helper()
	tree, err := parse([]byte(part(t, data, name)))
	if err != nil {
		t.Fatal(err)
	}
	return squeezed(tree)
}

// cases are the handmade templates, each with a document that fits.
func cases() map[string]*notice.Document {
	return map[string]*notice.Document{"word": formal(), "wps": signed(), "controls": signed()}
}

// TestFilled fills each handmade template. FILLED names a folder that keeps the
// files for outside judges.
func TestFilled(t *testing.T) {
	for name, doc := range cases() {
		t.Run(name, func(t *testing.T) {
			out := fill(t, handmade(t, name), doc)
			if id, ok := docx.SourceID(out); !ok || id != doc.Meta.SourceID() {
				t.Errorf("it does not know its ledger: %q", id)
			}
			if again := fill(t, handmade(t, name), doc); !bytes.Equal(out, again) {
				t.Error("other bytes the second time")
			}
			parts, err := opc.Read(out)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range parts {
				if bytes.Contains(p.Data, []byte("{{")) || bytes.Contains(p.Data, []byte("｛｛")) {
					t.Errorf("%s still has a placeholder", p.Name)
				}
			}
			keep(t, name, out)
		})
	}
}

// keep puts a filled template into the folder that FILLED names, for outside judges,
// and beside it what its pages must show.
func keep(t *testing.T, name string, data []byte) {
	folder := os.Getenv("FILLED")
	if folder == "" {
		return
	}
	g := guard{}
	p := g.open(data)
	if p == nil {
		t.Fatal(g.problems)
	}
	var words strings.Builder
	for _, part := range p.texts {
		words.WriteString(said(t, data, part))
	}
	path := filepath.Join(folder, strings.ReplaceAll(name, " ", "-"))
	for ext, content := range map[string][]byte{".docx": data, ".txt": []byte(words.String())} {
		if err := os.WriteFile(path+ext, content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWord looks at what Word's way of writing demands.
func TestWord(t *testing.T) {
	before := handmade(t, "word")
	out := fill(t, before, formal())
	text := said(t, out, "word/document.xml")
	for _, want := range []string{
		"某某市文化旅游局关于巡察整改情况的通报\n",
		"\n各县（市、区）文化旅游局，局属各单位，机关各科室：\n",
		"\n一、组织领导情况\n",
		"\n（一）提高站位，压实责任。召开专题会议3次",
		"\n（此件公开发布）\n",
		"\n抄送：市委巡察工作领导小组办公室，市纪委监委机关，市委组织部，市财政局，市审计局，市机关事务服务中心。\n",
		"\n2024年4月9日印发\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if n := strings.Count(text, "印发编号：某文旅发〔2024〕12号\n"); n != 2 {
		t.Errorf("the text box has its words %d times, want 2", n)
	}
	if got := said(t, out, "word/header1.xml"); got != "某某市文化旅游局公文\n" {
		t.Errorf("header %q", got)
	}
	if got := part(t, out, "word/header1.xml"); !strings.Contains(got, `<w:rFonts w:hint="eastAsia"/>`) {
		t.Errorf("quotes in it would be Western: %s", got)
	}
	xml := part(t, out, "word/document.xml")
	for _, want := range []string{
		`<w:pStyle w:val="1"/>`, // heading 1 is known by its name
		`descr="第一行&#xA;第二行"`,   // line ends in attributes stay
		`w:name="正文从这里"`,        // what hangs on the placeholder's paragraph stays
		`<w:spacing w:line="560" w:lineRule="exact"/>`,
	} {
		if !strings.Contains(xml, want) {
			t.Errorf("no %s in\n%s", want, xml)
		}
	}
	for _, name := range []string{"word/settings.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"} {
		if part(t, out, name) != part(t, before, name) {
			t.Errorf("%s changed", name)
		}
	}
	core := part(t, out, "docProps/core.xml")
	for _, want := range []string{"<dc:title>某某市文化旅游局关于巡察整改情况的通报</dc:title>", "<dc:creator>某某市文化旅游局</dc:creator>", "<dc:subject>模板</dc:subject>", "<cp:keywords>公文</cp:keywords>", "2020-01-01"} {
		if !strings.Contains(core, want) {
			t.Errorf("no %s in %s", want, core)
		}
	}
}

// codes are the codes of a list, each once, in order.
func codes(l problem.List) string {
	var out []string
	for _, p := range l {
		if !slices.Contains(out, string(p.Code)) {
			out = append(out, string(p.Code))
		}
	}
	return strings.Join(out, " ")
}

// edit changes one part of a package.
func edit(t testing.TB, data []byte, name, from, to string) []byte {
	t.Helper()
	parts, err := opc.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range parts {
		if parts[i].Name == name {
			if !bytes.Contains(parts[i].Data, []byte(from)) {
				t.Fatalf("%s does not have %q", name, from)
			}
			parts[i].Data = bytes.ReplaceAll(parts[i].Data, []byte(from), []byte(to))
		}
	}
	return packed(t, parts...)
}
