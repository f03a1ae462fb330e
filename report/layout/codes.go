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
	recipientsTooMany = problem.Entry{
		Code: "F103", Severity: problem.Error, Title: "主送机关下面要放得下正文",
		Why: "GB/T 9704-2012 7.3.2：主送机关名称过多导致公文首页不能显示正文时，应当将主送机关名称移至版记。",
	}
	badSeal = problem.Entry{
		Code: "F104", Severity: problem.Error, Title: "印章要压住署名和成文日期，不出版心",
		Why: "GB/T 9704-2012 7.3.5.1：印章端正、居中下压发文机关署名和成文日期，不得出现空白印章，顶端上距正文一行之内。",
	}
	annexTooTall = problem.Entry{
		Code: "F105", Severity: problem.Error, Title: "附件的标题下要放得下附件的正文",
		Why: "GB/T 9704-2012 7.3.7：附件标题居中编排在第三行，附件的正文接着编排；标题过长会把正文挤到下一页。",
	}
	headTooLarge = problem.Entry{
		Code: "F106", Severity: problem.Error, Title: "版头各要素要放得下",
		Why: "GB/T 9704-2012 7.2：份号、密级、紧急程度各占一行，发文机关标志上边缘至版心上边缘35毫米，发文字号与最后一个签发人处在同一行。",
	}
	recordTooTall = problem.Entry{
		Code: "F107", Severity: problem.Error, Title: "版记要放得进一页",
		Why: "GB/T 9704-2012 7.4.1：版记末条分隔线与公文最后一面的版心下边缘重合，版记不分在两页上。",
	}
	signatureAlone = problem.Entry{
		Code: "F108", Severity: problem.Error, Title: "署名和成文日期不能独占一页",
		Why: "GB/T 9704-2012 7.3.5.5：页面剩余的地方放不下署名和成文日期时，调整行距、字距；不得另起一页而没有正文。",
	}
	annexTitleLong = problem.Entry{
		Code: "F109", Severity: problem.Warning, Title: "附件的标题宜简短",
		Why: "附件的标题和附件说明里的名称一致，说明附件是什么（GB/T 9704-2012 7.3.4、7.3.7）；排成五行以上的，多半是把附件的内容写进了标题。",
	}
	rowTooHigh = problem.Entry{
		Code: "F110", Severity: problem.Error, Title: "表格的一行要能排在一页里",
		Why: "表格的行不拆到两页；用最小的字（小5号）排还比一页高的行，排不出来。",
	}
	tooManyColumns = problem.Entry{
		Code: "F111", Severity: problem.Error, Title: "表格的栏要能并排在版心里",
		Why: "栏太多，用最小的字（小5号）排，每栏还不到两个字宽，没法看。",
	}
)

// Codes returns what this room can report.
func Codes() []problem.Entry {
	return []problem.Entry{missingGlyph, titleTooTall, recipientsTooMany, badSeal, annexTooTall, headTooLarge, recordTooTall, signatureAlone, annexTitleLong, rowTooHigh, tooManyColumns}
}
