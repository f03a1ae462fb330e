package notice

import "testing"

// TestAnnexBlanks: in an annex a blank parts a name from its post, and stays.
func TestAnnexBlanks(t *testing.T) {
	for before, want := range map[string]string{
		"组　长：甲　某　局党组书记":             "组　长：甲　某　局党组书记",
		"第一条　为了规范工作,制定本办法.":         "第一条　为了规范工作，制定本办法。",
		"副组长:乙某  \t副局长":             "副组长：乙某 副局长",
		"乙某 \u3000\u3000 \u00a0副局长": "乙某 \u3000\u3000 副局长",
		" \t甲某　":                    "甲某",
		"甲某\t２０２４年3月-5月":            "甲某 2024年3月—5月",
	} {
		got := normalise(before, evenBlanks)
		if got != want {
			t.Errorf("%q: %q, want %q", before, got, want)
		}
		if again := normalise(got, evenBlanks); again != got {
			t.Errorf("%q again: %q", got, again)
		}
	}
}
