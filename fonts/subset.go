package fonts

// A Subset is a font of some of a face's glyphs, for embedding in PDF as a
// CIDFontType2 with Identity-H: it has the tables that draw glyphs and no
// others (ISO 32000-1, 9.9).
type Subset struct {
	Data   []byte
	Glyphs []GlyphID           // the face's glyph at each id of Data, ascending
	IDs    map[GlyphID]GlyphID // the other way: id in the face to id in Data
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
	s := &Subset{Glyphs: glyphs}
	s.IDs = make(map[GlyphID]GlyphID, len(s.Glyphs))
	for i, g := range s.Glyphs {
		s.IDs[g] = GlyphID(i)
	}
	s.Data = s.write(f.outlines)
	return s, nil
}

// write lays the tables of the subset, in order of their tags.
func (s *Subset) write(o *outlines) []byte {
	n := len(s.Glyphs)
	return writeFont([]part{
		copied("cvt ", o.cvt),
		copied("fpgm", o.fpgm),
		{"glyf", s.glyfSize(o), func(b []byte) { s.fillGlyf(o, b) }},
		{"head", headSize, func(b []byte) {
			copy(b, o.head)
			putU32(b[8:], 0) // checkSumAdjustment: writeFont's
			putU16(b[50:], 1)
		}},
		{"hhea", hheaSize, func(b []byte) {
			copy(b, o.hhea)
			putU16(b[34:], n)
		}},
		{"hmtx", 4 * n, func(b []byte) {
			for i, g := range s.Glyphs {
				putU16(b[4*i:], o.advance(g))
				putU16(b[4*i+2:], o.bearing(g))
			}
		}},
		{"loca", 4 * (n + 1), func(b []byte) { s.fillLoca(o, b) }},
		{"maxp", maxpSize, func(b []byte) {
			copy(b, o.maxp)
			putU16(b[4:], n)
		}},
		copied("prep", o.prep),
	})
}

func (s *Subset) glyfSize(o *outlines) int {
	size := 0
	for _, g := range s.Glyphs {
		size += padded(len(o.glyph(g)))
	}
	return size
}

func (s *Subset) fillLoca(o *outlines, b []byte) {
	at := 0
	for i, g := range s.Glyphs {
		putU32(b[4*i:], uint32(at))
		at += padded(len(o.glyph(g)))
	}
	putU32(b[4*len(s.Glyphs):], uint32(at))
}

// fillGlyf copies the glyphs, which closed has checked; components get their new
// ids.
func (s *Subset) fillGlyf(o *outlines, b []byte) {
	for _, id := range s.Glyphs {
		g := o.glyph(id)
		copy(b, g)
		if isComposite(g) {
			eachPart(g, func(at int, id GlyphID) error {
				putU16(b[at:], int(s.IDs[id]))
				return nil
			})
		}
		b = b[padded(len(g)):]
	}
}
