package docx

import (
	"bytes"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tongbao/report/internal/opc"
	"tongbao/report/notice"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// reviewed has words from cells of two sheets, and words of our own.
func reviewed(remarks ...problem.Problem) *notice.Document {
	return &notice.Document{
		Meta:  notice.Meta{Title: "通报", Issuer: "某某局", Source: "台账.xlsx", Date: ledger.Date{Time: time.Date(2023, 6, 21, 0, 0, 0, 0, time.UTC), Precision: ledger.Day}},
		Title: &notice.Title{Parts: [][]notice.Inline{from("通报正文", 1, 2, "某某局"), from("通报正文", 2, 2, "关于整改的通报")}},
		Body: []notice.Block{
			&notice.Heading{Level: 4, Number: "（1）", Text: from("整改台账", 17, 4, "台账更新不及时。")},
			&notice.Paragraph{Text: append(words("整改情况："), from("整改台账", 17, 5, "已更新。")...)},
			&notice.Paragraph{Text: from("整改台账", 17, 5, "又更新。")},
			&notice.Table{Columns: []notice.Column{{Head: para("备注")}}, Rows: []notice.Row{{Cells: []notice.Cell{
				{Paragraphs: []*notice.Paragraph{{Text: from("整改台账", 18, 9, "表里的字")}}}}}}},
		},
		Remarks: remarks,
	}
}

func remarkAt(row, col int, message string) problem.Problem {
	return problem.Problem{Code: "L999", Pos: problem.Pos{File: "台账.xlsx", Sheet: "整改台账", Row: row, Col: col}, Message: message, Hint: "改一改"}
}

// commented is, by message, the words that document.xml has under each comment.
func commented(t *testing.T, data []byte) map[string]string {
	t.Helper()
	body, list := string(part(t, data, bodyPart)), string(part(t, data, commentsPart))
	text := regexp.MustCompile(`<w:t [^>]*>([^<]*)</w:t>`)
	out := map[string]string{}
	for i, c := range strings.Split(list, "<w:comment ")[1:] {
		id := strconv.Itoa(i)
		if !strings.HasPrefix(c, `w:id="`+id+`" w:author="通报" w:initials="通报" w:date="2023-06-21T00:00:00Z">`) {
			t.Errorf("comment %d is %s", i, c)
		}
		before, rest, ok := strings.Cut(body, `<w:commentRangeStart w:id="`+id+`"/>`)
		inside, after, closed := strings.Cut(rest, `<w:commentRangeEnd w:id="`+id+`"/>`)
		end, _, _ := strings.Cut(after, "</w:p>")
		if !ok || !closed || strings.Contains(inside, "</w:p>") || strings.Count(end, `<w:commentReference w:id="`+id+`"/>`) != 1 || strings.Contains(before, `w:id="`+id+`"/></w:r>`) {
			t.Errorf("comment %d is not on words of one paragraph", i)
		}
		words := ""
		for _, m := range text.FindAllStringSubmatch(inside, -1) {
			words += m[1]
		}
		message, _, _ := strings.Cut(text.FindStringSubmatch(c)[1], " [")
		out[message] = words
	}
	return out
}

// Each remark is at the first words of its cell, or of the nearest in its row, or at
// the title.
func TestRemarksAreAtTheirPlace(t *testing.T) {
	whole := problem.Problem{Code: "F102", Message: "整份"}
	sheet := remarkAt(0, 0, "整张表")
	got := commented(t, write(t, reviewed(remarkAt(17, 5, "这一格"), remarkAt(17, 12, "不印的格"), remarkAt(17, 2, "左边的格"), remarkAt(17, 0, "这一行"), remarkAt(18, 9, "表格里"),
		remarkAt(99, 1, "不印的行"), whole, sheet), standard()))
	want := map[string]string{"这一格": "已更新。", "不印的格": "已更新。", "左边的格": "台账更新不及时。", "这一行": "已更新。", "表格里": "表里的字",
		"不印的行": "某某局", "整份": "某某局", "整张表": "某某局"}
	for message, words := range want {
		if got[message] != words {
			t.Errorf("%s is on %q, want %q", message, got[message], words)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d comments, want %d", len(got), len(want))
	}
}

// What a comment says: the rule, the next step, the cell, and no file's name; words
// that a notice may not have do no harm in it.
func TestCommentsSayWhatToDo(t *testing.T) {
	other := remarkAt(3, 0, "写法不对")
	other.Pos.File, other.Pos.Sheet, other.Hint = "info.yaml", "", ""
	list := string(part(t, write(t, reviewed(remarkAt(17, 5, "不该有\x00\n\uFFFE\xff的 <字>"), other), standard()), commentsPart))
	for _, want := range []string{">不该有   \uFFFD的 &lt;字&gt; [L999]</w:t>", ">下一步：改一改</w:t>", ">出处：「整改台账」E17</w:t>", ">写法不对 [L999]</w:t>", ">出处：info.yaml 第3行</w:t>"} {
		if strings.Count(list, want) != 1 {
			t.Errorf("want one %s in\n%s", want, list)
		}
	}
	if strings.Contains(list, "台账.xlsx") {
		t.Errorf("a ledger's name in\n%s", list)
	}
	doc := reviewed(other)
	doc.Meta.Date = ledger.Date{}
	if list := part(t, write(t, doc, standard()), commentsPart); bytes.Contains(list, []byte("w:date")) {
		t.Errorf("a notice without a date has a date in\n%s", list)
	}
}

// A notice without a title has its general remarks at its first words; one without
// any words loses none in silence.
func TestNoRemarkIsLost(t *testing.T) {
	doc := reviewed(remarkAt(99, 1, "别处"))
	doc.Title = nil
	if got := commented(t, write(t, doc, standard())); got["别处"] != "（1）" {
		t.Errorf("general remarks are on %q", got)
	}
	doc.Body = nil
	var b bytes.Buffer
	if err := Write(&b, doc, nil, standard()); err == nil {
		t.Error("a remark without a place is lost")
	}
}

// Without remarks a file has no trace of comments.
func TestFinalTextHasNoComments(t *testing.T) {
	for name, doc := range specimens() {
		parts, err := opc.Read(write(t, doc, standard()))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			if bytes.Contains(bytes.ToLower(p.Data), []byte("comment")) || bytes.Contains(p.Data, []byte("annotation")) {
				t.Errorf("%s: %s speaks of comments", name, p.Name)
			}
		}
	}
}

func TestReviewGolden(t *testing.T) {
	data := write(t, reviewed(remarkAt(17, 5, "这一格"), remarkAt(17, 5, "又一处"), remarkAt(99, 1, "不印的行")), standard())
	for _, name := range []string{commentsPart, bodyPart, linksPart, "[Content_Types].xml"} {
		golden(t, path.Join("testdata/review", path.Base(name)), part(t, data, name))
	}
}
