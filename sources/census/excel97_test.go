package census

import (
	"bytes"
	"math"
	"testing"

	"tongbao/sources/compound"
)

// stream97 is the records of rich.xls.
func stream97(t testing.TB) []byte {
	t.Helper()
	f, err := compound.Open(read(t, "rich.xls"))
	if err != nil {
		t.Fatal(err)
	}
	stream, err := f.Stream("Workbook")
	if err != nil {
		t.Fatal(err)
	}
	return stream
}

func countStream(stream []byte) (*Census, error) {
	b := &book97{stream: stream}
	return &b.Census, b.read()
}

// TestTruncated97: no beginning of the records counts as a smaller workbook.
func TestTruncated97(t *testing.T) {
	stream := stream97(t)
	end := len(bytes.TrimRight(stream, "\x00")) // the container fills the last sector
	if last := (&book97{stream: stream}); last.read() != nil {
		t.Fatal("not read at all")
	}
	for n := range end {
		if _, err := countStream(stream[:n]); err == nil {
			t.Fatalf("%d of %d bytes are a workbook", n, len(stream))
		}
	}
}

// TestRefused97: what must not be converted says why.
func TestRefused97(t *testing.T) {
	for name, want := range map[string]Reason{"locked.xls": Locked, "rich.xlsx": Old, "README.md": Old} {
		_, err := Excel97(read(t, name))
		wantReason(t, name, err, want)
	}
	data := read(t, "rich.xls")
	_, err := Excel97(data[:len(data)/2])
	wantReason(t, "half", err, Damaged)
	book := bytes.Replace(data, []byte("W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"), []byte("B\x00o\x00o\x00k\x00\x00\x00\x00\x00\x00\x00\x00\x00"), 1)
	at := bytes.Index(book, []byte("B\x00o\x00o\x00k\x00\x00\x00"))
	book[at+64] = 10
	_, err = Excel97(book)
	wantReason(t, "Excel 95", err, Old)
	stream := stream97(t)
	stream[4], stream[5] = 0, 5
	_, err = countStream(stream)
	wantReason(t, "version", err, Old)
}

func rec(kind uint16, body ...byte) []byte {
	return append([]byte{byte(kind), byte(kind >> 8), byte(len(body)), byte(len(body) >> 8)}, body...)
}

// sheet97 reads records as those of a sheet.
func sheet97(records ...[]byte) ([]cell, error) {
	b := &book97{strings: []string{"甲"}, stream: bytes.Join(append(append([][]byte{rec(recBOF, 0, 6, 16, 0)}, records...), rec(recEOF)), nil)}
	b.sheets = []sheet{{}}
	err := b.readSheet(0)
	return b.sheets[0].cells, err
}

// TestCells97: every record of cells, those LibreOffice does not write too.
func TestCells97(t *testing.T) {
	at := []byte{4, 0, 2, 0, 0, 0} // E3's row and column, and a format
	with := func(more ...byte) []byte { return append(bytes.Clone(at), more...) }
	chart := bytes.Join([][]byte{rec(recBOF, 0, 6, 0x20, 0), rec(recNumber, with(make([]byte, 8)...)...), rec(recEOF)}, nil)
	one := cell{row: 5, col: 3, kind: number}
	text1 := cell{row: 5, col: 3, kind: text, text: "甲é"}
	for _, c := range []struct {
		name string
		in   [][]byte
		want []cell
	}{
		{"number", [][]byte{rec(recNumber, with(0, 0, 0, 0, 0, 0, 0xF0, 0x3F)...)}, []cell{{row: 5, col: 3, kind: number, number: 1}}},
		{"whole RK", [][]byte{rec(recRK, with(0xFE, 0xFF, 0xFF, 0xFF)...)}, []cell{{row: 5, col: 3, kind: number, number: -1}}},
		{"hundredth RK", [][]byte{rec(recRK, with(0x0F, 0, 0, 0)...)}, []cell{{row: 5, col: 3, kind: number, number: 0.03}}},
		{"float RK", [][]byte{rec(recRK, with(0, 0, 0xF8, 0x3F)...)}, []cell{{row: 5, col: 3, kind: number, number: 1.5}}},
		{"two RK", [][]byte{rec(recMulRK, 4, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 3, 0)},
			[]cell{{row: 5, col: 3, kind: number}, {row: 5, col: 4, kind: number, number: 1}}},
		{"string", [][]byte{rec(recLabelSST, with(0, 0, 0, 0)...)}, []cell{{row: 5, col: 3, kind: text, text: "甲"}}},
		{"label", [][]byte{rec(recLabel, with(2, 0, 1, 0x32, 0x75, 0xE9, 0)...)}, []cell{text1}},
		{"rich label", [][]byte{rec(recRString, with(1, 0, 0, 0xE9, 0, 0)...)}, []cell{{row: 5, col: 3, kind: text, text: "é"}}},
		{"blank label", [][]byte{rec(recLabel, with(1, 0, 0, ' ')...)}, nil},
		{"truth", [][]byte{rec(recBoolErr, with(1, 0)...)}, []cell{{row: 5, col: 3}}},
		{"formula", [][]byte{rec(recFormula, with(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)...)}, []cell{{row: 5, col: 3, kind: number, formula: true}}},
		{"formula of nothing", [][]byte{rec(recFormula, with(3, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0)...)}, nil},
		{"formula of a truth", [][]byte{rec(recFormula, with(1, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0)...)}, []cell{{row: 5, col: 3, formula: true}}},
		{"formula of a text", [][]byte{rec(recFormula, with(0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0)...), rec(0x221, 1, 2), rec(recString, 2, 0, 1, 0x32, 0x75, 0xE9, 0)},
			[]cell{{row: 5, col: 3, kind: text, text: "甲é", formula: true}}},
		{"formula of a text that goes on", [][]byte{rec(recFormula, with(0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0)...), rec(recString, 9, 0, 1, 0x32, 0x75)},
			[]cell{{row: 5, col: 3, formula: true}}},
		{"a chart has numbers of its own", [][]byte{chart, rec(recRK, with(0, 0, 0, 0)...)}, []cell{one}},
	} {
		got, err := sheet97(c.in...)
		same := err == nil && len(got) == len(c.want)
		for i := 0; same && i < len(got); i++ {
			same = got[i] == c.want[i]
		}
		if !same {
			t.Errorf("%s: %+v %v", c.name, got, err)
		}
	}
	for name, in := range map[string][]byte{
		"string that is not there":    rec(recLabelSST, with(1, 0, 0, 0)...),
		"cell cut short":              rec(recRK, at...),
		"label cut short":             rec(recLabel, with(9, 0, 0, 'x')...),
		"formula without its text":    rec(recFormula, with(0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0)...),
		"chart without an end":        rec(recBOF, 0, 6, 0x20, 0),
		"record longer than the rest": {0x34, 0x12, 0xFF, 0xFF},
	} {
		_, err := sheet97(in)
		wantReason(t, name, err, Damaged)
	}
}

