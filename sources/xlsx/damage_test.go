package xlsx

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

const (
	goodRow  = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`
	goodRow2 = `<row r="2"><c r="B2"><v>7</v></c></row>`
)

// TestDamage holds every way a workbook can lose content in silence: each has to
// be an error that names the part, and the cell where there is one.
func TestDamage(t *testing.T) {
	good := workbook1(sheetXML(goodRow+goodRow2, ""))
	sheet := func(rows string) []part { return workbook1(sheetXML(rows, "")) }
	for _, c := range []struct {
		name   string
		parts  []part
		part   string
		reason Reason
		cell   string
	}{
		{"sheet cut short", workbook1(strings.TrimSuffix(sheetXML(goodRow+goodRow2, ""), `></row></sheetData></worksheet>`)), sheetPath, CutShort, "B2"},
		{"sheet cut between rows", workbook1(strings.TrimSuffix(sheetXML(goodRow, ""), `</sheetData></worksheet>`)), sheetPath, CutShort, ""},
		{"sheet cut after its data", workbook1(strings.TrimSuffix(sheetXML(goodRow, ""), `</worksheet>`)), sheetPath, CutShort, ""},
		{"sheet empty", workbook1(" "), sheetPath, CutShort, ""},
		{"sheet without data", workbook1(`<worksheet/>`), sheetPath, WrongContent, ""},
		{"sheet is another part", workbook1(`<chartsheet/>`), sheetPath, WrongContent, ""},
		{"sheet malformed", sheet(goodRow + `<row r="2"><c r="B2"><v>7</c></row>`), sheetPath, NotXML, "B2"},
		{"sheet with a bare ampersand", sheet(`<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>`), sheetPath, NotXML, "A1"},
		{"sheet with a control byte", sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\x01</v></c></row>"), sheetPath, NotXML, "A1"},
		{"sheet with a surrogate reference", sheet(`<row r="1"><c r="A1" t="str"><v>&#xD800;</v></c></row>`), sheetPath, NotXML, "A1"},
		{"sheet with a broken byte", sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\xFF</v></c></row>"), sheetPath, NotUTF8, "A1"},
		{"sheet with a document type", workbook1(`<!DOCTYPE worksheet [<!ENTITY a "b">]>` + sheetXML(goodRow, "")), sheetPath, HasDTD, ""},
		{"sheet in UTF-16", workbook1("\xFF\xFE<\x00"), sheetPath, NotUTF8, ""},
		{"sheet declared as GBK", workbook1(`<?xml version="1.0" encoding="GBK"?>` + sheetXML(goodRow, "")), sheetPath, NotUTF8, ""},
		{"two data elements", workbook1(strings.Replace(sheetXML(goodRow, ""), "</worksheet>", "<sheetData>"+goodRow+"</sheetData></worksheet>", 1)), sheetPath, WrongContent, ""},
		{"rows in a choice", sheet(goodRow + `<AlternateContent>` + goodRow2 + `</AlternateContent>`), sheetPath, WrongContent, ""},
		{"data in a choice", workbook1(sheetXML(goodRow, `<AlternateContent><Choice><sheetData>`+goodRow2+`</sheetData></Choice></AlternateContent>`)), sheetPath, WrongContent, ""},
		{"cells in a choice", sheet(`<row r="1"><AlternateContent><c r="A1"><v>1</v></c></AlternateContent></row>`), sheetPath, WrongContent, ""},
		{"value in an element", sheet(`<row r="1"><c r="A1"><v>1<b/></v></c></row>`), sheetPath, WrongContent, "A1"},
		{"rows out of order", sheet(goodRow2 + goodRow), sheetPath, WrongOrder, ""},
		{"a row twice", sheet(goodRow + goodRow), sheetPath, WrongOrder, ""},
		{"cells out of order", sheet(`<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>`), sheetPath, WrongOrder, ""},
		{"a cell twice", sheet(`<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>`), sheetPath, WrongOrder, "B1"},
		{"a cell in another row", sheet(`<row r="1"><c r="B2"><v>1</v></c></row>`), sheetPath, BadValue, ""},
		{"a cell past the last column", sheet(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), sheetPath, BadValue, ""},
		{"a row past the last", sheet(`<row r="1048577"/>`), sheetPath, BadValue, ""},
		{"string index out of range", sheet(`<row r="3"><c r="C3" t="s"><v>1</v></c></row>`), stringsPath, BadReference, "C3"},
		{"string index negative", sheet(`<row r="3"><c r="C3" t="s"><v>-1</v></c></row>`), stringsPath, BadReference, "C3"},
		{"string index no number", sheet(`<row r="3"><c r="C3" t="s"><v>x</v></c></row>`), sheetPath, BadValue, "C3"},
		{"style out of range", sheet(`<row r="3"><c r="C3" s="9"><v>1</v></c></row>`), sheetPath, BadReference, "C3"},
		{"number no number", sheet(`<row r="3"><c r="C3"><v>甲</v></c></row>`), sheetPath, BadValue, "C3"},
		{"number as Go writes it", sheet(`<row r="3"><c r="C3"><v>0x1p4</v></c></row>`), sheetPath, BadValue, "C3"},
		{"number without end", sheet(`<row r="3"><c r="C3"><v>Inf</v></c></row>`), sheetPath, BadValue, "C3"},
		{"unknown type", sheet(`<row r="3"><c r="C3" t="q"><v>1</v></c></row>`), sheetPath, BadValue, "C3"},
		{"boolean no boolean", sheet(`<row r="3"><c r="C3" t="b"><v>2</v></c></row>`), sheetPath, BadValue, "C3"},
		{"merges overlap", workbook1(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/></mergeCells>`)), sheetPath, Overlap, "A1"},
		{"merge no range", workbook1(sheetXML(goodRow, `<mergeCells><mergeCell ref="A1:?"/></mergeCells>`)), sheetPath, BadValue, ""},
		{"strings cut short", with(good, stringsPath, `<sst><si><t>办公`), stringsPath, CutShort, ""},
		{"sheet with a second root", workbook1(sheetXML(goodRow, "") + sheetXML(goodRow2, "")), sheetPath, NotXML, ""},
		{"strings with a second root", with(good, stringsPath, `<sst><si><t>办公室</t></si></sst><sst/>`), stringsPath, NotXML, ""},
		{"two sheets of one name", with(good, "xl/workbook.xml", strings.Replace(body(good, "xl/workbook.xml"), "</sheets>", `<sheet name="台账" sheetId="2" r:id="r1"/></sheets>`, 1)), "xl/workbook.xml", BadReference, ""},
		{"a sheet excelize does not see", with(good, "xl/workbook.xml", strings.Replace(body(good, "xl/workbook.xml"), "</workbook>", `<extLst><sheets><sheet name="乙" sheetId="2" r:id="r1"/></sheets></extLst></workbook>`, 1)), "xl/workbook.xml", OutOfStep, ""},
		{"strings malformed", with(good, stringsPath, `<sst><si><t>办公室</si></sst>`), stringsPath, NotXML, ""},
		{"strings with a broken byte", with(good, stringsPath, "<sst><si><t>\xE5\x8A</t></si></sst>"), stringsPath, NotUTF8, ""},
		{"strings missing", with(good, stringsPath, ""), stringsPath, Missing, ""},
		{"strings not named", with(with(good, stringsPath, ""), "xl/_rels/workbook.xml.rels", strings.Replace(body(good, "xl/_rels/workbook.xml.rels"), "/sharedStrings\"", "/other\"", 1)), stringsPath, Missing, "A1"},
		{"styles malformed", with(good, stylesPath, `<styleSheet>`), stylesPath, CutShort, ""},
		{"styles missing", with(good, stylesPath, ""), stylesPath, Missing, ""},
		{"sheet missing", with(good, sheetPath, ""), sheetPath, Missing, ""},
		{"sheet not named", with(good, "xl/workbook.xml", strings.Replace(body(good, "xl/workbook.xml"), `r:id="r1"`, `r:id="r9"`, 1)), "xl/workbook.xml", BadReference, ""},
		{"workbook cut short", with(good, "xl/workbook.xml", `<workbook>`), "xl/workbook.xml", CutShort, ""},
		{"workbook missing", with(good, "xl/workbook.xml", ""), "xl/workbook.xml", Missing, ""},
		{"workbook without sheets", with(good, "xl/workbook.xml", `<workbook/>`), "xl/workbook.xml", WrongContent, ""},
		{"content types missing", with(good, "[Content_Types].xml", ""), "[Content_Types].xml", Missing, ""},
		{"theme malformed", append(good, part{"xl/theme/theme1.xml", "<theme>"}), "xl/theme/theme1.xml", CutShort, ""},
		{"entry twice", append(good, part{sheetPath, sheetXML("", "")}), sheetPath, Duplicate, ""},
		{"entry twice but for case", append(good, part{"XL/Worksheets/Sheet1.xml", sheetXML("", "")}), "XL/Worksheets/Sheet1.xml", Duplicate, ""},
		{"entry twice but for slashes", append(good, part{`xl\worksheets\sheet1.xml`, sheetXML("", "")}), `xl\worksheets\sheet1.xml`, Duplicate, ""},
		{"entry above the root", append(good, part{"../a.xml", "a"}), "../a.xml", BadName, ""},
		{"entry that climbs", append(good, part{"xl/../xl/worksheets/sheet1.xml", "a"}), "xl/../xl/worksheets/sheet1.xml", BadName, ""},
		{"entry with an absolute name", append(good, part{"/a.xml", "a"}), "/a.xml", BadName, ""},
		{"entry on a drive", append(good, part{"c:/a.xml", "a"}), "c:/a.xml", BadName, ""},
	} {
		t.Run(c.name, func(t *testing.T) { wantDamage(t, pack(c.parts), c.part, c.reason, c.cell) })
	}
}

// wantDamage reads data and wants no book but a DamagedError.
func wantDamage(t *testing.T, data []byte, part string, reason Reason, cell string) {
	t.Helper()
	book, problems, err := Read("台账.xlsx", data)
	var damaged *DamagedError
	if !errors.As(err, &damaged) || book != nil || problems != nil {
		t.Fatalf("book %v, problems %v, error %v", book != nil, problems, err)
	}
	if damaged.Part != part || damaged.Reason != reason || (cell != "" && damaged.Pos.Address() != cell) {
		t.Errorf("got %q %q %q, want %q %q %q", damaged.Part, damaged.Reason, damaged.Pos.Address(), part, reason, cell)
	}
	what, next := damaged.Words()
	if !strings.Contains(what, part) || !strings.Contains(what, cell) || next == "" {
		t.Errorf("words: %s / %s", what, next)
	}
}

// TestStylesElsewhere: excelize finds styles by their usual name only; under
// another it would show dates as numbers.
func TestStylesElsewhere(t *testing.T) {
	parts := workbook1(sheetXML(goodRow, ""))
	rels := "xl/_rels/workbook.xml.rels"
	parts = with(parts, rels, strings.Replace(body(parts, rels), "styles.xml", "other.xml", 1))
	parts = append(with(parts, stylesPath, ""), part{"xl/other.xml", stylesXML("yyyy")})
	wantDamage(t, pack(parts), stylesPath, OutOfStep, "")
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
		reason Reason
	}{
		{"size too large", change(size, 1), sheetPath, BadSize},
		{"size too small", change(size, ^uint32(0)), sheetPath, BadSize},
		{"size beyond belief", change(size, 50<<20), sheetPath, BadSize},
		{"checksum", change(crc, 1), sheetPath, BadChecksum},
		{"encrypted", change(flags, 1), sheetPath, Locked},
		{"cut short", good[:len(good)-30], "", BadArchive},
		{"half", good[:len(good)/2], "", BadArchive},
		{"first bytes", good[:4], "", BadArchive},
	} {
		t.Run(c.name, func(t *testing.T) { wantDamage(t, c.data, c.part, c.reason, "") })
	}
}

// TestEveryTruncation: no beginning of a good file is read as a smaller book.
func TestEveryTruncation(t *testing.T) {
	good := pack(workbook1(sheetXML(goodRow+goodRow2, "")))
	for n := range good {
		if book, _, err := Read("台账.xlsx", good[:n]); err == nil || book != nil {
			t.Fatalf("%d of %d bytes are read as a book", n, len(good))
		}
	}
}

// TestEveryTruncatedSheet: no beginning of a sheet is read as a smaller sheet.
func TestEveryTruncatedSheet(t *testing.T) {
	whole := sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`)
	for n := range whole {
		r := &reader{limits: DefaultLimits(), book: &workbook{strings: stringsPath}, strings: make([]text, 1)}
		if _, err := r.readSheet([]byte(whole[:n]), sheetPart{name: "台账", part: sheetPath}); err == nil {
			t.Fatalf("%q is read as a sheet", whole[:n])
		}
	}
}

// TestReasons: every reason has words of its own.
func TestReasons(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range []Reason{BadArchive, CutShort, Duplicate, BadName, BadSize, BadChecksum, Locked, Missing, NotXML, NotUTF8, HasDTD,
		WrongContent, WrongOrder, BadReference, BadValue, Overlap, OutOfStep} {
		if seen[r.words()] {
			t.Errorf("%s shares its words: %s", r, r.words())
		}
		seen[r.words()] = true
	}
}
