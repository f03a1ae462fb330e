package workbook

import (
	"strconv"

	"tongbao/sources/ledger"
)

// The example is an invented office's; it names posts and offices, no person.
const (
	exampleUnit   = "示例市文化馆党支部"
	exampleDate   = "2025年11月20日"
	exampleIssuer = "中共示例市文化馆支部委员会"
)

// exampleNotice is the content of each 栏目, a paragraph each.
func exampleNotice() map[string][]string {
	return map[string][]string{
		"标题":   {"关于巡察整改情况的社会通报"},
		"发文机关": {exampleIssuer},
		"前言":   {"按照市委统一部署，2025年3月3日至4月30日，市委第二巡察组对示例市文化馆党支部进行了巡察。6月12日，市委巡察组反馈了巡察意见。按照巡察工作有关要求，现将巡察整改情况予以公布。"},
		"第一部分内容": {
			"馆党支部高度重视巡察反馈意见，把巡察整改作为一项重要政治任务，坚持问题导向，逐条研究、逐项落实。",
			"（一）加强组织领导。成立巡察整改工作领导小组，由馆党支部书记任组长，先后召开专题会议6次，研究部署整改工作。",
			"（二）压实整改责任。对照反馈意见制定整改方案，明确责任领导、责任部门和整改时限，建立整改台账，完成一条、销号一条。",
		},
		"第三部分内容": {
			"（一）持续巩固成果。对已经完成的整改任务定期“回头看”，防止问题反弹。",
			"（二）健全长效机制。把整改中行之有效的做法转化为制度，用制度管人管事。",
		},
		"联系方式": {"欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。联系电话：010-00000000（工作日）；邮政地址：示例市示例路1号。"},
		"落款":   {exampleIssuer},
		"落款日期": {"2025/11/20"},
		"巡察开始": {"2025/3/3"},
		"巡察结束": {"2025/4/30"},
		"反馈日期": {"2025/6/12"},
	}
}

// findings writes the example's findings.
func (b *template) findings(cols []column) {
	if !b.Example {
		return
	}
	widths := make([]float64, len(cols))
	for i, c := range cols {
		widths[i] = c.width
	}
	for i, f := range exampleFindings() {
		row, texts := firstRow+i, make([]string, len(cols))
		f[ledger.FieldNo], f[ledger.FieldPublication] = strconv.Itoa(i+1), "公开"
		for n, c := range cols {
			texts[n] = f[c.field]
			if c.kind == number {
				b.do(b.SetCellInt(ledgerSheet, cell(n+1, row), int64(i+1)))
				continue
			}
			b.fill(ledgerSheet, cell(n+1, row), texts[n], c.kind)
		}
		b.do(b.SetRowHeight(ledgerSheet, row, height(texts, widths)))
	}
}

const (
	exampleBuilding = "聚焦基层党组织建设方面"
	exampleConduct  = "聚焦群众身边腐败问题和不正之风方面"
	exampleServing  = "聚焦履行公共文化服务职能方面"
)

