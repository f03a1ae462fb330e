package ledger

import (
	"strings"
	"unicode/utf8"

	"tongbao/sources/problem"
)

// A Cell is one value: Raw as the file shows it, Text without outer blanks. An
// empty value still knows the cell it is missing from.
type Cell struct {
	Pos       problem.Pos
	Raw, Text string
	Number    bool // the file has a number that is the one shown, not words that look like it
}

// NewCell is the cell at pos that shows text.
func NewCell(pos problem.Pos, text string) Cell {
	return Cell{Pos: pos, Raw: text, Text: Trim(text)}
}

// IsEmpty reports whether nothing is written in c. A dash or slash that staff
// write for "nothing" counts as nothing.
func (c Cell) IsEmpty() bool {
	switch c.Text {
	case "", "-", "—", "——", "－", "/", "／", "\\", "无":
		return true
	}
	return false
}

// Lines returns the lines of c (Alt+Enter in the cell) without the blanks that
// staff indent them with; empty lines are left out.
func (c Cell) Lines() []string {
	var out []string
	for line := range strings.SplitSeq(c.Text, "\n") {
		if line = Trim(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// List returns the names in c: parted by line breaks and, since one person or
// office may be called 党组书记、局长, by 、 only if parts contains it. What stands in
// brackets is part of a name: 财务室（含核算、出纳）.
func (c Cell) List(parts string) []string {
	var out []string
	for _, line := range c.Lines() {
		depth, from := 0, 0
		for i, r := range line {
			switch {
			case r == '（' || r == '(':
				depth++
			case r == '）' || r == ')':
				depth--
			case depth <= 0 && strings.ContainsRune(parts, r):
				out = appendName(out, line[from:i])
				from = i + utf8.RuneLen(r)
			}
		}
		out = appendName(out, line[from:])
	}
	return out
}

func appendName(list []string, name string) []string {
	if name = Trim(name); name != "" {
		list = append(list, name)
	}
	return list
}

// Numbered is a text whose number staff typed into it: （一）聚焦… or 2. 文旅….
// Cell.Raw keeps both; Cell.Text is the words alone.
type Numbered struct {
	Cell
	Typed string // the number as typed, without blanks: （一） or 2.; "" if none
}
