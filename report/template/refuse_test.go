package template

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tongbao/report/internal/opc"
)

// with adds parts to a package.
func with(t testing.TB, data []byte, more ...opc.Part) []byte {
	t.Helper()
	parts, err := opc.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return packed(t, append(parts, more...)...)
}

// odd is a package of one entry that no writer of ours would write.
func odd(t testing.TB, name string, size int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, size)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRefused has a template for each refusal; the message names the part.
func TestRefused(t *testing.T) {
	word := func(edits ...string) []byte { return handmade(t, "word", edits...) }
	link := func(kind, target string) []byte {
		return word(`<Relationship Id="rId5" Type="`+officeRel+`hyperlink" Target="https://www.example.com/"`, `<Relationship Id="rId5" Type="`+officeRel+kind+`" Target="`+target+`"`)
	}
	settings := "word/settings.xml"
	for name, c := range map[string]struct {
		data       []byte
		code, says string
	}{
		"empty":              {nil, "F151", "空文件"},
		"old":                {[]byte("\xD0\xCF\x11\xE0 and more"), "F151", "打开密码"},
		"rtf":                {[]byte(`{\rtf1}`), "F151", "RTF"},
		"text":               {[]byte("正文"), "F151", "不是 .docx"},
		"cut":                {word()[:4000], "F151", "损坏"},
		"flipped":            {flip(word()), "F151", "损坏"},
		"no document":        {packed(t, opc.Part{Name: rootLinks, Data: []byte("<Relationships/>")}), "F151", "找不到正文"},
		"no styles":          {word(`/relationships/styles"`, `/relationships/theme"`), "F151", "没有样式"},
		"a workbook":         {word("wordprocessingml.document.main", "spreadsheetml.sheet.main"), "F151", "不是 Word 文档"},
		"bomb":               {odd(t, "word/document.xml", maxXML+1), "F152", "word/document.xml"},
		"bomb of a picture":  {odd(t, "word/media/image1.png", maxTotal+1), "F152", "64 MB"},
		"many parts":         {many(t), "F152", "部件"},
		"large":              {make([]byte, MaxSize+1), "F152", "64 MB"},
		"leads out":          {odd(t, "../../evil.txt", 5), "F153", "evil"},
		"backslash":          {odd(t, `word\document.xml`, 5), "F153", "document"},
		"macros":             {with(t, word(), opc.Part{Name: "word/vbaProject.bin"}), "F154", "vbaProject.bin"},
		"type with macros":   {word("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "vnd.ms-word.document.macroEnabled.main+xml"), "F154", "word/document.xml"},
		"control":            {with(t, word(), opc.Part{Name: "word/activeX/activeX1.xml", Data: []byte("<x/>")}), "F154", "ActiveX"},
		"signed":             {with(t, word(), opc.Part{Name: "_xmlsignatures/sig1.xml", Data: []byte("<x/>")}), "F155", "签名"},
		"linked picture":     {link("image", "http://example.com/a.png"), "F156", "a.png"},
		"linked template":    {link("attachedTemplate", "file:///C:/a.dotm"), "F156", "a.dotm"},
		"link to a share":    {link("hyperlink", `\\server\share`), "F156", "server"},
		"field":              {word(" PAGE ", " INCLUDETEXT &quot;C:\\a.docx&quot; "), "F156", "INCLUDETEXT"},
		"field in two runs":  {word(` PAGE </w:instrText>`, ` DDE</w:instrText><w:instrText>AUTO c </w:instrText>`), "F156", "DDEAUTO"},
		"field after field":  {word(` PAGE </w:instrText>`, `PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE c </w:instrText>`), "F156", "DDE"},
		"prefix unbound":     {word(`<w:zoom w:percent="100"/>`, `<x:zoom/>`), "F157", "前缀 x"},
		"attribute unbound":  {word(`<w:zoom w:percent="100"/>`, `<w:zoom x:percent="100"/>`), "F157", "前缀 x"},
		"DTD":                {word(`<w:settings`, `<!DOCTYPE x [<!ENTITY a "b">]><w:settings`), "F157", settings},
		"entity":             {word(`<w:zoom w:percent="100"/>`, `&a;`), "F157", settings},
		"left open":          {word(`</w:settings>`, ``), "F157", settings},
		"UTF-16":             {word(`<w:settings`, "\xff\xfe"), "F157", settings},
		"deep":               {word(`<w:zoom w:percent="100"/>`, strings.Repeat("<a>", 300)+strings.Repeat("</a>", 300)), "F157", "嵌套"},
		"insertion":          {word(`<w:proofErr w:type="spellEnd"/>`, `<w:ins w:id="1" w:author="a"/>`), "F158", "word/document.xml"},
		"deletion in header": {word(`<w:r><w:t>公文</w:t></w:r>`, `<w:del w:id="1" w:author="a"><w:r><w:delText>公文</w:delText></w:r></w:del>`), "F158", "word/header1.xml"},
		"changed format":     {word(`<w:jc w:val="left"/></w:pPr></w:p><w:sectPr`, `<w:jc w:val="left"/><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr></w:p><w:sectPr`), "F158", "修订"},
		"no text":            {word("文}}", "题}}"), "F160", "{{正题}}"},
		"text missing":       {word("{{正", "{{标", "文}}", "题}}"), "F159", "没有 {{正文}}"},
		"text twice":         {word("{{落款}}", "{{正文}}"), "F159", "又有一处"},
		"text in a sentence": {word("文}}", "文}}如下"), "F159", "同一段"},
		"text in a header":   {word("发文机关｝｝", "正文｝｝", "公文", ""), "F165", "word/header1.xml"},
		"text in a box":      {word("印发编号：", "", "{{发文", "{{正", "字号}", "文}"), "F165", "文本框"},
		"annex in a table":   {word("{{印发机关}}", "{{附件}}"), "F165", "表格"},
		"unknown":            {word("{{落款}}", "{{落宽}}"), "F160", "是不是 {{落款}}"},
		"unfinished":         {word("{{落款}}", "{{落款}"), "F161", "没有写完整"},
		"stray":              {word("{{落款}}", "落款}}"), "F161", "没有写完整"},
		"over a break":       {word("{{落款}}", "{{落</w:t><w:br/><w:t>款}}"), "F161", "没有写完整"},
		"in a field's code":  {word(" PAGE ", " {{标题}} "), "F165", "word/footer1.xml"},
		"strict":             {word(wordNS, "http://purl.oclc.org/ooxml/wordprocessingml/main"), "F166", "Strict"},
		"odd prefix":         {word(`<w:settings xmlns:w=`, `<x:settings xmlns:x=`, `</w:settings>`, `</x:settings>`, `<w:zoom w:percent="100"/>`, "", `<w:compat>`, "<!--", "</w:compat>", "-->"), "F166", settings},
	} {
		t.Run(name, func(t *testing.T) {
			_, list := Open("模板.docx", c.data)
			if list.Err() == nil || !strings.Contains(codes(list), c.code) || !strings.Contains(list.Error(), c.says) {
				t.Errorf("want %s %q, got %v", c.code, c.says, list)
			}
			for _, p := range list {
				if p.Hint == "" || !strings.HasPrefix(p.Pos.File, "模板.docx") {
					t.Errorf("no next step or file: %v", p)
				}
			}
		})
	}
}

func flip(data []byte) []byte {
	i := bytes.Index(data, []byte("w:settings"))
	data[i] ^= 1
	return data
}

func many(t testing.TB) []byte {
	var parts []opc.Part
	for i := range maxParts + 1 {
		parts = append(parts, opc.Part{Name: fmt.Sprintf("a%d.xml", i), Data: []byte("<a/>")})
	}
	return packed(t, parts...)
}

// TestHarmless has what looks like something to refuse and is not.
func TestHarmless(t *testing.T) {
	word := func(edits ...string) []byte { return handmade(t, "word", edits...) }
	for name, data := range map[string][]byte{
		"web link":              word(),
		"mail link":             word("https://www.example.com/", "mailto:a@example.com"),
		"HYPERLINK field":       word(" PAGE ", ` HYPERLINK &quot;https://example.com/&quot; `),
		"words like a revision": word("印发编号：", "修订 del ins："),
		"byte order marks":      word(`<?xml `, "\xEF\xBB\xBF<?xml "),
		"revisions are kept":    word(`<w:compat>`, `<w:trackRevisions/><w:compat>`),
		"a comment about it":    with(t, word(), opc.Part{Name: "word/comments.xml", Data: []byte(`<w:comments xmlns:w="` + wordNS + `"><w:comment><w:p><w:r><w:t>{{标题}}填在这里</w:t></w:r></w:p></w:comment></w:comments>`)}),
	} {
		t.Run(name, func(t *testing.T) {
			if _, list := Open("模板.docx", data); len(list) > 0 {
				t.Error(list)
			}
			fill(t, data, formal())
		})
	}
}
