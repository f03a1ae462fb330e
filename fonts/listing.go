package fonts

import (
	"errors"
	"io"
)

// A Listing is what a font file says of one of its faces, read without its
// outlines.
type Listing struct {
	Index   int      // in the file
	Names   []string // family, full and PostScript names in any language
	Family  string   // as Face.Family
	Name    string   // as Face.Name
	Version string
	Rights  Rights
	Err     error // why the face cannot be used, an *Error; nil as far as is known without reading on
}

// mostListed is the most bytes of a table that List reads; names of real fonts
// take some 50 KiB.
const mostListed = 1 << 20

// List returns the faces of a font file of size bytes. It reads headers and
// names only, some kilobytes for each face. The error is an *Error, or r's own.
func List(r io.ReaderAt, size int64) ([]Listing, error) {
	f := file{r, size}
	starts, err := f.faces()
	if err != nil {
		return nil, err
	}
	all := make([]Listing, len(starts))
	for i, start := range starts {
		all[i], err = f.list(start)
		if err != nil && !errors.As(err, new(*Error)) {
			return nil, err
		}
		all[i].Index, all[i].Err = i, err
	}
	return all, nil
}

// list reads the face at start.
func (f file) list(start uint32) (l Listing, err error) {
	extents, err := f.tables(start)
	if err != nil {
		return l, err
	}
	name, err := f.table(extents, "name", mostListed)
	if err != nil {
		return l, err
	}
	os2, err := f.table(extents, "OS/2", 10)
	if err != nil {
		return l, err
	}
	n, err := readNames(name)
	l.Names, l.Name, l.Version, l.Family = n.all, n.postScript, n.version, (&Face{names: n}).Family()
	if len(os2) == 10 {
		l.Rights = Rights(os2.u16(8))
	}
	if err != nil {
		return l, err
	}
	if err := drawable(func(tag string) bool { _, ok := extents[tag]; return ok }); err != nil {
		return l, err
	}
	if refusal := l.Rights.refusal(); refusal != nil {
		return l, refusal
	}
	return l, nil
}

// table reads at most the first most bytes of a table, "" if it is not there.
func (f file) table(extents map[string]extent, tag string, most uint32) (table, error) {
	e := extents[tag]
	t, _, err := f.part(int64(e.at), int64(min(e.size, most)))
	return t, err
}
