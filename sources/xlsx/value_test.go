package xlsx

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tongbao/sources/grid"
)

// A valueCase is one cell, C3, in one way a workbook writes one, and the problem
// it gives. Style 1 is 2023年6月8日, 2 a percentage, 3 a font struck out.
type valueCase struct {
	name, cell string
	want       grid.Cell
	code       string
}

// textCases is every way to write words.
var textCases = []valueCase{
	{"shared", `t="s"><v>0</v>`, grid.Cell{Raw: "办公室", Text: "办公室", Kind: grid.String}, ""},
	{"shared, blanks around the index", `t="s"><v> 0 </v>`, grid.Cell{Raw: "办公室", Text: "办公室", Kind: grid.String}, ""},
	{"shared, no index", `t="s"><v/>`, grid.Cell{}, ""},
	{"inline", `t="inlineStr"><is><t xml:space="preserve"> 办公室 </t></is>`, grid.Cell{Raw: " 办公室 ", Text: " 办公室 ", Kind: grid.String}, ""},
	{"rich", `t="inlineStr"><is><r><t>办</t></r><r><rPr><b/></rPr><t>公室</t></r></is>`, grid.Cell{Raw: "办公室", Text: "办公室", Kind: grid.String}, ""},
	{"phonetic guide", `t="inlineStr"><is><t>办</t><rPh sb="0" eb="1"><t>bàn</t></rPh><phoneticPr/></is>`, grid.Cell{Raw: "办", Text: "办", Kind: grid.String}, ""},
	{"references", `t="str"><v>&lt;&amp;&gt;&quot;&apos;&#x529E;&#20844;</v>`, grid.Cell{Raw: `<&>"'办公`, Text: `<&>"'办公`, Kind: grid.String}, ""},
	{"CDATA", `t="str"><v>a<![CDATA[<b>&amp;]]><!-- c -->d</v>`, grid.Cell{Raw: "a<b>&amp;d", Text: "a<b>&amp;d", Kind: grid.String}, ""},
	{"braces are text", `t="str"><v>{{x}}${x}</v>`, grid.Cell{Raw: "{{x}}${x}", Text: "{{x}}${x}", Kind: grid.String}, ""},
	{"line ends", "t=\"str\"><v>a\r\nb&#13;&#10;c_x000D_\nd&#x2028;e</v>", grid.Cell{Raw: "a\nb\r\nc\r\nd\u2028e", Text: "a\nb\nc\nd\ne", Kind: grid.String}, ""},
	{"escaped escape", `t="str"><v>_x005F_x000D_ _xZZZZ_ _x41</v>`, grid.Cell{Raw: "_x000D_ _xZZZZ_ _x41", Text: "_x000D_ _xZZZZ_ _x41", Kind: grid.String}, ""},
	{"escaped pair", `t="str"><v>_xD842__xDFB7_</v>`, grid.Cell{Raw: "𠮷", Text: "𠮷", Kind: grid.String}, ""},
	{"lone surrogate", `t="str"><v>a_xD800_b</v>`, grid.Cell{Raw: "a\uFFFDb", Text: "ab", Kind: grid.String}, "L451"},
	{"lone half after another", `t="str"><v>_xD842__x0041_</v>`, grid.Cell{Raw: "\uFFFDA", Text: "A", Kind: grid.String}, "L451"},
	{"NUL", `t="str"><v>a_x0000_</v>`, grid.Cell{Raw: "a\x00", Text: "a", Kind: grid.String}, "L451"},
	{"vertical tab", `t="str"><v>a_x000B_b</v>`, grid.Cell{Raw: "a\vb", Text: "ab", Kind: grid.String}, "L451"},
	{"C1", "t=\"str\"><v>a\u0085b</v>", grid.Cell{Raw: "a\u0085b", Text: "ab", Kind: grid.String}, "L451"},
	{"bidi override", "t=\"str\"><v>a\u202Eb</v>", grid.Cell{Raw: "a\u202Eb", Text: "ab", Kind: grid.String}, "L451"},
	{"bidi isolate", "t=\"str\"><v>a\u2066b</v>", grid.Cell{Raw: "a\u2066b", Text: "ab", Kind: grid.String}, "L451"},
	{"one problem of several", "t=\"str\"><v>a\u202E\u200B\u202Cb</v>", grid.Cell{Raw: "a\u202E\u200B\u202Cb", Text: "ab", Kind: grid.String}, "L451"},
	{"tab and blanks stay", "t=\"str\"><v>\u3000a\tb\u00A0</v>", grid.Cell{Raw: "\u3000a\tb\u00A0", Text: "\u3000a\tb\u00A0", Kind: grid.String}, ""},
	{"zero width", "t=\"str\"><v>a\u200Bb\uFEFFc\u00ADd\u2060</v>", grid.Cell{Raw: "a\u200Bb\uFEFFc\u00ADd\u2060", Text: "abcd", Kind: grid.String}, "L452"},
}

