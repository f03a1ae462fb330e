package template

import "tongbao/sources/problem"

// Codes lists what can be wrong with a template, or with a notice and a template.
func Codes() []problem.Entry {
	return []problem.Entry{
		notWord(), tooLarge(), badName(), hasMacros(), isSigned(), leadsOutside(), badXML(), hasRevisions(),
		noBody(), unknownName(), unfinished(), noPlace(), noData(), leftOut(), outOfReach(), oddDialect(), sealLost(), noIndent(),
	}
}

func refusal(code problem.Code, title, why string) problem.Entry {
	return problem.Entry{Code: code, Severity: problem.Error, Title: title, Why: why}
}

func notWord() problem.Entry {
	return refusal("F151", "模板要是完好的 .docx 文档", "模板原样保留，只填占位；读不全的文件填出来也不全，Word 会说文件损坏。")
}

func tooLarge() problem.Entry {
	return refusal("F152", "模板不能太大", "公文模板只有几十 KB；有意构造的压缩文件解开来能占满内存，所以解开之前先看大小。")
}

func badName() problem.Entry {
	return refusal("F153", "模板里的部件名称要正常", "“../”一类的名称会在解压时写到别的文件夹；程序不把这样的内容带进公文。")
}

func hasMacros() problem.Entry {
	return refusal("F154", "模板不能有宏和控件", "公文里不能带程序：宏会随每一份通报发出去，收文单位的电脑会拦截。")
}

func isSigned() problem.Entry {
	return refusal("F155", "模板不能有数字签名", "签名保证内容没有动过；填了内容，签名就失效，收到的人会看到签名无效。")
}

func leadsOutside() problem.Entry {
	return refusal("F156", "模板不能引用文件以外的内容", "链接的图片、模板、域在打开时会去别处取内容，公文会变，也会泄露谁在看；普通的网页和邮箱链接可以。")
}

func badXML() problem.Entry {
	return refusal("F157", "模板内部的 XML 要正常", "文档类型声明（DTD）、过深的嵌套、写错的标记不是 Word 和 WPS 存出来的，程序不猜。")
}

func hasRevisions() problem.Entry {
	return refusal("F158", "模板里不能有修订", "修订没有接受，就有两份内容；填进去的通报会带着删掉的字，打印出来不知道是哪一份。")
}

func noBody() problem.Entry {
	return refusal("F159", "模板里要有一处 {{正文}}，单独成段", "通报的正文由许多段组成，放在 {{正文}} 那一段的位置；没有它，正文就丢了，有两处就印两遍。")
}

func unknownName() problem.Entry {
	return refusal("F160", "模板里的占位要是程序认得的", "不认得的占位会原样印在公文上。")
}

func unfinished() problem.Entry {
	return refusal("F161", "占位要写完整", "占位写成 {{名称}}，前后各两个大括号，在同一段里；少一半的会原样印出来。")
}

func noPlace() problem.Entry {
	return refusal("F162", "通报里有的内容，模板里要有地方放", "台账给了的标题、附件、抄送机关等，模板里没有占位，就会不声不响地丢掉。")
}

func noData() problem.Entry {
	return refusal("F163", "模板里的占位要有内容可填", "一句话里的占位没有内容，印出来的是半句话。")
}

func leftOut() problem.Entry {
	return problem.Entry{Code: "F164", Severity: problem.Warning, Title: "没有内容的占位所在的一段已去掉",
		Why: "单独成段的占位没有内容，不留空段；同一份模板可以用于有附件和没有附件的通报。"}
}

func outOfReach() problem.Entry {
	return refusal("F165", "占位要放在填得到的地方", "图表、批注、域代码、公式里的文字由别的程序更新，填了会被改回去，不填会印出来；正文、附件由许多段组成，放不进文本框、页眉和页脚。")
}

func oddDialect() problem.Entry {
	return refusal("F166", "模板要按通常的格式保存", "“Strict Open XML”等少见的格式，用的名称和通常的 .docx 不同，填进去的段落 Word 读不懂。")
}

func sealLost() problem.Entry {
	return refusal("F167", "模板要放得下印章", "印章压在署名和成文日期上（GB/T 9704-2012 7.3.5），要和它们一起排；只填文字，印章就丢了。")
}

func noIndent() problem.Entry {
	return problem.Entry{Code: "F168", Severity: problem.Warning, Title: "模板的正文和标题首行宜空二字",
		Why: "GB/T 9704-2012 7.3.3：每个自然段左空二字；正文和标题照模板的样子排，模板没有缩进，印出来就顶格。"}
}
