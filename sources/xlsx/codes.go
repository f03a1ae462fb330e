package xlsx

import (
	"fmt"

	"tongbao/sources/problem"
)

// Codes is every problem this room finds.
func Codes() []problem.Entry {
	return []problem.Entry{noResult(), refusedCharacter(), zeroWidth(), digitsLost(), partlyStruck(), picture(), underMerge()}
}

func noResult() problem.Entry {
	return problem.Entry{Code: "L450", Severity: problem.Error, Title: "公式没有计算结果",
		Why: "工作簿由别的程序生成、没有用 Excel 或 WPS 算过时，公式单元格里没有值，读出来是空的；当作空白就会漏掉内容"}
}

func refusedCharacter() problem.Entry {
	return problem.Entry{Code: "L451", Severity: problem.Error, Title: "含有控制字符",
		Why: "控制字符、改变文字方向的字符和残缺的字符看不见、印不出，却会使文字错乱或前后颠倒"}
}

func zeroWidth() problem.Entry {
	return problem.Entry{Code: "L452", Severity: problem.Warning, Title: "含有零宽字符",
		Why: "从网页或聊天软件复制的文字里常夹着看不见的零宽字符，会妨碍查找和核对；读取时已去掉"}
}

func digitsLost() problem.Entry {
	return problem.Entry{Code: "L453", Severity: problem.Warning, Title: "数字超过 15 位",
		Why: "Excel 的数字只保留 15 位，更长的（证件号、账号）输入时末尾几位已变成 0"}
}

func partlyStruck() problem.Entry {
	return problem.Entry{Code: "L454", Severity: problem.Warning, Title: "一部分文字划了删除线",
		Why: "划掉的文字是否算数，程序不能代为决定；读取时仍按全文"}
}

func picture() problem.Entry {
	return problem.Entry{Code: "L455", Severity: problem.Warning, Title: "单元格里是图片",
		Why: "WPS 嵌入单元格的图片（DISPIMG）不是文字，不会印进通报"}
}

func underMerge() problem.Entry {
	return problem.Entry{Code: "L456", Severity: problem.Warning, Title: "合并单元格下面藏着内容",
		Why: "合并区域只显示左上角的内容，其余单元格里的内容看不见，也没有读取"}
}

// spell names a character for people.
func spell(r rune) string {
	if r == nul {
		r = 0
	}
	kind := "控制字符"
	switch {
	case r >= 0xD800 && r <= 0xDFFF:
		kind = "残缺的字符"
	case r >= 0x202A && r <= 0x2069:
		kind = "改变文字方向的字符"
	case r >= 0xFFFE:
		kind = "无效的字符"
	}
	return fmt.Sprintf("%s U+%04X", kind, r)
}