// TestStrings97: a string may be cut anywhere, and change its width there.
func TestStrings97(t *testing.T) {
	wide := func(s string) (out []byte) {
		for _, r := range s {
			out = append(out, byte(r), byte(r>>8))
		}
		return out
	}
	rich := append([]byte{2, 0, isWide | hasRuns | hasReading, 1, 0, 3, 0, 0, 0}, wide("甲乙")...)
	rich = append(rich, 0, 0, 0, 0, 7, 7, 7)
	for _, c := range []struct {
		name   string
		pieces [][]byte
	}{
		{"whole", [][]byte{append(append(bytes.Clone(rich), 2, 0, 0), 'a', 'b')}},
		{"between the strings", [][]byte{rich, {2, 0, 0, 'a', 'b'}}},
		{"after the head", [][]byte{rich[:9], append([]byte{1}, append(bytes.Clone(rich[9:]), 2, 0, 0, 'a', 'b')...)}},
		{"in the characters", [][]byte{rich[:11], append([]byte{1}, append(bytes.Clone(rich[11:]), 2, 0, 0, 'a')...), {0, 'b'}}},
		{"and narrower from there", [][]byte{append(bytes.Clone(rich), 2, 0, 1, 'a', 0), {0, 'b'}}},
		{"and wider from there", [][]byte{append(bytes.Clone(rich), 2, 0, 0, 'a'), {1, 'b', 0}, {}}},
		{"in the runs", [][]byte{rich[:14], append(bytes.Clone(rich[14:]), 2, 0, 0, 'a', 'b')}},
		{"in the head", [][]byte{rich[:4], append(bytes.Clone(rich[4:]), 2, 0, 0, 'a', 'b')}},
	} {
		stream := rec(recSST, append([]byte{2, 0, 0, 0, 2, 0, 0, 0}, c.pieces[0]...)...)
		for _, p := range c.pieces[1:] {
			stream = append(stream, rec(recContinue, p...)...)
		}
		b := &book97{stream: append(stream, rec(recEOF)...)}
		r, _ := b.record(0)
		if err := b.readStrings(r); err != nil || len(b.strings) != 2 || b.strings[0] != "甲乙" || b.strings[1] != "ab" {
			t.Errorf("%s: %q %v", c.name, b.strings, err)
		}
	}
	for name, body := range map[string][]byte{
		"more than there are":   {0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 'a'},
		"a reading aid of 4 GB": {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, hasReading, 0xFF, 0xFF, 0xFF, 0xFF, 'a'},
		"half a character":      {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, isWide, 'a'},
		"no count":              {1, 0},
	} {
		b := &book97{stream: append(rec(recSST, body...), rec(recEOF)...)}
		r, _ := b.record(0)
		wantReason(t, name, b.readStrings(r), Damaged)
	}
}

func TestRK(t *testing.T) {
	if v := rk(0xC0000000); v != -2 || math.Signbit(rk(2)) {
		t.Error(v)
	}
}

func FuzzExcel97(f *testing.F) {
	f.Add(stream97(f))
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = countStream(data) })
}
