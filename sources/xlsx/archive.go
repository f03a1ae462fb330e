package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"path"
	"strings"
)

// deflateRatio is more than DEFLATE can gain (1032 to 1): who declares more lies.
// report/internal/opc guards finished packages in the same way.
const deflateRatio = 1040

// An archive is the package's directory, checked; parts are inflated one by one.
// OPC compares part names without case, so the keys are lower-case.
type archive struct {
	limits Limits
	files  map[string]*zip.File
}

// openArchive reads the directory of data and refuses what two readers could
// take for two different packages, and what would unzip beyond the limits.
func openArchive(data []byte, limits Limits) (*archive, error) {
	if int64(len(data)) > limits.File {
		return nil, &LimitError{limit: limitFile, Max: limits.File}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &DamagedError{reason: badArchive, Err: err}
	}
	if len(z.File) > limits.Entries {
		return nil, &LimitError{limit: limitEntries, Max: int64(limits.Entries)}
	}
	a := &archive{limits: limits, files: make(map[string]*zip.File, len(z.File))}
	var total uint64
	for _, f := range z.File {
		key, err := partKey(f.Name)
		if err != nil {
			return nil, err
		}
		if a.files[key] != nil {
			return nil, &DamagedError{Part: f.Name, reason: duplicate}
		}
		a.files[key] = f
		if f.UncompressedSize64 > uint64(limits.Total)-total {
			return nil, &LimitError{limit: limitTotal, Part: f.Name, Max: limits.Total}
		}
		total += f.UncompressedSize64
		if f.UncompressedSize64/deflateRatio > f.CompressedSize64 { // excelize takes memory for what is declared
			return nil, &DamagedError{Part: f.Name, reason: badSize}
		}
	}
	return a, nil
}

// partKey checks an entry's name and returns the key it is found by.
func partKey(name string) (string, error) {
	key := strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(name, `\`, "/"), "/"))
	if key == "" || strings.HasPrefix(key, "/") || strings.ContainsAny(key, ":\x00") || path.Clean(key) != key || strings.HasPrefix(key, "..") {
		return "", &DamagedError{Part: name, reason: badName}
	}
	return key, nil
}

// has reports whether the part is in the archive.
func (a *archive) has(part string) bool { return a.files[strings.ToLower(part)] != nil }

// read inflates a part and checks that it is as long and as summed as declared.
func (a *archive) read(part string) ([]byte, error) {
	f := a.files[strings.ToLower(part)]
	if f == nil {
		return nil, &DamagedError{Part: part, reason: missing}
	}
	if f.Flags&1 != 0 || (f.Method != zip.Store && f.Method != zip.Deflate) {
		return nil, &DamagedError{Part: part, reason: locked}
	}
	size := f.UncompressedSize64
	if size > uint64(a.limits.Part) {
		return nil, &LimitError{limit: limitPart, Part: part, Max: a.limits.Part}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &DamagedError{Part: part, reason: badArchive, Err: err}
	}
	defer r.Close()
	data := make([]byte, size+1) // one more: the reader has to meet the end, where it checks
	n, err := io.ReadFull(r, data)
	return data[:n], checkInflated(part, err, data[:n], f)
}

// checkInflated turns what ended the reading of f into an error.
func checkInflated(part string, err error, data []byte, f *zip.File) error {
	switch {
	case errors.Is(err, zip.ErrChecksum):
		return &DamagedError{Part: part, reason: badChecksum}
	case err != nil && err != io.EOF && err != io.ErrUnexpectedEOF && err != zip.ErrFormat:
		return &DamagedError{Part: part, reason: badArchive, Err: err}
	case uint64(len(data)) != f.UncompressedSize64:
		return &DamagedError{Part: part, reason: badSize}
	case crc32.ChecksumIEEE(data) != f.CRC32:
		return &DamagedError{Part: part, reason: badChecksum}
	}
	return nil
}
