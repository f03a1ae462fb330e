// Package compound reads OLE compound files: the container of .xls, and of
// every workbook with a password.
package compound

import (
	"bytes"
	"errors"
	"fmt"
	"math"

	"github.com/richardlehane/mscfb"
)

// maxDirectory bounds the bytes of the directory and of the tables it is found
// by: 8,000 entries, where a workbook has twenty. The library keeps 400 bytes of
// each and recurses over them.
const maxDirectory = 1 << 20

// chunk is how much of a stream is read at once, a multiple of every sector
// size: the library takes time with the square of it.
const chunk = 64 << 10

// A File is a compound file whose directory was read.
type File struct {
	size    int64
	entries []*mscfb.File
}

// Open reads the directory. The error says that the file is damaged.
func Open(data []byte) (f *File, err error) {
	defer recovered(&err)
	source := &source{data: bytes.NewReader(data), left: maxDirectory}
	r, err := mscfb.New(source)
	if err != nil {
		return nil, fmt.Errorf("compound: %w", err)
	}
	source.left = math.MaxInt
	return &File{int64(len(data)), r.File}, nil
}

// Has reports whether there is a stream or storage of that name, at any depth.
// A control character that begins a name does not count: DataSpaces is "\x06DataSpaces".
func (f *File) Has(name string) bool {
	for _, e := range f.entries {
		if e.Name == name {
			return true
		}
	}
	return false
}

// Stream returns a stream of the root, whole. The error is [ErrMissing], or says
// that the file is damaged: a stream that is there twice, or not to its end.
func (f *File) Stream(name string) (data []byte, err error) {
	defer recovered(&err)
	var found *mscfb.File
	for _, e := range f.entries {
		if e.Name != name || len(e.Path) > 0 || e.FileInfo().IsDir() {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("compound: two streams %q", name)
		}
		found = e
	}
	switch {
	case found == nil:
		return nil, ErrMissing
	case found.Size > f.size:
		return nil, fmt.Errorf("compound: stream %q says it is %d bytes long", name, found.Size)
	}
	data = make([]byte, found.Size)
	for at := 0; at < len(data); {
		n, err := found.Read(data[at:min(at+chunk, len(data))])
		if err != nil {
			return nil, fmt.Errorf("compound: stream %q: %w", name, err)
		}
		at += n
	}
	return data, nil
}

// ErrMissing is a stream that is not there.
var ErrMissing = errors.New("compound: no such stream")

// recovered turns a panic of the library on a malformed file into an error.
func recovered(err *error) {
	if reason := recover(); reason != nil {
		*err = fmt.Errorf("compound: %v", reason)
	}
}

// A source is the file, of which only so many bytes may be read.
type source struct {
	data *bytes.Reader
	left int
}

func (s *source) ReadAt(p []byte, at int64) (int, error) {
	if len(p) > s.left {
		return 0, errors.New("directory too large")
	}
	s.left -= len(p)
	return s.data.ReadAt(p, at)
}
