package workbook

import "github.com/xuri/excelize/v2"

// reportStyles is the styles of a report on progress, each made once.
type reportStyles struct {
	sum, plain, part rowStyles
	section          int
	note, rule       int // words above and below the tables
}

// rowStyles is the styles of one row of totals.
type rowStyles struct {
	name, number, late, rate int
}

// rateFormat shows thousandths as the rate is said.
const rateFormat = "0.0%"

func (b *book) reportStyles() reportStyles {
	return reportStyles{
		sum:     b.rowStyles(excelize.Font{Family: headFont, Size: 10.5}, 1),
		plain:   b.rowStyles(excelize.Font{Family: bodyFont, Size: 10.5}, 1),
		part:    b.rowStyles(excelize.Font{Family: bodyFont, Size: 9, Color: grey}, 3),
		section: b.style(&excelize.Style{Font: &excelize.Font{Family: headFont, Size: 10.5}, Fill: fill(optionalFill), Border: edges(), Alignment: &excelize.Alignment{Vertical: "center"}}),
		note:    b.style(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "center"}}),
		rule:    b.style(&excelize.Style{Font: &excelize.Font{Family: bodyFont, Size: 9, Color: grey}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}),
	}
}

func (b *book) rowStyles(font excelize.Font, indent int) rowStyles {
	number := func(f excelize.Fill, format string) int {
		s := &excelize.Style{Font: &font, Border: frame(), Fill: f, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"}}
		if format != "" {
			s.CustomNumFmt = &format
		}
		return b.style(s)
	}
	return rowStyles{
		name: b.style(&excelize.Style{Font: &font, Border: frame(),
			Alignment: &excelize.Alignment{Horizontal: "left", Indent: indent, Vertical: "center", WrapText: true}}),
		number: number(excelize.Fill{}, ""),
		late:   number(fill(orange), ""),
		rate:   number(excelize.Fill{}, rateFormat),
	}
}

// edges is a line above and below.
func edges() []excelize.Border {
	return []excelize.Border{{Type: "top", Color: line, Style: 1}, {Type: "bottom", Color: line, Style: 1}}
}
