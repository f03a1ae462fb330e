package fonts

// A table is one table of a font file, or a part of one. Callers check lengths
// once, then read: reading past the end is a bug and panics.
type table string

func (t table) u16(at int) int { return int(t[at])<<8 | int(t[at+1]) }

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) uint32 { return uint32(t.u16(at))<<16 | uint32(t.u16(at+2)) }

// le32 reads a number of our own files, which are little-endian.
func (t table) le32(at int) uint32 {
	t = t[at : at+4]
	return uint32(t[0]) | uint32(t[1])<<8 | uint32(t[2])<<16 | uint32(t[3])<<24
}

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
