package xlsx

import (
	"fmt"
	"strings"
)

// hostileStrings is tables of shared strings.
func hostileStrings() []hostile {
	good := workbook1(sheetXML(goodRow, ""))
	var out []hostile
	add := func(name, table string) {
		out = append(out, hostile{"strings: " + name, pack(with(good, stringsPath, table))})
	}
	add("none", `<sst/>`)
	add("counts that lie", `<sst count="900000000" uniqueCount="1"><si><t>办公室</t></si></sst>`)
	add("two texts in a run", `<sst><si><r><t>甲</t><t>乙</t></r><r><t>丙</t></r></si></sst>`)
	add("in a choice", `<sst xmlns:mc="urn:mc"><mc:AlternateContent><si><t>甲</t></si></mc:AlternateContent><si><t>乙</t></si></sst>`)
	add("a string in a choice", `<sst xmlns:mc="urn:mc"><si><mc:AlternateContent><t>甲</t></mc:AlternateContent></si></sst>`)
	add("a run of something else", `<sst><si><r><x><t>甲</t></x></r></si></sst>`)
	add("an element in a text", `<sst><si><t>甲<b/>乙</t></si></sst>`)
	add("of another namespace", `<sst xmlns="urn:a" xmlns:x="urn:b"><si><x:t>甲</x:t></si></sst>`)
	add("a text beyond Excel's bound", `<sst><si><t>`+strings.Repeat("长", 32_768)+`</t></si></sst>`)
	add("a text of a million", `<sst><si><t>`+strings.Repeat("a", 1_000_000)+`</t></si></sst>`)
	thousand := workbook1(sheetXML(`<row r="1">`+strings.Repeat(`<c t="s"><v>0</v></c>`, 1000)+`</row>`, ""))
	out = append(out, hostile{"strings: one long text in a thousand cells", pack(with(thousand, stringsPath, `<sst><si><t>`+strings.Repeat("长", 32_000)+`</t></si></sst>`))})
	return append(out, hostile{"strings: not named", pack(edit(with(good, stringsPath, ""), relsPath, "/sharedStrings\"", "/other\""))})
}

// hostileSheets is sheets whose rows, cells and merges cannot be as they say.
func hostileSheets() []hostile {
	var out []hostile
	add := func(name, sheet string) { out = append(out, hostile{"sheet: " + name, pack(workbook1(sheet))}) }
	rows := func(name, rows string) { add(name, sheetXML(rows, "")) }
	cell := func(name, inside string) { rows(name, `<row r="1">`+inside+`</row>`) }
	add("a dimension that lies", strings.Replace(sheetXML(goodRow+goodRow2, ""), "<sheetData>", `<dimension ref="A1:A1"/><sheetData>`, 1))
	add("a dimension beyond the sheet", strings.Replace(sheetXML(goodRow, ""), "<sheetData>", `<dimension ref="A1:ZZZ9999999"/><sheetData>`, 1))
	rows("a row past the last", `<row r="1048577"><c r="A1048577"><v>1</v></c></row>`)
	rows("a row that is none", `<row r="0"/>`)
	rows("a row without end", `<row r="99999999999999999999"/>`)
	rows("spans that lie", `<row r="1" spans="1:1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>`)
	rows("a stray value in the last row", goodRow+`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`)
	rows("a stray blank in the last row", goodRow+`<row r="1048576"><c r="XFD1048576" s="1"/></row>`)
	rows("a stray value in the last column", `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>`)
	rows("a stray formula nobody computed", goodRow+`<row r="1048576"><c r="A1048576"><f>1</f></c></row>`)
	rows("a million rows", millionRows())
	cell("16,384 columns", manyColumns(16_384))
	cell("16,385 columns", `<c r="XFE1"><v>1</v></c>`)
	cell("a cell without a row", `<c r="A"><v>1</v></c>`)
	cell("a cell of a foreign namespace", `<x:c xmlns:x="urn:x" r="A1"><v>1</v></x:c>`)
	cell("a cell that changes the namespace", `<c xmlns="urn:x" r="A1"><v>1</v></c>`)
	add("rows under another root", `<chartsheet><sheetData>`+goodRow+`</sheetData></chartsheet>`)
	add("rows of a foreign namespace", `<worksheet xmlns="urn:a" xmlns:x="urn:b"><sheetData/><x:sheetData>`+goodRow+`</x:sheetData></worksheet>`)
	cell("an unknown element in a cell", `<c r="A1"><value>1</value></c>`)
	cell("two values", `<c r="A1"><v>1</v><v>2</v></c>`)
	cell("a value and a text", `<c r="A1" t="inlineStr"><v>1</v><is><t>甲</t></is></c>`)
	cell("two texts", `<c r="A1" t="inlineStr"><is><t>甲</t></is><is><t>乙</t></is></c>`)
	cell("a long attribute", `<c r="A1" x="`+strings.Repeat("a", 1<<20)+`"><v>1</v></c>`)
	cell("attributes without end", `<c r="A1"`+attributes(5000)+`><v>1</v></c>`)
	cell("an attribute twice", `<c r="A1" r="B1"><v>1</v></c>`)
	cell("elements without end", `<c r="A1"><extLst>`+strings.Repeat("<a>", 100_000)+`</extLst></c>`)
	cell("entities that grow", `<c r="A1" t="str"><v>&lol9;</v></c>`)
	add("entities declared to grow", `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>`+sheetXML(goodRow, ""))
	return append(out, hostileMerges()...)
}

