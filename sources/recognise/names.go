package recognise

import (
	"strings"

	"tongbao/sources/ledger"
)

// fieldNames is every heading a field goes by, blanks and （）notes left out; the
// template's own comes first. The longest name that fits a heading counts.
var fieldNames = []struct {
	field ledger.Field
	names []string
}{
	{ledger.FieldGroup, []string{"问题类别", "类别", "方面", "反馈重点方面", "重点方面", "一级问题", "大类", "问题大类", "反馈方面", "问题方面", "问题分类", "所属类别", "问题领域", "整改领域", "分类", "板块", "反馈问题类别", "反馈类别"}},
	{ledger.FieldProblem, []string{"主要问题", "问题类型", "二级问题", "反馈重点内容", "重点内容", "反馈的主要问题", "反馈主要问题", "小类", "问题小类"}},
	{ledger.FieldNo, []string{"序号", "编号", "问题编号", "问题序号", "具体问题编号", "具体问题序号", "序", "问题编码", "No", "NO", "No.", "NO.", "№"}},
	{ledger.FieldText, []string{
		"反馈的具体问题", "反馈问题", "具体问题", "具体表现", "问题描述", "巡察反馈具体问题", "反馈具体问题", "存在问题", "存在的问题", "存在的具体问题", "反馈的问题",
		"三级问题", "问题具体表现", "具体问题表现", "问题表现", "具体问题描述", "问题具体描述", "存在问题描述", "存在的问题描述", "问题详情", "问题详细描述", "具体问题及表现",
		"检查发现问题", "发现的问题", "发现问题", "指出的问题", "反馈指出的问题",
	}},
	{ledger.FieldMeasures, []string{"整改措施", "整改举措", "整改计划", "整改任务", "具体整改措施", "整改的具体措施", "具体措施", "整改落实措施", "整改工作措施", "拟采取的整改措施", "采取的整改措施"}},
	{ledger.FieldRectification, []string{
		"整改情况", "整改进展", "整改落实情况", "整改完成情况", "整改描述", "整改成效", "进展情况", "整改进展情况", "整改工作情况", "整改结果", "落实情况",
		"整改落实进展情况", "整改进展及成效", "整改情况及成效", "整改落实情况及成效", "整改完成情况及成效", "整改工作进展", "整改工作进展情况", "落实进展情况", "目前进展", "目前进展情况", "当前进展",
		"工作进展", "工作进展情况", "整改实效", "整改工作落实情况", "整改工作开展情况", "目前整改情况", "截至目前整改情况", "整改措施落实情况", "整改措施及落实情况", "整改措施及成效", "整改具体情况",
	}},
	{ledger.FieldGoal, []string{"整改目标", "预期目标"}},
	{ledger.FieldStatus, []string{"完成情况", "整改状态", "状态", "是否完成", "是否销号", "整改进度", "完成状态", "是否整改完成", "销号情况", "是否完成整改", "是否整改到位", "整改是否到位", "是否已完成", "当前状态", "整改结论", "办结情况", "是否办结", "完成进度"}},
	{ledger.FieldLeader, []string{"责任领导", "牵头领导", "分管领导", "包案领导", "责任校领导", "责任局领导", "责任院领导", "责任县领导", "责任区领导", "责任市领导", "责任处领导", "责任所领导", "包保领导", "挂点领导", "责任班子成员", "责任领导人", "牵头责任领导", "分管责任领导", "牵头人"}},
	{ledger.FieldDepartment, []string{
		"责任部门", "责任单位", "责任科室", "责任股室", "牵头部门", "牵头单位", "承办单位", "责任处室", "牵头科室", "牵头股室", "承办部门", "责任股", "责任科", "责任部室", "责任机构", "责任站所", "责任中心", "主责部门", "主责单位",
		"主办单位", "主办部门", "主办科室", "承办科室", "承办股室", "承办处室", "牵头处室", "牵头责任单位", "整改责任单位", "落实单位", "落实部门", "责任牵头单位",
	}},
	{ledger.FieldPartner, []string{"配合单位", "协办", "配合部门", "协办单位", "协办部门", "配合科室", "配合股室", "配合处室", "配合责任单位", "协助单位", "参与单位", "协同单位"}},
	{ledger.FieldPerson, []string{"责任人", "具体责任人", "联系人", "经办人", "责任人员", "承办人", "具体承办人", "具体经办人", "具体负责人", "直接责任人"}},
	{ledger.FieldStarted, []string{"启动时间", "开始时间", "启动日期", "开始日期", "整改时限开始时间", "整改时限启动时间"}},
	{ledger.FieldDeadline, []string{
		"整改时限", "完成时限", "计划完成时间", "期限", "整改期限", "时限", "整改完成时限", "计划完成时限", "要求完成时间", "预计完成时间", "拟完成时间",
		"整改时限完成时间", "整改时限结束时间", "计划完成日期", "完成期限", "整改完成期限", "计划完成期限", "预计完成时限", "预计完成日期", "时间要求", "完成时间要求", "时限要求", "整改时限要求", "时间节点", "完成时间节点", "截止时间",
		"整改截止时间", "计划时限", "承诺完成时间", "目标完成时间", "拟完成时限",
	}},
	{ledger.FieldCompleted, []string{"完成时间", "实际完成时间", "销号时间", "整改完成时间", "完成日期", "实际完成日期", "销号日期", "办结时间", "办结日期", "整改完成日期", "完成整改时间", "实际完成时限"}},
	{ledger.FieldEvidence, []string{"佐证材料", "印证材料", "支撑材料", "附件", "佐证资料", "印证资料", "支撑资料", "证明材料", "整改佐证", "佐证", "整改佐证材料", "相关材料", "附件材料", "佐证材料名称", "佐证材料清单"}},
	{ledger.FieldPublication, []string{"公开范围", "是否公开", "能否公开", "可否公开", "是否可以公开", "是否可公开", "是否对外公开", "是否向社会公开", "公开与否", "公开属性", "公开情况", "公开方式"}},
	{ledger.FieldWithheld, []string{"不公开理由", "不公开原因"}},
	{ledger.FieldConsent, []string{"同意文号", "同意不公开文号"}},
	{ledger.FieldAcceptedBy, []string{"验收人", "验收人员", "验收单位"}},
	{ledger.FieldAcceptedOn, []string{"验收日期", "验收时间"}},
	{ledger.FieldClosure, []string{"销号批准", "销号审批", "批准销号"}},
	{ledger.FieldRemark, []string{"备注", "说明"}},
	{ledger.FieldSource, []string{"来源"}},
}

