package xlsx

import (
	"fmt"

	"tongbao/sources/problem"
)

// A Reason is why a workbook counts as damaged; it says so in English.
type Reason string

const (
	BadArchive    Reason = "archive cannot be read"
	CutShort      Reason = "ends too early"
	Duplicate     Reason = "stands in the archive twice"
	BadName       Reason = "has a forbidden name"
	BadSize       Reason = "declares a false size"
	BadChecksum   Reason = "checksum does not match"
	Locked        Reason = "is encrypted or packed in an unknown way"
	Missing       Reason = "is missing"
	NotXML        Reason = "is not well-formed XML"
	NotUTF8       Reason = "is not UTF-8 text"
	HasDTD        Reason = "has a document type declaration"
	WrongContent  Reason = "has content that does not belong there"
	WrongOrder    Reason = "has rows or cells out of order"
	BadReference  Reason = "refers to what does not exist"
	BadValue      Reason = "has a value that cannot be read"
	Overlap       Reason = "has merged ranges that overlap"
	OutOfStep     Reason = "is not what excelize read"
	OpenerPanic   Reason = "made excelize panic"
	OpenerRefused Reason = "was refused by excelize"
)

// words is each reason in Chinese, as the end of a sentence about a part.
func (r Reason) words() string {
	switch r {
	case BadArchive:
		return "压缩结构读不出来"
	case CutShort:
		return "内容不完整，后面的部分丢失了"
	case Duplicate:
		return "在文件里出现了两次"
	case BadName:
		return "名称不合规范"
	case BadSize:
		return "实际大小与标明的不符"
	case BadChecksum:
		return "校验不通过，内容已损坏"
	case Locked:
		return "被加密或用了不认识的压缩方法"
	case Missing:
		return "不见了"
	case NotXML:
		return "内容有语法错误"
	case NotUTF8:
		return "含有不是 UTF-8 的字节"
	case HasDTD:
		return "含有不允许的 DTD 声明"
	case WrongContent:
		return "含有不该出现的内容"
	case WrongOrder:
		return "行或单元格的次序不对"
	case BadReference:
		return "引用的内容不存在"
	case BadValue:
		return "值无法识别"
	case Overlap:
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
	Reason Reason
	Err    error // the cause, if a library gave one
}

// Error implements error, in English.
func (e *DamagedError) Error() string {
	s := "xlsx: damaged workbook: "
	if e.Part != "" {
		s += e.Part + " "
	}
	s += string(e.Reason)
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
	return what + "：" + part + e.Reason.words(),
		"请用 Excel 或 WPS 打开它，核对内容后另存为新的 .xlsx 再试；打不开就向提供者重新要一份"
}

// A LimitError is a workbook larger than we read. Pos is the cell or sheet where
// the limit was passed, as far as known.
type LimitError struct {
	Limit Limit
	Part  string
	Pos   problem.Pos
	Max   int64
}

// Error implements error, in English.
func (e *LimitError) Error() string {
	s := fmt.Sprintf("xlsx: over the limit of %d %s", e.Max, e.Limit)
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
	name, next := e.Limit.words()
	return fmt.Sprintf("%s：%s超过上限 %d", where, name, e.Max), next
}
