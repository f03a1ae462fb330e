package grid

import "testing"

func TestParse(t *testing.T) {
	b := Parse("台账.xlsx", "# 甲\n序号|整改情况\n1|一是\\n二是\n\n# 乙\n|值")
	if len(b.Sheets) != 2 || b.Sheet("丙") != nil {
		t.Fatalf("%+v", b.Sheets)
	}
	s := b.Sheet("甲")
	if c := s.At("台账.xlsx", 2, 2); c.Text != "一是\n二是" || c.Raw != c.Text || c.Kind != String || c.Pos.String() != "台账.xlsx「甲」B2" {
		t.Errorf("%+v", c)
	}
	if c := b.Sheet("乙").At("台账.xlsx", 1, 1); c.Kind != Empty || c.Text != "" || c.Pos.Address() != "A1" {
		t.Errorf("%+v", c)
	}
	for _, at := range [][2]int{{2, 3}, {9, 1}} {
		if c := s.At("台账.xlsx", at[0], at[1]); c.Kind != Empty || c.Pos.Row != at[0] || c.Pos.Col != at[1] || c.Pos.Sheet != "甲" {
			t.Errorf("past the end: %+v", c)
		}
	}
}
