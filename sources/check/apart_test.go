package check

import (
	"slices"
	"strings"
	"testing"

	"tongbao/sources/grid"
)

// A message about a table beside another, or below it, names its own heading and
// place.
func TestTablesApart(t *testing.T) {
	l := load(t, grid.Parse("例.xlsx", `# 整改台账
序号|具体问题|整改落实情况|责任领导||序号|反馈问题|整改进展
1|甲。||局长||2|乙。|
序号|问题描述|整改成效||||
3|丙。|||||
`))
	var got []string
	for _, p := range Ledger(l) {
		if p.Code == "L101" || p.Code == "L104" && strings.Contains(p.Message, "责任领导") {
			got = append(got, p.Pos.Address()+p.Message)
		}
	}
	want := []string{
		"C2「整改落实情况」没有填写", "H2「整改进展」没有填写", "表头里没有「责任领导」这一栏，有 2 条要填", "C4「整改成效」没有填写",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Each column that is not there is told once, however many sheets lack it, with the
// line to write where a heading is likely it.
func TestLackingColumnOfSheets(t *testing.T) {
	l := load(t, grid.Parse("例.xlsx", `# 甲科
序号|具体问题|完成情况|完成时间|包干领导干部
1|甲。|建立了制度，开展了培训，问题已经整改。|2023年6月底前|局长
# 乙科
序号|具体问题|完成情况|完成时间|包干领导干部
1|乙。|修订了制度，公布了账目，问题已经整改。|2023年6月底前|局长
`))
	hints := map[string]string{"整改情况": "完成情况：整改情况", "整改时限": "完成时间：整改时限", "责任领导": "E1 的「包干领导干部」一栏写的就是责任领导", "问题类别": "工作表名前面写上编号", "责任部门": "责任部门：不要求"}
	for _, p := range Ledger(l) {
		if p.Code == "L211" {
			t.Errorf("told apart from L104: %v", p)
		}
		for field, hint := range hints {
			if p.Code == "L104" && p.Message == "表头里没有「"+field+"」这一栏，「乙科」也没有，一共有 2 条要填" && strings.Contains(p.Hint, hint) {
				delete(hints, field)
			}
		}
	}
	if len(hints) > 0 {
		t.Errorf("not told: %q", hints)
	}
}

// A number that begins anew on each sheet, with each group, or is that of the
// heading, counts as such; a fault in it is told all the same.
func TestNumbersApart(t *testing.T) {
	const head = "序号|问题类别|主要问题|具体问题|整改情况\n"
	for name, c := range map[string]struct {
		book string
		want int
	}{
		"a sheet each":        {"# 甲\n" + head + "1|甲|子|一。|改。\n2|甲|子|二。|改。\n# 乙\n" + head + "1|乙|丑|三。|改。\n", 0},
		"a sheet with a gap":  {"# 甲\n" + head + "1|甲|子|一。|改。\n3|甲|子|二。|改。\n# 乙\n" + head + "1|乙|丑|三。|改。\n", 2},
		"a group each":        {"# 甲\n" + head + "1|甲|子|一。|改。\n2|甲|丑|二。|改。\n1|乙|寅|三。|改。\n2|乙|卯|四。|改。\n", 0},
		"the heading's":       {"# 甲\n" + head + "1|甲|子|一。|改。\n||| 二。|改。\n2||丑|三。|改。\n", 0},
		"the heading's, gaps": {"# 甲\n" + head + "1|甲|子|一。|改。\n||| 二。|改。\n3||丑|三。|改。\n", 1},
	} {
		n := 0
		for _, p := range Ledger(load(t, grid.Parse("例.xlsx", c.book))) {
			if p.Code >= "L430" && p.Code <= "L433" || p.Code == "L101" && strings.Contains(p.Message, "序号") {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d problems, want %d", name, n, c.want)
		}
	}
}
