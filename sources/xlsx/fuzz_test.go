package xlsx

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"tongbao/sources/grid"
)

// FuzzRead: no bytes make the reader panic or take more memory than they may.
func FuzzRead(f *testing.F) {
	good := pack(workbook1(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`)))
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(zip64(good))
	f.Fuzz(func(t *testing.T, data []byte) {
		readSmall(t, data)
		Made(data)
	})
}

// FuzzPart: the same for one part after another, in a package that is whole.
func FuzzPart(f *testing.F) {
	good := workbook1(sheetXML(goodRow+goodRow2, ""))
	for i, p := range good {
		f.Add(byte(i), p.body)
	}
	f.Fuzz(func(t *testing.T, i byte, body string) {
		readSmall(t, pack(with(good, good[int(i)%len(good)].name, body)))
	})
}

// FuzzSheet: every cell of a sheet in which something is written is in the grid,
// or there is no grid.
func FuzzSheet(f *testing.F) {
	f.Add(sheetXML(goodRow+goodRow2, `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`))
	f.Add(`<worksheet><cols><col min="1" max="9" hidden="1"/></cols><sheetData><row hidden="1"><c t="d" s="1"><f>DISPIMG(</f><v>2023-01-01</v></c><c t="inlineStr"><is><r><t>a</t></r></is></c></row></sheetData></worksheet>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		book := readSmall(t, pack(workbook1(sheet)))
		if book == nil {
			return
		}
		for _, at := range writtenCells(t, sheet) {
			if !holds(&book.Sheets[0], at[0], at[1]) {
				t.Fatalf("%q: row %d column %d is lost", sheet, at[0], at[1])
			}
		}
	})
}

// FuzzStrings: each shared string is what encoding/xml reads, in its place.
func FuzzStrings(f *testing.F) {
	f.Add(`<sst><si><t>办公室</t></si><si><r><rPr><strike/></rPr><t>a_xD800_</t></r><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>`)
	f.Add(`<x:sst xmlns:x="a"><x:si><x:t>&amp;&#x20;<![CDATA[<]]></x:t></x:si></x:sst>`)
	f.Fuzz(func(t *testing.T, table string) {
		got, err := readStrings([]byte(table), newMeter(Limits{}))
		if err != nil {
			return
		}
		want := writtenStrings(t, table)
		if len(got) != len(want) {
			t.Fatalf("%q: %d strings, encoding/xml has %d", table, len(got), len(want))
		}
		for i := range got {
			if raw := newText(want[i], runs{}).raw; got[i].raw != raw {
				t.Errorf("%q: string %d is %q, encoding/xml has %q", table, i, got[i].raw, raw)
			}
		}
	})
}

// FuzzStyles: whatever the styles say, no number is lost.
func FuzzStyles(f *testing.F) {
	f.Add(stylesXML("yyyy-mm-dd", "0.00%"))
	f.Add(`<styleSheet><cellXfs><xf numFmtId="-1" fontId="99999999999"/><xf numFmtId="14" fontId="0"/><xf/></cellXfs><numFmts><numFmt numFmtId="14" formatCode=";;;"/></numFmts></styleSheet>`)
	cells := sheetXML(`<row r="1"><c s="0"><v>45085.5</v></c><c s="1"><v>45085.5</v></c><c s="2"><v>45085.5</v></c></row>`, "")
	f.Fuzz(func(t *testing.T, styles string) {
		book := readSmall(t, pack(with(workbook1(cells), stylesPath, styles)))
		if book == nil {
			return
		}
		for _, c := range book.Sheets[0].Rows[0] {
			if c.Raw != "45085.5" || c.Text == "" {
				t.Fatalf("%q: %+v", styles, c)
			}
		}
	})
}

// FuzzFormat: a number format shows every number, in reasonable length, without
// characters that a cell may not hold.
func FuzzFormat(f *testing.F) {
	for _, code := range []string{"yyyy年m月", "[DBNum1]0.0%;[$-F800]", `0"\u202e"`, "[h]:mm:ss.00", "#,##0.00_);[Red](#,##0.00)", `_("a"* #\ ??/??;@`, "上午/下午h时mm分"} {
		f.Add(code, 45085.5)
	}
	f.Add("0.00E+00", 1e300)
	f.Fuzz(func(t *testing.T, code string, v float64) {
		format := parseFormat(code)
		shown := []string{format.showNumber(v)}
		if moment, ok := (dateSystem{}).time(v); ok && format.isDate() {
			shown = append(shown, format.showTime(moment))
		}
		for _, s := range shown {
			if s == "" || len(s) > 4*maxCode+400 || utf8.ValidString(code) && newText(s, runs{}).shown != s {
				t.Errorf("%q of %v: %q", code, v, s)
			}
		}
	})
}

// mostMemory is what readSmall may take: the limits it sets, twice over for
// slices that grow, and a cell's size for each cell.
const mostMemory = 64 << 20

// readSmall reads data within small limits and checks what holds for every book.
// It returns nil if there is none.
func readSmall(t *testing.T, data []byte) *grid.Book {
	var limits Limits
	limits.raised[limitPart], limits.raised[limitTotal], limits.raised[limitCells], limits.raised[limitElements] = mega, 4*mega, 10_000, 10_000
	var book *grid.Book
	var err error
	if n := allocated(func() { book, _, err = Read("台账.xlsx", data, limits) }); n > mostMemory+20*uint64(len(data)) {
		t.Fatalf("%d bytes took %d bytes", len(data), n)
	}
	again, _, err2 := Read("台账.xlsx", data, limits)
	if !reflect.DeepEqual(book, again) || (err == nil) != (err2 == nil) {
		t.Fatalf("read twice: %v, then %v", err, err2)
	}
	if err != nil {
		var words interface{ Words() (string, string) }
		if book != nil || !errors.As(err, &words) {
			t.Fatalf("an error with a book, or without words: %v", err)
		}
		if what, next := words.Words(); what == "" || next == "" || strings.ContainsFunc(what, isRefused) {
			t.Fatalf("words: %q %q", what, next)
		}
		return nil
	}
	for _, s := range book.Sheets {
		for r, row := range s.Rows {
			for c, cell := range row {
				checkPlace(t, cell, r+1, c+1)
			}
		}
	}
	return book
}

// checkPlace: every cell knows its place or its range.
func checkPlace(t *testing.T, cell grid.Cell, row, col int) {
	t.Helper()
	g := cell.Merge
	if g.IsZero() && (cell.Pos.Row != row || cell.Pos.Col != col) || !g.IsZero() && (cell.Pos.Row != g.Row1 || cell.Pos.Col != g.Col1) {
		t.Fatalf("row %d column %d is at %v", row, col, cell.Pos)
	}
	if strings.ContainsFunc(cell.Text, func(r rune) bool { return isRefused(r) || grid.IsZeroWidth(r) }) {
		t.Fatalf("%v holds %q", cell.Pos, cell.Text)
	}
}

// holds reports whether something is at a place, or it is covered by a range.
func holds(s *grid.Sheet, row, col int) bool {
	c := s.At("台账.xlsx", row, col)
	return c.Raw != "" || !c.Merge.IsZero() && (c.Merge.Row1 != row || c.Merge.Col1 != col)
}
