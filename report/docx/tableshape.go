package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
)

// A tableShape is how the columns of a table are set.
type tableShape struct {
	widths []gb9704.Unit
	aside  []gb9704.Unit // kept free at both sides of a head, so that its lines break evenly
	jc     []string      // how lines are set; "" is the style's
}

func (s tableShape) total() (total gb9704.Unit) {
	for _, w := range s.widths {
		total += w
	}
	return total
}

// tableShape is that of our own pages, or a narrow column for each that holds
// short entries and even ones for the rest.
func (b *body) tableShape(t *notice.Table) tableShape {
	rule, n := gb9704.Tables(), len(t.Columns)
	s := tableShape{aside: make([]gb9704.Unit, n), jc: make([]string, n)}
	ours, known := layout.ShapeOf(t, b.pages)
	s.widths = ours.Widths
	if !known {
		s.widths = evenWidths(t, b.area(b.now))
	}
	for k := range t.Columns {
		text := s.widths[k] - 2*rule.Side.Unit
		if known {
			s.aside[k] = max(0, (text-ours.Heads[k])/2-gb9704.Pt)
		}
		switch {
		case brief(t, k):
			s.jc[k] = "center"
		case text < gb9704.Unit(rule.Justified.N)*b.tables.Type.Unit:
			s.jc[k] = "left"
		}
	}
	return s
}

// brief reports whether all entries of column k are short: they are centred.
func brief(t *notice.Table, k int) bool {
	if t.Columns[k].Short {
		return true
	}
	most := gb9704.Unit(gb9704.Tables().Brief.N)
	for i := range t.Rows {
		if k >= len(t.Rows[i].Cells) {
			continue
		}
		list := t.Rows[i].Cells[k].Paragraphs
		if len(list) > 1 || len(list) == 1 && widthIn(plain(list[0]), 1000, 0) > most*1000 {
			return false
		}
	}
	return true
}

// evenWidths gives a short column half as much of area as another.
func evenWidths(t *notice.Table, area gb9704.Unit) (widths []gb9704.Unit) {
	parts := gb9704.Unit(0)
	for _, c := range t.Columns {
		parts += share(c)
	}
	for _, c := range t.Columns {
		widths = append(widths, area*share(c)/parts)
	}
	return widths
}

func share(c notice.Column) gb9704.Unit {
	if c.Short {
		return 1
	}
	return 2
}

// tableSize is the type that doc's tables are set in: the smallest of theirs, for
// they share their styles.
func tableSize(doc *notice.Document, pages []layout.Page) gb9704.TableSize {
	least := gb9704.Tables().Sizes[0]
	for i := range doc.Annexes {
		least = smallest(least, doc.Annexes[i].Body, pages)
	}
	return smallest(least, doc.Body, pages)
}

func smallest(least gb9704.TableSize, blocks []notice.Block, pages []layout.Page) gb9704.TableSize {
	for _, block := range blocks {
		t, ok := block.(*notice.Table)
		if !ok {
			continue
		}
		if s, ok := layout.ShapeOf(t, pages); ok && s.Size.Type.Unit < least.Type.Unit {
			least = s.Size
		}
	}
	return least
}
