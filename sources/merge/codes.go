package merge

import "tongbao/sources/problem"

var (
	contradiction = problem.Entry{Code: "L480", Severity: problem.Error, Title: "两份台账里的同一条问题写得不一样",
		Why: "问题类别、主要问题和问题的文字都相同，就是同一条问题；两处的内容不同，必有一处没有改过来，程序不替单位选用哪一处。"}
	joined = problem.Entry{Code: "L481", Severity: problem.Warning, Title: "两份台账里有完全相同的一条",
		Why: "每一栏都相同的只留一条，两处都写在「来源」里；序号和来源不比。"}
	otherHeading = problem.Entry{Code: "L482", Severity: problem.Warning, Title: "同样的问题写在不同的类别下",
		Why: "文字相同而问题类别或主要问题不同，可能是同一条问题归错了类；合并后会印两次。"}
	nearlyOne = problem.Entry{Code: "L483", Severity: problem.Warning, Title: "两份台账的问题类别或主要问题写法相近",
		Why: "只差几个字的两个名称多半是同一个，合并后却会分成两处，通报里也印成两个标题。"}
	tooMuch = problem.Entry{Code: "L484", Severity: problem.Error, Title: "合并后写不下",
		Why: "一格最多 32767 字，一张工作表最多 1048576 行；截短了就会丢掉内容。"}
	leftOut = problem.Entry{Code: "L485", Severity: problem.Warning, Title: "有一栏没有合并",
		Why: "认不出栏名的、内部口径的栏没有读入，也就不在汇总里；要的话，要让程序知道对应哪个项目。"}
	keptBoth = problem.Entry{Code: "L486", Severity: problem.Warning, Title: "写得不一样的同一条问题，两行都保留",
		Why: "加了 --conflicts keep-both，两行都写进汇总，排在一起，「来源」里注明；上报之前要删去一行。"}
	mergedAgain = problem.Entry{Code: "L487", Severity: problem.Warning, Title: "合并过的台账又和原来的一起合并",
		Why: "汇总和它的来源一起合并，没有改过的会合成一条，改过的会重复或者互相矛盾。"}
)

// Codes is every problem this room finds.
func Codes() []problem.Entry {
	return []problem.Entry{contradiction, joined, otherHeading, nearlyOne, tooMuch, leftOut, keptBoth, mergedAgain}
}
