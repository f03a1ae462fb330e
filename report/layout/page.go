// Package layout sets a notice on pages: glyph runs at exact places, each
// knowing its node. It is pure and counts in whole units.
package layout

import (
	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// Unit is the standard's unit, 1/63000 mm.
type Unit = gb9704.Unit

// A Page is one finished page, its items in reading order; artifacts come last.
type Page struct {
	Number int // as printed, from 1
	Items  []Item
}

// An Item is a *Run; x grows right and y down from the page's upper left corner.
type Item interface{ item() }

// A Run is glyphs of one face and size on one baseline, in reading order. Node
// nil is an artifact, such as the page number.
type Run struct {
	X, Y   Unit // the first glyph's origin: left edge, baseline
	Face   *fonts.Face
	Size   Unit
	Glyphs []Glyph
	Node   notice.Node
}

// A Glyph stands for Text; writers take words from it, never from the glyph.
// Text is "" for a glyph that carries no words of its own.
type Glyph struct {
	ID      fonts.GlyphID
	Advance Unit // to the next glyph's origin; below 0 where a mark is pushed over a narrow letter
	Text    string
}

func (*Run) item() {}
