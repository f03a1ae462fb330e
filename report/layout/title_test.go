package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// titles are titles as their rows should stand.
var titles = []string{
	"某局关于整改的通报",
	"关于区文旅资金的使用管理和公开|监督问题整改落实的情况通报",
	"关于巡察整改情况的社会通报",
	"关于区委第四巡察组反馈意见集中整改情况",
	"关于区委第四巡察组|反馈意见整改进展情况的通报",
	"天元区文化旅游广电体育局党组|关于巡察整改进展情况的通报",
	"中共某市某某区文化旅游广电体育局党组|关于区委第四巡察组反馈意见|整改情况的社会通报",
	"中共某县卫生健康局党委|关于县委巡察组反馈意见整改落实情况的公示",
	"关于落实|《中华人民共和国公共文化服务保障法》|专项督查整改情况的通报",
	"中共某市自然资源和规划局党组|关于市委第三巡察组巡察反馈意见集中整改|进展情况的通报",
	"关于2022年第二轮巡察|反馈问题整改落实情况的通报",
	"中共某区街道工作委员会|关于区委巡察组反馈意见集中整改|阶段性进展情况的通报",
	"关于进一步加强和改进乡村振兴领域|形式主义官僚主义问题专项整治情况的通报",
	"某某经济技术开发区|管理委员会社会保障和人力资源局党组|关于工委第五巡察组巡察反馈意见整改落实|进展情况及下一步工作计划的社会通报",
}

func TestTitles(t *testing.T) {
	for _, want := range titles {
		if got := titled(unbroken(want), ""); got != want {
			t.Errorf("%d characters\ngot  %s\nwant %s", utf8.RuneCountInString(unbroken(want)), got, want)
		}
	}
}

