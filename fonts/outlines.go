package fonts

// Outlines are the tables that draw glyphs: all that a subset keeps.
type outlines struct {
	head, hhea, hmtx, maxp, loca, glyf table
	cvt, fpgm, prep                    table // hinting; "" when the font has none

	glyphs   int  // number of glyphs, at least 1
	advances int  // number of full hmtx entries, 1 to glyphs; later glyphs repeat the last
	long     bool // loca has 32-bit offsets
	em       int  // units per em
	lenient  bool // loca was not checked, bearings may be missing
}

// Lengths of the fixed tables of version 1.0.
const (
	headSize = 54
	hheaSize = 36
	maxpSize = 32
)

const headMagic = 0x5F0F3CF5

// readOutlines checks everything about the drawing tables but the glyphs
// themselves: those are checked when a subset takes them.
func readOutlines(tables map[string]table, lenient bool) (*outlines, error) {
	if err := drawable(func(tag string) bool { _, ok := tables[tag]; return ok }); err != nil {
		return nil, err
	}
	o := &outlines{lenient: lenient, cvt: tables["cvt "], fpgm: tables["fpgm"], prep: tables["prep"]}
	for _, need := range []struct {
		tag string
		to  *table
		min int
	}{
		{"head", &o.head, headSize}, {"hhea", &o.hhea, hheaSize}, {"maxp", &o.maxp, maxpSize},
		{"hmtx", &o.hmtx, 4}, {"loca", &o.loca, 4}, {"glyf", &o.glyf, 0},
	} {
		t, err := require(tables, need.tag, need.min)
		if err != nil {
			return nil, err
		}
		*need.to = t
	}
	for _, check := range []func() error{o.readHead, o.readMaxp, o.readHmtx, o.checkLoca} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// drawable says of a face, by the tables it has, why its glyphs are none that
// can be drawn here.
func drawable(has func(tag string) bool) error {
	switch {
	case has("fvar"):
		return &Error{Kind: Variable, Table: "fvar", Detail: "is a variable font"}
	case has("glyf"):
		return nil
	case has("CFF ") || has("CFF2"):
		return &Error{Kind: CFF, Table: "CFF ", Detail: "has CFF outlines, not TrueType ones"}
	case has("EBDT") || has("bdat") || has("CBDT") || has("sbix"):
		return &Error{Kind: Bitmap, Table: "glyf", Detail: "is missing: the font has bitmaps only"}
	}
	return nil // readOutlines tells what is missing
}

// require returns a table that must be there with at least min bytes.
func require(tables map[string]table, tag string, min int) (table, error) {
	t, ok := tables[tag]
	if !ok {
		return "", damaged(tag, "is missing")
	}
	if len(t) < min {
		return "", damaged(tag, "has %d bytes, needs %d", len(t), min)
	}
	return t, nil
}

func (o *outlines) readHead() error {
	if o.head.u32(12) != headMagic {
		return damaged("head", "has a wrong magic number")
	}
	if o.em = o.head.u16(18); o.em < 16 || o.em > 16384 {
		return damaged("head", "%d units per em is outside 16 to 16384", o.em)
	}
	switch format := o.head.u16(50); format {
	case 0, 1:
		o.long = format == 1
	default:
		return damaged("head", "unknown loca format %d", format)
	}
	return nil
}

func (o *outlines) readMaxp() error {
	if v := o.maxp.u32(0); v != 0x00010000 {
		return damaged("maxp", "version %#x is not TrueType's", v)
	}
	if o.glyphs = o.maxp.u16(4); o.glyphs == 0 {
		return damaged("maxp", "has no glyphs")
	}
	return nil
}

func (o *outlines) readHmtx() error {
	o.advances = o.hhea.u16(34)
	if o.advances < 1 || o.advances > o.glyphs {
		return damaged("hhea", "%d advances for %d glyphs", o.advances, o.glyphs)
	}
	need := 4*o.advances + 2*(o.glyphs-o.advances)
	if o.lenient {
		need = 4 * o.advances
	}
	if len(o.hmtx) < need {
		return damaged("hmtx", "has %d bytes, needs %d", len(o.hmtx), need)
	}
	return nil
}

// checkLoca makes sure that each glyph's bytes lie inside glyf.
func (o *outlines) checkLoca() error {
	width := 2
	if o.long {
		width = 4
	}
	if need := width * (o.glyphs + 1); len(o.loca) < need {
		return damaged("loca", "has %d bytes, needs %d", len(o.loca), need)
	}
	if o.lenient {
		return nil // glyph looks itself
	}
	last := 0
	for g := range o.glyphs + 1 {
		at := o.offset(g)
		if at < last || at > len(o.glyf) {
			return damaged("loca", "glyph %d lies outside glyf", g)
		}
		last = at
	}
	return nil
}

// offset returns where glyph g starts in glyf; g may be the number of glyphs.
func (o *outlines) offset(g int) int {
	if o.long {
		return int(o.loca.u32(4 * g))
	}
	return 2 * o.loca.u16(2*g)
}

// glyph returns g's bytes, "" for a blank glyph and for one whose place is wrong.
func (o *outlines) glyph(g GlyphID) table {
	from, to := o.offset(int(g)), o.offset(int(g)+1)
	if from > to || to > len(o.glyf) {
		return ""
	}
	return o.glyf[from:to]
}

// advance returns g's width in font units.
func (o *outlines) advance(g GlyphID) int {
	return o.hmtx.u16(4 * min(int(g), o.advances-1))
}

// bearing returns the bytes of g's left side bearing, 0 for one that is missing.
func (o *outlines) bearing(g GlyphID) int {
	if n := int(g) - o.advances; n >= 0 {
		at := 4*o.advances + 2*n
		if at+2 > len(o.hmtx) {
			return 0
		}
		return o.hmtx.u16(at)
	}
	return o.hmtx.u16(4*int(g) + 2)
}
