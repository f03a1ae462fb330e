package ledger

import (
	"slices"
	"strings"
)

// fieldWords is words in a heading that make it likely to be a field's, though it is
// none of the names that are known; the surest first.
var fieldWords = []struct {
	field Field
	words []string
}{
	{FieldPublication, []string{"公开"}},
	{FieldEvidence, []string{"材料", "佐证", "印证", "附件", "资料"}},
	{FieldLeader, []string{"领导", "包保", "牵头人", "分管"}},
	{FieldCompleted, []string{"完成时间", "完成日期", "办结时间", "销号时间", "销号日期", "整改时间"}},
	{FieldDeadline, []string{"时限", "期限", "节点", "限时", "截止", "时间"}},
	{FieldStatus, []string{"是否", "状态", "进度", "销号", "结论", "完成情况"}},
	{FieldDepartment, []string{"单位", "部门", "科室", "股室", "处室", "机构", "部室"}},
	{FieldPerson, []string{"责任人", "经办", "承办人", "负责人"}},
	{FieldMeasures, []string{"措施", "举措", "任务", "办法", "计划", "方案"}},
	{FieldRectification, []string{"落实", "进展", "成效", "情况", "结果", "实效"}},
	{FieldProblem, []string{"主要问题", "类型", "小类"}},
	{FieldGroup, []string{"类", "方面", "领域", "板块"}},
	{FieldProblem, []string{"类"}}, // of two such headings the second
}

// Likely is the field of list that a heading which is not known most likely means,
// "" if none.
func Likely(heading string, list []Field) Field {
	heading = Squeeze(heading)
	for _, f := range fieldWords {
		if !slices.Contains(list, f.field) {
			continue
		}
		for _, word := range f.words {
			if strings.Contains(heading, word) {
				return f.field
			}
		}
	}
	return ""
}
