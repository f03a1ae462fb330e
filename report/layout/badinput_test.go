package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tongbao/report/notice"
)

// TestBadInput sets what no office should write but one will: every word is on
// the pages, inside the type area. "|" is where lines end, as far as it is kept.
func TestBadInput(t *testing.T) {
	for _, c := range []struct{ name, words, want string }{
		{"a word longer than two lines", "系统名称为" + strings.Repeat("abcdefghij", 13) + "。", ""},
		{"a number longer than a line begins beside its text", "编号为" + strings.Repeat("1234567890", 7) + "。",
			"编号为1234567890123456789012345678901234567890123456|789012345678901234567890。"},
		{"an address of 300 characters parts after its marks", "见https://www.example.gov.cn/" + strings.Repeat("zwgk/2023/06/21/t20230621_118.html?a=b&", 7), ""},
		{"one without marks parts anywhere", "见" + strings.Repeat("a1b2c3d4e5", 30) + "。", ""},
		{"30,000 characters", strings.Repeat("整改情况：一是全面落实2023年6月21日“第一责任人”职责。", 1000), ""},
		{"closing marks", strings.Repeat("，。！？", 40), ""},
		{"opening marks", strings.Repeat("（《“", 40), ""},
		{"dashes", strings.Repeat("—", 61) + strings.Repeat("…", 61), ""},
		{"blanks", strings.Repeat(" 　", 99), ""},
		{"one mark", "。", "。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := paragraph(c.words)
			pages, problems := Paginate(&notice.Document{Body: []notice.Block{p}}, standard())
			if len(problems) > 0 || wordsOf(pages)[p] != c.words {
				t.Fatalf("%v; words are lost", problems)
			}
			checkInside(t, pages)
			if got := joined(pages); c.want != "" && got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if strings.Contains(c.words, "://") {
				checkAddress(t, pages)
			}
		})
	}
}

// joined is the lines of pages.
func joined(pages []Page) string {
	var all []string
	for _, p := range pages {
		for _, l := range linesOf(p) {
			all = append(all, l.String())
		}
	}
	return strings.Join(all, "|")
}

func checkAddress(t *testing.T, pages []Page) {
	t.Helper()
	lines := strings.Split(joined(pages), "|")
	for _, l := range lines[:len(lines)-1] {
		if !strings.ContainsAny(l[len(l)-1:], "/.-_?=&") {
			t.Errorf("parted after %s", l)
		}
	}
}

// TestLongTitles wants a title of up to 240 characters set in rows of 20 above
// its text, or refused.
func TestLongTitles(t *testing.T) {
	words := strings.Repeat("关于区委第四巡察组反馈意见集中整改进展情况的社会通报及下一步工作计划", 10)
	for _, title := range []string{string([]rune(words)[:100]), string([]rune(words)[:200]), words, "关于" + strings.Repeat("abcdefghij", 12) + "的通报", strings.Repeat("。", 50), strings.Repeat("1", 400)} {
		doc := &notice.Document{Title: &notice.Title{Parts: [][]notice.Inline{text(title)}}, Body: []notice.Block{paragraph("正文。")}}
		pages, problems := Paginate(doc, standard())
		if pages == nil {
			if len(problems) != 1 || problems[0].Code != "F102" || problems[0].Hint == "" {
				t.Errorf("%.30s: %v", title, problems)
			}
			continue
		}
		checkInside(t, pages)
		lines := linesOf(pages[0])
		if last := lines[len(lines)-1].String(); last != "正文。" || wordsOf(pages)[doc.Title] != title {
			t.Errorf("%.30s… of %d characters: page 1 ends with %s", title, utf8.RuneCountInString(title), last)
		}
	}
}
