package info

import (
	"strings"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

func read(text string) (ledger.Info, problem.List) {
	var in ledger.Info
	return in, FromBook(&in, grid.Parse("台账.xlsx", text))
}

func texts(list []ledger.Cell) string {
	var out []string
	for _, c := range list {
		out = append(out, c.Pos.Address()+c.Text)
	}
	return strings.Join(out, " ")
}

func parts(in ledger.Info) string {
	var out []string
	for _, p := range in.Parts {
		s := p.Heading.Text + "[" + texts(p.Paragraphs) + "]"
		if p.Findings {
			s += "*"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// Each text is read without a problem into the parts shown; * holds the findings.
func TestParts(t *testing.T) {
	for name, c := range map[string][2]string{
		"the one without content": {"第一部分标题|一\n第一部分内容|甲\n第二部分标题|二\n第三部分标题|三\n第三部分内容|乙", "一[B2甲] 二[]* 三[B5乙]"},
		"with a lead":             {"第一部分标题|一\n第一部分内容|甲\n第二部分标题|二\n第二部分导语|乙", "一[B2甲] 二[B4乙]*"},
		"another part":            {"第一部分标题|一\n第二部分标题|二\n第二部分内容|甲", "一[]* 二[B3甲]"},
		"several, the second":     {"第一部分标题|一\n第二部分标题|二\n第三部分标题|三", "一[] 二[]* 三[]"},
		"several, not the second": {"第一部分标题|一\n第二部分内容|甲\n第二部分标题|二\n第三部分标题|三", "一[] 二[B2甲] 三[]"},
		"marked":                  {"第一部分标题|一\n第二部分标题|二\n第三部分标题|三\n第三部分内容|甲\n|（台账）", "一[] 二[] 三[B4甲]*"},
		"marked in half width":    {"第一部分标题|一\n第一部分内容|(台账)\n第二部分标题|二", "一[]* 二[]"},
		"marked twice":            {"第一部分标题|一\n第一部分内容|（台账）\n第二部分标题|二\n第二部分内容|（台账）", "一[]* 二[]*"},
		"out of order":            {"第二部分标题|二\n第一部分标题|一\n第一部分内容|甲", "一[B3甲] 二[]*"},
		"lead first":              {"第一部分内容|乙\n第一部分导语|甲\n第一部分标题|一\n第二部分标题|二", "一[B2甲 B1乙] 二[]*"},
		"the tenth":               {"第十部分标题|十", "十[]*"},
		"empty content":           {"第一部分标题|一\n第一部分内容|\n第二部分标题|二", "一[B2] 二[]*"},
		"no heading":              {"第一部分内容|甲", "[B1甲]"},
	} {
		in, problems := read("# 通报正文\n" + c[0])
		if got := parts(in); got != c[1] || len(problems) > 0 {
			t.Errorf("%s: %s, want %s\n%v", name, got, c[1], problems)
		}
	}
}

func TestSheetShapes(t *testing.T) {
	for name, text := range map[string]string{
		"with headings":     "# 通报正文\n栏目|内容\n标题|通报\n前言|甲\n|乙\n联系方式|丙",
		"without":           "# 通报正文\n标题|通报\n前言|甲\n前言|乙\n联系方式|丙",
		"blanks":            "# 通报正文\n项　目|内 容\n 标 题：| 通报　\n前言|　　甲\n|\n||\n|乙\n联系方式|丙",
		"other columns":     "# 通报正文\n说明|栏目|内容|备注\n必填|标题|通报|一行\n|前言|甲|\n||乙|\n|联系方式|丙",
		"two sheets":        "# 基本信息\n标题|通报\n# 通报正文\n前言|甲\n|乙\n联系方式|丙\n标题|通报",
		"sheet name padded": "# 通报正文 \n标题|通报\n前言|甲\n|乙\n联系方式|丙",
		"English":           "# 通报正文\ntitle|通报\npreamble|甲\n|乙\ncontact|丙",
	} {
		in, problems := read(text)
		var preamble []string
		for _, c := range in.Preamble {
			preamble = append(preamble, c.Text)
		}
		if in.Title.Text != "通报" || strings.Join(preamble, "+") != "甲+乙" || len(in.Contact) != 1 || len(problems) > 0 {
			t.Errorf("%s: %q %q %v\n%v", name, in.Title.Text, preamble, in.Contact, problems)
		}
	}
}

// Several lines in a cell are several paragraphs, all of that cell.
func TestLines(t *testing.T) {
	b := grid.Parse("台账.xlsx", "# 通报正文\n前言|甲")
	b.Sheets[0].Rows[0][1].Text = "甲\n　　乙\n"
	var in ledger.Info
	FromBook(&in, b)
	if got := texts(in.Preamble); got != "B1甲 B1乙" {
		t.Errorf("got %s", got)
	}
}

// A 栏目 merged over its rows goes for each; a merged 内容 counts once.
func TestMerged(t *testing.T) {
	b := grid.Parse("台账.xlsx", "# 通报正文\n前言|甲\n|乙\n标题|通报\n|\n落款|某局")
	rows := b.Sheets[0].Rows
	rows[1][0] = rows[0][0]
	rows[3][0], rows[3][1] = rows[2][0], rows[2][1]
	var in ledger.Info
	if problems := FromBook(&in, b); texts(in.Preamble) != "B1甲 B2乙" || in.Title.Pos.Row != 3 || len(problems) > 0 {
		t.Errorf("got %s, %v\n%v", texts(in.Preamble), in.Title, problems)
	}
}

// A sheet is known by its name, whatever blanks are in it, or by its 栏目.
func TestSheetsOfNotice(t *testing.T) {
	for text, want := range map[string]string{
		"# 通报 正文\n标题|甲": "通报 正文 甲", "# 正文\n栏目|内容\n标题|甲\n前言|乙": "正文 甲", "# 基本情况\n标题|甲\n落款|乙\n电话|丙": "基本情况 甲",
		"# 正文\n标题|甲": " ", "# 封面\n标题|甲\n前言|乙\n丙|丙\n丁|丁\n戊|戊": " ", "# 填写说明\n标题|甲\n前言|乙": " ",
		"# 正文\n标题|甲\n前言|乙\n# 通报正文\n标题|甲": "通报正文 正文 甲", "# 台账\n序号|具体问题\n1|甲": " ",
	} {
		in, _ := read(text)
		if got := strings.Join(in.Sheets, " ") + " " + in.Title.Text; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	_, problems := read("# 基本信息\n标题|甲\n# 正文\n标题|乙\n前言|丙")
	if len(problems) != 1 || problems[0].Code != "L503" {
		t.Errorf("two sheets that differ: %v", problems)
	}
}

func TestEmptyValueKeepsItsCell(t *testing.T) {
	in, problems := read("# 基本信息\n标题|\n落款\n前言|")
	if in.Title.Pos.Address() != "B1" || in.Signature.Pos.Address() != "B2" || texts(in.Preamble) != "B3" || len(problems) > 0 {
		t.Errorf("%v %v %v\n%v", in.Title, in.Signature, in.Preamble, problems)
	}
}

func TestSettings(t *testing.T) {
	in, problems := read("# 基本信息\n编号方式|逐级编号\n栏目对应|落实情况：整改情况\n|问题：反馈的具体问题；措施=整改措施\n必填|佐证材料：已完成、基本完成\n|备注：必填；责任领导：不要求")
	if in.Numbering != ledger.PerParent || len(problems) > 0 {
		t.Fatal(in.Numbering, problems)
	}
	var columns []string
	for _, c := range in.Columns {
		columns = append(columns, c.Heading.Pos.Address()+c.Heading.Text+"="+string(c.Field))
	}
	if got := strings.Join(columns, " "); got != "B2落实情况=整改情况 B3问题=反馈的具体问题 B3措施=整改措施" {
		t.Errorf("columns %s", got)
	}
	r := in.Required
	if len(r) != 3 || r[0].Field != ledger.FieldEvidence || r[0].When != ledger.WhenState || len(r[0].States) != 2 ||
		r[1].When != ledger.Always || r[2].When != ledger.Never || r[2].Field != ledger.FieldLeader {
		t.Errorf("required %v", r)
	}
}

// Every problem a sheet can have, by its words.
func TestSheetProblems(t *testing.T) {
	for _, c := range [][2]string{
		{"# 通报正文\n前　严|甲", `错误 台账.xlsx「通报正文」A1：不认识「前　严」这一栏 [L501] 是不是「前言」？改成这个名字；不要的就删去`},
		{"# 通报正文\n某某某某某|甲\n|乙", `错误 台账.xlsx「通报正文」A1：不认识「某某某某某」这一栏 [L501] 照说明里的栏目名写；tongbao explain L501 说明为什么不能略过`},
		{"# 通报正文\nsections|甲", `错误 台账.xlsx「通报正文」A1：表里不用「sections」这一栏 [L501] 分开写成 第一部分标题、第一部分导语、第一部分内容`},
		{"# 基本信息\n标题|甲\n落款|某局\n标题|乙", `错误 台账.xlsx「基本信息」B3：「标题」写了两次：B1已有“甲” [L502] 只留一处`},
		{"# 基本信息\n标题|甲\n|乙", `错误 台账.xlsx「基本信息」B2：「标题」写了两次：B1已有“甲” [L502] 只留一处`},
		{"# 基本信息\n标题|甲\n# 通报正文\n标题|乙", `错误 台账.xlsx「通报正文」B1：「标题」是“乙”，「基本信息」B1写的是“甲” [L503] 核对后改成一样，或者只留一处`},
		{"# 基本信息\n栏目对应|整改情况", `错误 台账.xlsx「基本信息」B1：“整改情况”里没有冒号 [L505] 写成“原栏名：整改情况”或“佐证材料：已完成”`},
		{"# 基本信息\n必填|佐证材料：", `错误 台账.xlsx「基本信息」B1：「佐证材料」后面没有写要求 [L505] 写 必填、不要求 或 已完成`},
		{"# 基本信息\n必填|佐证材料：随便", `错误 台账.xlsx「基本信息」B1：「佐证材料」的要求“随便”看不懂 [L506] 写 必填、不要求，或者完成情况：已完成、基本完成、正在整改、长期坚持、未完成`},
		{"# 基本信息\n编号方式|自动", `错误 台账.xlsx「基本信息」B1：编号方式“自动”看不懂 [L506] 写 连续编号（1.、（1）全文连续）或 逐级编号（每个上级标题下重新起）`},
		{"# 通报正文\n第二部分内容|（台账）\n|乙", `错误 台账.xlsx「通报正文」B2：“乙”写在（台账）后面 [L507] 把这一段移到（台账）之前，或者移到下一部分`},
		{"# 通报正文\n|甲", `错误 台账.xlsx「通报正文」B1：“甲”左边没有写栏目 [L508] 在左边写上栏目名，如 标题、前言、联系方式`},
		{"# 通报正文\n标题|甲|乙", `错误 台账.xlsx「通报正文」C1：“乙”写在栏目和内容两列之外，没有读入 [L508] 移到内容一列；只是说明的，在这一列上面写“说明”`},
	} {
		if _, problems := read(c[0]); len(problems) != 1 || line1(problems) != c[1] {
			t.Errorf("%q:\n got %s\nwant %s", c[0], line1(problems), c[1])
		}
	}
}

// line1 is problems, each on one line.
func line1(list problem.List) string {
	var out []string
	for _, p := range list {
		out = append(out, p.Severity.String()+" "+strings.ReplaceAll(p.String(), "\n    ", " "))
	}
	return strings.Join(out, "\n")
}

// flawed makes c a formula without a result.
func flawed(c *grid.Cell) {
	*c = grid.Cell{Pos: c.Pos, Raw: "=A1", Kind: grid.Fault, Flaw: &problem.Problem{Code: "L450", Severity: problem.Error, Pos: c.Pos, Message: "公式没有计算结果"}}
}

// What cannot be used is told once, and is not missing as well.
func TestFlaws(t *testing.T) {
	for _, name := range []string{"标题", "前言", "落款日期", "编号方式", "栏目对应", "第一部分内容"} {
		for col := range 2 {
			b := grid.Parse("台账.xlsx", "# 通报正文\n"+name+"|甲")
			flawed(&b.Sheets[0].Rows[0][col])
			var in ledger.Info
			problems := FromBook(&in, b)
			if len(problems) == 0 || problems[0].Code != "L450" || col == 1 && len(problems) > 1 {
				t.Errorf("%s, column %d: %v", name, col, problems)
			}
			if col == 1 && name == "落款日期" && (in.Date.IsEmpty() || in.Date.Fault != ledger.DateFine) {
				t.Errorf("%+v", in.Date)
			}
		}
	}
}

func TestCellFlags(t *testing.T) {
	for _, c := range []struct {
		do   func(c *grid.Cell)
		want string
	}{
		{func(c *grid.Cell) { c.Kind, c.Text = grid.Fault, "#REF!" }, `错误 台账.xlsx「基本信息」B1：公式出错：#REF! [L509] 在这一格直接写上内容，不用公式`},
		{func(c *grid.Cell) { c.Text = "＃ref！" }, `错误 台账.xlsx「基本信息」B1：公式出错：＃ref！ [L509] 在这一格直接写上内容，不用公式`},
		{func(c *grid.Cell) { c.Kind = grid.Bool }, `提醒 台账.xlsx「基本信息」B1：「标题」里只有“通报”，不是文字，会照样印出 [L513] 核对这一格；该写文字的改写成文字`},
		{flawed, `错误 台账.xlsx「基本信息」B1：公式没有计算结果 [L450]`},
		{func(c *grid.Cell) { c.Hidden = true }, `提醒 台账.xlsx「基本信息」B1：隐藏的“通报”仍然读入 [L510] 要的取消隐藏；不要的删去`},
		{func(c *grid.Cell) { c.Struck = true }, `提醒 台账.xlsx「基本信息」B1：划了删除线的“通报”仍然读入 [L511] 不要的删去文字；要的去掉删除线`},
	} {
		b := grid.Parse("台账.xlsx", "# 基本信息\n标题|通报")
		c.do(&b.Sheets[0].Rows[0][1])
		var in ledger.Info
		if got := line1(FromBook(&in, b)); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
	b := grid.Parse("台账.xlsx", "# 基本信息\n标题|通报")
	b.Sheets[0].Hidden = true
	var in ledger.Info
	want := `提醒 台账.xlsx「基本信息」：这张表是隐藏的，仍然读入，会印进通报 [L510] 核对内容后取消隐藏`
	if got := line1(FromBook(&in, b)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
