package notice

import (
	"testing"

	"tongbao/sources/ledger"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		level, n int
		want     string
	}{
		{1, 1, "一、"}, {1, 10, "十、"}, {2, 3, "（三）"}, {2, 11, "（十一）"}, {2, 20, "（二十）"},
		{2, 35, "（三十五）"}, {2, 100, "（一百）"}, {2, 103, "（一百零三）"}, {2, 112, "（一百一十二）"},
		{2, 245, "（二百四十五）"}, {3, 11, "11."}, {4, 40, "（40）"},
	} {
		if got := number(c.level, c.n); got != c.want {
			t.Errorf("number(%d, %d) = %s, want %s", c.level, c.n, got, c.want)
		}
	}
}

// Whatever we print we can read back, in every level and before any words.
func TestParseNumber(t *testing.T) {
	for level := 1; level <= 4; level++ {
		for n := 1; n < 1000; n++ {
			if typed, words := ledger.SplitNumber(number(level, n) + "词"); typed != number(level, n) || words != "词" {
				t.Fatalf("level %d, %d: typed %q, words %q", level, n, typed, words)
			}
			if got := parseNumber(number(level, n)); got != (typedNumber{level, n}) {
				t.Fatalf("parseNumber(%s) = %v", number(level, n), got)
			}
		}
	}
	for typed, want := range map[string]typedNumber{
		"(1)": {4, 1}, "（１２）": {4, 12}, "3．": {3, 3}, "2、": {3, 2}, "(二)": {2, 2}, "①": {}, "第一": {}, "": {},
	} {
		if got := parseNumber(typed); got != want {
			t.Errorf("parseNumber(%q) = %v, want %v", typed, got, want)
		}
	}
}
