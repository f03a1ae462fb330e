package layout

import "tongbao/report/notice"

// A former makes one row of a table.
type former struct {
	*table
	ends []int // of each cell's lines
}

func (t *table) begin() former {
	t.lines = t.lines[:0]
	return former{table: t, ends: t.cellEnds[:0]}
}

// cell sets paragraphs in c's box, in lines of the given width, each below the
// other from y = 0 on.
func (f *former) cell(c column, how adjustment, width Unit, set setting, paragraphs ...*notice.Paragraph) {
	first, left := len(f.lines), c.x+(c.width-c.text)/2
	for _, p := range paragraphs {
		f.paragraph(p, left, c.text, width, set, how)
	}
	for i, runs := range f.lines[first:] {
		for j := range runs {
			runs[j].Y = Unit(i)*f.size.Pitch.Unit + runs[j].baseline()
		}
	}
	f.ends = append(f.ends, len(f.lines))
}

// paragraph sets p in lines of the given width that stand between left and
// left + box.
func (f *former) paragraph(p *notice.Paragraph, left, box, width Unit, set setting, how adjustment) {
	if p == nil {
		return
	}
	f.spans = spansOf(f.spans[:0], p.Text, set, p)
	cs := f.shape(f.spans)
	start := 0
	for _, end := range f.lineEnds(cs, width, how) {
		l, x := measured(cs, start, end), left
		if how == centred {
			x += max(0, box-l.width) / 2
		}
		natural := how != justified || end == len(cs) || f.tooWide(l, width-l.width)
		f.lines = append(f.lines, f.line(l, x, justify(l, width, natural)))
		start = end
	}
}

// end returns the row, each cell in the middle of its height.
func (f *former) end() tableRow {
	most, first := 1, 0
	for _, end := range f.ends {
		most, first = max(most, end-first), end
	}
	first = 0
	for _, end := range f.ends {
		down := f.rule.Above.Unit + Unit(most-(end-first))*f.size.Pitch.Unit/2
		for _, runs := range f.lines[first:end] {
			for j := range runs {
				runs[j].Y += down
			}
		}
		first = end
	}
	f.cellEnds = f.ends
	height := 2*f.rule.Above.Unit + Unit(most-1)*f.size.Pitch.Unit + f.size.Type.Unit
	return tableRow{lines: f.kept.keep(append(f.kept.take(len(f.lines)), f.lines...)), height: height}
}
