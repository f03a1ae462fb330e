package main

import (
	"os"
	"regexp"
	"strconv"
	"testing"

	"tongbao/sources/xlsx"
)

// FORMAT.md lists every limit with its default.
func TestFormatHasLimits(t *testing.T) {
	format, err := os.ReadFile("../../FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range xlsx.NamedLimits() {
		shown := strconv.FormatInt(l.Default, 10)
		if l.Bytes {
			shown = strconv.FormatInt(l.Default>>20, 10) + "MB"
		}
		if !regexp.MustCompile(`\| ` + l.Name + `(（[^|]*）)? \| ` + shown + ` \|`).Match(format) {
			t.Errorf("FORMAT.md lacks %s, %s", l.Name, shown)
		}
	}
}