// weakTexts are headings that stand over the findings if no better one does, the
// surest first. 主要问题 is a level above them where both are there.
var weakTexts = []string{
	"问题及表现", "问题内容", "问题事项", "问题点", "问题清单", "问题", "具体内容", "意见内容", "意见", "主要问题及表现", "存在的主要问题", "突出问题", "存在的突出问题",
	"主要问题", "反馈的主要问题", "反馈主要问题",
}

// coarseTexts are the headings of 反馈的具体问题 that stand a level above where a finer
// one, 具体问题 or 具体表现, is to their right: then they are the 主要问题.
var coarseTexts = []string{
	"反馈问题", "反馈的问题", "存在问题", "存在的问题", "发现问题", "发现的问题", "检查发现问题", "指出的问题", "反馈指出的问题",
}

// namePrefixes may stand before any of the names.
var namePrefixes = []string{"巡察", "巡视", "反馈", "整改", "拟公开的", "对外公开的", "拟公开", "对外公开", "公开", "内部", "党内"}

// publicMarks and internalMarks in a heading say for whom the column is written.
var (
	publicMarks   = []string{"拟公开", "对外公开", "公开稿", "公开版", "公开口径", "公开"}
	internalMarks = []string{"不公开", "不予公开", "不宜公开", "内部", "党内", "非公开", "不对外", "未公开"}

	// restrictions are the further words that say so in a note, or alone above a
	// heading; lifted takes out what says the contrary.
	restrictions = []string{"密", "内控", "内参", "内网", "对内", "送审", "草稿", "初稿", "讨论稿", "审议稿", "征求意见", "未定稿", "过程稿", "底稿", "上报", "报送", "不外传"}
	lifted       = strings.NewReplacer("非涉密", "", "不涉密", "", "无涉密", "", "未涉密", "", "脱密", "", "解密", "", "密切", "")
)
