package sources

// A FormatError is a file that is no workbook we can read.
type FormatError struct{ Kind Kind }

// Error implements error, in English; [Kind.Words] is for people.
func (e *FormatError) Error() string { return "sources: not a workbook" }

// Kind is what a file is that is no workbook of ours.
type Kind int

const (
	KindUnknown Kind = iota
)

// Words says in Chinese what the file is and what to do.
func (k Kind) Words() (what, next string) {
	return "不是 Excel 工作簿", "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再试"
}
