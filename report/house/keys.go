package house

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/report/gb9704"
	"tongbao/report/setup"
)

// A key is one rule that an office may have of its own. read sets it, or returns
// how it is to be written.
type key struct {
	name, chinese string
	read          func(r *reader, e entry) (hint string)
}

func keys() []key {
	return []key{
		{"pitch", "行距", (*reader).pitch},
		{"rows", "每页行数", (*reader).rows},
		{"margins", "页边距", (*reader).margins},
		{"page_number", "页码", (*reader).pageNumber},
		{"page_number_place", "页码位置", (*reader).pageNumberPlace},
		{"third_level_bold", "三级标题加粗", (*reader).thirdLevelBold},
		{"fonts", "字体", (*reader).fonts},
	}
}

func find(name string) (key, bool) {
	for _, k := range keys() {
		if name == k.name || name == k.chinese {
			return k, true
		}
	}
	return key{}, false
}

func isKey(name string) bool {
	_, ok := find(name)
	return ok
}

// names lists the keys for people.
func names() string {
	var all []string
	for _, k := range keys() {
		all = append(all, k.chinese)
	}
	return strings.Join(all, "、")
}

// The pitches that offices may ask for.
const (
	leastPitch = 20 * gb9704.Pt
	mostPitch  = 40 * gb9704.Pt
)

func (r *reader) pitch(e entry) (hint string) {
	const how = "写 撑满（标准）、33476（GB/T 33476.2 的 10.39 毫米），或磅数，如 28磅（20 到 40）"
	text := e.scalar()
	switch text {
	case "撑满", "fill":
		r.rules.pitch = 0
	case "33476":
		r.rules.pitch = gb9704.WordPitch().Unit
	default:
		u, ok := length(text, gb9704.Pt)
		if !ok || u < leastPitch || u > mostPitch {
			return how
		}
		r.rules.pitch = u
	}
	r.rules.at["pitch"] = e.pos
	return ""
}

func (r *reader) rows(e entry) (hint string) {
	n, err := strconv.Atoi(strings.TrimSuffix(e.scalar(), "行"))
	if err != nil || n < leastRows || n > 99 {
		return "写一个整数，如 22"
	}
	r.rules.rows = n
	r.rules.at["rows"] = e.pos
	return ""
}

// numberForms are the forms that offices print page numbers in; the first is the
// standard's.
func numberForms() []gb9704.PageNumber {
	return []gb9704.PageNumber{
		{Before: "— ", After: " —"}, {Before: "- ", After: " -"}, {}, {Before: "第", After: "页"},
	}
}

func (r *reader) pageNumber(e entry) (hint string) {
	text := strings.Trim(e.scalar(), `"“”`)
	for _, form := range numberForms() {
		if text == strings.Join(strings.Fields(numberForm(form)), "") {
			r.rules.number.Before, r.rules.number.After = form.Before, form.After
			r.rules.at["page_number"] = e.pos
			return ""
		}
	}
	return `写 "— 1 —"（标准）、"- 1 -"、"1" 或 第1页，带引号`
}

// numberForm is how n prints page 1.
func numberForm(n gb9704.PageNumber) string { return n.Before + "1" + n.After }

func (r *reader) pageNumberPlace(e entry) (hint string) {
	switch e.scalar() {
	case "外侧", "outside":
	case "居中", "centre", "center":
		r.rules.number.Centred = true
	default:
		return "写 外侧（标准：单页居右，双页居左）或 居中"
	}
	r.rules.at["page_number_place"] = e.pos
	return ""
}

func (r *reader) thirdLevelBold(e entry) (hint string) {
	switch e.scalar() {
	case "否", "false", "不":
	case "是", "true":
		r.rules.bold = true
	default:
		return "写 是 或 否"
	}
	r.rules.at["third_level_bold"] = e.pos
	return ""
}

// classes are the classes of type by the names they may be called.
var classes = []struct {
	face  gb9704.Typeface
	names []string
}{
	{gb9704.FangSong, []string{"仿宋体", "仿宋", "fangsong"}},
	{gb9704.KaiTi, []string{"楷体", "楷", "kaiti"}},
	{gb9704.HeiTi, []string{"黑体", "黑", "heiti"}},
	{gb9704.XiaoBiao, []string{"小标宋体", "小标宋", "xiaobiaosong"}},
	{gb9704.SongTi, []string{"宋体", "宋", "songti"}},
}

func (r *reader) fonts(e entry) (hint string) {
	known := func(name string) string {
		for _, c := range classes {
			if slices.Contains(c.names, strings.ToLower(name)) {
				return string(c.face)
			}
		}
		return ""
	}
	r.rules.Fonts = setup.FontNames{}
	for _, f := range r.entries(e.value, "仿宋体、楷体、黑体、小标宋体、宋体", known) {
		name, ok := fontName(f)
		if !ok {
			r.report(badValue, f.pos, "「"+f.written+"」后面不是字体的名称", "照 Word 字体栏里显示的写一个名称，如 华文中宋")
			continue
		}
		r.rules.Fonts[gb9704.Typeface(f.name)] = name
		r.rules.at[f.name] = f.pos
	}
	return ""
}

// longestFont is the most characters of a font's name that Windows knows.
const longestFont = 31

func fontName(e entry) (name string, ok bool) {
	text, ok := entryText(e)
	if !ok || text == "" || utf8.RuneCountInString(text) > longestFont {
		return "", false
	}
	for _, r := range text {
		if !unicode.IsPrint(r) && r != '　' || strings.ContainsRune(`,;，；、"<>&`, r) {
			return "", false
		}
	}
	return text, true
}
