// Package picture reads pictures that a notice prints: PNG and JPEG, checked and
// bounded before anything is decoded.
package picture

// A Format is a kind of picture file.
type Format string

// The formats that every reader of DOCX and PDF shows.
const (
	PNG  Format = "png"
	JPEG Format = "jpeg"
)

// A Picture is a picture file that was read whole and found good. It is never
// changed.
type Picture struct {
	Format        Format
	Data          []byte // the file, without what it says besides the picture
	Columns, Rows int    // pixels
	Transparent   bool   // some of it can be seen through
}
