package annotate

import (
	"strings"

	"tongbao/sources/problem"
)

// handmadeSheet is the name of the first sheet of handmade.
const handmadeSheet = `it's "1" & 2`

func handmadeItems() []Item {
	return []Item{
		at(problem.Error, handmadeSheet, 2, 1),                                             // has a note
		at(problem.Error, handmadeSheet, 2, 2),                                             // has a conversation
		at(problem.Warning, handmadeSheet, 2, 3), at(problem.Warning, handmadeSheet, 3, 3), // under a rule that stops others
		at(problem.Warning, handmadeSheet, 3, 0), at(problem.Error, "问题清单", 1, 1), at(problem.Error, "藏", 1, 1),
	}
}

// handmade is a workbook as no one program writes it: all of what an office's
// workbook may hold that we have to edit around.
func handmade(ns, prefix string) []byte {
	rns, kinds := relations, relations
	if ns == strict {
		rns, kinds = strictRelated, strictRelated
	}
	fill := strings.NewReplacer("<~", "<"+prefix, "</~", "</"+prefix, "{ns}", ns, "{xmlns}", "xmlns"+strings.TrimSuffix(":"+strings.TrimSuffix(prefix, ":"), ":"),
		"{r}", rns, "{kind}", kinds, "{package}", packageRels).Replace
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
	const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	return pack(
		"[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="VML" ContentType="`+drawingType+`"/>`+
			`<Default Extension="png" ContentType="image/png"/>`+
			`<Override PartName="/xl/workbook.xml" ContentType="`+kind+`sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="`+kind+`styles+xml"/>`+
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="`+kind+`worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="`+kind+`worksheet+xml"/>`+
			`<Override PartName="/xl/worksheets/sheet3.xml" ContentType="`+kind+`worksheet+xml"/><Override PartName="/xl/comments1.xml" ContentType="`+kind+`comments+xml"/>`+
			`<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>`+
			`<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>`,
		"_rels/.rels", fill(head+`<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		"xl/workbook.xml", fill(head+`<~workbook {xmlns}="{ns}" xmlns:r="{r}"><~workbookPr/><~workbookProtection lockStructure="1"/>`+
			`<~bookViews><~workbookView activeTab='1' firstSheet="0"/></~bookViews>`+
			`<~sheets><~sheet name="it's &quot;1&quot; &amp; 2" sheetId="7" r:id="rId1"/><~sheet name="问题清单" sheetId="3" r:id="rId2"/><~sheet name="藏" sheetId="4" state="veryHidden" r:id="rId3"/></~sheets>`+
			`<~definedNames><~definedName name="_xlnm.Print_Titles" localSheetId="1">问题清单!$1:$1</~definedName><~definedName name="甲">藏!$A$1</~definedName></~definedNames></~workbook>`),
		"xl/_rels/workbook.xml.rels", fill(head+`<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/>`+
			`<Relationship Id="rId2" Type="{kind}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{kind}/worksheet" Target="worksheets/sheet3.xml"/>`+
			`<Relationship Id="rId4" Type="{kind}/styles" Target="styles.xml"/>`+
			`<Relationship Id="rId5" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>`),
		"=xl/media/image1.png", "\x89PNG\r\n\x1a\n not really",
		"xl/styles.xml", fill(head+`<~styleSheet {xmlns}="{ns}"><~fills count="2"><~fill><~patternFill patternType="none"/></~fill><~fill><~patternFill patternType="gray125"/></~fill></~fills>`+
			`<~cellXfs><~xf fillId="1"/></~cellXfs><~dxfs count="1"><~dxf><~fill><~patternFill><~bgColor rgb="FF00FF00"/></~patternFill></~fill></~dxf></~dxfs><~tableStyles count="0"/></~styleSheet>`),
		"xl/worksheets/sheet1.xml", fill(handmadeFirst),
		"xl/worksheets/_rels/sheet1.xml.rels", fill(head+`<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{kind}/vmlDrawing" Target="..\drawings\vmlDrawing1.vml"/>`+
			`<Relationship Id="rId3" Type="{kind}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="{kind}/vmlDrawing" Target="../drawings/vmlDrawing2.vml"/>`+
			`<Relationship Id="x" Type="{kind}/hyperlink" Target="https://example.com/" TargetMode="External"/>`+
			`<Relationship Id="rId4" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`),
		"xl/worksheets/sheet2.xml", fill(head+`<~worksheet {xmlns}="{ns}"><~sheetViews><~sheetView tabSelected="true" workbookViewId="0"/></~sheetViews><~sheetData><~row><~c t="inlineStr"><~is><~t>问题清单</~t></~is></~c></~row></~sheetData></~worksheet>`),
		"xl/worksheets/sheet3.xml", fill(head+`<~worksheet {xmlns}="{ns}"><~sheetData/></~worksheet>`),
		"xl/comments1.xml", fill(head+`<~comments {xmlns}="{ns}"><~authors><~author>办公室</~author><~author>tc={11111111-2222-3333-4444-555555555555}</~author></~authors><~commentList>`+
			`<~comment ref="A2" authorId="0"><~text><~t xml:space="preserve">先核对 &lt;再&gt; 填</~t></~text></~comment>`+
			`<~comment ref="B2" authorId="1"><~text><~t>[Threaded comment] 看对话</~t></~text></~comment></~commentList></~comments>`),
		"xl/threadedComments/threadedComment1.xml", `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2025-01-01T00:00:00.00" personId="{66666666-2222-3333-4444-555555555555}" id="{11111111-2222-3333-4444-555555555555}"><text>对话</text></threadedComment></ThreadedComments>`,
		"xl/persons/person.xml", `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="办公室" id="{66666666-2222-3333-4444-555555555555}" userId="b" providerId="None"/></personList>`,
		"xl/drawings/vmlDrawing1.vml", handmadeBoxes,
		"xl/drawings/vmlDrawing2.vml", `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="CH"/></xml>`,
	)
}

