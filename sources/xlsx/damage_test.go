package xlsx

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
)

const (
	goodRow  = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`
	goodRow2 = `<row r="2"><c r="B2"><v>7</v></c></row>`
)

// A damage is one way a workbook can lose content in silence, and the part, the
// cell where there is one, and the reason that the error has to name.
type damage struct {
	name   string
	parts  []part
	part   string
	reason reason
	cell   string
}

// sheetDamages lie in the sheet's part.
func sheetDamages() []damage {
	sheet := func(rows string) []part { return workbook1(sheetXML(rows, "")) }
	return []damage{
		{"sheet cut short", workbook1(strings.TrimSuffix(sheetXML(goodRow+goodRow2, ""), `></row></sheetData></worksheet>`)), sheetPath, cutShort, "B2"},
		{"sheet cut between rows", workbook1(strings.TrimSuffix(sheetXML(goodRow, ""), `</sheetData></worksheet>`)), sheetPath, cutShort, ""},
		{"sheet cut after its data", workbook1(strings.TrimSuffix(sheetXML(goodRow, ""), `</worksheet>`)), sheetPath, cutShort, ""},
		{"sheet empty", workbook1(" "), sheetPath, cutShort, ""},
		{"sheet without data", workbook1(`<worksheet/>`), sheetPath, wrongContent, ""},
		{"sheet is another part", workbook1(`<chartsheet/>`), sheetPath, wrongContent, ""},
		{"sheet malformed", sheet(goodRow + `<row r="2"><c r="B2"><v>7</c></row>`), sheetPath, notXML, "B2"},
		{"sheet with a bare ampersand", sheet(`<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>`), sheetPath, notXML, "A1"},
		{"sheet with a control byte", sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\x01</v></c></row>"), sheetPath, notXML, "A1"},
		{"sheet with a surrogate reference", sheet(`<row r="1"><c r="A1" t="str"><v>&#xD800;</v></c></row>`), sheetPath, notXML, "A1"},
		{"sheet with a broken byte", sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\xFF</v></c></row>"), sheetPath, notUTF8, "A1"},
		{"sheet with a document type", workbook1(`<!DOCTYPE worksheet [<!ENTITY a "b">]>` + sheetXML(goodRow, "")), sheetPath, hasDTD, ""},
		{"sheet in UTF-16", workbook1("\xFF\xFE<\x00"), sheetPath, notUTF8, ""},
		{"sheet declared as GBK", workbook1(`<?xml version="1.0" encoding="GBK"?>` + sheetXML(goodRow, "")), sheetPath, notUTF8, ""},
		{"two data elements", workbook1(strings.Replace(sheetXML(goodRow, ""), "</worksheet>", "<sheetData>"+goodRow+"</sheetData></worksheet>", 1)), sheetPath, wrongContent, ""},
		{"rows in a choice", sheet(goodRow + `<AlternateContent>` + goodRow2 + `</AlternateContent>`), sheetPath, wrongContent, ""},
		{"data in a choice", workbook1(sheetXML(goodRow, `<AlternateContent><Choice><sheetData>`+goodRow2+`</sheetData></Choice></AlternateContent>`)), sheetPath, wrongContent, ""},
		{"cells in a choice", sheet(`<row r="1"><AlternateContent><c r="A1"><v>1</v></c></AlternateContent></row>`), sheetPath, wrongContent, ""},
		{"value in an element", sheet(`<row r="1"><c r="A1"><v>1<b/></v></c></row>`), sheetPath, wrongContent, "A1"},
		{"rows out of order", sheet(goodRow2 + goodRow), sheetPath, wrongOrder, ""},
		{"a row twice", sheet(goodRow + goodRow), sheetPath, wrongOrder, ""},
		{"cells out of order", sheet(`<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>`), sheetPath, wrongOrder, ""},
		{"a cell twice", sheet(`<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>`), sheetPath, wrongOrder, "B1"},
		{"a cell in another row", sheet(`<row r="1"><c r="B2"><v>1</v></c></row>`), sheetPath, badValue, ""},
		{"a cell past the last column", sheet(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), sheetPath, badValue, ""},
		{"a row past the last", sheet(`<row r="1048577"/>`), sheetPath, badValue, ""},
		{"string index out of range", sheet(`<row r="3"><c r="C3" t="s"><v>1</v></c></row>`), stringsPath, badReference, "C3"},
		{"string index negative", sheet(`<row r="3"><c r="C3" t="s"><v>-1</v></c></row>`), stringsPath, badReference, "C3"},
		{"string index no number", sheet(`<row r="3"><c r="C3" t="s"><v>x</v></c></row>`), sheetPath, badValue, "C3"},
		{"style out of range", sheet(`<row r="3"><c r="C3" s="9"><v>1</v></c></row>`), sheetPath, badReference, "C3"},
		{"number no number", sheet(`<row r="3"><c r="C3"><v>甲</v></c></row>`), sheetPath, badValue, "C3"},
		{"number as Go writes it", sheet(`<row r="3"><c r="C3"><v>0x1p4</v></c></row>`), sheetPath, badValue, "C3"},
		{"number without end", sheet(`<row r="3"><c r="C3"><v>Inf</v></c></row>`), sheetPath, badValue, "C3"},
		{"unknown type", sheet(`<row r="3"><c r="C3" t="q"><v>1</v></c></row>`), sheetPath, badValue, "C3"},
		{"boolean no boolean", sheet(`<row r="3"><c r="C3" t="b"><v>2</v></c></row>`), sheetPath, badValue, "C3"},
		{"merges overlap", workbook1(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/></mergeCells>`)), sheetPath, overlap, "A1"},
		{"merge no range", workbook1(sheetXML(goodRow, `<mergeCells><mergeCell ref="A1:?"/></mergeCells>`)), sheetPath, badValue, ""},
	}
}

// otherDamages lie in another part, or in the package.
func otherDamages() []damage {
	good := workbook1(sheetXML(goodRow+goodRow2, ""))
	return []damage{
		{"strings cut short", with(good, stringsPath, `<sst><si><t>办公`), stringsPath, cutShort, ""},
		{"sheet with a second root", workbook1(sheetXML(goodRow, "") + sheetXML(goodRow2, "")), sheetPath, notXML, ""},
		{"strings with a second root", with(good, stringsPath, `<sst><si><t>办公室</t></si></sst><sst/>`), stringsPath, notXML, ""},
		{"two sheets of one name", with(good, "xl/workbook.xml", strings.Replace(body(good, "xl/workbook.xml"), "</sheets>", `<sheet name="台账" sheetId="2" r:id="r1"/></sheets>`, 1)), "xl/workbook.xml", sameName, ""},
		{"a sheet excelize does not see", with(good, "xl/workbook.xml", strings.Replace(body(good, "xl/workbook.xml"), "</workbook>", `<extLst><sheets><sheet name="乙" sheetId="2" r:id="r1"/></sheets></extLst></workbook>`, 1)), "xl/workbook.xml", outOfStep, ""},
		{"strings malformed", with(good, stringsPath, `<sst><si><t>办公室</si></sst>`), stringsPath, notXML, ""},
		{"strings with a broken byte", with(good, stringsPath, "<sst><si><t>\xE5\x8A</t></si></sst>"), stringsPath, notUTF8, ""},
		{"strings missing", with(good, stringsPath, ""), stringsPath, missing, ""},
		{"strings not named", with(with(good, stringsPath, ""), "xl/_rels/workbook.xml.rels", strings.Replace(body(good, "xl/_rels/workbook.xml.rels"), "/sharedStrings\"", "/other\"", 1)), stringsPath, missing, "A1"},
		{"styles malformed", with(good, stylesPath, `<styleSheet>`), stylesPath, cutShort, ""},
		{"styles missing", with(good, stylesPath, ""), stylesPath, missing, ""},
		{"sheet missing", with(good, sheetPath, ""), sheetPath, missing, ""},
		{"sheet not named", with(good, "xl/workbook.xml", strings.Replace(body(good, "xl/workbook.xml"), `r:id="r1"`, `r:id="r9"`, 1)), "xl/workbook.xml", badReference, ""},
		{"workbook cut short", with(good, "xl/workbook.xml", `<workbook>`), "xl/workbook.xml", cutShort, ""},
		{"workbook missing", with(good, "xl/workbook.xml", ""), "xl/workbook.xml", missing, ""},
		{"workbook without sheets", with(good, "xl/workbook.xml", `<workbook/>`), "xl/workbook.xml", wrongContent, ""},
		{"content types missing", with(good, "[Content_Types].xml", ""), "[Content_Types].xml", missing, ""},
		{"entry twice", append(good, part{sheetPath, sheetXML("", "")}), sheetPath, duplicate, ""},
		{"entry twice but for case", append(good, part{"XL/Worksheets/Sheet1.xml", sheetXML("", "")}), "XL/Worksheets/Sheet1.xml", duplicate, ""},
		{"entry twice but for slashes", append(good, part{`xl\worksheets\sheet1.xml`, sheetXML("", "")}), `xl\worksheets\sheet1.xml`, duplicate, ""},
		{"entry above the root", append(good, part{"../a.xml", "a"}), "../a.xml", badName, ""},
		{"entry that climbs", append(good, part{"xl/../xl/worksheets/sheet1.xml", "a"}), "xl/../xl/worksheets/sheet1.xml", badName, ""},
		{"entry with an absolute name", append(good, part{"/a.xml", "a"}), "/a.xml", badName, ""},
		{"entry on a drive", append(good, part{"c:/a.xml", "a"}), "c:/a.xml", badName, ""},
	}
}

func TestDamage(t *testing.T) {
	for _, c := range slices.Concat(sheetDamages(), otherDamages()) {
		t.Run(c.name, func(t *testing.T) { wantDamage(t, pack(c.parts), c.part, c.reason, c.cell) })
	}
}

// wantDamage reads data and wants no book but a DamagedError.
func wantDamage(t *testing.T, data []byte, part string, why reason, cell string) {
	t.Helper()
	book, problems, err := Read("台账.xlsx", data, Limits{})
	var damaged *DamagedError
	if !errors.As(err, &damaged) || book != nil || problems != nil {
		t.Fatalf("book %v, problems %v, error %v", book != nil, problems, err)
	}
	if damaged.Part != part || damaged.reason != why || (cell != "" && damaged.Pos.Address() != cell) {
		t.Errorf("got %q %q %q, want %q %q %q", damaged.Part, damaged.reason, damaged.Pos.Address(), part, why, cell)
	}
	what, next := damaged.Words()
	if !strings.Contains(what, part) || !strings.Contains(what, cell) || next == "" {
		t.Errorf("words: %s / %s", what, next)
	}
}

// TestStylesElsewhere: excelize finds styles by their usual name only; under
// another it would show dates as numbers, were they not given the usual one.
func TestStylesElsewhere(t *testing.T) {
	parts := workbook1(sheetXML(`<row r="1"><c r="A1" s="1"><v>45085</v></c></row>`, ""))
	rels := "xl/_rels/workbook.xml.rels"
	parts = with(parts, rels, strings.Replace(body(parts, rels), "styles.xml", "other.xml", 1))
	parts = append(with(parts, stylesPath, ""), part{"xl/other.xml", stylesXML("yyyy-mm-dd")})
	if sheet, _ := readRows(t, parts); sheet.Rows[0][0].Text != "2023-06-08" {
		t.Errorf("%+v", sheet.Rows[0][0])
	}
}

// central returns the offset of the central directory record of an entry.
func central(t *testing.T, data []byte, name string) int {
	t.Helper()
	for at := 0; ; at++ {
		i := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if i < 0 {
			t.Fatal("no entry ", name)
		}
		if at += i; bytes.HasPrefix(data[at+46:], []byte(name)) {
			return at
		}
	}
}

// TestArchiveDamage changes bytes of the archive itself.
func TestArchiveDamage(t *testing.T) {
	good := pack(workbook1(sheetXML(strings.Repeat(" ", 3000)+goodRow, "")))
	change := func(field int, by uint32) []byte {
		data := bytes.Clone(good)
		at := central(t, data, sheetPath) + field
		binary.LittleEndian.PutUint32(data[at:], binary.LittleEndian.Uint32(data[at:])+by)
		return data
	}
	const flags, crc, size = 8, 16, 24
	for _, c := range []struct {
		name   string
		data   []byte
		part   string
		reason reason
	}{
		{"size too large", change(size, 1), sheetPath, badSize},
		{"size too small", change(size, ^uint32(0)), sheetPath, badSize},
		{"size beyond belief", change(size, 50<<20), sheetPath, badSize},
		{"checksum", change(crc, 1), sheetPath, badChecksum},
		{"encrypted", change(flags, 1), sheetPath, locked},
		{"cut short", good[:len(good)-30], "", badArchive},
		{"half", good[:len(good)/2], "", badArchive},
		{"first bytes", good[:4], "", badArchive},
	} {
		t.Run(c.name, func(t *testing.T) { wantDamage(t, c.data, c.part, c.reason, "") })
	}
}

// TestEveryTruncation: no beginning of a good file is read as a smaller book.
func TestEveryTruncation(t *testing.T) {
	good := pack(workbook1(sheetXML(goodRow+goodRow2, "")))
	for n := range good {
		if book, _, err := Read("台账.xlsx", good[:n], Limits{}); err == nil || book != nil {
			t.Fatalf("%d of %d bytes are read as a book", n, len(good))
		}
	}
}

// TestEveryTruncatedSheet: no beginning of a sheet is read as a smaller sheet.
func TestEveryTruncatedSheet(t *testing.T) {
	whole := sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`)
	for n := range whole {
		r := &reader{meter: newMeter(Limits{}), book: &workbook{strings: stringsPath}, strings: make([]text, 1)}
		if _, err := r.readSheet([]byte(whole[:n]), sheetPart{name: newText("台账", runs{}), part: sheetPath}); err == nil {
			t.Fatalf("%q is read as a sheet", whole[:n])
		}
	}
}

// TestReasons: every reason has words of its own.
func TestReasons(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range []reason{badArchive, cutShort, duplicate, badName, badSize, badChecksum, locked, missing, notXML, notUTF8, hasDTD,
		wrongContent, wrongOrder, badReference, badValue, overlap, outOfStep, twoInOne, notFile, ambiguous, wrongType, sameName, noName, usedTwice, tooDeep} {
		if seen[r.words()] {
			t.Errorf("%s shares its words: %s", r, r.words())
		}
		seen[r.words()] = true
	}
}
