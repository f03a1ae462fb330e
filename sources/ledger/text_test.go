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