var june8 = time.Date(2023, 6, 8, 0, 0, 0, 0, time.UTC)

// plainCases is every way to write numbers, dates and what is neither.
var plainCases = []valueCase{
	{"integer", `><v>20230301</v>`, grid.Cell{Raw: "20230301", Text: "20230301", Kind: grid.Number}, ""},
	{"integer with an exponent", `t="n"><v>2.0230301E7</v>`, grid.Cell{Raw: "2.0230301E7", Text: "20230301", Kind: grid.Number}, ""},
	{"binary noise", `><v>0.30000000000000004</v>`, grid.Cell{Raw: "0.30000000000000004", Text: "0.3", Kind: grid.Number}, ""},
	{"no negative zero", `><v>-0</v>`, grid.Cell{Raw: "-0", Text: "0", Kind: grid.Number}, ""},
	{"eighteen digits", `><v>4.3020219900101101E+17</v>`, grid.Cell{Raw: "4.3020219900101101E+17", Text: "430202199001011000", Kind: grid.Number}, "L453"},
	{"percentage", `s="2"><v>0.725</v>`, grid.Cell{Raw: "0.725", Text: "72.5%", Kind: grid.Number}, ""},
	{"date", `s="1"><v>45085</v>`, grid.Cell{Raw: "45085", Text: "2023年6月8日", Kind: grid.Date, Time: june8}, ""},
	{"date and time", `s="1"><v>45085.75</v>`, grid.Cell{Raw: "45085.75", Text: "2023年6月8日", Kind: grid.Date, Time: june8}, ""},
	{"date just before midnight", `s="1"><v>45084.9999999</v>`, grid.Cell{Raw: "45084.9999999", Text: "2023年6月8日", Kind: grid.Date, Time: june8}, ""},
	{"ISO date", `t="d" s="1"><v>2023-06-08T00:00:00Z</v>`, grid.Cell{Raw: "2023-06-08T00:00:00Z", Text: "2023年6月8日", Kind: grid.Date, Time: june8}, ""},
	{"ISO date without format", `t="d"><v>2023-06-08</v>`, grid.Cell{Raw: "2023-06-08", Text: "2023/6/8", Kind: grid.Date, Time: june8}, ""},
	{"a day that never was", `s="1"><v>60</v>`, grid.Cell{Raw: "60", Text: "60", Kind: grid.Number}, ""},
	{"before all days", `s="1"><v>-1</v>`, grid.Cell{Raw: "-1", Text: "-1", Kind: grid.Number}, ""},
	{"text in a date's format", `s="1" t="str"><v>2023年3月</v>`, grid.Cell{Raw: "2023年3月", Text: "2023年3月", Kind: grid.String}, ""},
	{"true", `t="b"><v>1</v>`, grid.Cell{Raw: "1", Text: "TRUE", Kind: grid.Bool}, ""},
	{"false", `t="b"><v>0</v>`, grid.Cell{Raw: "0", Text: "FALSE", Kind: grid.Bool}, ""},
	{"fault", `t="e"><f>A9</f><v>#REF!</v>`, grid.Cell{Raw: "#REF!", Text: "#REF!", Kind: grid.Fault}, ""},
}