// A row does not end inside the issuer's name, though a better shape would.
func TestTitleIssuer(t *testing.T) {
	const name = "中共示例市文化和旅游广电体育局党组"
	for _, want := range []string{
		name + "|关于落实巡察反馈意见|整改进展情况的社会通报",
		name + "|关于整改情况的通报",
		"关于对" + name + "|整改情况的通报",
	} {
		if got := titled(unbroken(want), name); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
	long := strings.Repeat("某", 21)
	if got := titled(long+"关于整改情况的通报", long); !strings.Contains(got, "|") || unbroken(got) != long+"关于整改情况的通报" {
		t.Errorf("a name longer than a row: %s", got)
	}
}

func titled(title, name string) string {
	set := newSetter(standard())
	cs := set.shape([]span{{text: title, setting: solid(gb9704.TitleType())}})
	var rows []string
	start := 0
	for _, end := range shapeTitle(nil, cs, name, 20*gb9704.Size2, outline{}) {
		row := ""
		for _, c := range cs[start:end] {
			row += c.text
		}
		rows, start = append(rows, row), end
	}
	return strings.Join(rows, "|")
}

// TestTitleLengths wants no title's row longer than 20 characters, and no
// character lost, whatever the length.
func TestTitleLengths(t *testing.T) {
	all := []rune(unbroken(strings.Join(titles, "")))
	for n := 0; n <= 260; n += 13 {
		words := string(all[:n])
		got := titled(words, "")
		if unbroken(got) != words {
			t.Errorf("%d characters: got %s", n, got)
		}
		for _, row := range strings.Split(got, "|") {
			if utf8.RuneCountInString(row) > 22 { // a few of them are digits
				t.Errorf("%d characters: a row of %s", n, row)
			}
		}
	}
}

// TestTitleParts wants one shape of all parts: no row shorter than both its
// neighbours.
func TestTitleParts(t *testing.T) {
	title := &notice.Title{Parts: [][]notice.Inline{text("中共某市自然资源和规划局党组"), text("关于市委第三巡察组巡察反馈意见集中整改进展情况的社会通报")}}
	pages, _ := Paginate(&notice.Document{Title: title, Body: []notice.Block{paragraph("正文。")}}, standard())
	var got []string
	for _, l := range linesOf(pages[0]) {
		got = append(got, l.String())
	}
	if want := "中共某市自然资源和规划局党组|关于市委第三巡察组巡察反馈意见集中整改|进展情况的社会通报|正文。"; strings.Join(got, "|") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestTitleForced keeps rows that | has forced, also where no search would end
// one, and parts only what is too long.
func TestTitleForced(t *testing.T) {
	for _, want := range []string{
		"关于巡察整改|情况的通报",
		"关于|《巡察整改台账》的通知",
		"中共某市自然资源和规划局党组关于|落实市委第三巡察组巡察反馈意见集中整改|进展情况的社会通报",
	} {
		title := &notice.Title{}
		for _, part := range strings.SplitN(want, "|", 2) {
			title.Parts = append(title.Parts, text(unbroken(part)))
		}
		pages, _ := Paginate(&notice.Document{Title: title, Body: []notice.Block{paragraph("正文。")}}, standard())
		if got := strings.Join(TitleRows(title, pages), "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestTitleBreaks wants the second place, marked by |, to be the better one to
// end a title's row than the first, marked by /.
func TestTitleBreaks(t *testing.T) {
	for _, text := range []string{
		"文化/和甲|乙", "文化和/甲|乙", "整改/的情况|通报", "整改/的|情况", "党组关/于|整改", "某/区|文化馆", "某局/党组|关于整改",
		"《公共/文化法》|整改", "巡/察|整改", "“四个/意识”|学习",
	} {
		worse := strings.Index(strings.ReplaceAll(text, "|", ""), "/") / len("文")
		better := strings.Index(strings.ReplaceAll(text, "/", ""), "|") / len("文")
		words := strings.NewReplacer("|", "", "/", "").Replace(text)
		cs := newSetter(standard()).shape([]span{{text: words, setting: solid(gb9704.TitleType())}})
		costs := titleBreaks(cs, newWording(cs, ""))
		if costs[worse] <= costs[better] {
			t.Errorf("%s: %d, %d", text, costs[worse], costs[better])
		}
	}
}

// TestTitlePlace is 7.3.1 as decided for notices: the em box of the first row
// begins with the type area's third row, the text one gap below the last.
func TestTitlePlace(t *testing.T) {
	doc := &notice.Document{Title: &notice.Title{Parts: [][]notice.Inline{text("天元区某局党组"), text("关于整改情况的通报")}}, Body: []notice.Block{paragraph("正文。")}}
	pages, _ := Paginate(doc, standard())
	lines := linesOf(pages[0])
	top := 37*gb9704.Mm + 2*gb9704.Line
	for i, want := range []Unit{top, top + gb9704.Size2 + gb9704.Cell*7/8} {
		if got := lines[i].top(); got != want {
			t.Errorf("row %d begins at %d, want %d", i+1, got, want)
		}
		if left, right := lines[i].left()-28*gb9704.Mm, 184*gb9704.Mm-lines[i].right(); left != right {
			t.Errorf("row %d: %d left, %d right of it", i+1, left, right)
		}
	}
	if got, want := lines[2].top(), top+2*gb9704.Size2+gb9704.Cell*7/8+gb9704.OneLineGap().Unit; got != want {
		t.Errorf("text begins at %d, want %d", got, want)
	}
}

// TestTitleTooTall wants an error, and no pages, when page 1 has no room for
// text.
func TestTitleTooTall(t *testing.T) {
	doc := &notice.Document{Title: &notice.Title{Parts: [][]notice.Inline{text(strings.Repeat("关于巡察整改情况的通报", 40))}}, Body: []notice.Block{paragraph("正文。")}}
	pages, problems := Paginate(doc, standard())
	if pages != nil || len(problems) != 1 || problems[0].Code != "F102" || problems[0].Pos.Address() != "C2" {
		t.Errorf("%d pages, problems %v", len(pages), problems)
	}
}
