package ledger

import (
	"strings"
	"testing"
)

func TestDocumentNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"某发〔2024〕12号": "某发〔2024〕12号", "某 发 [2024] 12 号": "某发〔2024〕12号", "某发（２０２４）１２号": "某发〔2024〕12号",
		"某发【2024年】1号": "某发〔2024〕1号", "某发〔24〕1号": "年份", "某发〔2024〕第1号": "“第”", "某发〔2024〕01号": "虚位", "某发〔2024〕1": "“号”",
		"某发〔2024〕号": "没有序号", "〔2024〕1号": "代字", "某发2024-1号": "代字", "": "代字",
	} {
		printed, fault := DocumentNumber(typed)
		if fault == "" && printed != want || fault != "" && (!strings.Contains(fault, want) || printed != typed) {
			t.Errorf("%q: %q, %q, want %q", typed, printed, fault, want)
		}
	}
}

func TestSecrecy(t *testing.T) {
	for typed, want := range map[string]string{
		"秘密": "秘密", "机 密": "机密", "秘密*1年": "秘密★1年", "绝密☆ 长期": "绝密★长期", "机密★６个月": "机密★6个月",
		"内部": "", "秘密1年": "", "秘密★": "", "特别机密": "",
	} {
		if printed, ok := Secrecy(typed); ok != (want != "") || ok && printed != want {
			t.Errorf("%q: %q %v, want %q", typed, printed, ok, want)
		}
	}
}

func TestNames(t *testing.T) {
	for typed, want := range map[string]string{
		"甲某某": "甲某某", "甲某某、乙某，丙某某": "甲某某|乙某|丙某某", "甲某某\n丙某某；丁某": "甲某某|丙某某|丁某", " ": "",
		"甲某某 乙某　丙某某": "甲某某|乙某|丙某某", "甲某某、": "甲某某", "甲": "甲", "乙某某、甲": "乙某某|甲",
		"甲　某": "?", "甲某 乙 某 丙某某": "?", "甲　某、乙某某": "?", "甲某 乙某\n丙某某": "?", "某某 甲": "?",
	} {
		names, ok := (Cell{Text: typed}).Names()
		got := strings.Join(names, "|")
		if !ok {
			got = "?"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
}