// specialCases is formulas, pictures and what is struck out.
var specialCases = []valueCase{
	{"formula", `><f>1+1</f><v>2</v>`, grid.Cell{Raw: "2", Text: "2", Kind: grid.Number}, ""},
	{"formula of text", `t="str"><f>A1</f><v>办公室</v>`, grid.Cell{Raw: "办公室", Text: "办公室", Kind: grid.String}, ""},
	{"formula of no text", `t="str"><f>""</f><v></v>`, grid.Cell{}, ""},
	{"formula never computed", `><f>1+1</f><v></v>`, grid.Cell{Raw: "=1+1", Kind: grid.Fault}, "L450"},
	{"formula without value", `t="str"><f>1+1</f>`, grid.Cell{Raw: "=1+1", Kind: grid.Fault}, "L450"},
	{"shared formula without value", `><f t="shared" si="0"/>`, grid.Cell{Raw: "=", Kind: grid.Fault}, "L450"},
	{"picture of WPS", `t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>`, grid.Cell{Raw: `=DISPIMG("ID_1",1)`, Text: "［图片］", Kind: grid.Picture}, "L455"},
	{"picture never computed", `><f>DISPIMG("ID_1",1)</f>`, grid.Cell{Raw: `=DISPIMG("ID_1",1)`, Text: "［图片］", Kind: grid.Picture}, "L455"},
	{"struck font", `s="3" t="s"><v>0</v>`, grid.Cell{Raw: "办公室", Text: "办公室", Kind: grid.String, Struck: true}, ""},
	{"struck number", `s="3"><v>5</v>`, grid.Cell{Raw: "5", Text: "5", Kind: grid.Number, Struck: true}, ""},
	{"struck runs", `t="inlineStr"><is><r><rPr><strike/></rPr><t>办</t></r><r><t> </t></r><r><rPr><strike val="1"/></rPr><t>公</t></r></is>`, grid.Cell{Raw: "办 公", Text: "办 公", Kind: grid.String, Struck: true}, ""},
	{"one run struck", `t="inlineStr"><is><r><t>办</t></r><r><rPr><strike val="true"/></rPr><t>公</t></r></is>`, grid.Cell{Raw: "办公", Text: "办公", Kind: grid.String}, "L454"},
	{"one run not struck", `s="3" t="inlineStr"><is><r><t>办</t></r><r><rPr><strike val="0"/></rPr><t>公</t></r></is>`, grid.Cell{Raw: "办公", Text: "办公", Kind: grid.String}, "L454"},
	{"empty, with a style", `s="3">`, grid.Cell{}, ""},
}

func TestValues(t *testing.T) {
	for _, c := range slices.Concat(textCases, plainCases, specialCases) {
		t.Run(c.name, func(t *testing.T) {
			parts := workbook1(sheetXML(`<row r="3"><c r="C3" `+c.cell+`</c></row>`, ""))
			sheet, problems := readRows(t, with(parts, stylesPath, stylesXML(`yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;`, "0.0%")))
			got := sheet.At("台账.xlsx", 3, 3)
			if at := got.Pos.String(); at != "台账.xlsx「台账」C3" {
				t.Error("at", at)
			}
			if got.Flaw != nil {
				problems = append(problems, *got.Flaw)
			}
			got.Pos, got.Flaw = c.want.Pos, nil
			if got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
			want := []string(nil)
			if c.code != "" {
				want = []string{c.code + " C3"}
			}
			if !slices.Equal(codes(problems), want) {
				t.Errorf("problems %v, want %v", codes(problems), want)
			}
		})
	}
}

