package unlock

// A Reason is why a package does not open; it says so in English.
type Reason string

const (
	WrongPassword Reason = "wrong password"
	Damaged       Reason = "damaged"
	Short         Reason = "the end is missing"
	Tampered      Reason = "the keyed hash does not match"
	Rights        Reason = "rights management, no password"
	Certificate   Reason = "locked with a certificate"
	Extensible    Reason = "extensible encryption"
	Cipher        Reason = "unknown cipher or hash"
	Rounds        Reason = "too many rounds"
)

// An Error is a package that does not open.
type Error struct {
	Reason Reason
	Err    error // the cause, if there is one
}

// Error implements error, in English.
func (e *Error) Error() string {
	s := "unlock: " + string(e.Reason)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Words says in Chinese what is wrong and what to do.
func (e *Error) Words() (what, next string) {
	remove := "请用 Excel 或 WPS 输入密码打开，在“文件—信息—保护工作簿”里去掉密码，保存后再试"
	again := "请用 Excel 或 WPS 输入密码打开它，核对内容后另存再试；打不开就向提供者重新要一份"
	switch e.Reason {
	case WrongPassword:
		return "密码不对", "请核对后再试，大小写、空格、全角半角都算"
	case Short:
		return "加密的工作簿不完整，后面的部分丢失了", again
	case Tampered:
		return "加密的工作簿已损坏或被改动过，完整性校验不通过", again
	case Rights:
		return "这份文件限制了访问权限（IRM），不是用密码加密的", "请有权限的同事打开，取消限制访问，另存后再试"
	case Certificate:
		return "这份文件是用数字证书加密的，没有密码", "请有证书的同事打开，取消加密，另存后再试"
	case Extensible:
		return "这份文件是用另外的加密软件加密的", "请用那个软件解密，另存后再试"
	case Cipher:
		return "文件加了打开密码，加密的算法程序不认识", remove
	case Rounds:
		return "文件加了打开密码，加密参数不正常，核对一次密码要算很久", remove
	}
	return "加密的工作簿已损坏，加密信息读不出来", again
}
