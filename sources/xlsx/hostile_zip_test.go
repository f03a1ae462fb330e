package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io/fs"
	"strings"
	"testing"
)

// A hostile is one workbook that is broken, strange or meant to harm. The golden
// file says what a user is told of it.
type hostile struct {
	name string
	data []byte
}

// changed is data with a number of an entry's directory record increased.
func changed(t *testing.T, data []byte, name string, field int, by uint32) []byte {
	data = bytes.Clone(data)
	at := central(t, data, name) + field
	binary.LittleEndian.PutUint32(data[at:], binary.LittleEndian.Uint32(data[at:])+by)
	return data
}

// Fields of a directory record.
const (
	fieldFlags  = 8
	fieldMethod = 10
	fieldSum    = 16
	fieldSize   = 24
)

// packWith is the package of parts with one more entry that has a header of its own.
func packWith(t *testing.T, parts []part, h zip.FileHeader, body string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(p.body))
	}
	w, err := z.CreateHeader(&h)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(body))
	if err := z.SetComment("a comment"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zip64 is data with its directory in the wide form that large archives need.
func zip64(data []byte) []byte {
	le := binary.LittleEndian
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	count, from := le.Uint16(data[end+10:]), le.Uint32(data[end+16:])
	out := bytes.Clone(data[:from])
	for record := data[from:end]; len(record) > 0; {
		name, extra := int(le.Uint16(record[28:])), int(le.Uint16(record[30:]))
		wide := bytes.Clone(record[:46+name])
		for _, field := range []int{20, fieldSize, 42} {
			le.PutUint32(wide[field:], 0xFFFFFFFF)
		}
		le.PutUint16(wide[30:], 28)
		wide = le.AppendUint16(le.AppendUint16(wide, 1), 24)
		for _, field := range []int{fieldSize, 20, 42} {
			wide = le.AppendUint64(wide, uint64(le.Uint32(record[field:])))
		}
		out = append(out, wide...)
		record = record[46+name+extra:]
	}
	at := uint64(len(out))
	out = append(out, "PK\x06\x06"...)
	out = le.AppendUint64(out, 44)
	out = append(out, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	for _, n := range []uint64{uint64(count), uint64(count), at - uint64(from), uint64(from)} {
		out = le.AppendUint64(out, n)
	}
	out = append(out, "PK\x06\x07\x00\x00\x00\x00"...)
	out = le.AppendUint64(out, at)
	out = append(out, 1, 0, 0, 0)
	return append(out, "PK\x05\x06\x00\x00\x00\x00\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00\x00"...)
}

// shifted is data behind a prefix, its directory mended.
func shifted(data []byte, prefix string) []byte {
	le := binary.LittleEndian
	out := append([]byte(prefix), data...)
	by := uint32(len(prefix))
	end := bytes.LastIndex(out, []byte(directoryEnd))
	from := le.Uint32(out[end+16:]) + by
	le.PutUint32(out[end+16:], from)
	for at := int(from); at < end; at += 46 + int(le.Uint16(out[at+28:])) + int(le.Uint16(out[at+30:])) {
		le.PutUint32(out[at+42:], le.Uint32(out[at+42:])+by)
	}
	return out
}

// hostileArchives is packages whose ZIP is broken or strange.
func hostileArchives(t *testing.T) []hostile {
	parts := workbook1(sheetXML(strings.Repeat(" ", 3000)+goodRow+goodRow2, ""))
	good := pack(parts)
	link := zip.FileHeader{Name: "xl/link.xml"}
	link.SetMode(fs.ModeSymlink | 0o777)
	backslashes := workbook1(sheetXML(goodRow, ""))
	for i := range backslashes {
		backslashes[i].name = strings.ReplaceAll(backslashes[i].name, "/", `\`)
	}
	endless := bytes.Clone(good)
	binary.LittleEndian.PutUint16(endless[len(endless)-12:], 3)
	return []hostile{
		{"good", good},
		{"no byte", nil},
		{"first four bytes", good[:4]},
		{"cut after the first entry", good[:200]},
		{"cut in half", good[:len(good)/2]},
		{"cut before the directory's end", good[:len(good)-30]},
		{"last byte missing", good[:len(good)-1]},
		{"directory says three entries", endless},
		{"size one too large", changed(t, good, sheetPath, fieldSize, 1)},
		{"size one too small", changed(t, good, sheetPath, fieldSize, ^uint32(0))},
		{"size 50 MiB too large", changed(t, good, sheetPath, fieldSize, 50<<20)},
		{"checksum wrong", changed(t, good, sheetPath, fieldSum, 1)},
		{"checksum of the strings wrong", changed(t, good, stringsPath, fieldSum, 1)},
		{"entry encrypted", changed(t, good, sheetPath, fieldFlags, 1)},
		{"entry packed in another way", changed(t, good, sheetPath, fieldMethod, 4)},
		{"zip64", zip64(good)},
		{"bytes before, beginning as a package", shifted(good, localHeader+strings.Repeat("\x00", 40))},
		{"bytes before", append([]byte("MZ and a program"), good...)},
		{"bytes before, and the directory knows", shifted(good, "MZ and a program")},
		{"another package before", append(bytes.Clone(good), good...)},
		{"bytes after", append(bytes.Clone(good), "<html>proxy</html>"...)},
		{"comment and a folder's entry", packWith(t, parts, zip.FileHeader{Name: "xl/media/"}, "")},
		{"names with backslashes", pack(backslashes)},
		{"link", packWith(t, parts, link, "/etc/passwd")},
		{"name of escape sequences", packWith(t, parts, zip.FileHeader{Name: "/\x1b[2J\u202e\x00.xml"}, "a")},
		{"name beyond measure", packWith(t, parts, zip.FileHeader{Name: "/" + strings.Repeat("长", 5000)}, "a")},
		{"20,001 entries", append(bytes.Clone(good), bytes.Repeat([]byte("PK\x01\x02"), 20_001)...)},
		{"1 GiB beside the sheets", bomb(t, "xl/media/image1.png", 1024)},
		{"100 MiB of a sheet", bomb(t, sheetPath, 100)},
	}
}