// TestSharedOnce: a shared string is reported at every cell that shows it.
func TestSharedOnce(t *testing.T) {
	parts := workbook1(sheetXML(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>`, ""))
	_, problems := readRows(t, with(parts, stringsPath, "<sst><si><t>a\u200Bb</t></si></sst>"))
	if got := codes(problems); !slices.Equal(got, []string{"L452 A1", "L452 B1"}) {
		t.Error(got)
	}
}

// TestDates1904 reads the same day by both date systems.
func TestDates1904(t *testing.T) {
	parts := with(workbook1(sheetXML(`<row><c s="1"><v>43623</v></c><c s="1"><v>0</v></c></row>`, "")), stylesPath, stylesXML("yyyy-mm-dd"))
	main := "xl/workbook.xml"
	parts = with(parts, main, strings.Replace(body(parts, main), "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1))
	sheet, _ := readRows(t, parts)
	if a, b := sheet.Rows[0][0].Text, sheet.Rows[0][1].Text; a != "2023-06-08" || b != "1904-01-01" {
		t.Error(a, b)
	}
}

// TestSerials: the 1900 leap year that was none.
func TestSerials(t *testing.T) {
	for serial, want := range map[float64]string{1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01", 44986: "2023-03-01", 2958465: "9999-12-31"} {
		if got, ok := (dateSystem{}).time(serial); !ok || got.Format(time.DateOnly) != want {
			t.Errorf("%v is %v, want %s", serial, got, want)
		}
	}
	for _, serial := range []float64{-1, 0, 0.5, 60, 60.5, 2958466, 1e300} {
		if got, ok := (dateSystem{}).time(serial); ok {
			t.Errorf("%v is %v", serial, got)
		}
	}
}

// TestFormats shows one moment, 2023-03-08 15:04:05, or a number, by a code.
func TestFormats(t *testing.T) {
	const moment = 44993.62783564815
	for _, c := range []struct {
		code  string
		value float64
		want  string
		kind  grid.Kind
	}{
		{"yyyy/m/d", moment, "2023/3/8", grid.Date},
		{"yyyy/mm/dd;@", moment, "2023/03/08", grid.Date},
		{`[$-804]yyyy"年"m"月"d"日";@`, moment, "2023年3月8日", grid.Date},
		{`[$-F800]dddd\, mmmm dd\, yyyy`, moment, "2023年3月8日", grid.Date},
		{`yyyy年m月`, moment, "2023年3月", grid.Date},
		{`m"月"d"日"`, moment, "3月8日", grid.Date},
		{`[DBNum1][$-804]yyyy"年"m"月"d"日"`, 45280, "二〇二三年十二月二十日", grid.Date},
		{`[DBNum1]yyyy年m月d日`, moment, "二〇二三年三月八日", grid.Date},
		{"yyyy-mm-dd hh:mm:ss", moment, "2023-03-08 15:04:05", grid.Date},
		{"yyyy-mm-dd hh:mm", moment, "2023-03-08 15:04", grid.Date},
		{"d-mmm-yy", moment, "8-Mar-23", grid.Date},
		{"mmmm d, yyyy dddd", moment, "March 8, 2023 Wednesday", grid.Date},
		{"aaa aaaa", moment, "周三 星期三", grid.Date},
		{"mmm-yy", moment, "2023年3月", grid.Date},
		{"mmm-yyyy", moment, "2023年3月", grid.Date},
		{"mmmm yyyy", moment, "2023年3月", grid.Date},
		{"m-yy", moment, "2023年3月", grid.Date},
		{"m/yyyy", moment, "2023年3月", grid.Date},
		{`yy"年"m"月"`, moment, "2023年3月", grid.Date},
		{`m"月"`, moment, "2023年3月", grid.Date},
		{"yyyy/m", moment, "2023/3", grid.Date},
		{"yyyy.mm", moment, "2023.03", grid.Date},
		{`[DBNum1]yyyy"年"m"月"`, moment, "二〇二三年三月", grid.Date},
		{"yyyy", moment, "2023", grid.Date},
		{"yy", moment, "2023年", grid.Date},
		{"e.m.d", moment, "2023.3.8", grid.Date},
		{`yyyy\.m\.d_)`, moment, "2023.3.8", grid.Date},
		{"[Red]yyyy/m/d", moment, "2023/3/8", grid.Date},
		{"h:mm AM/PM", moment, "3:04 PM", grid.Number},
		{"上午/下午h时mm分", moment, "下午3时04分", grid.Number},
		{"mm:ss", moment, "04:05", grid.Number},
		{"General", 12.5, "12.5", grid.Number},
		{`General"条"`, 12, "12条", grid.Number},
		{`G/通用格式`, 12, "12", grid.Number},
		{"0", 12.6, "13", grid.Number},
		{"000", 7, "007", grid.Number},
		{"0.00", 2.675, "2.68", grid.Number},
		{"#,##0.0#", 1234567.5, "1,234,567.5", grid.Number},
		{"0%", 0.29, "29%", grid.Number},
		{`"第"0"条"`, 3, "第3条", grid.Number},
		{`[$¥-804]#,##0`, 1200, "¥1,200", grid.Number},
		{"0;(0)", -5, "(5)", grid.Number},
		{"0.0", -5, "-5.0", grid.Number},
		{"0", -0.2, "0", grid.Number},
		{`0;-0;"零"`, 0, "0", grid.Number},
		{"@", 12, "12", grid.Number},
		{"# ?/?", 0.5, "0.5", grid.Number},
		{"0.00E+00", 1200, "1200", grid.Number},
		{"[>100]0;0.0", 1.25, "1.25", grid.Number},
		{"0,", 1200, "1200", grid.Number},
		{"000-0000", 1234567, "1234567", grid.Number},
		{"[h]:mm", 1.5, "1.5", grid.Number},
		{";;;", 5, "5", grid.Number},
		{"0" + strings.Repeat(`"字"`, 300), 5, "5", grid.Number},
		{strings.Repeat("h-", 40), 0.5, "0.5", grid.Number},
		{"0." + strings.Repeat("0", 31), 0.5, "0.5", grid.Number},
		{strings.Repeat("0", 31), 5, "5", grid.Number},
		{"0%%%", 5, "5", grid.Number},
		{`"`, 5, "5", grid.Number},
		{`\`, 5, "5", grid.Number},
		{"[", 5, "5", grid.Number},
	} {
		s := &sheetReader{reader: &reader{book: &workbook{}, meter: newMeter(Limits{})}}
		cell := grid.Cell{Raw: general(c.value)}
		if c.value == moment {
			cell.Raw = "44993.62783564815"
		}
		if err := s.number(&cell, parseFormat(c.code)); err != nil || cell.Text != c.want || cell.Kind != c.kind {
			t.Errorf("%s of %s: %q %v %v, want %q %v", c.code, cell.Raw, cell.Text, cell.Kind, err, c.want, c.kind)
		}
	}
}

// TestBuiltin shows built-in formats as Excel's Chinese edition does.
func TestBuiltin(t *testing.T) {
	for id, want := range map[int]string{0: "44993", 14: "2023/3/8", 15: "8-Mar-23", 17: "2023年3月", 22: "2023/3/8 0:00", 27: "2023年3月", 28: "3月8日", 30: "3-8-23",
		31: "2023年3月8日", 36: "2023年3月", 50: "2023年3月", 51: "3月8日", 57: "2023年3月", 58: "3月8日", 1: "44993", 2: "44993.00", 3: "44,993", 9: "4499300%", 49: "44993"} {
		s := &sheetReader{reader: &reader{book: &workbook{}, meter: newMeter(Limits{})}}
		cell := grid.Cell{Raw: "44993"}
		if err := s.number(&cell, parseFormat(builtin(id))); err != nil || cell.Text != want {
			t.Errorf("%d: %q, want %q", id, cell.Text, want)
		}
		if isDate := cell.Kind == grid.Date; isDate != (id >= 14 && id <= 58 && id != 49) {
			t.Errorf("%d: kind %v", id, cell.Kind)
		}
	}
}
