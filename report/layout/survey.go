package layout

import (
	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// A Use is one character that is set: in which style, by which face, nil where
// no font has it, and from which cell.
type Use struct {
	Style fonts.Style
	Char  rune
	Face  *fonts.Face
	Src   problem.Pos
}

// Survey visits the characters of doc as Paginate sets them. A character may be
// visited more than once, as more than one shape of the title is tried.
func Survey(doc *notice.Document, s *setup.Setup, visit func(Use)) {
	t := newSetter(s)
	t.visit = visit
	t.paginate(doc)
}

// Faces returns the faces that pages are set in, in order of first use: what an
// archive must keep to make the pages again.
func Faces(pages []Page) []*fonts.Face {
	var all []*fonts.Face
	seen := map[*fonts.Face]bool{}
	for i := range pages {
		for item := range pages[i].All() {
			if run, ok := item.(*Run); ok && !seen[run.Face] {
				seen[run.Face] = true
				all = append(all, run.Face)
			}
		}
	}
	return all
}

// baseline is how far below the upper edge of its em box r's baseline stands.
func (r *Run) baseline() Unit {
	down := r.Size * ascent / 100
	if r.Face != nil {
		down -= gb9704.Round(r.Size*Unit(r.Face.Raise()), Unit(r.Face.UnitsPerEm()))
	}
	return down
}
