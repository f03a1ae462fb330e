package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/flate"
)

// Read returns all parts of a package in their order. It reads each to its end,
// checksum included, and refuses unsafe or repeated names and packages of more
// than 256 MiB or 1,000 parts.
func Read(data []byte) ([]Part, error) {
	z, err := open(data)
	if err != nil {
		return nil, err
	}
	parts, seen, left := make([]Part, 0, len(z.File)), names{}, int64(maxTotal)
	for _, f := range z.File {
		if err := seen.add(f.Name); err != nil {
			return nil, fmt.Errorf("opc: %w", err)
		}
		content, err := unpack(f, left)
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
	z, err := open(data)
	if err != nil {
		return nil, err
	}
	var found *zip.File
	for _, f := range z.File {
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
	return unpack(found, limit)
}

func open(data []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("opc: %w", err)
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("opc: more than %d parts", maxParts)
	}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	return z, nil
}

// unpack reads f to its end. The declared size is only believed after it has
// been compared with limit and with what deflate can yield at most.
func unpack(f *zip.File, limit int64) ([]byte, error) {
	const most = 1040 // deflate never packs tighter than this, to one
	size := f.UncompressedSize64
	if size > uint64(limit) || size/most > f.CompressedSize64+1 {
		return nil, fmt.Errorf("opc: part %s: %d bytes are too many", f.Name, size)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("opc: part %s: %w", f.Name, err)
	}
	defer r.Close()
	content := make([]byte, size)
	if _, err := io.ReadFull(r, content); err != nil {
		return nil, fmt.Errorf("opc: part %s: %w", f.Name, err)
	}
	// The checksum is compared when the end is read.
	if n, err := r.Read(make([]byte, 1)); n != 0 || err != io.EOF {
		return nil, fmt.Errorf("opc: part %s does not end where it says: %w", f.Name, err)
	}
	return content, nil
}
