package fonts

import "hash/adler32"

// A pack is a face's outlines deflated in advance, glyph by glyph, all in one
// code (RFC 1951, 3.2.7) that was made for the face: what a subset draws is then
// one deflate block, put together from bits that are there already. Deflating
// the 860 characters of a notice took as long as all else that makes its PDF.
//
// The file is the lengths of the code's symbols, one byte each; for the block's
// header and then for each glyph of the face where its bits end, in bits, 32-bit
// little-endian; and the bits, each piece from a byte's edge on. A glyph without
// bits is coded byte by byte. packer_test.go makes it.
type pack struct {
	ends, bits table
	codes      [endOfBlock + 1]code
}

// Symbols of a deflate block's code for bytes and lengths.
const (
	endOfBlock  = 256
	packSymbols = 286
)

// A code is one symbol's bits, the first to be written lowest.
type code struct {
	bits uint64
	n    int
}

// readPack reads the pack of a face with so many glyphs. One that does not fit
// is a broken build, hence the panic; what the bits say, the tests compare.
func readPack(data string, glyphs int) *pack {
	ends := 4 * (1 + glyphs)
	if len(data) < packSymbols+ends {
		panic("embedded pack of a font is cut short")
	}
	p := &pack{ends: table(data[packSymbols:][:ends]), bits: table(data[packSymbols+ends:])}
	if (p.end(glyphs)+7)/8 != len(p.bits) {
		panic("embedded pack of a font is of another font")
	}
	copy(p.codes[:], canonical(data[:packSymbols]))
	return p
}

// canonical gives symbols of the given lengths their codes (RFC 1951, 3.2.2).
func canonical(lengths string) []code {
	codes := make([]code, len(lengths))
	next := uint64(0)
	for n := 1; n <= 15; n++ {
		for symbol := range codes {
			if int(lengths[symbol]) == n {
				codes[symbol] = code{reversed(next, n), n}
				next++
			}
		}
		next <<= 1
	}
	return codes
}

// reversed turns the lowest n bits round: codes are written from their highest
// bit on, everything else from its lowest.
func reversed(v uint64, n int) (r uint64) {
	for range n {
		r = r<<1 | v&1
		v >>= 1
	}
	return r
}

// end returns where piece i ends, in bits.
func (p *pack) end(i int) int { return int(p.ends.le32(4 * i)) }

// piece returns the bits of piece i: 0 is the block's header, then come the
// glyphs.
func (p *pack) piece(i int) (bits table, n int) {
	from := 0
	if i > 0 {
		from = (p.end(i-1) + 7) / 8
	}
	return p.bits[from:], p.end(i) - 8*from
}

// Packed reports whether the outlines of the subset's face were deflated in
// advance: then [Subset.AppendPacked] has them.
func (s *Subset) Packed() bool { return s.face.pack != nil }

// AppendPacked appends the outlines of a packed subset to b as one final deflate
// block (RFC 1951), and returns the checksum of the whole file, which zlib wants
// behind it (RFC 1950). They take some two thirds of s.Size.
func (s *Subset) AppendPacked(b []byte) (out []byte, adler uint32) {
	p := s.face.pack
	sum := adler32.New()
	sum.Write(s.Front)
	w := bitWriter{b: b}
	w.copy(p.piece(0))
	s.eachOutline(func(g GlyphID, b []byte) {
		sum.Write(b)
		bits, n := p.piece(int(g) + 1)
		if n > 0 {
			w.copy(bits, n)
			return
		}
		for _, c := range b {
			w.put(p.codes[c])
		}
	})
	w.put(p.codes[endOfBlock])
	return w.close(), sum.Sum32()
}
