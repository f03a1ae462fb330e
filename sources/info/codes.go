package info

import "tongbao/sources/problem"

var (
	unknownKey = problem.Entry{Code: "L501", Severity: problem.Error, Title: "不认识的栏目",
		Why: "写错的栏目名不会起作用，它的内容就会从通报里悄悄丢掉。"}
	repeatedKey = problem.Entry{Code: "L502", Severity: problem.Error, Title: "同一栏目写了两次",
		Why: "标题、日期一类的栏目只能有一个内容，程序不替单位选用哪一个。"}
	contradiction = problem.Entry{Code: "L503", Severity: problem.Error, Title: "基本信息和通报正文写得不一样",
		Why: "同一栏目在两张表里内容不同，必有一处没有改过来，程序不替单位选用哪一处。"}
	badFile = problem.Entry{Code: "L504", Severity: problem.Error, Title: "通报要素文件读不懂",
		Why: "通报要素文件是一行一个“栏目: 内容”的 YAML（也可以是 JSON），存成 UTF-8 编码；缩进、冒号、引号写错，后面的内容就分不清。"}
	wrongType = problem.Entry{Code: "L505", Severity: problem.Error, Title: "栏目内容的写法不对",
		Why: "标题、日期只写一个内容，前言、各部分可以写几段，栏目对应和必填写成“名称: 内容”。"}
	unknownValue = problem.Entry{Code: "L506", Severity: problem.Error, Title: "不认识的内容",
		Why: "编号方式、栏目对应、必填几栏只能写规定的词，写错就不起作用。"}
	afterLedger = problem.Entry{Code: "L507", Severity: problem.Error, Title: "（台账）后面还有段落",
		Why: "一个部分里，自己的段落印在前面，台账的各条问题印在后面。"}
	noKey = problem.Entry{Code: "L508", Severity: problem.Error, Title: "内容不属于任何栏目",
		Why: "没有栏目的内容不知道印在通报的什么地方，不能悄悄丢掉。"}
	faultyCell = problem.Entry{Code: "L509", Severity: problem.Error, Title: "通报要素的公式出错",
		Why: "#REF! 一类是公式出错的记号，不是内容，印进通报就是错的。"}
	hiddenPlace = problem.Entry{Code: "L510", Severity: problem.Warning, Title: "隐藏的通报要素也会读入",
		Why: "隐藏的行和工作表看不见，却照样会印进通报。"}
	struckOut = problem.Entry{Code: "L511", Severity: problem.Warning, Title: "划了删除线的通报要素也会读入",
		Why: "删除线只是格式，文字还在；不要的内容要删掉，要的内容要去掉删除线。"}
	zeroWidth = problem.Entry{Code: "L512", Severity: problem.Warning, Title: "通报要素文件含有零宽字符",
		Why: "从网页或聊天软件复制的文字里常夹着看不见的零宽字符，没有字体印得出；读取时已去掉。"}
	noWords = problem.Entry{Code: "L513", Severity: problem.Warning, Title: "通报要素的文字是数、日期或 TRUE",
		Why: "标题、前言一类是成句的话；单独一个数、日期或 TRUE 多半是公式、粘贴或填错了栏的结果。"}
)

// Codes is every problem this room finds.
func Codes() []problem.Entry {
	return []problem.Entry{
		unknownKey, repeatedKey, contradiction, badFile, wrongType, unknownValue, afterLedger, noKey, faultyCell, hiddenPlace, struckOut, zeroWidth, noWords,
	}
}
