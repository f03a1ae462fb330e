package census

import (
	"slices"
	"unicode/utf16"
)

// readStrings reads the table of strings, which begins in r and goes on in the
// records that continue it.
func (b *book97) readStrings(r record) error {
	if len(r.body) < 8 {
		return damaged("table of strings is cut short")
	}
	count := int(le.Uint32(r.body[4:]))
	p := pieces{rest: [][]byte{r.body[8:]}}
	for {
		next, err := b.record(r.next)
		if err != nil {
			return err
		}
		if next.kind != recContinue {
			break
		}
		p.rest = append(p.rest, next.body)
		r = next
	}
	for range count {
		s := p.richString()
		if p.short {
			return damaged("string %d of %d is cut short", len(b.strings), count)
		}
		b.strings = append(b.strings, s)
	}
	return nil
}

// pieces reads what is cut into records. A read past the end sets short.
type pieces struct {
	rest  [][]byte
	short bool
}

// Bits of the byte before the characters.
const (
	isWide     = 1
	hasReading = 4
	hasRuns    = 8
)

// richString reads a string with its runs of fonts and its reading aid.
func (p *pieces) richString() string {
	count, flags := int(p.uint16()), p.byte()
	after := 0
	if flags&hasRuns != 0 {
		after = 4 * int(p.uint16())
	}
	if flags&hasReading != 0 {
		after += int(le.Uint32(p.take(4)))
	}
	s := p.chars(count, flags)
	p.skip(after)
	return s
}

// chars reads count characters. Where they go on in another record, it begins
// with a byte of its own that says how wide they are there.
func (p *pieces) chars(count int, flags byte) string {
	var units []uint16
	wide := flags&isWide != 0
	for count > 0 {
		if len(p.rest) > 0 && len(p.rest[0]) == 0 {
			p.rest = p.rest[1:]
			wide = p.byte()&isWide != 0
		}
		size := 1
		if wide {
			size = 2
		}
		n := 0
		if len(p.rest) > 0 {
			n = min(count, len(p.rest[0])/size)
		}
		if n == 0 {
			p.short = true
			return ""
		}
		for b := range slices.Chunk(p.rest[0][:n*size], size) {
			unit := uint16(b[0])
			if wide {
				unit |= uint16(b[1]) << 8
			}
			units = append(units, unit)
		}
		p.rest[0] = p.rest[0][n*size:]
		count -= n
	}
	return string(utf16.Decode(units))
}

// take returns the next n bytes, or as many zeros.
func (p *pieces) take(n int) []byte {
	out := make([]byte, n)
	for at := 0; at < n; {
		if len(p.rest) == 0 {
			p.short = true
			break
		}
		moved := copy(out[at:], p.rest[0])
		p.rest[0] = p.rest[0][moved:]
		if at += moved; at < n {
			p.rest = p.rest[1:]
		}
	}
	return out
}

// skip passes n bytes over.
func (p *pieces) skip(n int) {
	for n > 0 && !p.short {
		n -= len(p.take(min(n, 1024)))
	}
}

func (p *pieces) byte() byte     { return p.take(1)[0] }
func (p *pieces) uint16() uint16 { return le.Uint16(p.take(2)) }
