package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

const (
	typesPath = "[Content_Types].xml"
	mainPath  = "xl/workbook.xml"
	relsPath  = "xl/_rels/workbook.xml.rels"
)

// edit is parts with old replaced in one of them.
func edit(parts []part, name, old, new string) []part {
	if !strings.Contains(body(parts, name), old) {
		panic(name + " lacks " + old)
	}
	return with(parts, name, strings.Replace(body(parts, name), old, new, 1))
}

// second is parts with a second sheet of a kind, 乙.
func second(parts []part, attributes, kind, target string) []part {
	parts = edit(parts, mainPath, "</sheets>", `<sheet name="乙" sheetId="2" r:id="r9"`+attributes+`/></sheets>`)
	return edit(parts, relsPath, "</Relationships>", `<Relationship Id="r9" Type="`+relSpace+"/"+kind+`" Target="`+target+`"/></Relationships>`)
}

// typed is parts whose content types state one.
func typed(parts []part, name, kind string) []part {
	return edit(parts, typesPath, "/>", `><Override PartName="/`+name+`" ContentType="application/vnd.`+kind+`+xml"/></Types>`)
}

// wide is s in UTF-16.
func wide(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// hostileFrames breaks, one after another, every part that is needed, and the
// references between them.
func hostileFrames() []hostile {
	good := workbook1(sheetXML(goodRow+goodRow2, ""))
	var out []hostile
	add := func(name string, parts []part) { out = append(out, hostile{name, pack(parts)}) }
	for _, p := range good {
		add("missing: "+p.name, with(good, p.name, ""))
		add("cut short: "+p.name, with(good, p.name, p.body[:len(p.body)-5]))
		add("not XML: "+p.name, with(good, p.name, strings.Replace(p.body, "=", "", 1)))
		add("no root: "+p.name, with(good, p.name, " "))
		add("wrong root: "+p.name, with(good, p.name, `<html xmlns="http://www.w3.org/1999/xhtml"/>`))
		add("UTF-16: "+p.name, with(good, p.name, wide(p.body)))
		add("not UTF-8: "+p.name, with(good, p.name, strings.Replace(p.body, ">", ">\xB0\xEC<!-- -->", 1)))
		add("document type: "+p.name, with(good, p.name, `<!DOCTYPE a SYSTEM "file:///etc/passwd">`+p.body))
		add("byte order mark: "+p.name, with(good, p.name, "\uFEFF"+p.body))
	}
	return append(out, hostileReferences(good)...)
}

// hostileReferences is what refers to nothing, to too much or to something else.
func hostileReferences(good []part) []hostile {
	var out []hostile
	add := func(name string, parts []part) { out = append(out, hostile{name, pack(parts)}) }
	const office = "openxmlformats-officedocument.spreadsheetml."
	add("type of the workbook: workbook", typed(good, mainPath, office+"sheet.main"))
	add("type of the workbook: macros", typed(good, mainPath, "ms-excel.sheet.macroEnabled.main"))
	add("type of the workbook: template", typed(good, mainPath, office+"template.main"))
	add("type of the workbook: text", typed(good, mainPath, "openxmlformats-officedocument.wordprocessingml.document"))
	add("type of the sheet: chart", typed(good, sheetPath, office+"chartsheet"))
	add("type of the strings: styles", typed(good, stringsPath, office+"styles"))
	add("no workbook named", edit(good, "_rels/.rels", "/officeDocument\"", "/other\""))
	add("two workbooks named", edit(good, "_rels/.rels", "</Relationships>", `<Relationship Id="r2" Type="`+relSpace+`/officeDocument" Target="b.xml"/></Relationships>`))
	add("two tables of strings named", edit(good, relsPath, "</Relationships>", `<Relationship Id="r7" Type="`+relSpace+`/sharedStrings" Target="b.xml"/></Relationships>`))
	add("one id for two parts", edit(good, relsPath, `Id="r2"`, `Id="r1"`))
	add("sheet outside the package", edit(good, relsPath, `worksheets/sheet1.xml"`, `../../../../etc/passwd"`))
	add("sheet on the web", edit(good, relsPath, `worksheets/sheet1.xml"`, `http://example.com/a.xml" TargetMode="External"`))
	add("sheet of an unknown kind", edit(good, relsPath, `/worksheet"`, `/slicer"`))
	add("sheet refers to nothing", edit(good, mainPath, `r:id="r1"`, `r:id="r0"`))
	add("comments and links lead outside", append(good, part{"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships><Relationship Id="r1" Type="` + relSpace + `/comments" Target="../../../c.xml"/></Relationships>`},
		part{"xl/externalLinks/externalLink1.xml", "<externalLink"}))
	add("two sheets of one part", second(good, "", "worksheet", "worksheets/sheet1.xml"))
	add("two sheets, but for case", edit(edit(second(good, "", "worksheet", "worksheets/b.xml"), mainPath, `name="台账"`, `name="sheet"`), mainPath, `name="乙"`, `name="SHEET"`))
	add("sheet without a name", edit(good, mainPath, `name="台账"`, `name=""`))
	add("sheet's name of 300 characters", edit(good, mainPath, `name="台账"`, `name="`+strings.Repeat("长", 300)+`"`))
	add("sheet's name with hidden characters", edit(good, mainPath, `name="台账"`, "name=\"台\u202E账\u200B\""))
	add("very hidden sheet", edit(good, mainPath, `<sheet `, `<sheet state="veryHidden" `))
	add("chart", second(good, "", "chartsheet", "chartsheets/sheet1.xml"))
	add("dialog", second(good, "", "dialogsheet", "dialogsheets/sheet1.xml"))
	add("macro sheet, hidden", second(good, ` state="hidden"`, "xlMacrosheet", "macrosheets/sheet1.xml"))
	add("macros beside", append(good, part{"xl/vbaProject.bin", "\xD0\xCF"}))
	add("501 sheets", manySheets(501))
	add("styles without end", with(good, stylesPath, `<styleSheet><cellXfs>`+strings.Repeat("<xf/>", 500_000)+`</cellXfs></styleSheet>`))
	add("styles in a choice", edit(good, stylesPath, "</styleSheet>", "<extLst><cellXfs><xf/></cellXfs></extLst></styleSheet>"))
	add("text outside the sheets' list", edit(good, mainPath, "</sheets>", `<x:sheet xmlns:x="urn:x" name="丙" sheetId="3" r:id="r1"/></sheets>`))
	return out
}

// manySheets is a workbook of n empty sheets.
func manySheets(n int) []part {
	var sheets, relations strings.Builder
	for i := range n {
		fmt.Fprintf(&sheets, `<sheet name="%d" sheetId="%d" r:id="s%d"/>`, i, i+5, i)
		fmt.Fprintf(&relations, `<Relationship Id="s%d" Type="%s/worksheet" Target="%d.xml"/>`, i, relSpace, i)
	}
	parts := edit(workbook1(sheetXML("", "")), mainPath, "</sheets>", sheets.String()+"</sheets>")
	return edit(parts, relsPath, "</Relationships>", relations.String()+"</Relationships>")
}
