package xlsx

import (
	"fmt"
	"strings"
	"unicode"

	"tongbao/sources/grid"
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
	twoInOne      reason = "holds something else before the package"
	notFile       reason = "is a link or a device"
	ambiguous     reason = "refers to two things by one name"
	wrongType     reason = "is said to be something else"
	sameName      reason = "has two sheets of one name"
	noName        reason = "has a sheet with no name or one beyond measure"
	usedTwice     reason = "is the content of two sheets"
	tooDeep       reason = "nests or holds attributes beyond measure"
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
		return "不是 UTF-8 文本"
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
	case twoInOne:
		return "开头混有别的内容"
	case notFile:
		return "不是普通文件，是链接一类的东西"
	case ambiguous:
		return "用一个名称引用了两处，分不清是哪一处"
	case wrongType:
		return "标明的类型与用处不符"
	case sameName:
		return "里有两张工作表同名"
	case noName:
		return "里有工作表没有名称，或名称太长"
	case outOfStep:
		return "列出的条目前后对不上"
	case usedTwice:
		return "被两张工作表共用"
	case tooDeep:
		return "嵌套太深，或属性太多"
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
	if at := inside(e.Pos); at != "" {
		what += "，" + at + "处"
	}
	part := e.Part
	if part == "" {
		part = "文件"
	} else {
		part = "内部文件 " + spelled(part) + " "
	}
	return what + "：" + part + e.reason.words(),
		"请用 Excel 或 WPS 打开它，核对内容后另存为新的 .xlsx 再试；打不开就向提供者重新要一份"
}

// spelled is a part's name as it may be shown: whoever made the package chose it.
func spelled(part string) string {
	name := []rune(strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) || isRefused(r) || grid.IsZeroWidth(r) {
			return unicode.ReplacementChar
		}
		return r
	}, part))
	if len(name) > 60 {
		name = append(name[:60], '…')
	}
	return string(name)
}

// A LimitError is a workbook larger than we read. Pos is the cell or sheet where
// the limit was passed, as far as known. Need is what the workbook needs at
// least: reading stops where the limit is passed.
type LimitError struct {
	limit     limit
	Part      string
	Pos       problem.Pos
	Max, Need int64
}

// Error implements error, in English.
func (e *LimitError) Error() string {
	s := fmt.Sprintf("xlsx: over the limit of %d %s", e.Max, bounds()[e.limit].english)
	if e.Part != "" {
		s += " in " + e.Part
	}
	if at := e.Pos.String(); at != "" {
		s += " at " + at
	}
	return s
}

// Words says in Chinese what is too large and what to do, down to the flag.
func (e *LimitError) Words() (what, next string) {
	b := bounds()[e.limit]
	what = b.name + "超过上限 " + e.limit.show(e.Max)
	if at := inside(e.Pos); at != "" {
		what = at + "：" + what
	}
	return what, fmt.Sprintf("%s；来源可靠、确实需要这么大时，加 --limit %s=%s", b.next, b.name, e.limit.show(e.limit.raised(e.Max, e.Need)))
}

// inside is a place without its file, which whoever shows the sentence names
// before it.
func inside(at problem.Pos) string {
	at.File = ""
	return at.String()
}
