package notice

import "tongbao/sources/problem"

var (
	numberDiffers = problem.Entry{Code: "L470", Severity: problem.Warning, Title: "格里写的编号与通报的编号不同",
		Why: "通报的编号由程序按顺序编排（GB/T 9704-2012 7.3.3）。格里写的编号对不上，多半是漏了行、重了号或调了次序。"}
	levelSkipped = problem.Entry{Code: "L471", Severity: problem.Warning, Title: "标题层次跳级",
		Why: "层次依次用一、（一）1.（1）标注（GB/T 9704-2012 7.3.3），跳级会使导航目录和读屏软件的层次出错。"}
	unmarkedSeam = problem.Entry{Code: "L472", Severity: problem.Warning, Title: "换行的前面没有标点",
		Why: "格里的几行（Alt+Enter）在通报里连成一段。行末没有标点，前一项的末尾就和后一项的开头连在一起，读不通；程序不替单位加标点。"}
)

// Codes is what this package can report.
func Codes() []problem.Entry { return []problem.Entry{numberDiffers, levelSkipped, unmarkedSeam} }
