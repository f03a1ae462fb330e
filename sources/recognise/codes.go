package recognise

import "tongbao/sources/problem"

var (
	noLedger = problem.Entry{Code: "L401", Severity: problem.Error, Title: "没有台账表",
		Why: "通报的整改情况逐条来自台账；一张表里要有写着「反馈的具体问题」「整改情况」等栏目的表头，才认得出是台账。"}
	noHeader = problem.Entry{Code: "L402", Severity: problem.Error, Title: "台账表头不完整",
		Why: "表头里没有「反馈的具体问题」，就不知道哪一栏是要公布的问题；猜错一栏，通报就会印错。"}
	noFindings = problem.Entry{Code: "L403", Severity: problem.Error, Title: "台账是空表",
		Why: "表头下面一条问题也没有，写不成通报。"}
	twoColumns = problem.Entry{Code: "L404", Severity: problem.Error, Title: "两栏对应同一个项目",
		Why: "两栏都像同一个项目时，印哪一栏必须由填表单位定，程序不替单位选。"}
	unclearRow = problem.Entry{Code: "L405", Severity: problem.Error, Title: "这一行认不出是什么",
		Why: "台账里有内容的行一行都不能悄悄丢掉：要么是一条问题，要么是上一条问题的又一项措施，要么看得出是标题、合计或说明。"}
	faultyCell = problem.Entry{Code: "L406", Severity: problem.Error, Title: "单元格公式出错",
		Why: "#REF! 一类是公式出错的记号，不是内容，印进通报就是错的；当作文字写进去的也一样。"}
	internalOnly = problem.Entry{Code: "L407", Severity: problem.Error, Title: "只有内部口径的栏目",
		Why: "标明“内部”“不公开”“涉密”“送审稿”一类的栏目不能印进社会通报，写在栏目对应里也不行；要有一栏是对外公开的口径。"}
	unusedName = problem.Entry{Code: "L408", Severity: problem.Error, Title: "栏目对应里的栏名在表头中没有",
		Why: "写错的栏名不起作用，那一栏就不会按单位的意思读入。"}
	hiddenPlace = problem.Entry{Code: "L409", Severity: problem.Warning, Title: "隐藏的内容也会读入",
		Why: "隐藏的行、列和工作表看不见，却照样会印进通报；多半是筛选后忘了恢复，也可能是不想公布的内容。"}
	struckOut = problem.Entry{Code: "L410", Severity: problem.Warning, Title: "划了删除线的内容也会读入",
		Why: "删除线只是格式，文字还在；不要的内容要删掉，要的内容要去掉删除线。"}
	unreadColumn = problem.Entry{Code: "L411", Severity: problem.Warning, Title: "有一栏没有读入",
		Why: "认不出栏名的一栏不会用到；如果它就是通报要用的内容，要让程序知道对应哪个项目。"}
	sharedCell = problem.Entry{Code: "L412", Severity: problem.Warning, Title: "几条问题合用一格整改情况",
		Why: "通报逐条公布整改情况；合并的一格在它的每条问题下面都印一遍，读者会看到几段一样的话。"}
	wideCell = problem.Entry{Code: "L413", Severity: problem.Error, Title: "一格跨了几栏",
		Why: "横着合并的一格里只有一份文字，却占了几栏的位置；程序不能替单位决定它属于哪一栏，别的栏又该写什么。"}
	noWords = problem.Entry{Code: "L414", Severity: problem.Warning, Title: "要印的文字是数、日期或 TRUE",
		Why: "问题和整改情况是成句的话；单独一个数、日期或 TRUE 多半是公式、粘贴或填错了栏的结果。"}
	mixedRows = problem.Entry{Code: "L415", Severity: problem.Error, Title: "一条问题的几行说法不同",
		Why: "一条问题分写几行的，序号、公开范围等是对整条问题说的；几行写得不一样，就不知道以哪一行为准。"}
	twoPlaces = problem.Entry{Code: "L416", Severity: problem.Error, Title: "两张表里的同一条问题不一样",
		Why: "汇总表和分表、问题清单和责任清单写的是同一批问题时只读一遍；两处写得不一样，程序不能替单位决定以哪一处为准。"}
	cards = problem.Entry{Code: "L417", Severity: problem.Error, Title: "卡片不能当台账读",
		Why: "一条问题一张卡片时，哪一格是哪一栏、到哪里为止是一条，各单位的画法都不一样；猜错一格，通报就会印错。"}
	apart = problem.Entry{Code: "L418", Severity: problem.Error, Title: "有几栏和台账隔着空列",
		Why: "空列两边可能是一张台账，也可能是并排的两张表；当成一张，别的表的内容就会读进台账，当成两张，就会少读几栏。"}
)

// Codes is every problem this room finds.
func Codes() []problem.Entry {
	return []problem.Entry{
		noLedger, noHeader, noFindings, twoColumns, unclearRow, faultyCell, internalOnly, unusedName, hiddenPlace, struckOut, unreadColumn, sharedCell, wideCell, noWords, mixedRows, twoPlaces, cards, apart,
	}
}
