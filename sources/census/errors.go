package census

import "tongbao/sources/problem"

// A Reason is why a workbook cannot be counted; it says so in English.
type Reason string

const (
	Locked  Reason = "has a password"
	Old     Reason = "older than Excel 97"
	Damaged Reason = "damaged"
	TooMany Reason = "too many cells"
)

// An Error is a workbook that cannot be counted, and so must not be converted.
type Error struct {
	Reason Reason
	Err    error // the cause, if there is one
}

// Error implements error, in English.
func (e *Error) Error() string {
	s := "census: " + string(e.Reason)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Words says in Chinese what is wrong and what to do.
func (e *Error) Words() (what, next string) {
	save := "请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再用新文件"
	switch e.Reason {
	case Locked:
		return "这份旧格式的表格加了打开密码，或保护了工作簿，不能转换", "请用 Excel 或 WPS 打开，另存为 .xlsx 再用；.xlsx 有密码也可以读"
	case Old:
		return "这是 Excel 97 以前的工作簿，不能转换", save
	case TooMany:
		return "表格太大，不能转换", save
	}
	return "工作簿已损坏，内容不完整", "请用 Excel 或 WPS 打开它，核对内容后另存为 .xlsx 再试；打不开就向提供者重新要一份"
}

// A LostError is a cell, or a sheet, that the conversion lost or changed.
type LostError struct {
	Pos problem.Pos
	Was string // what it said
}

// Error implements error, in English.
func (e *LostError) Error() string { return "census: lost in conversion: " + e.Pos.String() }

// Words says in Chinese what is lost and what to do.
func (e *LostError) Words() (what, next string) {
	at := e.Pos
	at.File = ""
	what = at.String() + "在转换时丢失或变了样"
	if e.Was != "" {
		what += "（原来是“" + e.Was + "”）"
	}
	return what + "，没有读取", "请用 Excel 或 WPS 打开，另存为 .xlsx 再用"
}
