package layout

import (
	"strings"
	"testing"

	"tongbao/report/gb9704"
)

// TestBreaks sets short texts in lines of a few characters, "|" where one ends.
func TestBreaks(t *testing.T) {
	for _, c := range []struct {
		name, want string
		cells      int
	}{
		{"Hanzi part anywhere", "巡察整改|情况通报", 4},
		{"marks do not begin a line", "巡察整|改，情况|通报", 4},
		{"two marks neither", "巡察整|改”。情|况通报", 4},
		{"one mark is pushed in where others give way", "巡，察。|情况通|报告", 3},
		{"opening marks do not end a line", "巡察整|（改情况|通报", 4},
		{"adjacent openings go together", "巡察整|（《改情|况通报", 4},
		{"破折号 stays whole", "巡察整|——情况|通报", 4},
		{"省略号 stays whole and off a line's start", "巡察|整……情|况通报", 4},
		{"连接号 ends a line", "某市地—|某地情况", 4},
		{"连接号 does not begin one", "某市某|地—某地|情况", 4},
		{"nor does 间隔号", "某市某|地·某地|情况", 4},
		{"numbers stay whole", "时间是|20231231|日上午", 4},
		{"a number may be parted from 元", "共计付|7078.6|元整数", 3},
		{"a unit sign stays with its number", "热爱的|105℃的|天元区", 4},
		{"so does a sign before it", "共计付|￥105元|整数", 4},
		{"full-width digits are numbers", "在某年|１２月间", 4},
		{"ASCII marks cling to words", "见文件|(abcd)情|况通报", 4},
		{"a slash neither ends nor begins a line", "某市|某/某地|情况", 4},
		{"words part at blanks, which hang", "ab cd |efgh ij|通报", 3},
		{"no blank begins a line", "巡察整改 |情况", 4},
		{"a full-width blank hangs too", "巡察整改　|情况", 4},
		{"a long word parts after its marks", "见www.|abcdef-|ghijk/|lmnop", 4},
		{"but not inside a decimal while it can", "见ab-|1.234567|89", 4},
		{"nor a shorter one", "现在某某网的网址|www.gov.cn，请记住", 10},
		{"unless its line would be far too loose", "某某网的网址abcdefg.|example.gov.cn/abc内容", 12},
		{"a longer one anywhere", "abcdefghi|jklmnopq|rstu", 4},
		{"marks without end, too", "。。。。|。。。。|。。。。", 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := broken(t, unbroken(c.want), c.cells, c.cells); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestLoneCharacter wants no last line of one character, with or without mark.
func TestLoneCharacter(t *testing.T) {
	for _, c := range []struct {
		name, want  string
		first, rest int
	}{
		{"pulled in where marks give way", "“甲”、“乙”、“丙”、“丁。", 14, 14},
		{"else it gets company", "一二三四五六七八九|十完", 10, 10},
		{"with its mark", "一二三四五六七八九|十完。", 10, 10},
		{"two are not alone", "一二三四五六七八九十|完了", 10, 10},
		{"a number is not alone", "一二三四五六七八九十|2023", 10, 10},
		{"the indented line counts too", "一二三四五六七|八完。", 8, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := broken(t, unbroken(c.want), c.first, c.rest); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestFirstLine wants a word left whole that is longer than the indented line,
// but not than the others.
func TestFirstLine(t *testing.T) {
	if got, want := broken(t, "网址www.example.gov.cn，好的", 7, 10), "网址|www.example.gov.cn，|好的"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestJoints is where a line may be spread, "_", and where it may also end, "|":
// between units, not inside them.
func TestJoints(t *testing.T) {
	for _, want := range []string{
		"在|GB/T |9704_，|按|105℃|的|￥7.5|元", "落|——|实_……|了_，|（_甲", "２０|年", "甲 |乙", "某_—|某_·|某",
		"发|〔_2023_〕12|号", "晨|8_：_30|起_：|30", "共|3.5万|元", "约|30°C|多", "约|30m²|的|±5μm_，|某_∶_某", "甲|Юг|乙|λ",
	} {
		words := strings.NewReplacer("|", "", "_", "").Replace(want)
		got := ""
		for _, c := range newSetter(standard()).shape(bodySpans(words)) {
			switch c.before &^ partsLong {
			case stretches:
				got += "_"
			case stretches | parts:
				got += "|"
			}
			got += c.text
		}
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func bodySpans(s string) []span {
	return []span{{text: s, setting: onGrid(gb9704.Body(), gb9704.A4())}}
}

func unbroken(lines string) (text string) {
	for _, r := range lines {
		if r != '|' {
			text += string(r)
		}
	}
	return text
}

// broken is text with "|" where its lines end.
func broken(t *testing.T, text string, first, rest int) (lines string) {
	t.Helper()
	cs := newSetter(standard()).shape(bodySpans(text))
	start := 0
	for _, end := range new(breaker).lines(cs, measure{Unit(first) * gb9704.Cell, Unit(rest) * gb9704.Cell}) {
		if start > 0 {
			lines += "|"
		}
		for _, c := range cs[start:end] {
			lines += c.text
		}
		start = end
	}
	return lines
}
