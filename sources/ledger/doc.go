// Package ledger is the rectification ledger as recognised, each value with its
// cell. Its names are the project's glossary:
//
//	Ledger         整改台账          one workbook's findings and notice data
//	Finding        反馈的具体问题    one row: what the inspection found, and what became of it
//	Group          问题类别          （一）聚焦…方面: findings of one kind
//	Problem        主要问题          1.…: findings of one subject within a group
//	No             序号              the finding's number
//	Measures       整改措施          what is to be done
//	Rectification  整改情况          what was done; the notice prints it
//	Goal           整改目标
//	Status         完成情况          已完成 基本完成 正在整改 长期坚持 未完成
//	Leader         责任领导          answers for it; Department 责任部门 does it;
//	Partner        配合单位          helps; Person 责任人 is the contact
//	Started        启动时间          Deadline 整改时限; Completed 完成时间
//	Evidence       佐证材料
//	Publication    公开范围          Withheld 不公开理由; Consent 同意文号
//	AcceptedBy     验收人            AcceptedOn 验收日期; Closure 销号批准
//	Remark         备注              Source 来源: the file, sheet and row it was merged from
//	Info           通报基本信息      what the notice says besides the findings:
//	Preamble       前言              Part 部分; Contact 联系方式;
//	Signature      落款 (署名)       Date 成文日期; Issuer 发文机关; Title 标题
//	Form           文种              社会通报 or 公文; Official: what 公文 alone print:
//	Mark           发文机关标志      Number 发文字号; Signers 签发人; Copy 份号;
//	Secrecy        密级              Urgency 紧急程度; Recipients 主送机关;
//	Copies         抄送机关          Printer 印发机关; Printed 印发日期
//	Seal           印章              Note 附注; Annex 附件; Ledger (in Info) 附件台账
package ledger
