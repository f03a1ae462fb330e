package docx

import (
	"regexp"
	"strings"
	"testing"

	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
	"tongbao/sources/problem"
)

func from(sheet string, row, col int, s string) []notice.Inline {
	return []notice.Inline{notice.Text{S: s, Src: problem.Pos{File: "台账.xlsx", Sheet: sheet, Row: row, Col: col}}}
}

// bookmarked is the names and the words of document.xml's bookmarks, in its order.
func bookmarked(t *testing.T, data []byte) (names, words []string) {
	t.Helper()
	body := string(part(t, data, bodyPart))
	start := regexp.MustCompile(`<w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"/>`)
	text := regexp.MustCompile(`<w:t [^>]*>([^<]*)</w:t>`)
	for _, m := range start.FindAllStringSubmatchIndex(body, -1) {
		inside, _, ok := strings.Cut(body[m[1]:], `<w:bookmarkEnd w:id="`+body[m[2]:m[3]]+`"/>`)
		if !ok || strings.Contains(inside, "</w:p>") {
			t.Errorf("bookmark %s does not end in its paragraph", body[m[4]:m[5]])
			continue
		}
		said := ""
		for _, w := range text.FindAllStringSubmatch(inside, -1) {
			said += w[1]
		}
		names, words = append(names, body[m[4]:m[5]]), append(words, said)
	}
	return names, words
}

// Each stretch of words has the name of its cell, and words of ours have none.
func TestBookmarksNameCells(t *testing.T) {
	run := &notice.Heading{Level: 2, Number: "（一）", Text: from("通报正文", 3, 2, "提高站位。"), Body: &notice.Paragraph{Text: from("通报正文", 3, 2, "召开会议。")}}
	doc := &notice.Document{
		Title: &notice.Title{Parts: [][]notice.Inline{from("通报正文", 1, 2, "某某局"), from("通报正文", 2, 2, "关于整改的通报")}},
		Body: []notice.Block{
			run,
			&notice.Heading{Level: 4, Number: "（1）", Text: from("整改台账", 17, 4, "台账更新不及时。")},
			&notice.Paragraph{Text: append(words("整改情况："), from("整改台账", 17, 28, "已更新。")...)},
			&notice.Paragraph{Text: from("整改台账", 17, 28, "已更新。")},
			para("没有来处的一段。"),
			&notice.Paragraph{Text: []notice.Inline{notice.Text{S: "信息文件里的一段。", Src: problem.Pos{File: "info.yaml", Row: 3}}}},
		},
	}
	names, said := bookmarked(t, write(t, doc, standard()))
	wantNames := []string{"_tb_4ee88cf6_B1_1", "_tb_4ee88cf6_B2_1", "_tb_4ee88cf6_B3_1", "_tb_823394e2_D17_1", "_tb_823394e2_AB17_1", "_tb_823394e2_AB17_2"}
	wantWords := []string{"某某局", "关于整改的通报", "提高站位。召开会议。", "台账更新不及时。", "已更新。", "已更新。"}
	if strings.Join(names, " ") != strings.Join(wantNames, " ") || strings.Join(said, "|") != strings.Join(wantWords, "|") {
		t.Errorf("names %q\nwords %q", names, said)
	}
}

// Word hides a name that begins with an underscore and takes 40 characters.
func TestBookmarkNamesAreWords(t *testing.T) {
	doc := specimen.Formal(30)
	doc.Body = append(doc.Body, &notice.Paragraph{Text: from(strings.Repeat("表", 31), 1048576, 16384, "最后一格")})
	names, _ := bookmarked(t, write(t, doc, standard()))
	seen := map[string]bool{}
	for _, name := range names {
		if seen[name] || len(name) > 40 || !regexp.MustCompile(`^_tb_[0-9a-f]{8}_[A-Z]+[0-9]+_[0-9]+$`).MatchString(name) {
			t.Errorf("bookmark %q", name)
		}
		seen[name] = true
	}
	if len(names) < 200 {
		t.Errorf("%d bookmarks", len(names))
	}
}

// A paragraph from a cell without a bookmark would be lost to whoever comes back.
func TestEveryParagraphFromACellIsNamed(t *testing.T) {
	body := string(part(t, write(t, specimen.Upward(), standard()), bodyPart))
	for p := range strings.SplitSeq(body, "</w:p>") {
		if strings.Contains(p, "<w:t ") && !strings.Contains(p, "<w:bookmarkStart ") {
			t.Errorf("no bookmark in %s", p)
		}
	}
}
