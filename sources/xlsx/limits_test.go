package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"
)

func wantLimit(t *testing.T, err error, l limit, cell string) {
	t.Helper()
	var over *LimitError
	if !errors.As(err, &over) {
		t.Fatalf("got %v, want a LimitError", err)
	}
	if over.limit != l || over.Pos.Address() != cell {
		t.Errorf("got %v at %q, want %v at %q", over, over.Pos.Address(), l, cell)
	}
	if over.Need <= over.Max {
		t.Errorf("needs %d, has %d", over.Need, over.Max)
	}
	what, next := over.Words()
	flag := "--limit " + bounds()[l].name + "="
	if !strings.Contains(what, l.show(over.Max)) || !strings.Contains(what, cell) || !strings.Contains(next, flag) {
		t.Errorf("words: %s / %s", what, next)
	}
}

// TestLimits lowers one limit at a time below what a small workbook holds. The
// flag that the error names lets the workbook through.
func TestLimits(t *testing.T) {
	parts := workbook1(sheetXML(`<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="C2"><f>1</f></c><c r="D2" t="str"><v>abc</v></c><c r="E2"><f>1</f></c></row>`,
		`<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>`))
	parts = with(parts, stringsPath, `<sst `+mainSpace+`><si><t>办公室</t></si><si><t>局长</t></si></sst>`)
	main := "xl/workbook.xml"
	parts = with(parts, main, strings.Replace(body(parts, main), "</sheets>", `<sheet name="乙" sheetId="2" r:id="r4"/></sheets>`, 1))
	rels := "xl/_rels/workbook.xml.rels"
	parts = with(parts, rels, strings.Replace(body(parts, rels), "</Relationships>", `<Relationship Id="r4" Type="`+relSpace+`/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`, 1))
	data := pack(append(parts, part{"xl/worksheets/sheet2.xml", sheetXML("", "")}))
	for _, c := range []struct {
		limit limit
		to    int64
		cell  string
	}{
		{limitFile, 100, ""},
		{limitEntries, 7, ""},
		{limitPart, 200, ""},
		{limitTotal, 1000, ""},
		{limitElements, 3, ""},
		{limitStrings, 1, ""},
		{limitSheets, 1, ""},
		{limitRows, 1, "D2"},
		{limitColumns, 3, "D2"},
		{limitCells, 4, ""},
		{limitMerges, 1, ""},
		{limitText, 2, "A1"},
		{limitShown, 11, "D2"},
		{limitProblems, 1, "E2"},
		{limitWork, 300, ""},
	} {
		t.Run(bounds()[c.limit].english, func(t *testing.T) {
			var limits Limits
			limits.raised[c.limit] = c.to
			_, _, err := Read("台账.xlsx", data, limits)
			wantLimit(t, err, c.limit, c.cell)
			for range 10 {
				var over *LimitError
				if !errors.As(err, &over) {
					break
				}
				if !limits.Raise(bounds()[c.limit].name, c.limit.raised(over.Max, over.Need)) {
					t.Fatal("no such limit")
				}
				_, _, err = Read("台账.xlsx", data, limits)
			}
			if err != nil {
				t.Error("raised:", err)
			}
		})
	}
	if _, _, err := Read("台账.xlsx", data, Limits{}); err != nil {
		t.Error("within the limits:", err)
	}
}

// TestLimitsOfWarnings: what is only warned of is bounded too, and so is what costs
// no memory.
func TestLimitsOfWarnings(t *testing.T) {
	var limits Limits
	limits.raised[limitProblems] = 1
	_, _, err := Read("台账.xlsx", pack(workbook1(sheetXML("<row r=\"1\"><c t=\"str\"><v>a\u200Bb</v></c><c t=\"str\"><v>a\u200Bb</v></c></row>", ""))), limits)
	wantLimit(t, err, limitProblems, "B1")
	limits = Limits{}
	limits.raised[limitWork] = 20_000
	hidden := strings.Replace(sheetXML(goodRow, ""), "<sheetData>", "<cols>"+strings.Repeat(`<col min="1" max="900" hidden="1"/>`, 20)+"</cols><sheetData>", 1)
	_, _, err = Read("台账.xlsx", pack(workbook1(hidden)), limits)
	wantLimit(t, err, limitWork, "")
}

// TestNamedLimits: each name is its own, and none can be set to nothing.
func TestNamedLimits(t *testing.T) {
	seen := map[string]bool{}
	for i, b := range bounds() {
		var l Limits
		if seen[b.name] || b.name == "" || b.english == "" || b.base <= 0 || b.next == "" || !l.Raise(b.name, 0) || l.maxima()[i] != 1 {
			t.Errorf("%+v", b)
		}
		seen[b.name] = true
	}
	if l := (Limits{}); l.Raise("行", 5) || l != (Limits{}) || len(NamedLimits()) != int(limitCount) {
		t.Error("a name nobody has")
	}
	if n := limitRows.raised(1<<20, 0); n != maxRow {
		t.Errorf("rows raised to %d, beyond Excel's own", n)
	}
}

// allocated is how many bytes f takes, freed or not.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// zeros is an entry that unzips to so many MiB of zero bytes, honest about it: a
// thousandth of that in the archive.
func zeros(t testing.TB, z *zip.Writer, name string, megabytes int) {
	t.Helper()
	var one bytes.Buffer
	w, err := flate.NewWriter(&one, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, mega)
	w.Write(block)
	w.Flush() // ends at a byte, so that it can be repeated
	chunk := bytes.Clone(one.Bytes())
	one.Reset()
	w.Reset(&one)
	w.Close()
	sum := crc32.NewIEEE()
	for range megabytes {
		sum.Write(block)
	}
	raw, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: sum.Sum32(),
		CompressedSize64: uint64(megabytes*len(chunk) + one.Len()), UncompressedSize64: uint64(megabytes) << 20})
	if err != nil {
		t.Fatal(err)
	}
	for range megabytes {
		raw.Write(chunk)
	}
	raw.Write(one.Bytes())
}

