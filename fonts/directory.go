package fonts

import (
	"errors"
	"io"
	"strings"
)

// The first four bytes of the files people meet.
const (
	versionTrueType = "\x00\x01\x00\x00"
	versionApple    = "true"
	versionCFF      = "OTTO"
	versionTTC      = "ttcf"
)

// What a file is read of before it has shown to be sound. The largest
// collections have some hundred faces, the richest faces some thirty tables.
const (
	mostFaces  = 512
	mostTables = 256
)

// An extent is where a table lies in its file.
type extent struct{ at, size uint32 }

// readDirectory returns the tables of one face of a font file by tag. All of
// them lie inside data. Checksums are not compared: the fonts of real offices
// often have wrong ones.
func readDirectory(data string, index int) (map[string]table, error) {
	r := file{strings.NewReader(data), int64(len(data))}
	starts, err := r.faces()
	if err != nil {
		return nil, err
	}
	if index < 0 || index >= len(starts) {
		return nil, damaged("", "has %d faces, number %d is asked for", len(starts), index)
	}
	extents, err := r.tables(starts[index])
	if err != nil {
		return nil, err
	}
	tables := make(map[string]table, len(extents))
	for tag, e := range extents {
		tables[tag] = table(data[e.at:][:e.size])
	}
	return tables, nil
}

// A file is a font file of which only parts are read.
type file struct {
	io.ReaderAt
	size int64
}

// part reads n bytes at a place; ok is false beyond the end.
func (f file) part(at, n int64) (t table, ok bool, err error) {
	if at < 0 || n < 0 || at > f.size-n {
		return "", false, nil
	}
	b := make([]byte, n)
	if _, err := f.ReadAt(b, at); err != nil && !errors.Is(err, io.EOF) {
		return "", false, err
	}
	return table(b), true, nil
}

// faces returns where the directories of the file's faces begin: one, or those
// of a collection.
func (f file) faces() ([]uint32, error) {
	head, ok, err := f.part(0, headerSize)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &Error{Kind: NotFont, Detail: "shorter than a font's header"}
	}
	if head[:4] != versionTTC {
		return []uint32{0}, nil
	}
	n := head.u32(8)
	if n == 0 || n > mostFaces {
		return nil, damaged("", "collection of %d faces", n)
	}
	list, ok, err := f.part(headerSize, 4*int64(n))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, damaged("", "list of faces is cut short")
	}
	starts := make([]uint32, n)
	for i := range starts {
		starts[i] = list.u32(4 * i)
	}
	return starts, nil
}

// tables reads the directory at start; every table lies inside the file.
func (f file) tables(start uint32) (map[string]extent, error) {
	head, ok, err := f.part(int64(start), headerSize)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, damaged("", "a face begins beyond the end of the file")
	}
	switch head[:4] {
	case versionTrueType, versionApple, versionCFF:
	default:
		return nil, &Error{Kind: NotFont, Detail: "does not begin like a TrueType font"}
	}
	n := head.u16(4)
	if n > mostTables {
		return nil, damaged("", "%d tables", n)
	}
	list, ok, err := f.part(int64(start)+headerSize, int64(n)*recordSize)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &Error{Detail: "table directory is cut short"}
	}
	return f.extents(list, n)
}

func (f file) extents(list table, n int) (map[string]extent, error) {
	tables := make(map[string]extent, n)
	for i := range n {
		record := list[i*recordSize:][:recordSize]
		tag, e := string(record[:4]), extent{record.u32(8), record.u32(12)}
		if _, twice := tables[tag]; twice {
			return nil, damaged(tag, "is there twice")
		}
		if int64(e.at)+int64(e.size) > f.size {
			return nil, damaged(tag, "reaches beyond the end of the file")
		}
		tables[tag] = e
	}
	return tables, nil
}
