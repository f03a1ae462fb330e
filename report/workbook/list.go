package workbook

import (
	"fmt"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// listHeader is the row of a list's headings, below its title and a note.
const listHeader = 3

// A listColumn is one column of a list of words.
type listColumn struct {
	heading string
	width   float64 // characters
	centred bool
}

// A listing is a sheet with one row of words after another, to be read and
// filtered.
type listing struct {
	*book
	sheet   string
	columns []listColumn
	widths  []float64
	last    int // the row written last
	styles  map[listStyle]int
}

// A listStyle is how a cell of a list looks.
type listStyle struct {
	centred bool
	colour  string
	format  string // of a number, or ""
	link    bool
}

// list begins a sheet.
func (b *book) list(sheet, title, note string, columns []listColumn) *listing {
	l := &listing{book: b, sheet: sheet, columns: columns, last: listHeader, styles: map[listStyle]int{}}
	b.put(sheet, 1, 1, title, b.title())
	b.do(b.SetRowHeight(sheet, 1, 30))
	b.put(sheet, 1, 2, note, b.style(&excelize.Style{Font: &excelize.Font{Family: bodyFont, Size: 10.5, Color: grey}, Alignment: &excelize.Alignment{Vertical: "center"}}))
	b.do(b.SetRowHeight(sheet, 2, lineHeight+padding))
	for i, c := range columns {
		b.do(b.SetColWidth(sheet, letters(i+1), letters(i+1), c.width))
		b.put(sheet, i+1, listHeader, c.heading, b.heading(requiredFill))
		l.widths = append(l.widths, c.width)
	}
	b.do(b.SetRowHeight(sheet, listHeader, lineHeight+2*padding))
	return l
}

// mostChars is how much a cell takes; Excel counts in UTF-16.
const mostChars = 32767

// row writes a row; colour marks its first cell.
func (l *listing) row(colour string, texts ...string) {
	l.last++
	for i, text := range texts {
		style := listStyle{centred: l.columns[i].centred}
		if i == 0 {
			style.colour = colour
		}
		l.put(l.sheet, i+1, l.last, text, l.look(style))
	}
	l.do(l.SetRowHeight(l.sheet, l.last, height(texts, l.widths)))
}

// fit is text as far as a cell takes it; where it does not, it says so.
func fit(text string) string {
	if len(text) <= mostChars { // bytes are no fewer
		return text
	}
	units := utf16.Encode([]rune(text))
	if len(units) <= mostChars {
		return text
	}
	const room = 100 // for the note, and for half a character
	return string(utf16.Decode(units[:mostChars-room-1])) + fmt.Sprintf("……（全文 %d 字，一格写不下，见台账）", len(units))
}

// look is the number of a style, made once.
func (l *listing) look(s listStyle) int {
	if id, ok := l.styles[s]; ok {
		return id
	}
	style := excelize.Style{Border: frame(), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}
	if s.centred {
		style.Alignment.Horizontal = "center"
	}
	if s.colour != "" {
		style.Fill = fill(s.colour)
	}
	if s.format != "" {
		style.CustomNumFmt = &s.format
	}
	if s.link {
		style.Font = &excelize.Font{Family: bodyFont, Size: 10.5, Color: blue, Underline: "single"}
	}
	l.styles[s] = l.style(&style)
	return l.styles[s]
}

// end makes the list one that is filtered and printed with its headings.
func (l *listing) end() {
	area := fmt.Sprintf("A%d:%s", listHeader, cell(len(l.columns), max(l.last, listHeader+1)))
	l.do(l.AutoFilter(l.sheet, area, nil))
	l.freeze(l.sheet, listHeader)
	l.page(l.sheet, "landscape")
}