// bomb is a workbook with one more entry that unzips to so many MiB.
func bomb(t testing.TB, name string, megabytes int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range workbook1(sheetXML(goodRow, "")) {
		if p.name == name {
			continue
		}
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(p.body))
	}
	zeros(t, z, name, megabytes)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBomb: a part that unzips to 1 GiB, honest or not about it, is refused
// without being unzipped.
func TestBomb(t *testing.T) {
	refused := func(name string, data []byte, most uint64, want func(error)) {
		t.Run(name, func(t *testing.T) {
			var err error
			if n := allocated(func() { _, _, err = Read("台账.xlsx", data, Limits{}) }); n > most {
				t.Errorf("took %d bytes", n)
			}
			want(err)
		})
	}
	over := func(l limit) func(error) { return func(err error) { wantLimit(t, err, l, "") } }
	gigabyte := bomb(t, "xl/media/image1.png", 1024)
	refused("1 GiB beside the sheets", gigabyte, 1<<20, over(limitTotal))
	refused("1 GiB of a sheet", bomb(t, sheetPath, 1024), 1<<20, over(limitTotal))
	refused("a sheet under the whole limit, over its own", bomb(t, sheetPath, 100), 1<<20, over(limitPart))
	wrongSize := func(err error) {
		var damaged *DamagedError
		if !errors.As(err, &damaged) || damaged.reason != badSize {
			t.Error(err)
		}
	}
	// The same bytes, declared as 1,000: what is inflated is what was declared.
	lying := bomb(t, sheetPath, 1024)
	binary.LittleEndian.PutUint32(lying[central(t, lying, sheetPath)+24:], 1000)
	refused("1 GiB that says it is 1,000 bytes", lying, 4<<20, wrongSize)
	huge := pack(workbook1(sheetXML(goodRow, "")))
	binary.LittleEndian.PutUint32(huge[central(t, huge, sheetPath)+24:], 60<<20)
	refused("a size beyond what DEFLATE can gain", huge, 4<<20, wrongSize)
}

// TestOverlap: many entries of the directory that share the same compressed bytes
// unzip to the sum of what they declare.
func TestOverlap(t *testing.T) {
	data := bomb(t, "xl/media/image1.png", 100)
	at := central(t, data, "xl/media/image1.png")
	entry := data[at : at+46+len("xl/media/image1.png")]
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	out := bytes.Clone(data[:end])
	for i := range 9 {
		again := bytes.Clone(entry)
		again[46+len("xl/media/image")] = 'a' + byte(i)
		out = append(out, again...)
	}
	tail := bytes.Clone(data[end:])
	records := binary.LittleEndian.Uint16(tail[8:]) + 9
	binary.LittleEndian.PutUint16(tail[8:], records)
	binary.LittleEndian.PutUint16(tail[10:], records)
	binary.LittleEndian.PutUint32(tail[12:], binary.LittleEndian.Uint32(tail[12:])+uint32(9*len(entry)))
	_, _, err := Read("台账.xlsx", append(out, tail...), Limits{})
	wantLimit(t, err, limitTotal, "")
}

// TestManyEntries: a directory of a million entries is refused before it is read.
func TestManyEntries(t *testing.T) {
	data := append(pack(workbook1(sheetXML(goodRow, ""))), bytes.Repeat([]byte("PK\x01\x02"), 1_000_000)...)
	n := allocated(func() {
		_, _, err := Read("台账.xlsx", data, Limits{})
		wantLimit(t, err, limitEntries, "")
	})
	if n > 1<<20 {
		t.Errorf("took %d bytes", n)
	}
}

// TestFarCell: a stray cell in the last row and column costs nothing if it is
// empty, and is named if not.
func TestFarCell(t *testing.T) {
	far := func(c string) []byte { return pack(workbook1(sheetXML(goodRow+`<row r="1048576">`+c+`</row>`, ""))) }
	empty := far(`<c r="XFD1048576" s="1"/>`)
	n := allocated(func() {
		book, _, err := Read("台账.xlsx", empty, Limits{})
		if err != nil || len(book.Sheets[0].Rows) != 1 {
			t.Error(err)
		}
	})
	if n > 4<<20 {
		t.Errorf("took %d bytes", n)
	}
	n = allocated(func() {
		_, _, err := Read("台账.xlsx", far(`<c r="XFD1048576"><v>1</v></c>`), Limits{})
		wantLimit(t, err, limitRows, "XFD1048576")
	})
	if n > 4<<20 {
		t.Errorf("took %d bytes", n)
	}
}

// TestMergeBomb: 50,001 merged ranges are refused; a title merged over a whole
// row is as wide as the table.
func TestMergeBomb(t *testing.T) {
	var merges strings.Builder
	for i := range 50_001 {
		fmt.Fprintf(&merges, `<mergeCell ref="A%d:B%d"/>`, i+1, i+1)
	}
	_, _, err := Read("台账.xlsx", pack(workbook1(sheetXML(goodRow, `<mergeCells>`+merges.String()+`</mergeCells>`))), Limits{})
	wantLimit(t, err, limitMerges, "")
	sheet, _ := readRows(t, workbook1(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>`)))
	if len(sheet.Rows[0]) != 2 || sheet.Rows[0][1].Text != "办公室" || sheet.Rows[0][1].Merge.Col2 != maxCol {
		t.Errorf("%+v", sheet.Rows[0])
	}
}
