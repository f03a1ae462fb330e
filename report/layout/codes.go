package layout

import "tongbao/sources/problem"

var (
	missingGlyph = problem.Entry{
		Code: "F101", Severity: problem.Error, Title: "每个字都要有字形",
		Why: "没有字体能显示的字，印出来是空白或方框；宁可不出文件，也不漏字。",
	}
	titleTooTall = problem.Entry{
		Code: "F102", Severity: problem.Error, Title: "首页必须显示正文",
		Why: "GB/T 9704-2012 5.2.3、7.3.3：公文首页必须显示正文；标题过长会把正文挤出首页。",
	}
	annexTooTall = problem.Entry{
		Code: "F105", Severity: problem.Error, Title: "附件的标题下要放得下附件的正文",
		Why: "GB/T 9704-2012 7.3.7：附件标题居中编排在第三行，附件的正文接着编排；标题过长会把正文挤到下一页。",
	}
)

// Codes returns what this room can report.
func Codes() []problem.Entry {
	return []problem.Entry{missingGlyph, titleTooTall, annexTooTall}
}
