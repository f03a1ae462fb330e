package fonts

import (
	_ "embed"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// tgh is 通用规范汉字表 (2013): its 8,105 characters, by code, from the field
// kTGH of the Unihan database 15.0.0 (Unicode License; Debian's unicode-data).
//
//go:embed charsets/tgh.txt
var tgh string

// A Charset is a list of Hanzi that fonts are measured by.
type Charset struct {
	Name string
	Size int
	each func(yield func(rune))
}

// Charsets returns the lists, the smallest first. GB 2312 and GBK are those of
// their code tables. 级别2 of GB 18030-2022 is U+4E00 to U+9FEF, U+3400 to
// U+4DB5 and the rest of 通用规范汉字表.
func Charsets() []Charset {
	all := []Charset{
		{Name: "GB 2312", each: gb2312Hanzi},
		{Name: "通用规范汉字表", each: func(yield func(rune)) { eachOf(tgh, yield) }},
		{Name: "GBK", each: gbkHanzi},
		{Name: "GB 18030 级别2", each: level2},
	}
	for i := range all {
		all[i].each(func(rune) { all[i].Size++ })
	}
	return all
}

// In counts the characters of c that f has.
func (c Charset) In(f *Face) (n int) {
	c.each(func(r rune) {
		if _, ok := f.Glyph(r); ok {
			n++
		}
	})
	return n
}

func eachOf(text string, yield func(rune)) {
	for _, r := range text {
		if r > '\n' {
			yield(r)
		}
	}
}

func gb2312Hanzi(yield func(rune)) { codeTable(0xB0, 0xF7, 0xA1, yield) }

func gbkHanzi(yield func(rune)) { codeTable(0x81, 0xFE, 0x40, yield) }

// codeTable gives the unified Hanzi of GBK's rows first to last, cells from cell on.
func codeTable(first, last, cell int, yield func(rune)) {
	decoder := simplifiedchinese.GBK.NewDecoder()
	for row := first; row <= last; row++ {
		for low := cell; low <= 0xFE; low++ {
			text, err := decoder.Bytes([]byte{byte(row), byte(low)})
			if r := []rune(string(text)); err == nil && len(r) == 1 && r[0] >= 0x4E00 && r[0] <= 0x9FA5 {
				yield(r[0])
			}
		}
	}
}

func level2(yield func(rune)) {
	const lastURO, lastA = 0x9FEF, 0x4DB5
	for r := rune(0x3400); r <= lastA; r++ {
		yield(r)
	}
	for r := rune(0x4E00); r <= lastURO; r++ {
		yield(r)
	}
	eachOf(tgh, func(r rune) {
		if r > lastURO {
			yield(r)
		}
	})
}
