package template

import (
	"fmt"
	"strings"
	"testing"
)

// TestPlaces lists placeholders as they are read, those of a text box once.
func TestPlaces(t *testing.T) {
	want := strings.TrimSpace(`
正文第 1 段 标题 true
正文（文本框）第 2 段 发文字号 false
正文第 4 段 主送机关 false
正文第 5 段 正文 true
正文第 6 段 附件说明 true
正文第 7 段 落款 true
正文第 8 段 日期 true
正文第 9 段 附注 false
正文（表格）第 10 段 抄送机关 false
正文（表格）第 11 段 印发机关 true
正文（表格）第 12 段 印发日期 false
页眉第 1 段 发文机关 false
页脚第 1 段 标题 false`)
	tpl, _ := Open("模板.docx", handmade(t, "word"))
	var got []string
	for _, p := range tpl.Places() {
		got = append(got, fmt.Sprint(p.Words(), " ", p.Name, " ", p.Alone))
	}
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestMatches reads placeholders in every way they are typed.
func TestMatches(t *testing.T) {
	for text, want := range map[string]string{
		"{{标题}}":                "标题",
		"｛｛标题｝｝":                "标题",
		"{｛ 标　题 }｝":             "标题",
		"《{{标题}}》{{日期}}":        "标题 日期",
		"{{标题}":                 "!",
		"标题}}":                  "!",
		"{{标题{{日期}}":            "日期 !",
		"{标题}":                  "",
		"f(x) = {1}, {{}} {}":   " ",
		"{{标题}}}":               "标题 !",
		"{{{标题}}":               "!",
		"{ {标题} }":              "",
		"{{标" + barrier + "题}}": "!",
	} {
		found, opened := matches(text)
		var got []string
		for _, m := range found {
			got = append(got, m.word)
		}
		if opened {
			got = append(got, "!")
		}
		if s := strings.Join(got, " "); s != strings.TrimSpace(want) && s != want {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
}

// TestClosest names what was likely meant.
func TestClosest(t *testing.T) {
	for word, want := range map[string]string{"标提": "标题", "发文字": "发文字号", "成文时期": "成文日期", "联系方式": "", "": ""} {
		if got := closest(word); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
