package main

import (
	"strings"

	"golang.org/x/text/width"
)

// screenWidth is the columns of the narrowest screen that is common.
const screenWidth = 80

// columnsOf is how many columns of a screen s takes. Characters that are as wide
// as the font has them, as “ and —, count as two: so they are where Chinese is set.
func columnsOf(s string) (n int) {
	for _, r := range s {
		n++
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			n++
		}
	}
	return n
}

func padLeft(s string, columns int) string {
	return strings.Repeat(" ", max(0, columns-columnsOf(s))) + s
}

func padRight(s string, columns int) string {
	return s + strings.Repeat(" ", max(0, columns-columnsOf(s)))
}

// fold parts s into lines of so many columns.
func foldColumns(s string, columns int) (lines []string) {
	from, used := 0, 0
	for i, r := range s {
		w := columnsOf(string(r))
		if used+w > columns {
			lines = append(lines, s[from:i])
			from, used = i, 0
		}
		used += w
	}
	return append(lines, s[from:])
}

// A textTable is a table for the screen: a name and numbers in each row.
type textTable struct {
	heads [][2]string // of the numbers, in two lines
	rows  []textRow
}

type textRow struct {
	name  string
	cells []string
}

// lines draws t: numbers to the right, and a name that leaves no room for them on
// lines of its own.
func (t textTable) lines() []string {
	widths, room := t.widths()
	var out []string
	for line := range 2 {
		cells := make([]string, len(t.heads))
		for i, h := range t.heads {
			cells[i] = h[line]
		}
		out = append(out, drawRow("", cells, widths, room))
	}
	for _, r := range t.rows {
		name := r.name
		if columnsOf(name) > room {
			out = append(out, foldColumns(name, screenWidth-1)...)
			name = ""
		}
		out = append(out, drawRow(name, r.cells, widths, room))
	}
	return out
}

// widths is the columns of each number, and those that are left for the names.
func (t textTable) widths() (widths []int, room int) {
	const least = 12 // of the names: one that is longer has a line of its own
	widths, room = make([]int, len(t.heads)), screenWidth-1
	for i, h := range t.heads {
		widths[i] = max(columnsOf(h[0]), columnsOf(h[1]))
		for _, r := range t.rows {
			widths[i] = max(widths[i], columnsOf(r.cells[i]))
		}
		room -= widths[i] + 1
	}
	longest := 0
	for _, r := range t.rows {
		if n := columnsOf(r.name); n <= max(room, least) {
			longest = max(longest, n)
		}
	}
	return widths, max(longest, least)
}

func drawRow(name string, cells []string, widths []int, room int) string {
	line := padRight(name, room)
	for i, c := range cells {
		line += " " + padLeft(c, widths[i])
	}
	return strings.TrimRight(line, " ")
}
