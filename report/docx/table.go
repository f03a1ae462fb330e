package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// table writes a table whose head is repeated on each page, and whose rows are
// not parted by a page's end where they have room on one.
func (b *body) table(t *notice.Table) {
	if b.last == (foot{}) {
		b.afterTable()
	}
	shape := b.tableShape(t)
	b.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="`, ledgerStyle, `"/><w:tblW w:w="`, shape.total(), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
		`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	if t.Summary != "" {
		b.raw(`<w:tblDescription w:val="`)
		b.text(t.Summary)
		b.raw(`"/>`)
	}
	b.raw(`</w:tblPr><w:tblGrid>`)
	for _, w := range shape.widths {
		b.raw(`<w:gridCol w:w="`, w, `"/>`)
	}
	b.raw(`</w:tblGrid>`)
	b.tableHead(t, shape)
	for i := range t.Rows {
		b.row(t, &t.Rows[i], shape)
	}
	b.raw(`</w:tbl>`)
	b.last = foot{}
}

const rowStart = `<w:tr><w:trPr><w:cantSplit/>`

func (b *body) tableHead(t *notice.Table, shape tableShape) {
	b.raw(rowStart, `<w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		b.cell(shape.widths[i], 1, `<w:vAlign w:val="center"/>`)
		b.cellText(paragraph{style: tableHeadStyle}, c.Head)
		b.raw(`</w:tc>`)
	}
	b.raw(`</w:tr>`)
}

func (b *body) row(t *notice.Table, r *notice.Row, shape tableShape) {
	b.raw(rowStart, `</w:trPr>`)
	if r.Band != nil {
		b.cell(shape.total(), len(t.Columns), "")
		b.cellText(paragraph{style: tableBandStyle}, r.Band)
		b.raw(`</w:tc></w:tr>`)
		return
	}
	for i, c := range t.Columns {
		var p paragraph
		valign := ""
		p.style = tableTextStyle
		if c.Short {
			p.jc, valign = "center", `<w:vAlign w:val="center"/>`
		}
		b.cell(shape.widths[i], 1, valign)
		var list []*notice.Paragraph
		if i < len(r.Cells) {
			list = r.Cells[i].Paragraphs
		}
		if len(list) == 0 {
			list = []*notice.Paragraph{nil} // a cell ends with a paragraph
		}
		for _, text := range list {
			b.cellText(p, text)
		}
		b.raw(`</w:tc>`)
	}
	b.raw(`</w:tr>`)
}

// cell opens a cell over so many columns.
func (b *body) cell(width gb9704.Unit, span int, more string) {
	b.raw(`<w:tc><w:tcPr><w:tcW w:w="`, width, `" w:type="dxa"/>`)
	if span > 1 {
		b.raw(`<w:gridSpan w:val="`, span, `"/>`)
	}
	b.raw(more, `</w:tcPr>`)
}

func (b *body) cellText(p paragraph, text *notice.Paragraph) {
	if text == nil {
		text = &notice.Paragraph{}
	}
	b.paragraph(p, text.Text)
}

// A tableShape is the widths of a table's columns.
type tableShape struct {
	widths []gb9704.Unit
}

func (s tableShape) total() (total gb9704.Unit) {
	for _, w := range s.widths {
		total += w
	}
	return total
}

// tableShape
func (b *body) tableShape(t *notice.Table) tableShape {
	n := gb9704.Unit(len(t.Columns))
	area := b.area(b.now)
	s := tableShape{}
	for _, c := range t.Columns {
		w := area / n
		if c.Short {
			w = area / n / 2
		}
		s.widths = append(s.widths, w)
	}
	return s
}