// exampleFindings is a finding for each way one can stand: closed, done, nearly
// done, under way, not begun, for the long run.
func exampleFindings() []map[ledger.Field]string {
	return []map[ledger.Field]string{
		{
			ledger.FieldGroup: exampleBuilding, ledger.FieldProblem: "理论学习不够深入",
			ledger.FieldText:          "理论学习中心组学习计划性不强，2024年有两个季度没有按计划开展集中学习。",
			ledger.FieldMeasures:      "制定年度学习计划，每季度至少集中学习一次。",
			ledger.FieldRectification: "一是制定2025年度理论学习计划，明确每季度的学习专题和责任部门。\n二是6月以来组织集中学习5次、专题研讨2次，班子成员全部作了交流发言。",
			ledger.FieldGoal:          "集中学习按计划开展", ledger.FieldStatus: closed,
			ledger.FieldLeader: "支部书记", ledger.FieldDepartment: "办公室", ledger.FieldPerson: "办公室主任",
			ledger.FieldStarted: "2025/6/20", ledger.FieldDeadline: "2025/9/30", ledger.FieldCompleted: "2025/9/12", ledger.FieldEvidence: "附件1-1",
			ledger.FieldAcceptedBy: "整改工作领导小组办公室", ledger.FieldAcceptedOn: "2025/9/25", ledger.FieldClosure: "9月26日支委会会议纪要",
		},
		{
			ledger.FieldGroup: exampleBuilding, ledger.FieldProblem: "理论学习不够深入",
			ledger.FieldText:          "党员学习形式单一，以读文件为主，结合业务工作研讨少。",
			ledger.FieldMeasures:      "丰富学习形式，把学习和业务工作结合起来。",
			ledger.FieldRectification: "把主题党日和下基层辅导结合起来，每月确定一个业务专题，由各部室轮流领学，已开展4期，作为经常性工作坚持下去。",
			ledger.FieldGoal:          "学习联系实际", ledger.FieldStatus: "长期坚持",
			ledger.FieldLeader: "支部书记", ledger.FieldDepartment: "办公室", ledger.FieldPartner: "各部室",
			ledger.FieldStarted: "2025/6/20", ledger.FieldDeadline: "长期坚持",
		},
		{
			ledger.FieldGroup: exampleConduct, ledger.FieldProblem: "财务管理不够规范",
			ledger.FieldText:          "差旅费报销审核不严，个别单据附件不全。",
			ledger.FieldMeasures:      "修订财务管理制度，补齐单据附件。",
			ledger.FieldRectification: "一是修订《财务管理办法》，明确报销单据和审批程序。\n二是对2023年以来的报销单据逐笔核查，附件不全的12笔已全部补齐。",
			ledger.FieldGoal:          "单据齐全、审批规范", ledger.FieldStatus: "已完成",
			ledger.FieldLeader: "分管副馆长", ledger.FieldDepartment: "财务室",
			ledger.FieldStarted: "2025/6/20", ledger.FieldDeadline: "立行立改", ledger.FieldCompleted: "2025/7/18", ledger.FieldEvidence: "附件3-1、附件3-2",
		},
		{
			ledger.FieldGroup: exampleConduct, ledger.FieldProblem: "资产管理不够到位",
			ledger.FieldText:          "馆藏设备账实不符，部分乐器、音响设备没有登记入账。",
			ledger.FieldMeasures:      "全面清查设备，登记入账，明确保管责任。",
			ledger.FieldRectification: "对全馆设备进行清查盘点，登记入账46台（件），明确各部室的保管责任；因设备评估尚未结束，还有3台（件）正在办理入账手续。",
			ledger.FieldGoal:          "账实相符", ledger.FieldStatus: "基本完成",
			ledger.FieldLeader: "分管副馆长", ledger.FieldDepartment: "财务室", ledger.FieldPartner: "活动部",
			ledger.FieldStarted: "2025/7/1", ledger.FieldDeadline: "2025/12/31",
		},
		{
			ledger.FieldGroup: exampleServing, ledger.FieldProblem: "服务基层群众不够",
			ledger.FieldText:          "下基层辅导培训偏少，对偏远乡镇覆盖不够。",
			ledger.FieldMeasures:      "制定下基层服务计划，每个乡镇每年至少两次。",
			ledger.FieldRectification: "制定《下基层服务计划》，组建6支文艺辅导小分队，已到9个乡镇开展辅导培训17场次，其余4个乡镇正在按计划推进。",
			ledger.FieldGoal:          "每个乡镇每年不少于两次", ledger.FieldStatus: "正在整改",
			ledger.FieldLeader: "分管副馆长", ledger.FieldDepartment: "辅导部", ledger.FieldPartner: "各乡镇综合文化站",
			ledger.FieldStarted: "2025/7/1", ledger.FieldDeadline: "2026年6月底前",
		},
		{
			ledger.FieldGroup: exampleServing, ledger.FieldProblem: "服务基层群众不够",
			ledger.FieldText:          "馆内无障碍设施不完善，老年人、残疾人参加活动不便。",
			ledger.FieldMeasures:      "改造出入口和卫生间的无障碍设施。",
			ledger.FieldRectification: "已完成无障碍改造方案设计并纳入2026年度预算，经费下达后即组织施工；施工前在服务台安排专人引导帮助。",
			ledger.FieldGoal:          "设施完善、出入方便", ledger.FieldStatus: "未完成",
			ledger.FieldLeader: "馆长", ledger.FieldDepartment: "办公室",
			ledger.FieldDeadline: "2026/9/30", ledger.FieldRemark: "改造经费列入2026年度预算",
		},
	}
}
