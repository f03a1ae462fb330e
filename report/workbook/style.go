package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// The fonts every office has, and the colours, RRGGBB.
const (
	bodyFont = "宋体"
	headFont = "黑体"

	requiredFill = "BDD7EE"
	optionalFill = "EAF1F8"
	red          = "FF9999"
	orange       = "FFC000"
	purple       = "CC99FF"
	grey         = "595959"
	line         = "A6A6A6"
	blue         = "0563C1"
)

// The number formats of cells that are no words.
const (
	dayFormat  = "yyyy/m/d"
	longFormat = `yyyy"年"m"月"d"日"`
)

// textFormat keeps 1-1 from becoming a date. Words that may be long do without it:
// older versions show more than 255 characters in it as ####.
const textFormat = 49

func (b *book) style(s *excelize.Style) int {
	if s.Font == nil {
		s.Font = &excelize.Font{Family: bodyFont, Size: 10.5}
	}
	id, err := b.NewStyle(s)
	b.do(err)
	return id
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func frame() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: line, Style: 1})
	}
	return out
}

// title is the style of a sheet's title.
func (b *book) title() int {
	return b.style(&excelize.Style{Font: &excelize.Font{Family: headFont, Size: 16}, Alignment: &excelize.Alignment{Vertical: "center"}})
}

// heading is the style of a column's heading.
func (b *book) heading(colour string) int {
	return b.style(&excelize.Style{Font: &excelize.Font{Family: headFont, Size: 10.5}, Fill: fill(colour), Border: frame(),
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
}

// words is the style of wrapped words that nobody fills in.
func (b *book) words(colour string) int {
	return b.style(&excelize.Style{Font: &excelize.Font{Family: bodyFont, Size: 10.5, Color: colour}, Border: frame(),
		Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "center", WrapText: true}})
}

// value is the style of the cells of 基本信息 that are filled in; format is a number
// format of its own or "".
func (b *book) value(format string) int {
	s := excelize.Style{Border: frame(), Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "center", WrapText: true}}
	if format != "" {
		s.CustomNumFmt = &format
	}
	return b.style(&s)
}

// open is the style of the findings' cells: horizontal is "" or center, format a
// number format of its own or "".
func (b *book) open(horizontal, format string) int {
	s := excelize.Style{Protection: &excelize.Protection{Locked: false},
		Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true}}
	if format != "" {
		s.CustomNumFmt = &format
	}
	return b.style(&s)
}

// The height of a line of body text and of what is around it, in points; a row
// may not be higher than highest.
const (
	lineHeight = 14.5
	padding    = 6
	highest    = 409
)

// height estimates the row height, in points, that texts need in columns of
// these widths, in characters: a Han character takes two.
func height(texts []string, widths []float64) float64 {
	most := 1
	for i, text := range texts {
		lines := 0
		for l := range strings.SplitSeq(text, "\n") {
			lines += linesOf(l, int(widths[i])-3) // less the cell's margins
		}
		most = max(most, lines)
	}
	return min(float64(most)*lineHeight+padding, highest)
}

func linesOf(text string, width int) int {
	lines, used := 1, 0
	for _, r := range text {
		w := 1
		if r >= 0x2000 {
			w = 2
		}
		if used += w; used > width {
			lines, used = lines+1, w
		}
	}
	return lines
}
