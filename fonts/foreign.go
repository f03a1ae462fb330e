package fonts

import (
	"strings"
	"unicode"
)

// A foreign is what is known of an office's own face beyond its tables.
type foreign struct {
	file    string // its path, as people know it
	index   int    // in a collection
	raise   int    // font units, see Raise
	chinese bool   // it has 永
}

// Foreign reads one face of an office's font file, at first 0. Besides what
// Parse checks, its maker must allow subsets of it to be embedded. path is only
// remembered. The error is an *Error.
func Foreign(path, data string, index int) (*Face, error) {
	f, err := parse(data, index, true)
	if err != nil {
		return nil, err
	}
	if refusal := f.rights.refusal(); refusal != nil {
		return nil, refusal
	}
	if _, err := f.closed(nil); err != nil {
		return nil, err // every subset has .notdef
	}
	f.foreign = &foreign{file: path, index: index}
	f.settle()
	return f, nil
}

// File returns the path of an office's own font file and the face's number in
// it; ok is false for the program's own faces.
func (f *Face) File() (path string, index int, ok bool) {
	if f.foreign == nil {
		return "", 0, false
	}
	return f.foreign.file, f.foreign.index, true
}

// Raise returns by how many font units the face's glyphs must be raised to stand
// as the program's own do, whose em box reaches 88 % above the baseline.
//
// Makers put the em box at other heights (SimSun at 86 %, others at 80 %), and
// what their tables say of it is often untrue. So the rule looks at the ink: 永,
// which fills its box from top to bottom, has its middle within 0.6 % of 38 % of
// the em in each of the program's own faces, and that is where it is put. A face
// without 永 is a Latin or a supplementary one and stays where it is.
func (f *Face) Raise() int {
	if f.foreign == nil {
		return 0
	}
	return f.foreign.raise
}

const (
	gauge       = '永'
	gaugeMiddle = 380 // of 1000
	mostRaise   = 250 // of 1000: what is farther off is no 永
)

// settle finds how a Chinese face stands.
func (f *Face) settle() {
	g, ok := f.Glyph(gauge)
	if !ok {
		return
	}
	f.foreign.chinese = true
	box := f.glyph(g)
	raise := gaugeMiddle*f.em/1000 - (box.i16(4)+box.i16(8))/2
	if 1000*max(raise, -raise) <= mostRaise*f.em {
		f.foreign.raise = raise
	}
}

// prints reports whether g can stand for r on paper. Real fonts have blank
// glyphs and copies of .notdef for characters they do not draw, and a damaged
// glyph must not come as far as Subset: the next face of the chain then has r.
func (f *Face) prints(r rune, g GlyphID) bool {
	if f.advance(g) == 0 || f.advance(g) > 2*f.em {
		return false
	}
	ink := f.glyph(g)
	if len(ink) < glyphHead {
		return unicode.IsSpace(r)
	}
	if ink == f.glyph(0) {
		return false
	}
	if _, err := f.closed([]GlyphID{g}); err != nil {
		return false
	}
	return !f.foreign.chinese || f.fills(r, g, ink)
}

// cellMarks must be one em wide in a Chinese face, and leave blank the half or the
// quarter of it that GB/T 15834 leaves blank: lines are justified by cutting it.
// Many faces made for the screen have marks as narrow as in English, and those made
// for Taiwan have them in the middle.
const (
	openingMarks = "“‘（《〈【〔「『"
	closingMarks = "”’）》〉】〕」』；："
	lowMarks     = "，。、" // in the lower left corner
	cellMarks    = openingMarks + closingMarks + lowMarks + "？！…—"
)

// fills reports whether r, if it is a mark that fills a cell, does so; of — two
// must join, or there must be a glyph for both.
func (f *Face) fills(r rune, g GlyphID, ink table) bool {
	if !strings.ContainsRune(cellMarks, r) {
		return true
	}
	left, right, top := 100*ink.i16(2)/f.em, 100*ink.i16(6)/f.em, 100*(ink.i16(8)+f.foreign.raise)/f.em
	switch {
	case f.advance(g) != f.em:
		return false
	case strings.ContainsRune(openingMarks, r):
		return left >= 35
	case strings.ContainsRune(closingMarks, r):
		return right <= 65
	case strings.ContainsRune(lowMarks, r):
		return right <= 50 && top <= 40
	case r == '—':
		_, long := f.Glyph('⸺')
		return long || left <= 2 && right >= 98
	}
	return true
}
