package fonts

import (
	"testing"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// notGBK are the characters of 通用规范汉字表 (8105) that GBK does not have, and
// rare ones of names and places.
const notGBK = "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮" +
	"鿍鿎鿏𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅" +
	"𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿" +
	"𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓" + "𠮷"

// decoded returns the characters of a double-byte code table, private use left
// out. Go's GBK has the two-byte characters of GB 18030, so also ǹ, the
// description marks ⿰ and radicals.
func decoded(e encoding.Encoding, firstRow, firstCell byte) []rune {
	var all []rune
	for row := int(firstRow); row < 0xFF; row++ {
		for cell := int(firstCell); cell < 0xFF; cell++ {
			text, err := e.NewDecoder().Bytes([]byte{byte(row), byte(cell)})
			if r := []rune(string(text)); err == nil && len(r) == 1 && r[0] > 0x7F &&
				r[0] != unicode.ReplacementChar && !unicode.Is(unicode.Co, r[0]) {
				all = append(all, r[0])
			}
		}
	}
	return all
}

// missing returns which of text's characters style does not have.
func missing(style Style, text []rune) string {
	var none []rune
	for _, r := range text {
		if _, _, ok := Embedded().Find(style, r); !ok {
			none = append(none, r)
		}
	}
	return string(none)
}

func between(first, last rune) []rune {
	var all []rune
	for r := first; r <= last; r++ {
		all = append(all, r)
	}
	return all
}

func TestCoverage(t *testing.T) {
	for _, set := range []struct {
		name  string
		runes []rune
		size  int    // so that an empty list cannot pass
		lacks string // left out on purpose
	}{
		{"GBK's GB 2312 rows", decoded(simplifiedchinese.GBK, 0xA1, 0xA1), 7480, "ǹ"},
		{"GBK", decoded(simplifiedchinese.GBK, 0x81, 0x40), 21873, "ǹ〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻⺁⺄⺈⺋⺌⺗⺧⺪⺮⺳⺶⺷⺻⻊"},
		{"8105 beyond GBK", []rune(notGBK), 277, ""},
		{"CJK block to U+9FEF", between(0x4E00, 0x9FEF), 20976, ""},
		{"extension A to U+4DB5", between(0x3400, 0x4DB5), 6582, ""},
	} {
		if len(set.runes) != set.size {
			t.Errorf("%s: %d characters, want %d", set.name, len(set.runes), set.size)
		}
		for style := Fang; style < Latin; style++ {
			if missing := missing(style, set.runes); missing != set.lacks {
				t.Errorf("style %d lacks %q of %s, want %q", style, missing, set.name, set.lacks)
			}
		}
	}
}

func TestLatinCoverage(t *testing.T) {
	if missing := missing(Latin, between(' ', '~')); missing != "" {
		t.Errorf("Latin lacks %q", missing)
	}
	if _, _, ok := Embedded().Find(Latin, '一'); ok {
		t.Error("Latin falls back on Chinese faces")
	}
}

// TestWhatNoFaceHas: private use, controls and numbers that are no characters.
func TestWhatNoFaceHas(t *testing.T) {
	for _, r := range []rune{-1, 0xE000, 0xFFFF, 0x10FFFF, 0x110000, 0x7FFFFFFF, '😀'} {
		for style := range styles {
			if f, g, ok := Embedded().Find(style, r); ok || f != nil || g != 0 {
				t.Errorf("style %d has %#x: %v, glyph %d", style, r, f.Name(), g)
			}
		}
	}
	if _, _, ok := (&Set{}).Find(Fang, '一'); ok {
		t.Error("the empty set has 一")
	}
}
