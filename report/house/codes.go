package house

import "tongbao/sources/problem"

var (
	badFile = problem.Entry{Code: "F115", Severity: problem.Error, Title: "单位版式文件要读得懂",
		Why: "读不懂的版式不能当作没有：印出来就不是单位要的样子。"}
	badKey = problem.Entry{Code: "F116", Severity: problem.Error, Title: "单位版式里只能有认得的项，各写一次",
		Why: "写错名称的项不会起作用，写两次的不知道用哪一处，都不能悄悄略过。"}
	badValue = problem.Entry{Code: "F117", Severity: problem.Error, Title: "单位版式的内容要写对",
		Why: "看不明白的数和词不能猜。与标准不同的写法照办，只是说明，不算错误。"}
	noRoom = problem.Entry{Code: "F118", Severity: problem.Error, Title: "单位版式要放得下正文和页码",
		Why: "页边距太大、行距太宽，一页放不下几行字；页边距太小，页码和字落在纸边，打印机印不出。"}
)

// Codes returns what this room can report.
func Codes() []problem.Entry { return []problem.Entry{badFile, badKey, badValue, noRoom} }
