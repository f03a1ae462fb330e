package annotate

import (
	"bytes"
	"iter"
	"strconv"
)

// startTags yields the start tags called name in data[from:to], each with the place
// behind it. Sheet data is looked through this way and not parsed: it is most of a
// workbook, was found well-formed by the reader, and little of it matters here.
func startTags(data []byte, from, to int, name string) iter.Seq2[[]byte, int] {
	open := []byte("<" + name)
	return func(yield func([]byte, int) bool) {
		for at := from; at < to; {
			i := bytes.Index(data[at:to], open)
			if i < 0 {
				return
			}
			start := at + i
			end := tagEnd(data[:to], start)
			at = end
			if next := start + len(open); next < to && bytes.IndexByte([]byte(" \t\r\n/>"), data[next]) >= 0 && !yield(data[start:end], end) {
				return
			}
		}
	}
}

// tagEnd is the place behind the start tag that begins at from.
func tagEnd(data []byte, from int) int {
	quote := byte(0)
	for i := from; i < len(data); i++ {
		switch c := data[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(data)
}

// A row is what the sheet says of one of its rows.
type row struct {
	number   int
	height   int // in pixels, -1 if the sheet leaves it to the program
	from, to int // its cells; to may be behind the row's end
}

// rows yields the rows of a sheet.
func (p *part) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		data := p.root.child("sheetData")
		if data == nil {
			return
		}
		number := 0
		for tag, end := range startTags(p.data, data.inner, data.outer, p.root.prefix(p.data)+"row") {
			number++
			if n, err := strconv.Atoi(valueIn(tag, "r")); err == nil {
				number = n
			}
			r := row{number, -1, end, end}
			if points, err := strconv.ParseFloat(valueIn(tag, "ht"), 64); err == nil && points >= 0 && points < 1000 {
				r.height = int(points*4/3 + 0.5)
			}
			if v := valueIn(tag, "hidden"); v == "1" || v == "true" {
				r.height = 0
			}
			if tag[len(tag)-2] != '/' {
				r.to = data.outer
			}
			if !yield(r) {
				return
			}
		}
	}
}

// used is the columns from a row's first to its last cell with a value; 0 if it
// has none.
func (p *part) used(r row) (first, last int) {
	prefix := p.root.prefix(p.data)
	if end := bytes.Index(p.data[r.from:r.to], []byte("</"+prefix+"row")); end >= 0 {
		r.to = r.from + end
	}
	col := 0
	for tag := range startTags(p.data, r.from, r.to, prefix+"c") {
		col++
		if _, c := parseCell(valueIn(tag, "r")); c > 0 {
			col = c
		}
		if tag[len(tag)-2] == '/' {
			continue
		}
		if first == 0 {
			first = col
		}
		last = col
	}
	return first, last
}
