package compound

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"testing"
)

// fixture was written by msoffcrypto-tool: streams in the FAT and in the mini FAT,
// at the root and below.
func fixture(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../unlock/testdata/agile.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestStream(t *testing.T) {
	f, err := Open(fixture(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{"EncryptedPackage": 5320, "EncryptionInfo": 1441} {
		if data, err := f.Stream(name); err != nil || len(data) != size {
			t.Error(name, len(data), err)
		}
	}
	for _, name := range []string{"Primary", "DataSpaces", "Root Entry", "Workbook", ""} { // below, storages, none
		if _, err := f.Stream(name); !errors.Is(err, ErrMissing) {
			t.Error(name, err)
		}
	}
	if !f.Has("Primary") || !f.Has("DataSpaces") || f.Has("Workbook") {
		t.Error("names")
	}
}

// TestLarge: a stream of many chunks comes whole.
func TestLarge(t *testing.T) {
	want := make([]byte, 300_000)
	for i := range want {
		want[i] = byte(i * i >> 7)
	}
	data := contain(want)
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := f.Stream("S"); err != nil || !bytes.Equal(got, want) {
		t.Error(len(got), err)
	}
	for _, n := range []int{len(data) - 512, len(data) / 2, 1536} {
		f, err := Open(data[:n])
		if err == nil {
			_, err = f.Stream("S")
		}
		if err == nil {
			t.Errorf("%d of %d bytes are read as the whole", n, len(data))
		}
	}
}

// contain is a compound file of one stream, S, of less than 2 MB.
func contain(stream []byte) []byte {
	le := binary.LittleEndian
	const free, end, fat, tables = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 32
	file := make([]byte, 512*(1+tables+1))
	copy(file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for at, v := range map[int]uint16{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		le.PutUint16(file[at:], v)
	}
	for at, v := range map[int]uint32{44: tables, 48: tables, 56: 4096, 60: end, 68: end} {
		le.PutUint32(file[at:], v)
	}
	for i := range 109 {
		le.PutUint32(file[76+4*i:], map[bool]uint32{true: uint32(i), false: free}[i < tables])
	}
	count := (len(stream) + 511) / 512
	for i := range tables * 128 {
		v := uint32(i + 1)
		switch {
		case i < tables:
			v = fat
		case i == tables || i == tables+count:
			v = end
		case i > tables+count:
			v = free
		}
		le.PutUint32(file[512+4*i:], v)
	}
	for i, name := range []string{"Root Entry", "S"} {
		e := file[512*(1+tables)+128*i:]
		for j := range len(name) {
			e[2*j] = name[j]
		}
		e[64], e[66] = byte(2*len(name)+2), []byte{5, 2}[i]
		for at, v := range map[int]uint32{68: free, 72: free, 76: []uint32{1, free}[i], 116: []uint32{end, tables + 1}[i], 120: uint32(len(stream) * i)} {
			le.PutUint32(e[at:], v)
		}
	}
	file = append(file, stream...)
	return append(file, make([]byte, 512*count-len(stream))...)
}

// TestHostile: what could take all memory or never end is an error.
func TestHostile(t *testing.T) {
	le := binary.LittleEndian
	directory := 512 * 33
	for _, c := range []struct {
		name  string
		spoil func([]byte) []byte
	}{
		{"stream larger than the file", func(b []byte) []byte { le.PutUint32(b[directory+128+120:], 1<<31); return b }},
		{"stream that ends early", func(b []byte) []byte { le.PutUint32(b[512+4*40:], 0xFFFFFFFE); return b }},
		{"directory in a circle", func(b []byte) []byte { le.PutUint32(b[512+4*32:], 32); return b }},
		{"entry that is its own brother", func(b []byte) []byte { le.PutUint32(b[directory+128+72:], 1); return b }},
		{"entry that is not there", func(b []byte) []byte { le.PutUint32(b[directory+128+72:], 1<<30); return b }},
		{"two streams of one name", func(b []byte) []byte {
			le.PutUint32(b[directory+128+72:], 2)
			copy(b[directory+256:], b[directory+128:directory+256])
			le.PutUint32(b[directory+256+72:], 0xFFFFFFFF)
			return b
		}},
		{"directory of the whole file", func(b []byte) []byte {
			big := contain(make([]byte, maxDirectory+4096))
			le.PutUint32(big[512+4*32:], 33) // the stream's sectors follow
			return big
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Open(c.spoil(contain(make([]byte, 100_000))))
			if err == nil {
				_, err = f.Stream("S")
			}
			if err == nil {
				t.Error("taken")
			}
		})
	}
}

// TestBudget: the directory is read no further than its bound.
func TestBudget(t *testing.T) {
	s := &source{data: bytes.NewReader(make([]byte, 100)), left: 60}
	if _, err := s.ReadAt(make([]byte, 50), 0); err != nil {
		t.Error(err)
	}
	if _, err := s.ReadAt(make([]byte, 11), 0); err == nil {
		t.Error("goes on")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(fixture(f))
	f.Add(contain([]byte("S")))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		for _, name := range []string{"S", "EncryptedPackage", "EncryptionInfo"} {
			if stream, err := file.Stream(name); err == nil && len(stream) > len(data) {
				t.Error("a stream longer than the file")
			}
		}
	})
}
