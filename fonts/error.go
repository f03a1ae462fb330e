package fonts

import "fmt"

// A Kind says what to tell the person whose font it is.
type Kind int

const (
	Damaged     Kind = iota // a table is missing, cut short or contradicts itself
	NotFont                 // not a font file
	Unsupported             // a sound font of a kind that is not read here
	CFF                     // its outlines are PostScript ones
	Bitmap                  // it has no outlines, only pictures
	Variable                // it is a range of designs, of which none is chosen
	Forbidden               // its maker does not allow it to be embedded
	NoSubset                // its maker allows it to be embedded as a whole only
)

// An Error is why a font cannot be used.
type Error struct {
	Kind   Kind
	Table  string // the table at fault, such as "glyf"; "" for the file as a whole
	Detail string // in English
}

func (e *Error) Error() string {
	if e.Table == "" {
		return "font: " + e.Detail
	}
	return "font table " + e.Table + ": " + e.Detail
}

func damaged(table, format string, args ...any) error {
	return &Error{Table: table, Detail: fmt.Sprintf(format, args...)}
}
