package problem

import (
	"errors"
	"testing"
)

func TestPos(t *testing.T) {
	for want, p := range map[string]Pos{
		"台账.xlsx「整改台账」D17":     {"台账.xlsx", "整改台账", 17, 4},
		"台账.xlsx「整改台账」AB3":     {"台账.xlsx", "整改台账", 3, 28},
		"台账.xlsx「整改台账」第9行":     {File: "台账.xlsx", Sheet: "整改台账", Row: 9},
		"台账.xlsx「整改台账」":        {File: "台账.xlsx", Sheet: "整改台账"},
		"info.yaml 第3行":        {File: "info.yaml", Row: 3},
		"台账.xlsx":              {File: "台账.xlsx"},
		"台账.xlsx「表」XFD1048576": {"台账.xlsx", "表", 1048576, 16384},
	} {
		if got := p.String(); got != want {
			t.Errorf("%#v is %s, want %s", p, got, want)
		}
	}
}

// A place in the same sheet is its cell alone, in another it names what differs.
func TestFrom(t *testing.T) {
	here := Pos{"例.xlsx", "整改台账", 4, 11}
	for want, p := range map[string]Pos{
		"I3":              {"例.xlsx", "整改台账", 3, 9},
		"第3行":             {File: "例.xlsx", Sheet: "整改台账", Row: 3},
		"「通报正文」B19":       {"例.xlsx", "通报正文", 19, 2},
		"说明.yaml 第7行":     {File: "说明.yaml", Row: 7},
		"别的.xlsx「整改台账」D4": {"别的.xlsx", "整改台账", 4, 4},
	} {
		if got := p.From(here); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestList(t *testing.T) {
	warning := Entry{Code: "L999", Title: "t", Why: "w"}
	fault := Entry{Code: "L998", Severity: Error, Title: "t", Why: "w"}
	at := func(row, col int) Pos { return Pos{"f", "s", row, col} }
	l := List{warning.At(at(2, 1), "丙", ""), warning.At(at(1, 2), "乙", ""), warning.At(at(1, 1), "甲", "改")}
	if l.Err() != nil {
		t.Error("warnings are an error")
	}
	l = append(l, fault.At(at(1, 2), "乙一", ""))
	var back List
	if !errors.As(l.Err(), &back) || len(back) != 4 {
		t.Error("an error is none")
	}
	l.Sort()
	var order string
	for _, p := range l {
		order += p.Message + " "
	}
	if order != "甲 乙一 乙 丙 " {
		t.Errorf("sorted %s", order)
	}
	if l.Count(Error) != 1 || l.Count(Warning) != 3 {
		t.Errorf("%d errors, %d warnings", l.Count(Error), l.Count(Warning))
	}
	if got := l[0].String(); got != "f「s」A1：甲 [L999]\n    改" {
		t.Errorf("%q", got)
	}
}

// TestNearest proposes a name only if half of what was typed is in it.
func TestNearest(t *testing.T) {
	list := []string{"标题", "落款日期", "发文机关"}
	for word, want := range map[string]string{"标提": "标题", "落款曰期": "落款日期", "备注说明": "", "": ""} {
		if got := Nearest(word, list); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
