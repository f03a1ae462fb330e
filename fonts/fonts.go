// Package fonts holds the typefaces and answers for their glyphs. It imports
// nothing of ours.
package fonts
