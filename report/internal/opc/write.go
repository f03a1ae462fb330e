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
const level = 6

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
	z, seen := zip.NewWriter(w), names{}
	for _, p := range parts {
		if err := seen.add(p.Name); err != nil {
			return fmt.Errorf("opc: %w", err)
		}
		if err := writePart(z, deflate, &packed, p); err != nil {
			return fmt.Errorf("opc: write %s: %w", p.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("opc: %w", err)
	}
	return nil
}

// writePart packs p before its header is written, so that the header is whole
// and no data descriptor follows, which some readers do not know.
func writePart(z *zip.Writer, deflate *flate.Writer, packed *bytes.Buffer, p Part) error {
	packed.Reset()
	deflate.Reset(packed)
	if _, err := deflate.Write(p.Data); err != nil {
		return err
	}
	if err := deflate.Close(); err != nil {
		return err
	}
	entry, err := z.CreateRaw(&zip.FileHeader{
		Name: p.Name, Method: zip.Deflate, CreatorVersion: 20, ReaderVersion: 20,
		ModifiedDate:       dosEpoch, // CreateRaw reads this field and not Modified
		CRC32:              crc32.ChecksumIEEE(p.Data),
		CompressedSize64:   uint64(packed.Len()),
		UncompressedSize64: uint64(len(p.Data)),
	})
	if err != nil {
		return err
	}
	_, err = entry.Write(packed.Bytes())
	return err
}
