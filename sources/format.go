package sources

// A FormatError is a file that is no workbook we can read.
type FormatError struct{ Kind Kind }

// Error implements error, in English.
func (e *FormatError) Error() string { return "sources: not an xlsx workbook: " + string(e.Kind) }

// Words says in Chinese what the file is and what to do.
func (e *FormatError) Words() (what, next string) { return e.Kind.words() }

// Kind is what a file is that is no workbook of ours, in English.
type Kind string

const (
	Empty     Kind = "empty file"
	OldExcel  Kind = "Excel 97-2003 workbook (.xls, .et)"
	XML2003   Kind = "XML Spreadsheet 2003"
	Encrypted Kind = "encrypted Office file"
	Binary    Kind = "Excel binary workbook (.xlsb)"
	ODS       Kind = "OpenDocument spreadsheet (.ods)"
	ODF       Kind = "OpenDocument file"
	Word      Kind = "Word document"
	Slides    Kind = "PowerPoint slides"
	OFD       Kind = "OFD document"
	PDF       Kind = "PDF document"
	HTML      Kind = "HTML page"
	RTF       Kind = "RTF document"
	Image     Kind = "picture"
	Packed    Kind = "archive"
	Text      Kind = "plain text or CSV"
	Unknown   Kind = "unknown"
)

// words is each kind in Chinese: what it is, and the way to a workbook of ours.
func (k Kind) words() (what, next string) {
	saveAs := "请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再用新文件"
	orInstall := saveAs + "；或者在这台电脑上装好 LibreOffice，程序会用它转换后读取"
	original := "请向提供者要台账的 .xlsx 原件"
	switch k {
	case Empty:
		return "文件是空的（0 字节）", "多半是复制或下载没有完成，请重新取得这个文件"
	case OldExcel:
		return "这是旧版 Excel 工作簿（.xls 或 WPS 的 .et）", orInstall
	case XML2003:
		return "这是 XML 表格（Excel 2003）", saveAs
	case Encrypted:
		return "文件加了打开密码", "请用 Excel 或 WPS 输入密码打开，在“文件—信息—保护工作簿”里去掉密码，保存后再试"
	case Binary:
		return "这是 Excel 二进制工作簿（.xlsb）", saveAs
	case ODS:
		return "这是 OpenDocument 表格（.ods）", orInstall
	case ODF:
		return "这是 OpenDocument 文件，不是表格", original
	case Word:
		return "这是 Word 文档，不是工作簿", original
	case Slides:
		return "这是演示文稿，不是工作簿", original
	case OFD:
		return "这是 OFD 版式文件，不是工作簿", original
	case PDF:
		return "这是 PDF 文件，不是工作簿", original
	case HTML:
		return "这是网页，只是扩展名像工作簿（不少系统这样“导出 Excel”）", saveAs
	case RTF:
		return "这是 RTF 文档，不是工作簿", original
	case Image:
		return "这是图片，不是工作簿", original
	case Packed:
		return "这是压缩包，不是工作簿", "请先解压，再用里面的 .xlsx 文件"
	case Text:
		return "这是纯文本或 CSV，不是工作簿", saveAs
	}
	return "不认识这个文件，它不是 Excel 工作簿", original
}
