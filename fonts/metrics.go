package fonts

// Metrics is what a PDF font descriptor tells of a whole face (ISO 32000-1,
// 9.8), in font units.
type Metrics struct {
	Ascent      int    // above the baseline
	Descent     int    // below it, negative
	CapHeight   int    // height of a capital letter
	BBox        [4]int // around all glyphs: left, bottom, right, top
	ItalicAngle int    // degrees, negative for letters that lean right
	Weight      int    // 100 to 900; 400 is regular
	StemV       int    // width of an upright stem, guessed from Weight
	Flags       int    // the descriptor's flags, always with the symbolic one
}

// Flags of a PDF font descriptor (ISO 32000-1, table 123).
const (
	flagFixedPitch = 1 << 0
	flagSerif      = 1 << 1
	flagSymbolic   = 1 << 2
	flagItalic     = 1 << 6
)

// Metrics returns the measures of the whole face.
func (f *Face) Metrics() Metrics { return f.metrics }

// shortOS2 is the length of the oldest OS/2 table, Apple's, which ends before
// the typographic measures.
const shortOS2 = 68

// readMetrics reads OS/2, post and what head and hhea say of the whole face.
func (f *Face) readMetrics(tables map[string]table) (Metrics, error) {
	os2, err := require(tables, "OS/2", shortOS2)
	if err != nil {
		return Metrics{}, err
	}
	post, err := require(tables, "post", 32)
	if err != nil {
		return Metrics{}, err
	}
	f.rights = Rights(os2.u16(8))
	m := Metrics{
		Ascent: f.hhea.i16(4), Descent: f.hhea.i16(6),
		BBox:        [4]int{f.head.i16(36), f.head.i16(38), f.head.i16(40), f.head.i16(42)},
		ItalicAngle: int(int16(post.u16(4))),
		Weight:      os2.u16(4),
		CapHeight:   f.capHeight(os2),
		Flags:       flags(os2, post),
	}
	if f.lenient {
		f.forgive(&m)
	}
	if m.Ascent <= 0 || m.Descent > 0 {
		return Metrics{}, damaged("hhea", "ascent %d, descent %d", m.Ascent, m.Descent)
	}
	if m.Weight < 1 || m.Weight > 1000 {
		return Metrics{}, damaged("OS/2", "weight %d is outside 1 to 1000", m.Weight)
	}
	m.StemV = (50 + m.Weight*m.Weight/65/65) * f.em / 1000
	return m, nil
}

// forgive replaces measures that cannot be true by usual ones: PDF readers use
// them for little.
func (f *Face) forgive(m *Metrics) {
	if m.Ascent <= 0 || m.Descent > 0 {
		m.Ascent, m.Descent = 880*f.em/1000, -120*f.em/1000
	}
	if m.Weight < 1 || m.Weight > 1000 {
		m.Weight = 400
	}
}

// capHeight is OS/2's; where it has none the height of H, or else the ascent.
func (f *Face) capHeight(os2 table) int {
	if os2.u16(0) >= 2 && len(os2) >= 90 && os2.i16(88) > 0 {
		return os2.i16(88)
	}
	if g, ok := f.Glyph('H'); ok && len(f.glyph(g)) >= glyphHead {
		return f.glyph(g).i16(8)
	}
	return f.hhea.i16(4)
}

// flags reads the class of face from PANOSE.
func flags(os2, post table) int {
	const text, firstSerif, lastSerif = 2, 2, 10
	v := flagSymbolic
	if family, serif := os2[32], os2[33]; family == text && serif >= firstSerif && serif <= lastSerif {
		v |= flagSerif
	}
	if post.u32(4) != 0 {
		v |= flagItalic
	}
	if post.u32(12) != 0 {
		v |= flagFixedPitch
	}
	return v
}
