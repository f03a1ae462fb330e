package xlsx

import (
	"archive/zip"
	"bytes"
	"slices"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/problem"
)

// A part is one entry of a package under construction.
type part struct{ name, body string }

const (
	sheetPath   = "xl/worksheets/sheet1.xml"
	stringsPath = "xl/sharedStrings.xml"
	stylesPath  = "xl/styles.xml"
	mainSpace   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relSpace    = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
)

// sheetXML is a sheet whose sheetData holds rows; after follows it.
func sheetXML(rows, after string) string {
	return `<worksheet ` + mainSpace + `><sheetData>` + rows + `</sheetData>` + after + `</worksheet>`
}

// stylesXML has a cell format for each number format code, after format 0, and
// last one whose font is struck out.
func stylesXML(codes ...string) string {
	formats, xfs := "", `<xf numFmtId="0" fontId="0"/>`
	for i, code := range codes {
		id := string(rune('1'+i)) + "00"
		formats += `<numFmt numFmtId="` + id + `" formatCode="` + code + `"/>`
		xfs += `<xf numFmtId="` + id + `" fontId="0"/>`
	}
	return `<styleSheet ` + mainSpace + `><numFmts>` + formats + `</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs>` +
		xfs + `<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`
}

// workbook1 is a workbook of one sheet, 台账, with one shared string.
func workbook1(sheet string) []part {
	return []part{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="` + relSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + mainSpace + ` xmlns:r="` + relSpace + `"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="` + relSpace + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="` + relSpace + `/styles" Target="styles.xml"/>` +
			`<Relationship Id="r3" Type="` + relSpace + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{stylesPath, stylesXML()},
		{stringsPath, `<sst ` + mainSpace + `><si><t>办公室</t></si></sst>`},
		{sheetPath, sheet},
	}
}

// with returns parts with the body of one replaced, or taken out for "".
func with(parts []part, name, body string) []part {
	out := slices.Clone(parts)
	for i := range out {
		if out[i].name == name {
			out[i].body = body
		}
	}
	return slices.DeleteFunc(out, func(p part) bool { return p.body == "" })
}

// body returns the body of a part.
func body(parts []part, name string) string {
	for _, p := range parts {
		if p.name == name {
			return p.body
		}
	}
	return ""
}

// pack makes the package of parts.
func pack(parts []part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(p.body))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// readRows reads a workbook of one sheet that has to be good.
func readRows(t *testing.T, parts []part) (grid.Sheet, problem.List) {
	t.Helper()
	book, problems, err := Read("台账.xlsx", pack(parts), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return book.Sheets[0], problems
}

// codes lists the codes of problems, with the cells.
func codes(problems problem.List) (out []string) {
	for _, p := range problems {
		out = append(out, string(p.Code)+" "+p.Pos.Address())
	}
	return out
}
