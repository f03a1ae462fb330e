package layout

// piece puts rows of t, its head first, on the last page at p.y, and the lines
// around them. It leaves p.y at its lower edge.
func (p *pager) piece(t *table, rows ...tableRow) {
	top, open := p.y, p.y // where the lines between the columns begin
	for i := range rows {
		if i > 0 {
			p.rule(Rule{X: p.sheet.Left.Unit, Y: p.y - t.rule.Inner.Unit/2, Width: t.width, Height: t.rule.Inner.Unit})
		}
		if rows[i].band {
			p.uprights(t, open, p.y)
		}
		p.tableRow(&rows[i])
		if rows[i].band {
			open = p.y
		}
	}
	p.uprights(t, open, p.y)
	p.frame(p.sheet.Left.Unit, top, t.width, p.y-top, t.rule.Outer.Unit)
}

// uprights draws the lines between t's columns.
func (p *pager) uprights(t *table, from, to Unit) {
	if from == to {
		return
	}
	for _, c := range t.columns[1:] {
		p.rule(Rule{X: p.sheet.Left.Unit + c.x - t.rule.Inner.Unit/2, Y: from, Width: t.rule.Inner.Unit, Height: to - from})
	}
}

// frame draws the four sides of a box, inside it.
func (p *pager) frame(x, y, width, height, thick Unit) {
	p.rule(Rule{X: x, Y: y, Width: width, Height: thick})
	p.rule(Rule{X: x, Y: y + height - thick, Width: width, Height: thick})
	p.rule(Rule{X: x, Y: y, Width: thick, Height: height})
	p.rule(Rule{X: x + width - thick, Y: y, Width: thick, Height: height})
}

// tableRow puts r on the last page at p.y and leaves p.y below it.
func (p *pager) tableRow(r *tableRow) {
	items := p.items()
	for _, runs := range r.lines {
		for i := range runs {
			run := &runs[i]
			run.X, run.Y = run.X+p.sheet.Left.Unit, run.Y+p.y
			if run.Node == nil {
				p.artifact(run)
			} else {
				*items = append(*items, run)
			}
		}
	}
	p.y += r.height
}

// rule draws r on the last page.
func (p *pager) rule(r Rule) {
	kept := p.ruled.keep(append(p.ruled.take(1), r))
	p.artifact(&kept[0])
}
