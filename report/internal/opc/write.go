package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"sync"
	"unicode"

	"github.com/klauspost/compress/flate"
)

// level is where more effort stops paying for XML.
const level = 5

// dosEpoch is 1980-01-01, the first day a ZIP entry can bear.
const dosEpoch = 1<<5 | 1

// Write writes a package of parts, in their order, to w. [Content_Types].xml
// should come first. An error means that w holds no usable package.
func Write(w io.Writer, parts ...Part) error {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	return write(w, parts, zip.Deflate, d.pack)
}

// A deflater packs one part after another; its buffer holds the last one.
type deflater struct {
	*flate.Writer
	out bytes.Buffer
}

// deflaters are kept from package to package: a new one costs as much as a
// notice. Nothing of what one packed is left in the next one's bytes.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, level)
	if err != nil {
		panic(err) // the level is ours
	}
	return &deflater{Writer: w}
}}

// pack returns data deflated, valid until the next call.
func (d *deflater) pack(data []byte) ([]byte, error) {
	d.out.Reset()
	d.Reset(&d.out)
	if _, err := d.Write(data); err != nil {
		return nil, err
	}
	err := d.Close()
	return d.out.Bytes(), err
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
	const utf8 = 0x800 // the name is not of some code page
	flags := uint16(0)
	if strings.ContainsFunc(p.Name, func(r rune) bool { return r > unicode.MaxASCII }) {
		flags = utf8 // others' names; ours are ASCII
	}
	entry, err := z.CreateRaw(&zip.FileHeader{
		Name: p.Name, Method: method, CreatorVersion: 20, ReaderVersion: 20, Flags: flags,
		ModifiedDate:       dosEpoch, //lint:ignore SA1019 CreateRaw reads this field and not Modified
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
