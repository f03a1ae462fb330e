package xlsx

import (
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

func wantLimit(t *testing.T, err error, limit limit, cell string) {
	t.Helper()
	var over *LimitError
	if !errors.As(err, &over) {
		t.Fatalf("got %v, want a LimitError", err)
	}
	if over.limit != limit || over.Pos.Address() != cell {
		t.Errorf("got %q at %q, want %q at %q", over.limit, over.Pos.Address(), limit, cell)
	}
	what, next := over.Words()
	if !strings.Contains(what, fmt.Sprint(over.Max)) || next == "" || strings.Contains(what, string(limit)) {
		t.Errorf("words: %s / %s", what, next)
	}
}

// TestLimits lowers one limit at a time below what a small workbook holds.
func TestLimits(t *testing.T) {
	parts := workbook1(sheetXML(`<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="C2"><f>1</f></c><c r="D2" t="str"><v>abc</v></c></row>`,
		`<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`))
	data := pack(parts)
	for _, c := range []struct {
		limit limit
		lower func(*Limits)
		cell  string
	}{
		{limitFile, func(l *Limits) { l.File = 100 }, ""},
		{limitEntries, func(l *Limits) { l.Entries = 6 }, ""},
		{limitPart, func(l *Limits) { l.Part = 200 }, ""},
		{limitTotal, func(l *Limits) { l.Total = 1000 }, ""},
		{limitElements, func(l *Limits) { l.Elements = 3 }, ""},
		{limitStrings, func(l *Limits) { l.Strings = 0 }, ""},
		{limitSheets, func(l *Limits) { l.Sheets = 0 }, ""},
		{limitRows, func(l *Limits) { l.Rows = 1 }, "D2"},
		{limitColumns, func(l *Limits) { l.Columns = 3 }, "D2"},
		{limitCells, func(l *Limits) { l.Cells = 4 }, ""},
		{limitMerges, func(l *Limits) { l.Merges = 0 }, ""},
		{limitText, func(l *Limits) { l.Text = 2 }, "A1"},
		{limitProblems, func(l *Limits) { l.Problems = 0 }, "C2"},
	} {
		t.Run(string(c.limit), func(t *testing.T) {
			limits := DefaultLimits()
			c.lower(&limits)
			_, _, err := read("台账.xlsx", data, limits)
			wantLimit(t, err, c.limit, c.cell)
		})
	}
	if _, _, err := Read("台账.xlsx", data); err != nil {
		t.Error("within the limits:", err)
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

// TestBomb: a part that unzips to 1 GiB, honest or not about it, is refused
// without being unzipped.
func TestBomb(t *testing.T) {
	data := pack(append(workbook1(sheetXML(goodRow, "")), part{"xl/media/image1.png", strings.Repeat("\x00", 1<<20)}))
	at := central(t, data, "xl/media/image1.png") + 24
	binary.LittleEndian.PutUint32(data[at:], 1<<30)
	if n := allocated(func() {
		_, _, err := Read("台账.xlsx", data)
		wantLimit(t, err, limitTotal, "")
	}); n > 1<<20 {
		t.Errorf("took %d bytes", n)
	}
	huge := pack(workbook1(sheetXML(goodRow, "")))
	binary.LittleEndian.PutUint32(huge[central(t, huge, sheetPath)+24:], 60<<20)
	if n := allocated(func() { wantDamage(t, huge, sheetPath, badSize, "") }); n > 4<<20 {
		t.Errorf("a size beyond what DEFLATE can gain took %d bytes", n)
	}
	lying := pack(workbook1(strings.Repeat(" ", 8<<20)))
	binary.LittleEndian.PutUint32(lying[central(t, lying, sheetPath)+24:], 1000)
	if n := allocated(func() { wantDamage(t, lying, sheetPath, badSize, "") }); n > 4<<20 {
		t.Errorf("a lying size took %d bytes", n)
	}
}

// TestFarCell: a stray cell in the last row and column costs nothing if it is
// empty, and is named if not.
func TestFarCell(t *testing.T) {
	far := func(c string) []byte { return pack(workbook1(sheetXML(goodRow+`<row r="1048576">`+c+`</row>`, ""))) }
	empty := far(`<c r="XFD1048576" s="1"/>`)
	n := allocated(func() {
		book, _, err := Read("台账.xlsx", empty)
		if err != nil || len(book.Sheets[0].Rows) != 1 {
			t.Error(err)
		}
	})
	if n > 4<<20 {
		t.Errorf("took %d bytes", n)
	}
	n = allocated(func() {
		_, _, err := Read("台账.xlsx", far(`<c r="XFD1048576"><v>1</v></c>`))
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
	_, _, err := Read("台账.xlsx", pack(workbook1(sheetXML(goodRow, `<mergeCells>`+merges.String()+`</mergeCells>`))))
	wantLimit(t, err, limitMerges, "")
	sheet, _ := readRows(t, workbook1(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>`)))
	if len(sheet.Rows[0]) != 2 || sheet.Rows[0][1].Text != "办公室" || sheet.Rows[0][1].Merge.Col2 != maxCol {
		t.Errorf("%+v", sheet.Rows[0])
	}
}
