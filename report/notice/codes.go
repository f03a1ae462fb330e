package notice

import "tongbao/sources/problem"

var (
	numberDiffers = problem.Entry{Code: "L470", Severity: problem.Warning, Title: "格里写的编号与通报的编号不同",
		Why: "通报的编号由程序按顺序编排（GB/T 9704-2012 7.3.3）。格里写的编号对不上，多半是漏了行、重了号或调了次序。"}
	levelSkipped = problem.Entry{Code: "L471", Severity: problem.Warning, Title: "标题层次跳级",
		Why: "层次依次用一、（一）1.（1）标注（GB/T 9704-2012 7.3.3），跳级会使导航目录和读屏软件的层次出错。"}
)

// Codes is what this package can report.
func Codes() []problem.Entry { return []problem.Entry{numberDiffers, levelSkipped} }
