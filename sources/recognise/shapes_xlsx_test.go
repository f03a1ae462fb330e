package recognise_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"tongbao/sources"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
)

// What a text book cannot say is made as a real workbook, part by part.
const (
	mainSpace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictMain  = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	strictRel   = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	packageRels = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// A fileShape is one way to store the same two findings.
type fileShape struct {
	edit func(name, body string) string // of each part; nil: as it is
	date string                         // the serial of 2023-04-08
}

// parts is a ledger with a sentence in runs, one under a phonetic guide, one in the
// sheet itself, a real date, soft line breaks, blanks of three kinds, and in the
// second row words that are struck out.
func parts(date string) [][2]string {
	rels := func(list string) string {
		return `<Relationships xmlns="` + packageRels + `">` + list + `</Relationships>`
	}
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + relSpace + `/` + kind + `" Target="` + target + `"/>`
	}
	return [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", rels(rel("r1", "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml", `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><workbookPr/><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", rels(rel("r1", "worksheet", "worksheets/sheet1.xml") + rel("r2", "styles", "styles.xml") + rel("r3", "sharedStrings", "sharedStrings.xml"))},
		{"xl/styles.xml", `<styleSheet xmlns="` + mainSpace + `"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>` +
			`<fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", `<sst xmlns="` + mainSpace + `">` +
			`<si><t>序号</t></si><si><t>反馈的具体问题</t></si><si><t>整改情况</t></si><si><t>完成时间</t></si><si><t>备注</t></si>` +
			`<si><r><t xml:space="preserve"> 学习</t></r><r><rPr><b/></rPr><t>不深入。</t></r></si>` +
			"<si><t>一是改了。\n\u3000\u3000二是再改。\u00a0</t></si>" +
			`<si><t>落实</t><rPh sb="0" eb="2"><t>luòshí</t></rPh><phoneticPr/></si></sst>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="` + mainSpace + `"><sheetData>` +
			`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>` +
			`<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>5</v></c><c r="C2" t="s"><v>6</v></c><c r="D2" s="1"><v>` + date + `</v></c></row>` +
			`<row r="3"><c r="A3" t="inlineStr"><is><t>②</t></is></c><c r="B3" t="s"><v>7</v></c><c r="C3" t="inlineStr"><is><r><t>已</t></r><r><t>落实。</t></r></is></c>` +
			`<c r="D3" t="str"><f>"2023.5"</f><v>2023.5</v></c><c r="E3" s="2" t="inlineStr"><is><t>不要的话</t></is></c></row></sheetData></worksheet>`},
	}
}

// prefixed puts every element of a part of ours into a prefix.
func prefixed(_, body string) string {
	if !strings.Contains(body, mainSpace) {
		return body
	}
	return strings.NewReplacer("</", "</x:", "<", "<x:", "xmlns=", "xmlns:x=").Replace(body)
}

// The same findings are read of each, cell by cell.
func TestFileShapes(t *testing.T) {
	for name, s := range map[string]fileShape{
		"plain": {nil, "45024"},
		"1904": {func(_, body string) string {
			return strings.Replace(body, "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)
		}, "43562"},
		"Strict": {func(_, body string) string {
			return strings.NewReplacer(mainSpace, strictMain, relSpace, strictRel).Replace(body)
		}, "45024"},
		"prefixed": {prefixed, "45024"},
		"ISO date": {func(_, body string) string {
			return strings.Replace(body, `s="1"><v>45024</v>`, `s="1" t="d"><v>2023-04-08</v>`, 1)
		}, "45024"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readParts(t, s)
			want := `「台账」表头第1—1行
问题 「台账」第2行
  序号 A2 1
  反馈的具体问题 B2 学习不深入。
  整改情况 C2 一是改了。⏎　　二是再改。
  完成时间 D2 2023年4月8日 = 2023-04-08
问题 「台账」第3行
  序号 A3 ②
  反馈的具体问题 B3 落实
  整改情况 C3 已落实。
  完成时间 D3 2023.5 = 2023-05
  备注 E3 不要的话
提醒 「台账」E3：划了删除线的“不要的话”仍然读入 [L410]
    不要的删去文字；要的去掉删除线
`
			if got != want {
				t.Errorf("read:\n%swant:\n%s", got, want)
			}
		})
	}
}

// readParts packs a shape, reads it as the program does and reports what is read.
func readParts(t *testing.T, s fileShape) string {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, p := range parts(s.date) {
		body := p[1]
		if s.edit != nil {
			body = s.edit(p[0], body)
		}
		w, err := z.Create(p[0])
		if err == nil {
			_, err = w.Write([]byte(body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	book, problems, err := sources.Read("台账.xlsx", file.Bytes(), sources.Limits{})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	var in ledger.Info
	info.FromBook(&in, book)
	return report(book, &in)
}
