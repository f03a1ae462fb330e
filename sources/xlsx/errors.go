package xlsx

import (
	"fmt"

	"tongbao/sources/problem"
)

// A reason is why a workbook counts as damaged; it says so in English.
type reason string

const (
	badArchive    reason = "archive cannot be read"
	cutShort      reason = "ends too early"
	duplicate     reason = "stands in the archive twice"
	badName       reason = "has a forbidden name"
	badSize       reason = "declares a false size"
	badChecksum   reason = "checksum does not match"
	locked        reason = "is encrypted or packed in an unknown way"
	missing       reason = "is missing"
	notXML        reason = "is not well-formed XML"
	notUTF8       reason = "is not UTF-8 text"
	hasDTD        reason = "has a document type declaration"
	wrongContent  reason = "has content that does not belong there"
	wrongOrder    reason = "has rows or cells out of order"
	badReference  reason = "refers to what does not exist"
	badValue      reason = "has a value that cannot be read"
	overlap       reason = "has merged ranges that overlap"
	outOfStep     reason = "is not what excelize read"
	openerPanic   reason = "made excelize panic"
	openerRefused reason = "was refused by excelize"
)

// words is each reason in Chinese, as the end of a sentence about a part.
func (r reason) words() string {
	switch r {
	case badArchive:
		return "压缩结构读不出来"
	case cutShort:
		return "内容不完整，后面的部分丢失了"
	case duplicate:
		return "在文件里出现了两次"
	case badName:
		return "名称不合规范"
	case badSize:
		return "实际大小与标明的不符"
	case badChecksum:
		return "校验不通过，内容已损坏"
	case locked:
		return "被加密或用了不认识的压缩方法"
	case missing:
		return "不见了"
	case notXML:
		return "内容有语法错误"
	case notUTF8:
		return "含有不是 UTF-8 的字节"
	case hasDTD:
		return "含有不允许的 DTD 声明"
	case wrongContent:
		return "含有不该出现的内容"
	case wrongOrder:
		return "行或单元格的次序不对"
	case badReference:
		return "引用的内容不存在"
	case badValue:
		return "值无法识别"
	case overlap:
		return "合并区域互相重叠"
	}
	return "内容无法识别"
}

// A DamagedError is a workbook that cannot be read whole. Part is the file
// inside the package, "" for the package itself; Pos is the cell or sheet in
// question, as far as known.
type DamagedError struct {
	Part   string
	Pos    problem.Pos
	reason reason
	Err    error // the cause, if a library gave one
}

// Error implements error, in English.
func (e *DamagedError) Error() string {
	s := "xlsx: damaged workbook: "
	if e.Part != "" {
		s += e.Part + " "
	}
	s += string(e.reason)
	if at := e.Pos.String(); at != "" {
		s += " at " + at
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *DamagedError) Unwrap() error { return e.Err }

// Words says in Chinese what is wrong and what to do.
func (e *DamagedError) Words() (what, next string) {
	what = "工作簿已损坏"
	if at := e.Pos.String(); at != "" {
		what += "，" + at + "处"
	}
	part := e.Part
	if part == "" {
		part = "文件"
	} else {
		part = "内部文件 " + part + " "
	}
	return what + "：" + part + e.reason.words(),
		"请用 Excel 或 WPS 打开它，核对内容后另存为新的 .xlsx 再试；打不开就向提供者重新要一份"
}

// A LimitError is a workbook larger than we read. Pos is the cell or sheet where
// the limit was passed, as far as known.
type LimitError struct {
	limit limit
	Part  string
	Pos   problem.Pos
	Max   int64
}

// Error implements error, in English.
func (e *LimitError) Error() string {
	s := fmt.Sprintf("xlsx: over the limit of %d %s", e.Max, e.limit)
	if e.Part != "" {
		s += " in " + e.Part
	}
	if at := e.Pos.String(); at != "" {
		s += " at " + at
	}
	return s
}

// Words says in Chinese what is too large and what to do.
func (e *LimitError) Words() (what, next string) {
	where := "工作簿"
	if at := e.Pos.String(); at != "" {
		where = at
	}
	name, next := e.limit.words()
	return fmt.Sprintf("%s：%s超过上限 %d", where, name, e.Max), next
}
