package main

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

// makeFont is the command font FACE TO [EDIT...]: a face of ours as an office's
// font file. An edit is fsType=N, OLD=NEW for names of the same length, map:OLD=NEW
// for a character, or ttc, which makes it a collection of two.
func makeFont(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(filepath.Join("../../fonts/faces", args[0]+".ttf"))
	ts.Check(err)
	for _, edit := range args[2:] {
		from, to, _ := strings.Cut(edit, "=")
		switch {
		case edit == "ttc":
			data = inCollection(data)
		case from == "fsType":
			n, err := strconv.Atoi(to)
			ts.Check(err)
			binary.BigEndian.PutUint16(fontTable(data, "OS/2")[8:], uint16(n))
		case strings.HasPrefix(from, "map:"):
			chars := fontTable(data, "cmap")
			copy(chars, strings.Replace(string(chars), alone(from[len("map:"):]), alone(to), 1))
		default:
			names := fontTable(data, "name")
			copy(names, strings.ReplaceAll(string(names), inUTF16(from), inUTF16(to)))
		}
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[1])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o666))
}

func fontTable(data []byte, tag string) []byte {
	record := data[strings.Index(string(data), tag):]
	at, size := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
	return data[at:][:size]
}

// inCollection returns a TTC of which both faces are data's.
func inCollection(data []byte) []byte {
	const head = 20
	out := binary.BigEndian.AppendUint32([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02"), head)
	out = append(binary.BigEndian.AppendUint32(out, head), data...)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := out[head+12+16*i+8:]
		binary.BigEndian.PutUint32(at, binary.BigEndian.Uint32(at)+head)
	}
	return out
}

func inUTF16(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return string(b)
}

// alone is how a cmap of format 12 begins the group of one character.
func alone(s string) string {
	r := uint32([]rune(s)[0])
	return string(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, r), r))
}