const handmadeFirst = `<?xml version="1.0"?><~worksheet {xmlns}="{ns}" xmlns:q="{r}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">
<~sheetViews><~sheetView
 tabSelected = "1" workbookViewId="0"><~selection/></~sheetView></~sheetViews><~sheetFormatPr defaultRowHeight="13.5" x14ac:dyDescent="0.15"/>
<~cols><~col min="1" max="2" width="20.5" customWidth="1"/><~col min="4" max="4" width="9" hidden="1"/></~cols>
<~sheetData><~row r="1"><~c r="A1" t="inlineStr"><~is><~t>a &gt; b</~t></~is></~c></~row><!-- 原注 --><~row r="2" ht="120"><~c r="A2"><~v>1</~v></~c></~row>
<~row r="3"><~c/><~c t="inlineStr"><~is><~t>乙</~t></~is></~c><~c><~v>3</~v></~c><~c s="0"/></~row></~sheetData>
<~sheetProtection sheet="1" objects="1"/><~mergeCells count="1"><~mergeCell ref="A2:A3"/></~mergeCells>
<~conditionalFormatting sqref="C2:C9"><~cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><~formula>TRUE</~formula></~cfRule></~conditionalFormatting>
<~conditionalFormatting sqref="A1"><~cfRule type="expression" dxfId="0" priority="4"><~formula>$A$1&gt;"x"</~formula></~cfRule></~conditionalFormatting>
<~dataValidations count="1"><~dataValidation type="list" sqref="A9"><~formula1>"甲,乙"</~formula1></~dataValidation></~dataValidations>
<~hyperlinks><~hyperlink ref="A1" q:id="x"/></~hyperlinks><~pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>
<~legacyDrawing q:id="rId1"/><~legacyDrawingHF q:id="rId2"/></~worksheet>
`

// handmadeBoxes has a box as Excel writes it, and a button whose words hold a line
// break without an end.
const handmadeBoxes = `<xml xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
 <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout>
 <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>
 <v:shape id="_x0000_s2049" type="#_x0000_t202" style='position:absolute;visibility:visible' fillcolor="infoBackground [80]" o:insetmode="auto">
  <v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>
  <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>
    1, 15, 1, 10, 2, 31, 1, 70</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>1</x:Row><x:Column>0</x:Column><x:Visible/></x:ClientData></v:shape>
 <v:shape id="_x0000_s2051" type="#_x0000_t201" o:button="t"><v:textbox><div style='text-align:center'><font face="宋体" size="220">甲<br>乙</font></div></v:textbox>
  <x:ClientData ObjectType="Button"><x:Anchor>5, 0, 5, 0, 6, 0, 6, 0</x:Anchor></x:ClientData></v:shape>
 <v:shape id="_x0000_s2050" type="#_x0000_t202" style='visibility:hidden'><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>
</xml>`

// bare has nothing but what a workbook cannot be without.
func bare() []byte {
	return pack(
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Override PartName="/book.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+
			`<Override PartName="/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="`+packageRels+`"><Relationship Id="a" Type="`+relations+`/officeDocument" Target="book.xml"/></Relationships>`,
		"book.xml", `<workbook xmlns="`+transitional+`" xmlns:r="`+relations+`"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>`,
		"_rels/book.xml.rels", `<Relationships xmlns="`+packageRels+`"><Relationship Id="a" Type="`+relations+`/worksheet" Target="s.xml"/></Relationships>`,
		"s.xml", `<worksheet xmlns="`+transitional+`"><sheetData><row><c><v>1</v></c></row><row><c/><c t="inlineStr"><is><t>乙</t></is></c></row></sheetData></worksheet>`,
	)
}
