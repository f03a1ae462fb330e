package fonts

import (
	"crypto/sha256"
	"fmt"
)

// A GlyphID numbers a glyph within its face; 0 is .notdef.
type GlyphID uint16

// mostGlyphs is how many glyphs a GlyphID can number.
const mostGlyphs = 1 << 16

// A Face is one TrueType font. It never changes and may be used by many
// goroutines at once.
type Face struct {
	*outlines
	cmap    cmap
	names   names
	metrics Metrics
	rights  Rights
	data    string   // the whole file
	foreign *foreign // nil for the program's own faces
	pack    *pack    // nil for most
}

// Parse reads a font with TrueType (glyf) outlines. The face keeps data and
// reads it in place. Every table used is checked here, but for the glyphs
// themselves: Subset checks those it takes. The error is an *Error.
func Parse(data string) (*Face, error) { return parse(data, 0, false) }

// parse reads one face of a file that may be a collection. A lenient reading
// forgives what real fonts have and systems draw without a word: wrong places of
// single glyphs, characters that lead to none, missing bearings, odd measures of
// the whole face. Face.prints then looks at each glyph.
func parse(data string, index int, lenient bool) (*Face, error) {
	tables, err := readDirectory(data, index)
	if err != nil {
		return nil, err
	}
	f := &Face{data: data}
	if f.outlines, err = readOutlines(tables, lenient); err != nil {
		return nil, err
	}
	reachable := f.glyphs
	if lenient {
		reachable = mostGlyphs
	}
	if f.cmap, err = readCmap(tables["cmap"], reachable); err != nil {
		return nil, err
	}
	if f.names, err = readNames(tables["name"]); err != nil {
		return nil, err
	}
	if f.metrics, err = f.readMetrics(tables); err != nil {
		return nil, err
	}
	return f, nil
}

// Name returns the PostScript name, such as "GongwenFang": ASCII letters,
// digits and marks that PDF allows in a name.
func (f *Face) Name() string { return f.names.postScript }

// Family returns the family name for Chinese readers, such as "公文仿", or the
// English one when the font has no other.
func (f *Face) Family() string {
	if f.names.chinese != "" {
		return f.names.chinese
	}
	return f.names.english
}

// Version returns the font's own words about its version, such as
// "Version 1.000".
func (f *Face) Version() string { return f.names.version }

// UnitsPerEm returns how many font units make one em.
func (f *Face) UnitsPerEm() int { return f.em }

// Glyph returns the glyph of r; ok is false when the face has none, or, in an
// office's own face, none that can be printed.
func (f *Face) Glyph(r rune) (g GlyphID, ok bool) {
	g = f.cmap.find(r)
	if g == 0 || int(g) >= f.glyphs || f.foreign != nil && !f.prints(r, g) {
		return 0, false
	}
	return g, true
}

// Advance returns the width of g in font units.
func (f *Face) Advance(g GlyphID) int { return f.advance(g) }

// Rights returns what the font's maker lets documents do with it.
func (f *Face) Rights() Rights { return f.rights }

// Licence returns the font's own words about its licence; may be "".
func (f *Face) Licence() string { return f.names.licence }

// SHA256 is the hash of the whole font file, in hexadecimal digits.
func (f *Face) SHA256() string { return fmt.Sprintf("%x", sha256.Sum256([]byte(f.data))) }
