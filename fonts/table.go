package fonts

// A table is one table of a font file, or a part of one. Callers check lengths
// once, then read: reading past the end is a bug and panics.
type table string

func (t table) u16(at int) int { return int(t[at])<<8 | int(t[at+1]) }

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) uint32 { return uint32(t.u16(at))<<16 | uint32(t.u16(at+2)) }

// from returns the rest of t from at on; ok is false beyond its end.
func (t table) from(at uint32) (rest table, ok bool) {
	if uint64(at) > uint64(len(t)) {
		return "", false
	}
	return t[at:], true
}

const (
	headerSize = 12 // sfnt version, number of tables, search hints
	recordSize = 16 // tag, checksum, offset, length
)

// The first four bytes of the files people meet.
const (
	versionTrueType = "\x00\x01\x00\x00"
	versionApple    = "true"
	versionCFF      = "OTTO"
	versionTTC      = "ttcf"
)

// readDirectory returns the tables of a font file by tag. All of them lie
// inside data. Checksums are not compared: the fonts of real offices often
// have wrong ones.
func readDirectory(data string) (map[string]table, error) {
	if len(data) < headerSize {
		return nil, &Error{Kind: NotFont, Detail: "shorter than a font's header"}
	}
	switch data[:4] {
	case versionTrueType, versionApple:
	case versionCFF:
		return nil, &Error{Kind: Unsupported, Detail: "has CFF outlines, not TrueType ones"}
	case versionTTC:
		return nil, &Error{Kind: Unsupported, Detail: "is a collection of fonts (TTC)"}
	default:
		return nil, &Error{Kind: NotFont, Detail: "does not begin like a TrueType font"}
	}
	file := table(data)
	n := file.u16(4)
	if len(file) < headerSize+n*recordSize {
		return nil, &Error{Detail: "table directory is cut short"}
	}
	tables := make(map[string]table, n)
	for i := range n {
		record := file[headerSize+i*recordSize:][:recordSize]
		tag, at, size := string(record[:4]), record.u32(8), record.u32(12)
		if _, twice := tables[tag]; twice {
			return nil, damaged(tag, "is there twice")
		}
		rest, ok := file.from(at)
		if !ok || uint64(size) > uint64(len(rest)) {
			return nil, damaged(tag, "reaches beyond the end of the file")
		}
		tables[tag] = rest[:size]
	}
	return tables, nil
}
