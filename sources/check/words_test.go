package check

import (
	"testing"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"6月\n 8日": "“6月 8日”",
		"一二三四五六七八九十一二三四五六七八九十一二三四":  "“一二三四五六七八九十一二三四五六七八九十一二三四”",
		"一二三四五六七八九十一二三四五六七八九十一二三四五": "“一二三四五六七八九十一二三四五六七八九十一二三四……”",
	} {
		if got := quote(ledger.Cell{Text: text}); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// A date given on the command line has no place.
func TestAside(t *testing.T) {
	at := problem.Pos{File: "例.xlsx", Sheet: "整改台账", Row: 4, Col: 11}
	if got := aside(at, problem.Pos{}); got != "" {
		t.Errorf("got %q", got)
	}
	if got, want := aside(at, at), "（K4）"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
