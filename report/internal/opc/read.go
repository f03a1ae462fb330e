package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Read returns all parts of a package in their order. It compares each with its
// checksum, and refuses unsafe or repeated names and packages of more
// than 256 MiB or 1,000 parts.
func Read(data []byte) ([]Part, error) {
	r, err := open(data, maxParts)
	if err != nil {
		return nil, err
	}
	parts, seen, left := make([]Part, 0, len(r.File)), names{}, int64(maxTotal)
	for _, f := range r.File {
		if err := seen.add(f.Name); err != nil {
			return nil, fmt.Errorf("opc: %w", err)
		}
		content, err := r.part(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(content))
		parts = append(parts, Part{f.Name, content})
	}
	return parts, nil
}

// ReadPart returns the one part called name, of at most limit bytes. The others
// are not looked at, so it is cheap for files that anyone may have made.
func ReadPart(data []byte, name string, limit int64) ([]byte, error) {
	r, err := open(data, maxParts)
	if err != nil {
		return nil, err
	}
	var found *zip.File
	for _, f := range r.File {
		if f.Name != name {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("opc: part %q is there twice", name)
		}
		found = f
	}
	if found == nil {
		return nil, fmt.Errorf("opc: no part %q", name)
	}
	return r.part(found, limit)
}

// Canonical reports whether data is, byte for byte, what [Write] makes of its
// parts. Whatever another program saved is not.
func Canonical(data []byte) bool {
	parts, err := Read(data)
	if err != nil {
		return false
	}
	var again bytes.Buffer
	again.Grow(len(data))
	return Write(&again, parts...) == nil && bytes.Equal(again.Bytes(), data)
}

// A reader knows the bytes behind the directory.
type reader struct {
	*zip.Reader
	data []byte
}

// inflaters are kept from part to part: a new one costs more than most parts.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// open reads the directory of a package of at most most entries.
func open(data []byte, most int) (*reader, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("opc: %w", err)
	}
	if len(z.File) > most {
		return nil, fmt.Errorf("opc: more than %d parts", most)
	}
	return &reader{z, data}, nil
}

// part returns the content of f, whose size may be limit at most.
func (r *reader) part(f *zip.File, limit int64) ([]byte, error) {
	if f.UncompressedSize64 > uint64(limit) {
		return nil, fmt.Errorf("opc: part %s: %d bytes are too many", f.Name, f.UncompressedSize64)
	}
	content, err := r.unpack(f)
	if err == nil && crc32.ChecksumIEEE(content) != f.CRC32 {
		err = zip.ErrChecksum
	}
	if err != nil {
		return nil, fmt.Errorf("opc: part %s: %w", f.Name, err)
	}
	return content, nil
}

// unpack believes the declared size only after it has been compared with what
// deflate can yield at most; a wrong one then fails here or by the checksum.
// sources/xlsx/archive.go has such guards too, of names and of this ratio, but
// for foreign workbooks.
func (r *reader) unpack(f *zip.File) ([]byte, error) {
	const most = 1040 // deflate never packs tighter than this, to one
	at, err := f.DataOffset()
	if err != nil {
		return nil, err
	}
	if uint64(at) > uint64(len(r.data)) || f.CompressedSize64 > uint64(len(r.data))-uint64(at) || f.UncompressedSize64/most > f.CompressedSize64 {
		return nil, zip.ErrFormat
	}
	var src io.Reader = bytes.NewReader(r.data[at : uint64(at)+f.CompressedSize64])
	switch f.Method {
	case zip.Store:
	case zip.Deflate:
		inflate := inflaters.Get().(io.ReadCloser)
		defer inflaters.Put(inflate)
		if err := inflate.(flate.Resetter).Reset(src, nil); err != nil {
			return nil, err
		}
		src = inflate
	default:
		return nil, zip.ErrAlgorithm
	}
	content := make([]byte, f.UncompressedSize64)
	_, err = io.ReadFull(src, content)
	return content, err
}
