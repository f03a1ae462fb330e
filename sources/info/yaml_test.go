package info

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tongbao/sources"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// The same data is the same Info from the fixture's sheet, from YAML in either
// language and from JSON; only where it stands differs.
func TestFilesEqualSheet(t *testing.T) {
	want := fixture(t)
	files, err := filepath.Glob("testdata/same/*")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var in ledger.Info
		if problems := FromYAML(&in, filepath.Base(file), data); len(problems) > 0 {
			t.Errorf("%s:\n%v", file, problems)
		}
		if strip(&in); !reflect.DeepEqual(in, want) {
			a, _ := json.MarshalIndent(in, "", " ")
			b, _ := json.MarshalIndent(want, "", " ")
			t.Errorf("%s:\n%s\nwant:\n%s", file, a, b)
		}
	}
}

func fixture(t *testing.T) ledger.Info {
	t.Helper()
	data, err := os.ReadFile("../../testdata/天元区文旅广体局巡察整改台账.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	book, _, err := sources.Read("台账.xlsx", data, sources.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var in ledger.Info
	if problems := FromBook(&in, book); len(problems) > 0 {
		t.Fatal(problems)
	}
	strip(&in)
	return in
}

// strip removes what tells where a value stands and how it was laid out.
func strip(in *ledger.Info) {
	in.Sheets = nil
	for _, d := range []*ledger.Date{&in.Date, &in.InspectionStart, &in.InspectionEnd, &in.Feedback} {
		d.As = ledger.Stored{}
	}
	clean := func(c *ledger.Cell) { *c = ledger.Cell{Text: c.Text} }
	for _, c := range []*ledger.Cell{
		&in.Title, &in.Issuer, &in.Signature, &in.Date.Cell, &in.InspectionStart.Cell, &in.InspectionEnd.Cell, &in.Feedback.Cell,
	} {
		clean(c)
	}
	lists := [][]ledger.Cell{in.Preamble, in.Contact}
	for i := range in.Parts {
		clean(&in.Parts[i].Heading)
		if in.Parts[i].Paragraphs == nil {
			in.Parts[i].Paragraphs = []ledger.Cell{}
		}
		lists = append(lists, in.Parts[i].Paragraphs)
	}
	for _, list := range lists {
		for i := range list {
			clean(&list[i])
		}
	}
}

func fromYAML(text string) (ledger.Info, problem.List) {
	var in ledger.Info
	return in, FromYAML(&in, "要素.yaml", []byte(text))
}

func TestYAMLShapes(t *testing.T) {
	for name, text := range map[string]string{
		"list":            "preamble:\n  - 甲\n  - 乙\n",
		"flow":            "preamble: [甲, 乙]",
		"literal":         "preamble: |\n  甲\n  乙\n",
		"literal, blanks": "preamble: |\n  　　甲\n\n  　　乙\n",
		"Chinese":         "前言:\n- 甲\n- 乙",
		"JSON":            `{"preamble": ["甲", "乙"]}`,
		"quoted":          "\"preamble\": ['甲', \"乙\"]",
		"BOM":             "\ufeffpreamble: [甲, 乙]",
		"CR LF":           "preamble:\r\n  - 甲\r\n  - 乙\r\n",
		"comments":        "# 要素\npreamble: # 前言\n  - 甲 # 一\n  - 乙\n",
		"document mark":   "---\npreamble: [甲, 乙]\n",
	} {
		in, problems := fromYAML(text)
		var got []string
		for _, c := range in.Preamble {
			got = append(got, c.Text)
		}
		if strings.Join(got, "+") != "甲+乙" || len(problems) > 0 {
			t.Errorf("%s: %q\n%v", name, got, problems)
		}
	}
}

// Every name works, in either language: what it sets is no longer what it was.
func TestEveryKey(t *testing.T) {
	values := map[shape]string{pairs: "{备注: 备注}", sections: "[{heading: 甲, findings: true}]"}
	special := map[string]string{
		"required": "{备注: 必填}", "numbering": "逐级编号", "form": "公文", "recipients_place": "版记", "seal_size": "42", "ledger_annex_layout": "竖排",
	}
	for _, k := range keys() {
		for _, name := range append([]string{k.name}, k.columns...) {
			value := cmp.Or(special[k.name], values[k.shape], "2023年2月22日")
			in, problems := fromYAML(name + ": " + value)
			if reflect.DeepEqual(in, ledger.Info{}) || len(problems) > 0 {
				t.Errorf("%s: %s sets nothing\n%v", name, value, problems)
			}
		}
	}
}

// Each date and word goes where its name says.
func TestYAMLDates(t *testing.T) {
	in, problems := fromYAML("inspection_start: 2022-09-01\ninspection_end: 2022-10-30\nfeedback_date: 2023-02-22\ndate: 2023-06-21\nnumbering: per_parent\n")
	for want, d := range map[string]ledger.Date{"2022-09-01": in.InspectionStart, "2022-10-30": in.InspectionEnd, "2023-02-22": in.Feedback, "2023-06-21": in.Date} {
		if d.ISO() != want {
			t.Errorf("got %s, want %s", d.ISO(), want)
		}
	}
	if in.Numbering != ledger.PerParent || len(problems) > 0 {
		t.Error(in.Numbering, problems)
	}
}

// Values keep the digits they are written with, and their line.
func TestYAMLScalars(t *testing.T) {
	in, problems := fromYAML("title: 2023\nissuer: 0731\nsignature: 1.10\ncontact: true\ndate: 2023-06-21\nfeedback_date: 20230222\n")
	if len(problems) > 0 || in.Title.Text != "2023" || in.Issuer.Text != "0731" || in.Signature.Text != "1.10" || in.Contact[0].Text != "true" {
		t.Errorf("%v %v %v %v\n%v", in.Title, in.Issuer, in.Signature, in.Contact, problems)
	}
	if in.Date.ISO() != "2023-06-21" || in.Date.Pos.String() != "要素.yaml 第5行" || in.Feedback.ISO() != "2023-02-22" {
		t.Errorf("%v %v", in.Date, in.Feedback)
	}
}

func TestYAMLParts(t *testing.T) {
	for text, want := range map[string]string{
		"part_two: 二":      "二[]*",
		"part_two: [二, 甲]": "二[甲]*",
		"part_one: [一, 甲]\npart_two: 二\npart_three: [三]":                             "一[甲] 二[]* 三[]",
		"part_one: [一]\npart_two: [二, 甲]\npart_three: [三, （台账）]":                     "一[] 二[甲] 三[]*",
		"第一部分标题: 一\n第一部分内容: [甲]\n第二部分标题: 二":                                          "一[甲] 二[]*",
		"sections:\n- heading: 一\n  paragraphs: [甲]\n- heading: 二\n  findings: true": "一[甲] 二[]*",
		"各部分:\n- 标题: 一\n  台账: true\n  内容: 甲\n- 标题: 二":                                "一[甲]* 二[]",
	} {
		in, problems := fromYAML(text)
		if got := plainParts(in); got != want || len(problems) > 0 {
			t.Errorf("%q: %s, want %s\n%v", text, got, want, problems)
		}
	}
}

func plainParts(in ledger.Info) string {
	var out []string
	for _, p := range in.Parts {
		s := p.Heading.Text + "["
		for _, c := range p.Paragraphs {
			s += c.Text
		}
		if s += "]"; p.Findings {
			s += "*"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// What a file says replaces what the workbook says; the rest stays.
func TestYAMLOverrides(t *testing.T) {
	in, _ := read("# 基本信息\n标题|旧\n落款|某局\n编号方式|逐级编号\n必填|备注：必填\n栏目对应|甲：备注\n第一部分标题|一\n第一部分内容|甲\n第二部分标题|二\n第三部分标题|三\n第三部分内容|丙")
	problems := FromYAML(&in, "要素.yaml", []byte("title: 新\nrequired: {备注: 不要求, 佐证材料: [已完成, 基本完成]}\ncolumns: {甲: 整改情况}\npart_one: [壹]\npart_three: [叁, 新]\n"))
	if len(problems) > 0 || in.Title.Text != "新" || in.Signature.Text != "某局" || in.Numbering != ledger.PerParent {
		t.Error(in.Title, in.Signature, in.Numbering, problems)
	}
	if got := plainParts(in); got != "壹[甲] 二[]* 叁[新]" {
		t.Error(got)
	}
	if len(in.Columns) != 1 || in.Columns[0].Field != ledger.FieldRectification {
		t.Error(in.Columns)
	}
	if len(in.Required) != 2 || in.Required[0].When != ledger.Never || len(in.Required[1].States) != 2 || in.Required[1].Pos.Row != 2 {
		t.Error(in.Required)
	}
}

// Every problem a file can have, by its words.
func TestYAMLProblems(t *testing.T) {
	deep := strings.Repeat("[", 60)
	for _, c := range [][2]string{
		{"annex_eleven_title: 甲", beyond("annex_eleven_title")},
		{"附件十一标题: 甲", beyond("附件十一标题")},
		{"附件11内容: 甲", beyond("附件11内容")},
		{"第十二部分标题: 甲", beyond("第十二部分标题")},
		{"annex_tow_title: 甲", "错误 要素.yaml 第1行：不认识「annex_tow_title」这一栏 [L501] 是不是「annex_two_title」？改成这个名字；不要的就删去"},
		{"recipients: {甲: 乙}", "错误 要素.yaml 第1行：「recipients」的写法不对 [L505] 写成一行，用顿号隔开；或者一个一行、前面加“- ”"},
		{"titel: 甲", "错误 要素.yaml 第1行：不认识「titel」这一栏 [L501] 是不是「title」？改成这个名字；不要的就删去"},
		{"title: 甲\n落宽: 乙", "错误 要素.yaml 第2行：不认识「落宽」这一栏 [L501] 是不是「落款」？改成这个名字；不要的就删去"},
		{"title: 甲\u200b乙\ufeff", "提醒 要素.yaml 第1行：含有看不见的零宽字符，已去掉 [L512] 不影响通报；想不再提醒，请把这一处文字重新输入一遍"},
		{"标\u200b题: 甲", "提醒 要素.yaml 第1行：含有看不见的零宽字符，已去掉 [L512] 不影响通报；想不再提醒，请把这一处文字重新输入一遍"},
		{strings.Repeat("a: b\n", 26000), tooMany},
		{"{" + strings.Repeat("a: b,", 20000) + "a: b}", tooMany},
		{"sections:\n- heading: 一\n  text: 甲", "错误 要素.yaml 第3行：部分里没有「text」这一项 [L501] 只有 heading（标题）、paragraphs（内容）、findings（台账）"},
		{"title: 甲\ntitle: 乙", "错误 要素.yaml 第2行：「title」写了两次：第1行已经写过 [L502] 只留一处"},
		{"title: 甲\n标题: 乙", "错误 要素.yaml 第2行：「标题」和第1行的「title」是同一栏，写了两次 [L502] 只留一处"},
		{"columns:\n  甲: 备注\n  甲: 序号", "错误 要素.yaml 第3行：「甲」写了两次：第2行已经写过 [L502] 只留一处"},
		{"sections:\n- heading: 一\n  标题: 甲", "错误 要素.yaml 第3行：「标题」写了两次：第2行已经写过 [L502] 只留一处"},
		{"part_one: 一\nsections:\n- heading: 一", "错误 要素.yaml 第1行：「第一部分」和第2行的「sections」说的是同一件事 [L502] 两种写法只用一种"},
		{"title: 甲\n bad: 乙", "错误 要素.yaml 第1行：" + syntax},
		{"title: \"甲", "错误 要素.yaml 第1行：" + syntax},
		{"title: 甲\n\tissuer: 乙", "错误 要素.yaml 第2行：" + syntax},
		{"title: 甲\n---\ntitle: 乙", "错误 要素.yaml 第3行：一个文件里写了两份内容（中间有 --- ） [L504] 只留一份"},
		{"title: \xb1\xea", "错误 要素.yaml：文件不是 UTF-8 编码 [L504] 用记事本打开，另存为时编码选“UTF-8”"},
		{"title: 甲\nissuer: " + deep, "错误 要素.yaml 第2行：括号或短横套得太深 [L504] 一层一层写清楚；文字里的括号用引号括起来"},
		{strings.Repeat("- ", 60) + "甲", "错误 要素.yaml 第1行：括号或短横套得太深 [L504] 一层一层写清楚；文字里的括号用引号括起来"},
		{strings.Repeat("#\n", 128<<10), "错误 要素.yaml：文件超过 128 KB，不像通报要素 [L504] 核对 --info 后面的文件名"},
		{"标题：甲\n落款: 乙", "错误 要素.yaml 第1行：「标题」后面的冒号是全角的（：） [L504] 改成半角的冒号（:），后面空一格"},
		{"标题: 甲\n落款 ：乙\n", "错误 要素.yaml 第2行：「落款」后面的冒号是全角的（：） [L504] 改成半角的冒号（:），后面空一格"},
		{"- 甲", "错误 要素.yaml 第1行：整个文件的写法不对 [L505] 要写成一行一个“栏目: 内容”"},
		{"甲", "错误 要素.yaml 第1行：整个文件的写法不对 [L505] 要写成一行一个“栏目: 内容”"},
		{"title: [甲, 乙]", "错误 要素.yaml 第1行：「title」的写法不对 [L505] 只写一个内容"},
		{"title: {甲: 乙}", "错误 要素.yaml 第1行：「title」的写法不对 [L505] 只写一个内容"},
		{"title: &a 甲", "错误 要素.yaml 第1行：「title」的写法不对 [L505] 只写一个内容"},
		{"preamble: {甲: 乙}", "错误 要素.yaml 第1行：「preamble」的写法不对 [L505] 写一段文字，或者每段一行、前面加“- ”"},
		{"preamble:\n- 甲\n- [乙]", "错误 要素.yaml 第3行：「preamble」里的一段的写法不对 [L505] 每段只写文字；有冒号的用引号括起来"},
		{"columns: 甲", "错误 要素.yaml 第1行：这一栏的写法不对 [L505] 写成“名称: 内容”，一行一个"},
		{"required:\n  备注: {甲: 乙}", "错误 要素.yaml 第2行：「备注」的写法不对 [L505] 写一个词，或者几个词的列表"},
		{"sections: 甲", "错误 要素.yaml 第1行：「sections」的写法不对 [L505] 每个部分前面加“- ”，写 heading 和 paragraphs；放台账的部分写 findings: true"},
		{"sections: [甲]", "错误 要素.yaml 第1行：「sections」里的一个部分的写法不对 [L505] 写成 heading: 标题，paragraphs: 段落的列表，或 findings: true"},
		{"sections:\n- findings: 是", "错误 要素.yaml 第2行：「findings」的写法不对 [L505] 写 findings: true"},
		{"columns: {甲: [备注, 序号]}", "错误 要素.yaml 第1行：「甲」要对应一个项目 [L505] 写成“原栏名：整改情况”"},
		{"numbering: 自动", "错误 要素.yaml 第1行：编号方式“自动”看不懂 [L506] 写 连续编号（1.、（1）全文连续）或 逐级编号（每个上级标题下重新起）"},
		{"columns: {甲: 整改情况况}", "错误 要素.yaml 第1行：台账没有「整改情况况」这个项目 [L506] 是不是「整改情况」？项目有：" + fieldList()},
		{"required: {甲乙丙丁戊己: 必填}", "错误 要素.yaml 第1行：台账没有「甲乙丙丁戊己」这个项目 [L506] 项目有：" + fieldList()},
	} {
		_, problems := fromYAML(c[0])
		if got := line1(problems); got != c[1] {
			t.Errorf("%.60q:\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// A file that cannot be read is told once: what is missing may stand in it.
func TestUnreadable(t *testing.T) {
	for text, want := range map[string]bool{"title: \"甲": true, "甲": true, "标题：甲": true, "title: 甲": false, "titel: 甲": false, "contact: |\n  标题：甲": false, "": false} {
		if in, _ := fromYAML(text); in.Unreadable != want {
			t.Errorf("%q: %v", text, in.Unreadable)
		}
	}
}

const syntax = "从这一行起写法读不懂 [L504] 一行一个“栏目: 内容”，冒号后面空一格，同一级左边对齐，不用 Tab 缩进；内容里有冒号、# 或引号的，整个用引号括起来"

const tooMany = "错误 要素.yaml：文件里的行和逗号超过 2000 个，不像通报要素 [L504] 核对 --info 后面的文件名"

func fieldList() string {
	var names []string
	for _, f := range ledger.Fields() {
		names = append(names, string(f))
	}
	return strings.Join(names, "、")
}

func TestYAMLEmpty(t *testing.T) {
	for _, text := range []string{"", "\n", "# 只有说明\n", "---\n"} {
		if in, problems := fromYAML(text); !reflect.DeepEqual(in, ledger.Info{}) || len(problems) > 0 {
			t.Errorf("%q: %v\n%v", text, in, problems)
		}
	}
	in, problems := fromYAML("title:\npreamble: []\ncontact: ''\n")
	if in.Title.Pos.Row != 1 || len(in.Preamble) != 1 || in.Preamble[0].Pos.Row != 2 || in.Contact[0].Pos.Row != 3 || len(problems) > 0 {
		t.Errorf("%v\n%v", in, problems)
	}
}

// No file makes the reader panic.
func FuzzFromYAML(f *testing.F) {
	f.Add("title: 甲\npart_one:\n- 一\n- 乙\nsections: [{heading: 一, findings: true}]\n")
	f.Add("{\"标题\": \"甲\", \"必填\": {\"备注\": [\"已完成\"]}}")
	f.Add("columns: {a: 备注}\nrequired: &x {备注: *x}\n<<: *x\n? a\n: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		var in ledger.Info
		FromYAML(&in, "要素.yaml", []byte(text))
	})
}

func beyond(name string) string {
	return "错误 要素.yaml 第1行：不认识「" + name + "」这一栏 [L501] 这样写的附件、部分各最多十个；附件再多的合并或者另行附上，部分再多的写在 --info 文件的 sections 里"
}
