package ledger

import "testing"

func TestBrief(t *testing.T) {
	for text, want := range map[string]string{"6月\n 8日": "6月 8日", "一二三四五": "一二三四五", "一二三四五六": "一二三四五……"} {
		if got := Brief(text, 5); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestCutLabel(t *testing.T) {
	for text, want := range map[string]string{
		"整改情况：建立了制度。": "建立了制度。", "整改情况:\n建立了制度。": "建立了制度。", "整改情况 ：": "", "整改情况：/": "/", "建立了制度。": "建立了制度。", "整改情况良好": "整改情况良好",
	} {
		if got := CutLabel(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestIsFrom(t *testing.T) {
	for source, want := range map[string]bool{
		"甲.xlsx「整改台账」第5行":                                 true,
		"夹/甲.xlsx「整改台账」第5行":                               true,
		"一甲.xlsx「整改台账」第5行":                                false,
		"乙甲.xlsx「表」第1行\n甲.xlsx「表」第2行":                     true,
		"乙.xlsx「表」第1行（原序号 1，原来源 甲.xlsx「表」第2行）":            true,
		"乙.xlsx「表」第1行\n【和 丙.xlsx「表」D4、甲.xlsx「表」D2 写得不一样】": true,
		"新 甲.xlsx「表」第1行":                                  false,
		"甲.xlsx":                                          false,
		"":                                                false,
	} {
		if got := IsFrom(source, "甲.xlsx"); got != want {
			t.Errorf("%q: %v", source, got)
		}
	}
}
