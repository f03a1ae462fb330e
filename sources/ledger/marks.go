package ledger

import (
	"regexp"
	"strings"
)

var (
	documentNumber = regexp.MustCompile(`^([^\[【(〔]+)[\[【(〔](\d*)年?[\])】〕](第?)(\d*)(号?)$`)
	secrecyLevel   = regexp.MustCompile(`^(绝密|机密|秘密)(?:[` + Stars + `*](\d+(?:年|个月|月|天|日)|长期))?$`)
)

// DocumentNumber returns a 发文字号 as printed, 某发〔2024〕12号, and if it is none what is
// wrong with it (GB/T 9704-2012, 7.2.5). Only blanks, width and the kind of brackets
// are ours to mend.
func DocumentNumber(s string) (printed, fault string) {
	m := documentNumber.FindStringSubmatch(HalfWidth(Squeeze(s)))
	switch {
	case m == nil:
		return s, "不是“代字〔年份〕几号”的写法"
	case len(m[2]) != 4:
		return s, "年份要标全称，四位数"
	case m[3] != "":
		return s, "序号前不加“第”字"
	case m[4] == "":
		return s, "没有序号"
	case m[4][0] == '0':
		return s, "序号不编虚位（1 不编为 01）"
	case m[5] == "":
		return s, "末尾要加“号”字"
	}
	return m[1] + "〔" + m[2] + "〕" + m[4] + "号", ""
}

// Secrecy returns 密级和保密期限 as printed, 秘密★1年; ok is false for what is none
// (7.2.2).
func Secrecy(s string) (printed string, ok bool) {
	m := secrecyLevel.FindStringSubmatch(HalfWidth(Squeeze(s)))
	switch {
	case m == nil:
		return s, false
	case m[2] == "":
		return m[1], true
	}
	return m[1] + "★" + m[2], true
}

// IsUrgency reports whether s is a word of 紧急程度 (7.2.3).
func IsUrgency(s string) bool {
	switch Squeeze(s) {
	case "特急", "加急": // 特提 and 平急 are for telegrams
		return true
	}
	return false
}

// IsCopyNumber reports whether s is a 份号: six digits (7.2.1).
func IsCopyNumber(s string) bool {
	s = HalfWidth(Squeeze(s))
	return len(s) == 6 && strings.Trim(s, "0123456789") == ""
}
