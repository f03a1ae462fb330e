package xlsx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
)

// What encoding/xml finds in a part, to hold our own scanner against.

// decoded calls start and end for each element of a part, and text for its
// characters.
func decoded(t *testing.T, part string, start func(xml.StartElement), end func(string), text func(string)) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix([]byte(part), []byte("\uFEFF"))))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		tok, err := d.RawToken()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%q: %v", part, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			start(tok)
		case xml.EndElement:
			end(tok.Name.Local)
		case xml.CharData:
			text(string(tok))
		}
	}
}

// writtenCells is the places of a sheet's cells that have a value or a text.
func writtenCells(t *testing.T, sheet string) (places [][2]int) {
	row, col, depth, kind := 0, 0, 0, ""
	var open []string
	written, counted := false, false
	decoded(t, sheet, func(e xml.StartElement) {
		open = append(open, e.Name.Local)
		switch depth = len(open); {
		case depth == 3 && open[1] == "sheetData" && open[2] == "row":
			row, col = row+1, 0
			if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
				row = n
			}
		case depth == 4 && open[1] == "sheetData" && open[3] == "c":
			col++
			if _, n, ok := parseRef(attribute(e, "r")); ok {
				col = n
			}
			kind, written, counted = attribute(e, "t"), false, true
		}
	}, func(name string) {
		if len(open) == 4 && counted {
			if written {
				places = append(places, [2]int{row, col})
			}
			counted = false
		}
		open = open[:len(open)-1]
	}, func(s string) {
		if len(open) < 5 || !counted {
			return
		}
		inValue, inText := open[4] == "v", open[4] == "is" && open[len(open)-1] == "t" && open[len(open)-2] != "rPh"
		written = written || inText && s != "" || inValue && (strings.TrimSpace(s) != "" || s != "" && (kind == "str" || kind == "inlineStr"))
	})
	return places
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// writtenStrings is the texts of a table of shared strings, phonetic guides left
// out.
func writtenStrings(t *testing.T, table string) (all []string) {
	var open []string
	decoded(t, table, func(e xml.StartElement) {
		open = append(open, e.Name.Local)
		if len(open) == 2 && open[1] == "si" {
			all = append(all, "")
		}
	}, func(string) { open = open[:len(open)-1] }, func(s string) {
		n := len(open)
		if n >= 3 && open[1] == "si" && open[n-1] == "t" && (n == 3 || n == 4 && open[2] == "r") {
			all[len(all)-1] += s
		}
	})
	return all
}
