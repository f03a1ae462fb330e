package info

import (
	"fmt"
	"strings"
	"testing"

	"tongbao/sources/ledger"
)

// What must be understood is, in the words that staff use, or is told.
func TestUnderstood(t *testing.T) {
	for text, want := range map[string]string{
		"文种: 红头文件":          "1",
		"文种: 社会通报":          "0",
		"form: Document":    "1",
		"文种: 函":             "要素.yaml 第1行：文种“函”看不懂 [L506]",
		"主送位置: 版记":          "below",
		"主送位置: 封面":          "要素.yaml 第1行：主送位置“封面”看不懂 [L506]",
		"印章尺寸: 42":          "42000×42000",
		"印章尺寸: ４２ 毫米":       "42000×42000",
		"印章尺寸: 42mm×30.5mm": "42000×30500",
		"印章尺寸: 4.2厘米":       "42000×42000",
		"印章尺寸: 4.2×3 CM":    "42000×30000",
		"印章尺寸: 4.2cm×30毫米":  "42000×30000",
		"印章尺寸: 42×4.2厘米毫米":  "要素.yaml 第1行：印章尺寸“42×4.2厘米毫米”看不懂 [L506]",
		"印章尺寸: 42×0":        "要素.yaml 第1行：印章尺寸“42×0”看不懂 [L506]",
		"印发日期: 2024年4月9日印发": "printed 2024-04-09",
		"附件台账: 是":           "annex []",
		"附件台账: 无":           "",
		"附件台账: ；、":          "要素.yaml 第1行：附件台账“；、”看不懂 [L506]",
		"附件台账: 序号、整改情况（含进展、成效）": "annex [序号 整改情况（含进展、成效）]",
		"附件台账方向: 竖排":            "portrait",
		"印章: 不用":                "",
		"印章: 章/印章.png":          "seal 章/印章.png",
		"附件3标题: 名单":             "annex 3 名单",
		"附件标题: 名单":              "annex 1 名单",
		"附件十标题: 名单":             "annex 10 名单",
	} {
		in, problems := fromYAML(text)
		got := said1(in)
		if len(problems) > 0 {
			got, _, _ = strings.Cut(problems[0].String(), "\n")
		}
		if got == "0" && want == "" {
			got = ""
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// said1 is the one thing that in says.
func said1(in ledger.Info) string {
	switch {
	case in.Official.Below:
		return "below"
	case in.Seal.Width > 0:
		return fmt.Sprintf("%d×%d", in.Seal.Width, in.Seal.Height)
	case in.Seal.File.Text != "":
		return "seal " + in.Seal.File.Text
	case in.Ledger.Wanted:
		var names []string
		for _, c := range in.Ledger.Columns {
			names = append(names, c.Text)
		}
		return fmt.Sprint("annex ", names)
	case in.Official.Printed.Precision == ledger.Day:
		return "printed " + in.Official.Printed.ISO()
	case in.Ledger.Portrait:
		return "portrait"
	case len(in.Annexes) > 0:
		return fmt.Sprint("annex ", in.Annexes[0].Order, " ", in.Annexes[0].Title.Text)
	}
	return fmt.Sprint(int(in.Form))
}

// An info file goes over the workbook annex by annex; the others stay, in order.
func TestAnnexesOfTwoSources(t *testing.T) {
	in, _ := fromYAML("附件二标题: 乙\n附件三标题: 丙")
	before := in
	if problems := FromYAML(&in, "另.yaml", []byte("附件二标题: 新\n附件一标题: 甲\n附件一内容: [一段, 二段]")); len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, a := range in.Annexes {
		got = append(got, fmt.Sprint(a.Order, a.Title.Text, len(a.Content)))
	}
	if s := strings.Join(got, " "); s != "1甲2 2新0 3丙0" {
		t.Error(s)
	}
	if before.Annexes[0].Title.Text != "乙" {
		t.Error("a copy of the data was changed")
	}
}

// No name is two keys'.
func TestNamesAreUnique(t *testing.T) {
	seen := map[string]string{}
	for _, k := range keys() {
		for _, name := range append([]string{k.name}, k.columns...) {
			if other, twice := seen[name]; twice {
				t.Errorf("%s is a name of %s and of %s", name, other, k.name)
			}
			seen[name] = k.name
		}
	}
}

// A list of names may stand as a list in an info file.
func TestLists(t *testing.T) {
	in, problems := fromYAML("主送机关:\n- 甲局\n-\n- 乙局\nsigners: [甲某某, 乙某]\ncopies: []\n附件台账: [序号, 整改情况]")
	o := in.Official
	got := fmt.Sprint(o.Recipients.Text, " ", o.Signers.Text, " ", o.Copies.Text, " ", len(in.Ledger.Columns), " ", len(problems))
	if want := "甲局、乙局 甲某某、乙某  2 0"; got != want || o.Recipients.Pos.Row != 2 {
		t.Errorf("%s at %v, want %s", got, o.Recipients.Pos, want)
	}
}
