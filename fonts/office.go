package fonts

import (
	"slices"
	"strings"
)

// standing says which fonts of offices stand for a style, the one the standard's
// practice asks for first. Names are compared without blanks, _ and -, in any
// case. Several names of one line are one font: makers name it differently for
// Windows, for the Macintosh and in PostScript.
func standing(s Style) [][]string {
	switch s {
	case Fang:
		return [][]string{
			{"仿宋_GB2312", "FangSong_GB2312"},
			{"方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0"},
			{"方正仿宋_GB2312", "FZFangSong-Z02S_GB2312"},
			{"方正仿宋简体", "FZFangSong-Z02S", "FZFSJW--GB1-0"},
			{"仿宋", "FangSong"},
			{"CESI仿宋-GB2312", "CESI_FS_GB2312", "CESI仿宋-GB13000", "CESI_FS_GB13000", "CESI仿宋-GB18030", "CESI_FS_GB18030"},
			{"华文仿宋", "STFangsong"},
			{"朱雀仿宋", "Zhuque Fangsong", "朱雀仿宋（预览测试版）", "Zhuque Fangsong (technical preview)"},
			{"FandolFang", "FandolFang R", "FandolFang-Regular"},
		}
	case Kai:
		return [][]string{
			{"楷体_GB2312", "KaiTi_GB2312"},
			{"方正楷体_GBK", "FZKai-Z03", "FZKTK--GBK1-0"},
			{"方正楷体_GB2312", "FZKai-Z03S_GB2312"},
			{"方正楷体简体", "FZKai-Z03S", "FZKTJW--GB1-0"},
			{"楷体", "KaiTi"},
			{"CESI楷体-GB2312", "CESI_KT_GB2312", "CESI楷体-GB13000", "CESI_KT_GB13000", "CESI楷体-GB18030", "CESI_KT_GB18030"},
			{"华文楷体", "STKaiti"},
			{"霞鹜文楷", "LXGW WenKai"},
			{"文鼎ＰＬ简中楷", "文鼎PL简中楷", "AR PL KaitiM GB"},
			{"AR PL UKai CN"},
		}
	case Hei:
		return [][]string{
			{"黑体", "SimHei"},
			{"方正黑体_GBK", "FZHei-B01", "FZHTK--GBK1-0"},
			{"方正黑体简体", "FZHei-B01S", "FZHTJW--GB1-0"},
			{"CESI黑体-GB2312", "CESI_HT_GB2312", "CESI黑体-GB13000", "CESI_HT_GB13000", "CESI黑体-GB18030", "CESI_HT_GB18030"},
			{"华文黑体", "STHeiti"},
			{"文泉驿正黑", "WenQuanYi Zen Hei"},
			{"思源黑体", "思源黑体 CN", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK SC", "Noto Sans SC"},
		}
	case XBS:
		return [][]string{
			{"方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"},
			{"方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSK--GBK1-0"},
			{"方正小标宋_GB2312", "方正小标宋_GB18030", "方正小标宋GB18030"},
			{"CESI小标宋-GB2312", "CESI_XBS_GB2312", "CESI小标宋-GB13000", "CESI_XBS_GB13000", "CESI小标宋-GB18030", "CESI_XBS_GB18030"},
			{"文星标宋", "文星简小标宋"},
			{"汉仪小标宋简", "HYXiaoBiaoSongJ"},
			{"华文中宋", "STZhongsong"},
		}
	case Song:
		return [][]string{
			{"宋体", "SimSun"},
			{"新宋体", "NSimSun"},
			{"方正书宋_GBK", "FZShuSong-Z01", "FZSSK--GBK1-0"},
			{"方正书宋简体", "FZShuSong-Z01S", "FZSSJW--GB1-0"},
			{"CESI宋体-GB2312", "CESI_SS_GB2312", "CESI宋体-GB13000", "CESI_SS_GB13000", "CESI宋体-GB18030", "CESI_SS_GB18030"},
			{"华文宋体", "STSong"},
			{"文鼎ＰＬ简报宋", "文鼎PL简报宋", "AR PL SungtiL GB"},
			{"AR PL UMing CN"},
			{"思源宋体", "思源宋体 CN", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif CJK SC", "Noto Serif SC"},
		}
	case Latin:
		return [][]string{{"Times New Roman", "TimesNewRomanPSMT"}}
	case Rare:
		return [][]string{
			{"宋体-ExtB", "SimSun-ExtB"},
			{"宋体-ExtG", "SimSun-ExtG"},
			{"方正宋体S-超大字符集", "FZSongS-Extended"},
			{"方正宋体S-超大字符集(SIP)", "FZSongS-Extended(SIP)"},
			{"花园明朝B", "HanaMinB"},
			{"遍黑体 P2", "Plangothic P2"},
		}
	}
	return nil
}

// StandsFor returns the style that a font of these names stands for and its
// rank among those that do, 0 the best; ok is false for other fonts. A bold or
// italic cut is another font: its full name or its family says so.
func StandsFor(names []string) (s Style, rank int, ok bool) {
	known := make([]string, len(names))
	for i, n := range names {
		known[i] = nameKey(n)
		for _, cut := range []string{"bold", "italic", "oblique", "粗体", "斜体"} {
			if strings.Contains(known[i], cut) {
				return 0, 0, false
			}
		}
	}
	for _, s := range append(Styles(), Rare) {
		for rank, font := range standing(s) {
			if slices.ContainsFunc(font, func(n string) bool { return slices.Contains(known, nameKey(n)) }) {
				return s, rank, true
			}
		}
	}
	return 0, 0, false
}

// Names returns what offices call the fonts that stand for s, best first, one
// name for each.
func (s Style) Names() []string {
	var names []string
	for _, font := range standing(s) {
		names = append(names, font[0])
	}
	return names
}

// SameName reports whether a and b are two spellings of one font's name.
func SameName(a, b string) bool { return nameKey(a) == nameKey(b) }

// nameKey makes the spellings of a name one.
func nameKey(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '_' || r == '-' || r == '　':
			return -1
		case r >= '！' && r <= '～': // full-width letters
			return r - '！' + '!'
		}
		return r
	}, name))
}
