// Package layout sets a notice on pages: glyph runs at exact places, each
// knowing its node. It is pure and counts in whole units.
package layout

import (
	"iter"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// Unit is the standard's unit, 1/63000 mm.
type Unit = gb9704.Unit

// A Page is one finished page, its items in reading order; artifacts come last.
type Page struct {
	Number     int    // from 1; as printed, unless it is Unnumbered
	Unnumbered bool   // the blank page before 版记 and its own (7.5)
	Turned     []Item // of a landscape page, in the turned sheet's places; they come first
	Items      []Item
}

// All returns what stands on p, in reading order.
func (p *Page) All() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, list := range [...][]Item{p.Turned, p.Items} {
			for _, item := range list {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// An Item is a *Run, a *Rule or a *Picture; x grows right and y down from the
// upper left corner of the page. What is Turned is counted from that of the
// sheet as it is read once it has been turned clockwise by a quarter: the head is
// at the paper's left edge, on odd pages the binding edge (8).
type Item interface{ item() }

// A Run is glyphs of one face and size on one baseline, in reading order. Node
// nil is an artifact, such as the page number.
type Run struct {
	X, Y     Unit // the first glyph's origin: left edge, baseline
	Face     *fonts.Face
	Size     Unit
	Bold     bool // no face of ours is: the writer thickens the strokes
	Colour   Colour
	Glyphs   []Glyph
	Node     notice.Node
	Artifact Artifact // what it is if Node is nil
}

// A Glyph stands for Text; writers take words from it, never from the glyph.
// Text is "" for a glyph that carries no words of its own.
type Glyph struct {
	ID      fonts.GlyphID
	Advance Unit // to the next glyph's origin; below 0 where a mark is pushed over a narrow letter
	Text    string
}

// A Rule is a filled box, an artifact: the red line, a line of 版记 or of a table.
type Rule struct {
	X, Y, Width, Height Unit // X and Y are the upper left corner's
	Colour              Colour
}

// A Picture is a seal. It is drawn before the words it is pressed on, so that
// they are not covered, though it may be read after them.
type Picture struct {
	X, Y, Width, Height Unit // X and Y are the upper left corner's
	Node                *notice.Seal
}

// A Colour is one of the two that documents are printed in.
type Colour uint8

// 发文机关标志 and the line below it are red (7.2.4, 7.2.7).
const (
	Black Colour = iota
	Red
)

// An Artifact says what a run is that belongs to no node.
type Artifact uint8

const (
	PageNumber   Artifact = iota
	RepeatedHead          // a table's head on its second page and later
	Watermark             // 征求意见稿, 审核稿
)

func (*Run) item()     {}
func (*Rule) item()    {}
func (*Picture) item() {}
