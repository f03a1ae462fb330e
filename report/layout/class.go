package layout

import (
	"strings"
	"unicode"
)

// A class is what line breaking and justification must know of a character.
type class uint16

const (
	noStart   class = 1 << iota // may not begin a line
	noEnd                       // may not end a line
	latin                       // set in the Latin face
	digit                       // digits of one number stay together
	prefix                      // stays with the number after it
	suffix                      // stays with the number before it
	blank                       // white space: hangs at a line's end
	dash                        // — : two make one 破折号
	dots                        // … : two make one 省略号
	soft                        // a word longer than a line may part after it
	point                       // a soft mark that also stands inside numbers
	full                        // one whole cell, whatever the face's own advance
	cutLeft                     // its left half is blank and may be cut
	cutRight                    // its right half is blank and may be cut
	cutLittle                   // its right quarter is blank and may be cut
)

// classes gives the marks their class: GB/T 15834-2011 5.1 and the basic level
// of CLREQ, and …… kept from a line's start besides. A single — is 连接号; shape
// lets a pair of them begin a line.
var classes = []struct {
	marks string
	class class
}{
	{"“‘（《〈【〔［｛「『〖", full | noEnd | cutLeft},
	{"”’）》〉】］｝」』〗", full | noStart | cutRight},
	{"〕", full | noStart | cutRight | prefix}, // 〔2023〕12号
	{"，。、；：．", full | noStart | cutRight},
	{"？！", full | noStart | cutLittle},
	{"·・", full | noStart | cutLeft | cutRight},
	{"—", full | noStart | dash},
	{"…", full | noStart | dots},
	{"～－", full | noStart},
	{"–", noStart},
	{"／", full | noStart | noEnd},
	{"℃℉％‰㎡㎥㎏㎎㎜㎝㎞", full | noStart | suffix},
	{"°′″", noStart | suffix},
	{"∶", noStart | noEnd},
	{"万亿", full | suffix}, // parts of a number, unlike 元
	{"￥＄￡￠№", full | noEnd | prefix},
	{"±", noEnd | prefix},
	{"０１２３４５６７８９", full | digit},

	{"0123456789", latin | digit},
	{"([{", latin | noEnd},
	{")]},;:!", latin | noStart},
	{"?", latin | noStart | soft},
	{"_=&@", latin | soft},
	{".", latin | noStart | soft | point},
	{"-", latin | noStart | soft},
	{"/", latin | noStart | noEnd | soft},
	{"%", latin | noStart | suffix},
	{"$", latin | noEnd | prefix},
	{"²³", latin | noStart},
}

// classOf returns the class of r; 0 is a character like any Hanzi.
func classOf(r rune) class {
	if r >= '\u3400' && r <= '\u9fff' && r != '万' && r != '亿' {
		return 0 // no need to look
	}
	for _, row := range classes {
		if strings.ContainsRune(row.marks, r) {
			return row.class
		}
	}
	switch {
	case r == '\u3000':
		return blank | full
	case r == '\u00a0':
		return latin
	case unicode.IsSpace(r):
		return blank | latin
	case r <= unicode.MaxASCII || r < 0x2000 && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) || r == 'µ':
		return latin
	}
	return 0
}

// has reports whether c has any of flags.
func (c class) has(flags class) bool { return c&flags != 0 }

// A joint is what may happen between two characters.
type joint uint8

const (
	parts     joint = 1 << iota // a line may end here
	partsLong                   // it may if the word is longer than a line
	stretches                   // here is room to spread a line
)

// join returns the joint between a and the character b that follows it.
func join(a, b class) joint {
	switch {
	case b.has(blank):
		return 0
	case a.has(blank):
		return opening(a, b)
	case a.has(latin) && b.has(latin):
		if a.has(soft) && !b.has(noStart) && !(a.has(point) && b.has(digit)) {
			return partsLong
		}
		return 0
	case a.has(digit) && b.has(digit|suffix), a.has(prefix) && b.has(digit):
		return 0
	case a.has(suffix) && !a.has(full) && b.has(latin): // °C
		return 0
	case a&b&(dash|dots) != 0:
		return 0
	}
	return opening(a, b)
}

// opening is the joint between two units, by what may begin or end a line.
func opening(a, b class) joint {
	if a.has(noEnd) || b.has(noStart) {
		return stretches
	}
	return stretches | parts
}
