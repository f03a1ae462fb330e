package house

import (
	"strconv"
	"strings"

	"tongbao/report/gb9704"
	"tongbao/sources/yamlfile"
)

// units are the measures that people write, without blanks.
var units = []struct {
	word string
	unit gb9704.Unit
}{
	{"毫米", gb9704.Mm}, {"mm", gb9704.Mm}, {"厘米", 10 * gb9704.Mm}, {"cm", 10 * gb9704.Mm},
	{"磅", gb9704.Pt}, {"pt", gb9704.Pt},
}

// length reads 28磅, 25.4mm or, in units of bare, 28. It has two decimals at most
// and is never below 0.
func length(text string, bare gb9704.Unit) (u gb9704.Unit, ok bool) {
	for _, m := range units {
		if number, has := strings.CutSuffix(strings.ToLower(text), m.word); has {
			text, bare = number, m.unit
			break
		}
	}
	whole, decimals, _ := strings.Cut(text, ".")
	if whole == "" || len(whole) > 4 || len(decimals) > 2 {
		return 0, false
	}
	n, err := strconv.ParseUint(whole+decimals+"00"[len(decimals):], 10, 32)
	return gb9704.Round(gb9704.Unit(n)*bare, 100), err == nil
}

// inUnits is u in units, to two decimals at most.
func inUnits(u, unit gb9704.Unit) string {
	n := int(gb9704.Round(u*100, unit))
	text := strconv.Itoa(n/100) + "." + strconv.Itoa(n/10%10) + strconv.Itoa(n%10)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func inPt(u gb9704.Unit) string { return inUnits(u, gb9704.Pt) + " 磅" }

func inMm(u gb9704.Unit) string { return inUnits(u, gb9704.Mm) + " mm" }

// entryText is e's value as it is written.
func entryText(e entry) (string, bool) {
	text, ok := yamlfile.Scalar(e.value)
	return strings.TrimSpace(text), ok
}

// The sides of a page.
const (
	top = iota
	bottom
	left
	right
	sides
)

// sideNames are what a margin may be called; the last is a printer's word.
var sideNames = [sides][]string{
	top: {"上", "top", "天头"}, bottom: {"下", "bottom", "地脚"}, left: {"左", "left", "订口"}, right: {"右", "right", "翻口"},
}
