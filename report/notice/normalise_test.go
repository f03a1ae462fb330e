package notice

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestNormalise(t *testing.T) {
	for before, want := range map[string]string{
		"专题会上,强调;加强:学习!":             "专题会上，强调；加强：学习！",
		"时间延长至晚上8:30。":               "时间延长至晚上8:30。",
		"投入1,200元":                   "投入1,200元",
		"联系电话:0731-28665080":         "联系电话：0731-28665080",
		"各股(馆)室(试行)":                 "各股（馆）室（试行）",
		"(邮编412000）":                 "（邮编412000）",
		"f(x)":                       "f(x)",
		"《办法<试行>》":                   "《办法〈试行〉》",
		"2021年-2025年":                "2021年—2025年",
		"落实\"六个环节\"要求":               "落实“六个环节”要求",
		"只有一个\"引号":                   "只有一个\"引号",
		"　　一是强化。\n　　二是落实。":           "一是强化。二是落实。",
		"用 Word 2016 打开":             "用Word 2016打开",
		"Microsoft\nWord":            "Microsoft Word",
		"2. 文旅":                      "2.文旅",
		"质量\u00a0 提升":                "质量提升",
		"He said “hi”, then left.":   "He said “hi”, then left.",
		"文 \u0300\n\u0316试":          "文\u0316\u0300试",
		"cafe\u0301":                 "caf\u00e9",
		"http://example.com/a,b?c=1": "http://example.com/a,b?c=1",
		"２０２５年３月３日，整改率８０%，Ａ级。":         "2025年3月3日，整改率80%，A级。",
		"占３．５％，共１，２００元":                "占3.5％，共1，200元",
		"Ｗord ２０１６":                    "Word 2016",
		"已丰富形式,每月一次.":                  "已丰富形式，每月一次。",
		"反馈了意见.现将情况公布. 欢迎监督":           "反馈了意见。现将情况公布。欢迎监督",
		"完成率80%.现已整改（共3处）.印发《办法》.":     "完成率80%。现已整改（共3处）。印发《办法》。",
		"一.加强领导；二.落实责任（三).检查":          "一.加强领导；二.落实责任（三）.检查",
		"面积2.5亩，见附件.pdf，第3.2节等...":     "面积2.5亩，见附件.pdf，第3.2节等...",
		"党员买买提.吐尔逊作了汇报":                "党员买买提.吐尔逊作了汇报",
		"网址http://示例.中国":               "网址http://示例.中国",
		"(每月一次.)":                      "（每月一次。）",
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

// TestComposed: what is passed over by mayCompose stands alone and stays as it is.
func TestComposed(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if s := string(r); !mayCompose(r) && (!norm.NFC.PropertiesString(s).BoundaryBefore() || norm.NFC.String(s) != s) {
			t.Errorf("%U is changed by NFC, or joins what is before it", r)
		}
	}
	if got := composed("ｶﾞ가e\u0301漢"); got != norm.NFC.String("ｶﾞ가e\u0301漢") {
		t.Errorf("%q", got)
	}
}

// Whatever the text, normalising twice is normalising once, and only marks and
// blanks change.
func FuzzNormalise(f *testing.F) {
	f.Add("专题会上, 强调(试行\"加强\"）<8:30> 2021年-2025年\n二是")
	f.Add("２０２５．３．８ Ａ１ 一.加强.现将（处罚）.\"好.\"")
	f.Fuzz(func(t *testing.T, s string) {
		once := Normalise(s)
		if twice := Normalise(once); twice != once {
			t.Errorf("%q, then %q", once, twice)
		}
	})
}
