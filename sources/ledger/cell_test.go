package ledger

import (
	"strings"
	"testing"
)

func TestList(t *testing.T) {
	for _, c := range []struct{ text, parts, want string }{
		{"办公室、财务室", "、", "办公室|财务室"},
		{"党组书记、局长", "", "党组书记、局长"},
		{"体育股\n区文化馆\n　区图书馆", "、", "体育股|区文化馆|区图书馆"},
		{"财务室（含核算、出纳）、办公室", "、", "财务室（含核算、出纳）|办公室"},
		{"财务室(含核算、出纳", "、", "财务室(含核算、出纳"},
		{"甲）、乙", "、", "甲）|乙"},
		{"甲，乙；丙、", "、，；", "甲|乙|丙"},
		{" 、 ", "、", ""},
	} {
		if got := strings.Join(NewCell(Cell{}.Pos, c.text).List(c.parts), "|"); got != c.want {
			t.Errorf("%q by %q: %q, want %q", c.text, c.parts, got, c.want)
		}
	}
}
