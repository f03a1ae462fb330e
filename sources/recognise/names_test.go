package recognise

import (
	"strings"
	"testing"

	"tongbao/sources/ledger"
)

// The headings that are promised (FORMAT.md), whatever else is understood.
func TestHeadings(t *testing.T) {
	for field, names := range map[ledger.Field]string{
		ledger.FieldGroup:         "问题类别 类别 方面 反馈重点方面 一级问题 大类",
		ledger.FieldProblem:       "主要问题 问题类型 二级问题 反馈重点内容",
		ledger.FieldNo:            "序号 编号 问题编号",
		ledger.FieldText:          "反馈的具体问题 反馈问题 具体问题 具体表现 问题描述 巡察反馈具体问题 存在问题",
		ledger.FieldMeasures:      "整改措施 整改举措 整改计划 整改任务",
		ledger.FieldRectification: "整改情况 整改进展 整改落实情况 整改完成情况 整改描述 整改成效 进展情况 整改情况（拟公开）",
		ledger.FieldGoal:          "整改目标 预期目标",
		ledger.FieldStatus:        "完成情况 整改状态 状态 是否完成 是否销号 整改进度",
		ledger.FieldLeader:        "责任领导 牵头领导 分管领导 包案领导",
		ledger.FieldDepartment:    "责任部门 责任单位 责任科室 责任股室 牵头部门 牵头单位 承办单位",
		ledger.FieldPartner:       "配合单位 协办",
		ledger.FieldPerson:        "责任人 具体责任人 联系人",
		ledger.FieldStarted:       "启动时间 开始时间",
		ledger.FieldDeadline:      "整改时限 完成时限 计划完成时间 期限",
		ledger.FieldCompleted:     "完成时间 实际完成时间 销号时间",
		ledger.FieldEvidence:      "佐证材料 印证材料 支撑材料 附件",
		ledger.FieldPublication:   "公开范围 是否公开",
		ledger.FieldWithheld:      "不公开理由",
		ledger.FieldConsent:       "同意文号",
		ledger.FieldAcceptedBy:    "验收人",
		ledger.FieldAcceptedOn:    "验收日期",
		ledger.FieldClosure:       "销号批准",
		ledger.FieldRemark:        "备注 说明",
	} {
		for _, name := range strings.Fields(names) {
			if got, how, _ := newVocabulary(nil).match(parseHeading(name)); got != field || how == noMatch {
				t.Errorf("%s: %q, want %s", name, got, field)
			}
		}
	}
}

// A name stands for one field only, and ours comes first.
func TestNamesAreUnique(t *testing.T) {
	seen := map[string]ledger.Field{}
	var listed []ledger.Field
	for _, f := range fieldNames {
		listed = append(listed, f.field)
		if f.names[0] != string(f.field) {
			t.Errorf("%s is not the first of its names", f.field)
		}
		for _, name := range f.names {
			if seen[name] != "" {
				t.Errorf("%s is both %s and %s", name, seen[name], f.field)
			}
			seen[name] = f.field
		}
	}
	if len(listed) != len(ledger.Fields()) {
		t.Errorf("%d of %d fields have names", len(listed), len(ledger.Fields()))
	}
}

func TestMatch(t *testing.T) {
	for text, want := range map[string]struct {
		field    ledger.Field
		how      tier
		internal bool
	}{
		"整改情况（拟公开）":       {ledger.FieldRectification, byPublic, false},
		"整改情况(公开稿)":       {ledger.FieldRectification, byPublic, false},
		"拟公开的整改情况":        {ledger.FieldRectification, byPublic, false},
		"整改情况（截至6月底）":     {ledger.FieldRectification, byName, false},
		"整改情况（内部）":        {ledger.FieldRectification, noMatch, true},
		"整改情况（不公开）":       {ledger.FieldRectification, noMatch, true},
		"内部整改情况":          {ledger.FieldRectification, noMatch, true},
		"整改情况（涉密）":        {ledger.FieldRectification, noMatch, true},
		"整改情况(送审稿)":       {ledger.FieldRectification, noMatch, true},
		"整改情况（上报）":        {ledger.FieldRectification, noMatch, true},
		"整改情况（草稿）":        {ledger.FieldRectification, noMatch, true},
		"整改情况（内）":         {ledger.FieldRectification, noMatch, true},
		"反馈的具体问题（机密）":     {ledger.FieldText, noMatch, true},
		"我局结果（上报）":        {ledger.FieldRectification, noMatch, true},
		"整改情况（非涉密）":       {ledger.FieldRectification, byName, false},
		"整改情况（500字以内）":    {ledger.FieldRectification, byName, false},
		"整改情况（可多行）":       {ledger.FieldRectification, byName, false},
		"整改情况（密切联系群众）":    {ledger.FieldRectification, byName, false},
		"责任领导（内部掌握）":      {ledger.FieldLeader, byName, false},
		"是否公开":            {ledger.FieldPublication, byName, false},
		"不公开理由":           {ledger.FieldWithheld, byName, false},
		"*反馈的\n 具体问题：":    {ledger.FieldText, byName, false},
		"（备注）":            {ledger.FieldRemark, byName, false},
		"巡视反馈的具体问题":       {ledger.FieldText, byName, false},
		"整改说明":            {"", noMatch, false},
		"整改情况说明":          {"", noMatch, false},
		"整改措施落实到位的完成时间安排": {"", noMatch, false},
		"我局栏名":            {ledger.FieldRemark, byOffice, false},
		"":                {"", noMatch, false},
	} {
		own := []ledger.ColumnName{{Heading: ledger.Cell{Text: "我局 栏名"}, Field: ledger.FieldRemark},
			{Heading: ledger.Cell{Text: "我局结果（上报）"}, Field: ledger.FieldRectification}}
		field, how, internal := newVocabulary(own).match(parseHeading(text))
		if field != want.field || how != want.how || internal != want.internal {
			t.Errorf("%q: %q %d %v, want %v", text, field, how, internal, want)
		}
	}
}

// TestSaysTooMuch: what is passed over unread for its length is no heading, read
// or not; names with long notes are read.
func TestSaysTooMuch(t *testing.T) {
	long := strings.Repeat("整改", 30)
	for text, want := range map[string]bool{
		"整改情况（" + long + long + "）": false, long + "（注）": true, "（" + long + long + "）": false,
		"（" + long + "）" + long + "（注）": true, long[:len(long)-60] + "(" + long: false, "一)" + long + "（注）": true,
	} {
		if got := saysTooMuch(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
		if saysTooMuch(text) && parseHeading(text) != (heading{}) {
			t.Errorf("%s is a heading", text)
		}
	}
}