func hostileMerges() []hostile {
	var out []hostile
	add := func(name, merges string) {
		out = append(out, hostile{"merges: " + name, pack(workbook1(sheetXML(goodRow+goodRow2, "<mergeCells>"+merges+"</mergeCells>")))})
	}
	merge := func(refs ...string) string {
		return `<mergeCell ref="` + strings.Join(refs, `"/><mergeCell ref="`) + `"/>`
	}
	var many []string
	for i := range 50_001 {
		many = append(many, fmt.Sprintf("D%d:E%d", i+1, i+1))
	}
	add("overlapping", merge("A1:B1", "B1:B2"))
	add("the same twice", merge("A1:B2", "A1:B2"))
	add("over the whole sheet", merge("A1:XFD1048576"))
	add("upside down", merge("B2:A1"))
	add("beyond the sheet", merge("A1:XFE1"))
	add("no range", merge("A1:"))
	long := `<row r="1"><c t="str"><v>` + strings.Repeat("长", 32_000) + `</v></c><c r="AAA1"><v>1</v></c></row>`
	out = append(out, hostile{"merges: a long text over 702 cells", pack(workbook1(sheetXML(long, `<mergeCells>`+merge("A1:ZZ1")+`</mergeCells>`)))})
	add("50,000", merge(many[:50_000]...))
	add("50,001", merge(many...))
	return out
}

func millionRows() string {
	var b strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&b, `<row r="%d"><c><v>1</v></c></row>`, i+1)
	}
	return b.String()
}

func manyColumns(n int) string { return strings.Repeat("<c><v>1</v></c>", n) }

// hostileValues is single cells: what they say cannot be shown, or is no value.
func hostileValues() []hostile {
	var out []hostile
	add := func(name, cell string) {
		parts := workbook1(sheetXML(`<row r="3"><c r="C3" `+cell+`</c></row>`, ""))
		out = append(out, hostile{"value: " + name, pack(with(parts, stylesPath, stylesXML("yyyy-mm-dd", `0&quot;`+"\u202E"+`元&quot;`)))})
	}
	text := func(name, s string) { add(name, `t="inlineStr"><is><t xml:space="preserve">`+s+`</t></is>`) }
	for _, c := range []struct{ name, text string }{
		{"a lone surrogate, escaped", "a_xD800_b"}, {"a lone surrogate as a reference", "&#xD800;"}, {"a lone surrogate as bytes", "\xED\xA0\x80"},
		{"NUL, escaped", "a_x0000_b"}, {"NUL as a reference", "a&#0;b"}, {"NUL as a byte", "a\x00b"},
		{"a bell", "a_x0007_b"}, {"a C1 control", "a\u0085b"}, {"an escape sequence", "_x001B_[31m红"},
		{"bidi override", "a\u202Eb"}, {"bidi isolate", "a\u2066b\u2069"}, {"zero width", "a\u200Bb\uFEFF"}, {"private use", "a\uE000b"},
		{"no character", "a&#xFFFE;b"}, {"line ends", "a\r\nb\rc"}, {"template and markup", `{{x}} ${x} &lt;b&gt; ]]&gt;`},
	} {
		text(c.name, c.text)
	}
	add("formula without a value", `><f>SUM(A1:A9)</f>`)
	add("formula with a blank for a value", `><f>SUM(A1:A9)</f><v> </v>`)
	add("formula to another workbook", `t="str"><f>[1]Sheet1!$A$1</f><v>办公室</v>`)
	add("an error", `t="e"><v>#REF!</v>`)
	add("an error with words of its own", "t=\"e\"><v>a\u202Eb</v>")
	add("18 digits", `><v>430202199001011234</v>`)
	add("a number without end", `><v>1e999</v>`)
	add("no number", `><v>一</v>`)
	add("negative day", `s="1"><v>-1</v>`)
	add("day 99,999,999", `s="1"><v>99999999</v>`)
	add("the day that never was", `s="1"><v>60</v>`)
	add("a format that turns the text", `s="2"><v>5</v>`)
	add("picture of WPS", `t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>`)
	add("picture of Excel", `t="e" vm="1"><v>#VALUE!</v>`)
	add("string out of range", `t="s"><v>7</v>`)
	add("style out of range", `s="99"><v>7</v>`)
	add("unknown type", `t="q"><v>7</v>`)
	from1904 := edit(workbook1(sheetXML(`<row r="1"><c r="A1" s="1"><v>43623</v></c></row>`, "")), mainPath, "<sheets>", `<workbookPr date1904="1"/><sheets>`)
	return append(out, hostile{"value: 1904", pack(with(from1904, stylesPath, stylesXML("yyyy-mm-dd")))})
}
