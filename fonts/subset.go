package fonts

import "slices"

// A Subset is a font of some of a face's glyphs, for embedding in PDF as a
// CIDFontType2 with Identity-H: it has the tables that draw glyphs and no
// others (ISO 32000-1, 9.9). The outlines, nearly all of it, come last, so that
// they can be deflated apart: [Subset.Deflate].
type Subset struct {
	Glyphs []GlyphID // the face's glyph at each id of the font, ascending
	Front  []byte    // the font's file up to the outlines; tells it from every other subset of the face
	Size   int       // of the whole file, in bytes

	face *Face
}

// Subset returns a font of the given glyphs, .notdef and the glyphs they are
// made of. Order and repetition of ids make no difference: one set gives one
// sequence of bytes. A glyph that is damaged or that the face does not have is
// an *Error.
func (f *Face) Subset(ids []GlyphID) (*Subset, error) {
	glyphs, err := f.closed(ids)
	if err != nil {
		return nil, err
	}
	s := &Subset{Glyphs: glyphs, face: f}
	size, sum := s.outlineSum()
	s.Front = writeFont(s.parts(size, sum))
	s.Size = len(s.Front) + size
	return s, nil
}

// outlineSum is how many bytes the outlines have, and their checksum.
func (s *Subset) outlineSum() (size int, sum uint32) {
	s.eachOutline(func(_ GlyphID, b []byte) {
		size += len(b)
		sum += checksum(b)
	})
	return size, sum
}

// ID returns the id in the font of the face's glyph g, which is one of s.Glyphs.
func (s *Subset) ID(g GlyphID) GlyphID {
	i, _ := slices.BinarySearch(s.Glyphs, g)
	return GlyphID(i)
}

// Data returns the font's file.
func (s *Subset) Data() []byte {
	data := append(make([]byte, 0, s.Size), s.Front...)
	s.eachOutline(func(_ GlyphID, b []byte) { data = append(data, b...) })
	return data
}

// parts are the tables that draw the subset, by tag; the outlines' length and
// checksum are given.
func (s *Subset) parts(size int, sum uint32) []part {
	o, n := s.face.outlines, len(s.Glyphs)
	return []part{
		copied("cvt ", o.cvt),
		copied("fpgm", o.fpgm),
		{tag: "glyf", size: size, sum: sum},
		{tag: "head", size: headSize, fill: func(b []byte) {
			copy(b, o.head)
			putU32(b[8:], 0) // checkSumAdjustment: writeFont's
			putU16(b[50:], 1)
		}},
		{tag: "hhea", size: hheaSize, fill: func(b []byte) {
			copy(b, o.hhea)
			putU16(b[34:], n)
		}},
		{tag: "hmtx", size: 4 * n, fill: func(b []byte) {
			for i, g := range s.Glyphs {
				putU16(b[4*i:], o.advance(g))
				putU16(b[4*i+2:], o.bearing(g))
			}
		}},
		{tag: "loca", size: 4 * (n + 1), fill: s.fillLoca},
		{tag: "maxp", size: maxpSize, fill: func(b []byte) {
			copy(b, o.maxp)
			putU16(b[4:], n)
		}},
		copied("prep", o.prep),
	}
}

func (s *Subset) fillLoca(b []byte) {
	at := 0
	for i, g := range s.Glyphs {
		putU32(b[4*i:], uint32(at))
		at += padded(len(s.face.glyph(g)))
	}
	putU32(b[4*len(s.Glyphs):], uint32(at))
}

// eachOutline visits the glyphs, which closed has checked, in order, each with
// its bytes in the subset, valid until the next: padded, and components have
// their new ids.
func (s *Subset) eachOutline(visit func(g GlyphID, b []byte)) {
	var b []byte
	for _, id := range s.Glyphs {
		g := s.face.glyph(id)
		b = append(b[:0], g...)
		if isComposite(g) {
			eachPart(g, func(at int, part GlyphID) error {
				putU16(b[at:], int(s.ID(part)))
				return nil
			})
		}
		visit(id, append(b, "\x00\x00\x00"[:padded(len(g))-len(g)]...))
	}
}
