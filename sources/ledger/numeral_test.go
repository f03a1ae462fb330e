package ledger

import "testing"

func TestHan(t *testing.T) {
	for n, want := range map[int]string{
		1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 100: "一百", 103: "一百零三", 112: "一百一十二", 245: "二百四十五", 0: "0", 1000: "1000",
	} {
		if got := Han(n); got != want {
			t.Errorf("Han(%d) = %s, want %s", n, got, want)
		}
	}
	for n := 1; n < 1000; n++ {
		if got, ok := ReadHan(Han(n)); !ok || got != n {
			t.Fatalf("ReadHan(%s) = %d, %v", Han(n), got, ok)
		}
	}
}

func TestReadHan(t *testing.T) {
	for s, want := range map[string]int{
		"二〇二三": 2023, "二○二三": 2023, "两": 2, "零": 0, "一百〇一": 101, "一百十二": 112,
		"": -1, "第一": -1, "12": -1, "一二十": -1, "零十": -1, "十百": -1, "一百二百": -1, "一二三四五六七八九一二三四五六七八九一二三": -1,
	} {
		if got, ok := ReadHan(s); ok != (want >= 0) || ok && got != want {
			t.Errorf("ReadHan(%s) = %d, %v, want %d", s, got, ok, want)
		}
	}
}

func TestReadNumber(t *testing.T) {
	for text, want := range map[string]int{
		"1": 1, "１２": 12, "①": 1, "⑳": 20, "㉑": 21, "㊿": 50, "⑴": 1, "⒈": 1, "❿": 10, "⓫": 11, "1.": 1, "2、": 2,
		"（3）": 3, "(4)": 4, "［５］": 5, " 6\u3000": 6, "07": 7, "４０．": 40,
		"": 0, "0": 0, "-1": 0, "+1": 0, "1.5": 0, "A1": 0, "第一": 0, "①②": 0, "99999999999999999999": 0,
	} {
		if got, ok := ReadNumber(text); ok != (want > 0) || ok && got != want {
			t.Errorf("ReadNumber(%q) = %d, %v, want %d", text, got, ok, want)
		}
	}
}
