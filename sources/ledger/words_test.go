package ledger

import (
	"strings"
	"testing"
)

func TestParseStatus(t *testing.T) {
	cases := map[State]string{
		StateNone:     "||——|/",
		Completed:     "已完成|整改到位|已销号| 已 完 成 |已完成。|已完成（销号）|是|100%|已完成，长期坚持",
		BasicallyDone: "基本完成|取得阶段性成果并持续整改|基本完成，并持续整改",
		InProgress:    "正在整改|推进中|整改中|60%|正在整改(推进中)",
		LongTerm:      "长期坚持|常态化",
		NotDone:       "未完成|未启动|待整改|否|0%",
		StateUnknown:  "逾期|好|完成了吗|110%|（已完成）",
	}
	for want, words := range cases {
		for _, word := range strings.Split(words, "|") {
			if got := ParseStatus(Cell{Text: Trim(word)}).State; got != want {
				t.Errorf("%q: %v, want %v", word, got, want)
			}
		}
	}
}

func TestSplitNumber(t *testing.T) {
	for _, c := range [][3]string{
		{"（一）聚焦基层", "（一）", "聚焦基层"},
		{"(一) 聚焦基层", "(一)", "聚焦基层"},
		{"（ 一 ）、聚焦", "（一）", "聚焦"},
		{"(1)学习不够", "(1)", "学习不够"},
		{"（12）学习不够", "（12）", "学习不够"},
		{"1.学习不够", "1.", "学习不够"},
		{"2. 文旅高质量", "2.", "文旅高质量"},
		{"2 . 文旅", "2.", "文旅"},
		{"3．文化", "3．", "文化"},
		{"１．全角", "１．", "全角"},
		{"1、学习", "1、", "学习"},
		{"一、组织", "一、", "组织"},
		{"十一、组织", "十一、", "组织"},
		{"①学习", "①", "学习"},
		{"⑴、学习", "⑴", "学习"},
		{"⒈学习", "⒈", "学习"},
		{"㈠学习", "㈠", "学习"},
		{"1）学习", "1）", "学习"},
		{"1.2.学习", "1.2.", "学习"},
		{"1.2022年以来", "1.", "2022年以来"},
		{"1、2022年以来", "1、", "2022年以来"},
		{"12、3个村未完成", "12、", "3个村未完成"},
		{"（\u3000一\u00a0）聚焦", "（一）", "聚焦"},
		{"2\u3000.文旅", "2.", "文旅"},
		{"（一百零一）聚焦", "（一百零一）", "聚焦"},
		{"一百〇一、聚焦", "一百〇一、", "聚焦"},
		{"1、3个村未完成", "1、", "3个村未完成"},
		{"1.\n换行", "1.", "换行"},
		{"1.5万元未追回", "", "1.5万元未追回"},
		{"3.15晚会", "", "3.15晚会"},
		{"一、二季度滞后", "", "一、二季度滞后"},
		{"1、2号楼", "", "1、2号楼"},
		{"１、２号楼", "", "１、２号楼"},
		{"2023.4以来", "", "2023.4以来"},
		{"2023年以来", "", "2023年以来"},
		{"一是学习", "", "一是学习"},
		{"（第一）学习", "", "（第一）学习"},
		{"", "", ""},
		{"1.", "1.", ""},
	} {
		if typed, words := SplitNumber(c[0]); typed != c[1] || words != c[2] {
			t.Errorf("%q: typed %q, words %q", c[0], typed, words)
		}
	}
}

// No word is lost: number and words together are the cell's text but for blanks
// and the mark after a bracket.
func FuzzSplitNumber(f *testing.F) {
	for _, s := range []string{"（一）聚焦", "2. 文旅", "①", "1.5万元", "⒈、"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = Trim(s)
		typed, words := SplitNumber(s)
		if !strings.HasSuffix(s, words) {
			t.Fatalf("%q: words %q", s, words)
		}
		head := strings.Join(strings.Fields(strings.TrimSuffix(s, words)), "")
		if rest, ok := strings.CutPrefix(head, typed); !ok || !strings.Contains("、.．", rest) {
			t.Fatalf("%q: typed %q leaves %q", s, typed, rest)
		}
	})
}
