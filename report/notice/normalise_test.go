package notice

import "testing"

func TestNormalise(t *testing.T) {
	for before, want := range map[string]string{
		"专题会上,强调;加强:学习!":               "专题会上，强调；加强：学习！",
		"时间延长至晚上8:30。":                 "时间延长至晚上8:30。",
		"投入1,200元":                     "投入1,200元",
		"联系电话:0731-28665080":           "联系电话：0731-28665080",
		"各股(馆)室(试行)":                   "各股（馆）室（试行）",
		"(邮编412000）":                   "（邮编412000）",
		"f(x)":                         "f(x)",
		"《办法<试行>》":                     "《办法〈试行〉》",
		"2021年-2025年":                  "2021年—2025年",
		"落实\"六个环节\"要求":                 "落实“六个环节”要求",
		"只有一个\"引号":                     "只有一个\"引号",
		"　　一是强化。\n　　二是落实。":             "一是强化。二是落实。",
		"用 Word 2016 打开":               "用Word 2016打开",
		"Microsoft\nWord":              "Microsoft Word",
		"2. 文旅":                        "2.文旅",
		"质量\u00a0 提升":                  "质量提升",
		"He said “hi”, then left.":     "He said “hi”, then left.",
		"文 \u0300\n\u0316试":            "文\u0316\u0300试",
		"cafe\u0301":                   "caf\u00e9",
		"http://example.com/a,b?c=1":   "http://example.com/a,b?c=1",
		"{{标题}} ${x} a<b && c]]>\"d\"": "{{标题}} ${x} a<b && c]]>“d”",
	} {
		got := Normalise(before)
		if got != want {
			t.Errorf("Normalise(%q) = %q, want %q", before, got, want)
		}
		if again := Normalise(got); again != got {
			t.Errorf("not stable: %q, then %q", got, again)
		}
	}
}

// Whatever the text, normalising twice is normalising once, and only marks and
// blanks change.
func FuzzNormalise(f *testing.F) {
	f.Add("专题会上, 强调(试行\"加强\"）<8:30> 2021年-2025年\n二是")
	f.Fuzz(func(t *testing.T, s string) {
		once := Normalise(s)
		if twice := Normalise(once); twice != once {
			t.Errorf("%q, then %q", once, twice)
		}
	})
}
