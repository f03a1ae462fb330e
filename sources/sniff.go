package sources

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"unicode/utf16"
)

// kindOf says what data is that no reader takes.
func kindOf(data []byte) Kind {
	if len(data) == 0 {
		return Empty
	}
	for _, m := range []struct {
		prefix string
		kind   func([]byte) Kind
	}{
		{"PK\x03\x04", inZip},
		{"PK\x05\x06", always(Packed)},
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", inCompound},
		{"\x09\x00\x04\x00", always(OldExcel)}, // BIFF 2 to 4, not yet in a compound file
		{"\x09\x02\x06\x00", always(OldExcel)},
		{"\x09\x04\x06\x00", always(OldExcel)},
		{"%PDF-", always(PDF)},
		{`{\rtf`, always(RTF)},
		{"\x89PNG", always(Image)},
		{"\xFF\xD8\xFF", always(Image)},
		{"GIF8", always(Image)},
		{"BM", bitmap},
		{"Rar!", always(Packed)},
		{"7z\xBC\xAF", always(Packed)},
		{"\x1F\x8B", always(Packed)},
	} {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.kind(data)
		}
	}
	return inText(data)
}

func always(k Kind) func([]byte) Kind { return func([]byte) Kind { return k } }

// bitmap tells a BMP, whose header has zero bytes, from text that begins with BM.
func bitmap(data []byte) Kind {
	if len(data) > 10 && bytes.Equal(data[6:10], []byte{0, 0, 0, 0}) {
		return Image
	}
	return inText(data)
}

// isWorkbook reports whether data is an Office package that is no other kind we
// know, or too damaged to tell: the reader then says what is wrong with it.
func isWorkbook(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) && inZip(data) == Unknown
}

// maxEntries is how many entries of an archive are looked through; beyond that
// archive/zip takes gigabytes for them. The reader refuses such a file or not.
const maxEntries = 20_000

// inZip tells packages by their parts. Unknown is a workbook, or unreadable.
func inZip(data []byte) Kind {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return Unknown
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Unknown
	}
	kind := Packed
	for _, f := range z.File {
		switch strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/")) {
		case "xl/workbook.bin":
			return Binary
		case "word/document.xml":
			return Word
		case "ppt/presentation.xml":
			return Slides
		case "ofd.xml":
			return OFD
		case "mimetype":
			return openDocument(f)
		case "[content_types].xml", "xl/workbook.xml":
			kind = Unknown
		}
	}
	return kind
}

// openDocument tells a spreadsheet from the others by the first entry.
func openDocument(f *zip.File) Kind {
	r, err := f.Open()
	if err != nil {
		return ODF
	}
	defer r.Close()
	head, _ := io.ReadAll(io.LimitReader(r, 100)) // what cannot be read is no spreadsheet
	switch {
	case bytes.Contains(head, []byte("opendocument.spreadsheet")):
		return ODS
	case bytes.Contains(head, []byte("opendocument")):
		return ODF
	}
	return Packed
}

// inCompound tells OLE compound files by the names of their streams. A directory
// entry is 128 bytes long at a multiple of 128, its name in UTF-16, the name's
// length in bytes at 64 and its type (2 is a stream, 1 a storage) at 66.
func inCompound(data []byte) Kind {
	kind := Unknown
	for at := 512; at+128 <= len(data); at += 128 {
		entry := data[at : at+128]
		switch streamName(entry) {
		case "EncryptedPackage", "EncryptionInfo":
			return Encrypted
		case "Workbook", "Book":
			kind = OldExcel
		case "WordDocument":
			return Word
		case "PowerPoint Document":
			return Slides
		}
	}
	return kind
}

// streamName is the name of a directory entry, "" if it is no stream.
func streamName(entry []byte) string {
	n := int(entry[64]) | int(entry[65])<<8
	if entry[66] != 2 || n < 4 || n > 64 || n%2 != 0 {
		return ""
	}
	units := make([]uint16, n/2-1)
	for i := range units {
		units[i] = uint16(entry[2*i]) | uint16(entry[2*i+1])<<8
	}
	return string(utf16.Decode(units))
}

// inText tells markup from other text, and text from bytes that are none.
func inText(data []byte) Kind {
	head := data[:min(len(data), 4096)]
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return Text
	}
	for _, c := range head {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return Unknown
		}
	}
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	lower := bytes.ToLower(trimmed)
	switch {
	case bytes.Contains(lower, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && !bytes.Contains(lower, []byte("<html")):
		return XML2003
	case bytes.HasPrefix(lower, []byte("mime-version:")):
		return HTML
	case bytes.HasPrefix(lower, []byte("<")) && (bytes.Contains(lower, []byte("<html")) || bytes.Contains(lower, []byte("<table")) ||
		bytes.Contains(lower, []byte("<!doctype html")) || bytes.Contains(lower, []byte("<head")) || bytes.Contains(lower, []byte("<meta"))):
		return HTML
	}
	return Text // without control bytes it is text in some encoding
}
