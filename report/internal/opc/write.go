package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// level is where more effort stops paying for XML.
const level = 5

// dosEpoch is 1980-01-01, the first day a ZIP entry can bear.
const dosEpoch = 1<<5 | 1

// Write writes a package of parts, in their order, to w. [Content_Types].xml
// should come first. An error means that w holds no usable package.
func Write(w io.Writer, parts ...Part) error {
	var packed bytes.Buffer
	deflate, err := flate.NewWriter(&packed, level)
	if err != nil {
		return fmt.Errorf("opc: %w", err)
	}
	return write(w, parts, zip.Deflate, func(data []byte) ([]byte, error) {
		packed.Reset()
		deflate.Reset(&packed)
		if _, err := deflate.Write(data); err != nil {
			return nil, err
		}
		err := deflate.Close()
		return packed.Bytes(), err
	})
}

// WriteStored is [Write] without packing, for packages that are opened at once
// and thrown away.
func WriteStored(w io.Writer, parts ...Part) error {
	return write(w, parts, zip.Store, func(data []byte) ([]byte, error) { return data, nil })
}

func write(w io.Writer, parts []Part, method uint16, pack func([]byte) ([]byte, error)) error {
	z, seen := zip.NewWriter(w), names{}
	for _, p := range parts {
		if err := seen.add(p.Name); err != nil {
			return fmt.Errorf("opc: %w", err)
		}
		packed, err := pack(p.Data)
		if err == nil {
			err = writePart(z, method, p, packed)
		}
		if err != nil {
			return fmt.Errorf("opc: write %s: %w", p.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("opc: %w", err)
	}
	return nil
}

// writePart writes p packed: its header is whole from the first, so that no data
// descriptor follows, which some readers do not know.
func writePart(z *zip.Writer, method uint16, p Part, packed []byte) error {
	entry, err := z.CreateRaw(&zip.FileHeader{
		Name: p.Name, Method: method, CreatorVersion: 20, ReaderVersion: 20,
		ModifiedDate:       dosEpoch, // CreateRaw reads this field and not Modified
		CRC32:              crc32.ChecksumIEEE(p.Data),
		CompressedSize64:   uint64(len(packed)),
		UncompressedSize64: uint64(len(p.Data)),
	})
	if err != nil {
		return err
	}
	_, err = entry.Write(packed)
	return err
}
