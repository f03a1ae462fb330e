package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// table writes a table whose head is repeated on each page, and whose rows are
// not parted by a page's end where they have room on one.
func (b *body) table(t *notice.Table) {
	b.afterTable()
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
	b.last = foot{table: true}
}

const rowStart = `<w:tr><w:trPr><w:cantSplit/>`

func (b *body) tableHead(t *notice.Table, shape tableShape) {
	b.raw(rowStart, `<w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		p := paragraph{style: tableHeadStyle, left: shape.aside[i], right: shape.aside[i]}
		b.cell(shape.widths[i], 1)
		b.cellText(p, c.Head)
		b.raw(`</w:tc>`)
	}
	b.raw(`</w:tr>`)
}

func (b *body) row(t *notice.Table, r *notice.Row, shape tableShape) {
	b.raw(rowStart, `</w:trPr>`)
	if r.Band != nil {
		b.cell(shape.total(), len(t.Columns))
		b.cellText(paragraph{style: tableBandStyle}, r.Band)
		b.raw(`</w:tc></w:tr>`)
		return
	}
	for i := range t.Columns {
		var c notice.Cell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		b.cell(shape.widths[i], 1)
		for _, text := range c.Paragraphs {
			b.cellText(paragraph{style: tableTextStyle, jc: shape.jc[i]}, text)
		}
		if len(c.Paragraphs) == 0 { // a cell ends with a paragraph
			b.cellText(paragraph{style: tableTextStyle}, nil)
		}
		b.raw(`</w:tc>`)
	}
	b.raw(`</w:tr>`)
}

// cell opens a cell over so many columns; its text is centred between the lines
// above and below.
func (b *body) cell(width gb9704.Unit, span int) {
	b.raw(`<w:tc><w:tcPr><w:tcW w:w="`, width, `" w:type="dxa"/>`)
	if span > 1 {
		b.raw(`<w:gridSpan w:val="`, span, `"/>`)
	}
	b.raw(`<w:vAlign w:val="center"/></w:tcPr>`)
}

func (b *body) cellText(p paragraph, text *notice.Paragraph) {
	if text == nil {
		text = &notice.Paragraph{}
	}
	b.paragraph(p, text.Text)
}
