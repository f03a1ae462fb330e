package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// A setter sets lines. It belongs to one call of Paginate.
type setter struct {
	sheet    *gb9704.Sheet
	marking  marking
	types    typecase
	glyphs   slab[Glyph]
	runs     slab[Run]
	chars    []char // the paragraph in hand
	breaker  breaker
	ends     []int  // of a title's rows
	spans    []span // and its words
	problems problem.List
	reported map[absent]bool
	visit    func(Use) // of Survey; nil elsewhere
}

func newSetter(s *setup.Setup) *setter {
	return &setter{sheet: s.Sheet, marking: newMarking(s), types: typecase{fonts: s.Fonts}, reported: map[absent]bool{}}
}

// line sets l with its left edge at x; Y is the page's to say. A run ends where
// face, size, weight or node change.
func (t *setter) line(l line, x Unit, s spread) []Run {
	runs, glyphs := t.runs.take(l.end-l.start), t.glyphs.take(l.end-l.start)
	var origin Unit // of the glyph before
	begin := 0      // the run's first glyph
	for i := l.start; i < l.end; i++ {
		c := &l.cs[i]
		box := s.place(l, i, x)
		x = box.end
		if n := len(runs); n > 0 && runs[n-1].takes(c) {
			glyphs[len(glyphs)-1].Advance = box.origin - origin
		} else {
			begin = len(glyphs)
			runs = append(runs, Run{X: box.origin, Face: c.face, Size: c.span.setting.size, Bold: c.span.setting.bold, Node: c.span.node})
		}
		glyphs = append(glyphs, Glyph{ID: c.id, Advance: box.end - box.origin, Text: c.text})
		runs[len(runs)-1].Glyphs = glyphs[begin:len(glyphs):len(glyphs)]
		origin = box.origin
	}
	t.glyphs.keep(glyphs)
	return t.runs.keep(runs)
}

// takes reports whether c can be set in r.
func (r *Run) takes(c *char) bool {
	return r.Face == c.face && r.Size == c.span.setting.size && r.Bold == c.span.setting.bold && r.Node == c.span.node
}

// paragraph breaks and justifies spans from x on and adds a row for each line.
func (t *setter) paragraph(rows []row, spans []span, x, indent, width Unit) []row {
	cs := t.shape(spans)
	m := measure{first: width - indent, rest: width}
	start := 0
	ends := t.breaker.lines(cs, m)
	for i, end := range ends {
		l, w := measured(cs, start, end), m.of(start)
		s := justify(l, w, i == len(ends)-1)
		rows = append(rows, row{runs: t.line(l, x+width-w, s)})
		start = end
	}
	return rows
}
