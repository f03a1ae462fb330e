package check

import (
	"slices"
	"testing"

	"tongbao/sources/grid"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// An office's rule stands in the place of ours: it tightens, relaxes, or says when.
func TestOfficeRequirements(t *testing.T) {
	const table = `# 整改台账
序号|问题类别|主要问题|反馈的具体问题|整改情况|完成情况|责任领导|责任部门|整改时限|完成时间|佐证材料|配合单位
1|政治方面|学习|甲。|建立了制度。|已完成||办公室|立行立改|2023年6月8日||
2|政治方面|学习|乙。|建立了制度。|正在整改|局长|办公室|立行立改|||
`
	rule := problem.Pos{File: "例.xlsx", Sheet: "基本信息", Row: 9, Col: 2}
	for _, c := range []struct {
		name string
		rule ledger.Requirement
		want []string
	}{
		{"no rule", ledger.Requirement{Field: ledger.FieldGoal, When: ledger.Never}, []string{"G2 L101", "K2 L103"}},
		{"never relaxes", ledger.Requirement{Field: ledger.FieldLeader, When: ledger.Never}, []string{"K2 L103"}},
		{"always tightens", ledger.Requirement{Field: ledger.FieldEvidence, When: ledger.Always}, []string{"G2 L101", "K2 L101", "K3 L101"}},
		{"a state makes it an error", ledger.Requirement{Field: ledger.FieldEvidence, When: ledger.WhenState, States: []ledger.State{ledger.Completed}},
			[]string{"G2 L101", "K2 L102"}},
		{"a state replaces always", ledger.Requirement{Field: ledger.FieldLeader, When: ledger.WhenState, States: []ledger.State{ledger.InProgress}}, []string{"K2 L103"}},
		{"a field of no default", ledger.Requirement{Field: ledger.FieldPartner, When: ledger.WhenState, States: []ledger.State{ledger.InProgress, ledger.NotDone}},
			[]string{"G2 L101", "K2 L103", "L3 L102"}},
		{"a column that is not there", ledger.Requirement{Field: ledger.FieldGoal, When: ledger.Always}, []string{" L104", "G2 L101", "K2 L103"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := load(t, grid.Parse("例.xlsx", table))
			c.rule.Pos = rule
			l.Info.Required = []ledger.Requirement{c.rule}
			var got []string
			for _, p := range Ledger(l) {
				if p.Pos.Sheet == "整改台账" {
					got = append(got, p.Pos.Address()+" "+string(p.Code))
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A message names the column as the office heads it.
func TestOfficeHeading(t *testing.T) {
	l := load(t, grid.Parse("例.xlsx", "# 整改台账\n序号|反馈的具体问题|整改情况（拟公开）|完成情况\n1|甲。||已完成\n"))
	for _, p := range Ledger(l) {
		if p.Code == "L101" {
			if want := "「整改情况（拟公开）」没有填写"; p.Message != want {
				t.Errorf("got %s, want %s", p.Message, want)
			}
			return
		}
	}
	t.Error("nothing reported")
}

// A sheet may hold one table under another; each row belongs to the one above it.
func TestLackingColumnOfOneTable(t *testing.T) {
	at := func(row, col int) problem.Pos { return problem.Pos{Sheet: "整改台账", Row: row, Col: col} }
	l := &ledger.Ledger{
		Tables: []ledger.Table{
			{Sheet: "整改台账", HeaderRows: [2]int{1, 1}, Columns: map[ledger.Field]int{ledger.FieldLeader: 3}},
			{Sheet: "整改台账", HeaderRows: [2]int{4, 5}, Columns: map[ledger.Field]int{}},
		},
		Findings: []ledger.Finding{
			{Pos: at(2, 0), Measure: ledger.Measure{Leader: ledger.Cell{Pos: at(2, 3), Text: "局长"}}},
			{Pos: at(6, 0), Measure: ledger.Measure{Leader: ledger.Cell{Pos: at(6, 0)}}},
			{Pos: at(7, 0), Measure: ledger.Measure{Leader: ledger.Cell{Pos: at(7, 0)}}},
		},
	}
	var got []string
	for _, p := range Ledger(l) {
		if p.Code == "L104" && p.Message == "表头里没有「责任领导」这一栏，有 2 条要填" {
			got = append(got, p.Pos.String())
		}
	}
	if !slices.Equal(got, []string{"「整改台账」第4行"}) {
		t.Errorf("got %q", got)
	}
}
