package fonts

import (
	"encoding/binary"
	"math/bits"
)

// A part is one table to write: fill gets size zero bytes. One without fill is
// written by others, at the end of the file; its checksum is given.
type part struct {
	tag  string
	size int
	fill func([]byte)
	sum  uint32
}

func copied(tag string, t table) part {
	return part{tag: tag, size: len(t), fill: func(b []byte) { copy(b, t) }}
}

// checksumMagic is what the checksum of a whole font must come to.
const checksumMagic = 0xB1B0AFBA

// writeFont lays parts, sorted by tag, out as a font file. Hinting tables of
// size 0 are left out.
func writeFont(parts []part) []byte {
	var kept []part
	size := headerSize
	for _, p := range parts {
		if p.size > 0 || p.tag == "glyf" {
			kept = append(kept, p)
			size += recordSize
			if p.fill != nil {
				size += padded(p.size)
			}
		}
	}
	b := make([]byte, size)
	writeHeader(b, len(kept))
	at, sum, adjustment := headerSize+recordSize*len(kept), uint32(0), []byte(nil)
	for i, p := range kept {
		record := b[headerSize+recordSize*i:]
		copy(record, p.tag)
		putU32(record[12:], uint32(p.size))
		if p.fill == nil {
			putU32(record[8:], uint32(size))
		} else {
			body := b[at : at+padded(p.size)]
			p.fill(body[:p.size])
			if p.tag == "head" {
				adjustment = body[8:]
			}
			p.sum = checksum(body)
			putU32(record[8:], uint32(at))
			at += len(body)
		}
		putU32(record[4:], p.sum)
		sum += p.sum
	}
	putU32(adjustment, checksumMagic-sum-checksum(b[:headerSize+recordSize*len(kept)]))
	return b
}

// writeHeader writes the version, the number of tables and the search hints.
func writeHeader(b []byte, tables int) {
	log := bits.Len(uint(tables)) - 1
	span := recordSize << log
	copy(b, versionTrueType)
	putU16(b[4:], tables)
	putU16(b[6:], span)
	putU16(b[8:], log)
	putU16(b[10:], recordSize*tables-span)
}

// checksum adds up b, whose length is a multiple of four, as 32-bit numbers.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 16; b = b[16:] {
		v, w := binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])
		sum += uint32(v) + uint32(v>>32) + uint32(w) + uint32(w>>32)
	}
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}

// padded is the room a table or glyph of n bytes takes: each starts at a
// multiple of four.
func padded(n int) int { return (n + 3) &^ 3 }

func putU16(b []byte, v int) { binary.BigEndian.PutUint16(b, uint16(v)) }

func putU32(b []byte, v uint32) { binary.BigEndian.PutUint32(b, v) }
