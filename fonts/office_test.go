package fonts

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func TestStandsFor(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  Style
		ok    bool
	}{
		{[]string{"仿宋_GB2312"}, Fang, true}, {[]string{"FangSong"}, Fang, true}, {[]string{"FZFangSong-Z02"}, Fang, true},
		{[]string{"KaiTi_GB2312"}, Kai, true}, {[]string{"STKaiti"}, Kai, true},
		{[]string{"SimHei"}, Hei, true}, {[]string{"ＳｉｍＨｅｉ"}, Hei, true}, {[]string{"方正黑体_GBK"}, Hei, true},
		{[]string{"方正小标宋简体"}, XBS, true}, {[]string{"FZXBSK--GBK1-0"}, XBS, true}, {[]string{"方正小标宋_GBK"}, XBS, true},
		{[]string{"SimSun", "宋体"}, Song, true}, {[]string{"NSimSun"}, Song, true},
		{[]string{"Times New Roman"}, Latin, true},
		{[]string{"Times New Roman", "Times New Roman Bold"}, 0, false}, {[]string{"宋体", "宋体 粗体"}, 0, false},
		{[]string{"SimSun-ExtB"}, Rare, true}, {[]string{"Microsoft YaHei"}, 0, false}, {nil, 0, false}, {[]string{""}, 0, false},
	} {
		if s, _, ok := StandsFor(c.names); ok != c.ok || ok && s != c.want {
			t.Errorf("%q stands for %v, %v", c.names, s, ok)
		}
	}
	_, best, _ := StandsFor([]string{"仿宋_GB2312"})
	if _, next, _ := StandsFor([]string{"仿宋"}); best != 0 || next <= best {
		t.Errorf("仿宋_GB2312 has rank %d, 仿宋 %d", best, next)
	}
}

// TestNamesAreOfOneFont: no name stands for two fonts.
func TestNamesAreOfOneFont(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range append(Styles(), Rare) {
		for _, font := range standing(s) {
			own := map[string]bool{}
			for _, n := range font {
				if seen[nameKey(n)] {
					t.Errorf("%s stands twice", n)
				}
				own[nameKey(n)] = true
			}
			for k := range own {
				seen[k] = true
			}
		}
	}
}

func TestNamesInOldEncodings(t *testing.T) {
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String("仿宋_GB2312")
	big5, _ := traditionalchinese.Big5.NewEncoder().String("標楷體")
	utf16 := string(words('楷', '体'))
	for _, c := range []struct {
		platform, encoding int
		raw, want          string
	}{
		{platformWindows, 1, utf16, "楷体"}, {platformWindows, 0, utf16, "楷体"}, {platformWindows, 10, utf16, "楷体"}, {0, 3, utf16, "楷体"},
		{platformWindows, 3, gbk, "仿宋_GB2312"}, {platformWindows, 3, string(words('A', '楷')), "A楷"},
		{platformWindows, 4, big5, "標楷體"}, {platformMac, 2, big5, "標楷體"}, {platformMac, 25, gbk, "仿宋_GB2312"},
		{platformMac, 0, gbk, "仿宋_GB2312"}, {platformMac, 0, "Sim\x8eun", "Siméun"}, {platformMac, 0, " SimSun\x00\n", "SimSun"},
		{platformMac, 1, "abc", ""}, {platformWindows, 3, "\xff\xff\xff", ""}, {platformWindows, 1, "x", ""},
	} {
		if got := nameText(c.platform, c.encoding, table(c.raw)); got != c.want {
			t.Errorf("%d/%d %q is read as %q, want %q", c.platform, c.encoding, c.raw, got, c.want)
		}
	}
	for in, want := range map[string]string{"A#00B/C": "A00BC", "方正": "", "FZFSK--GBK1-0": "FZFSK--GBK1-0"} {
		if got := pdfName(in); got != want {
			t.Errorf("%q is named %q in a PDF, want %q", in, got, want)
		}
	}
}

func TestCharsets(t *testing.T) {
	want := map[string]int{"GB 2312": 6763, "通用规范汉字表": 8105, "GBK": 20902, "GB 18030 级别2": 27754}
	song, _, _ := Embedded().Find(Song, '一')
	for _, c := range Charsets() {
		if c.Size != want[c.Name] {
			t.Errorf("%s has %d characters, want %d", c.Name, c.Size, want[c.Name])
		}
		if n := c.In(song); n != c.Size {
			t.Errorf("公文宋 has %d of %s", n, c.Name)
		}
	}
	beyond := map[rune]bool{}
	eachOf(tgh, func(r rune) { beyond[r] = true })
	for _, r := range notGBK {
		if r != '𠮷' && !beyond[r] {
			t.Errorf("通用规范汉字表 lacks %c", r)
		}
	}
}

// TestFormatNamesThem: what FORMAT.md says is known is what is known.
func TestFormatNamesThem(t *testing.T) {
	text, err := os.ReadFile("../FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(Styles(), Rare) {
		row := "| " + s.String() + " | " + strings.Join(s.Names(), "、") + " |"
		if !strings.Contains(string(text), row) {
			t.Errorf("FORMAT.md lacks the row %s", row)
		}
	}
}
