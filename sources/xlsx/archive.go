package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"strings"
)

// deflateRatio is more than DEFLATE can gain (1032 to 1): who declares more lies.
// report/internal/opc guards finished packages in the same way.
const deflateRatio = 1040

// maxSize bounds what an entry may declare, so that sums do not overflow.
const maxSize = 1 << 50

// An archive is the package's directory, checked; parts are inflated one by one.
// OPC compares part names without case, so the keys are lower-case.
type archive struct {
	*meter
	files map[string]*zip.File
}

// openArchive reads the directory of data and refuses what two readers could
// take for two different packages, and what would unzip beyond the limits.
func openArchive(data []byte, m *meter) (*archive, error) {
	if err := m.check(limitFile, int64(len(data))); err != nil {
		return nil, err
	}
	if err := m.check(limitEntries, int64(bytes.Count(data, []byte(directoryHeader)))); err != nil {
		return nil, err // before archive/zip takes memory for them
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &DamagedError{reason: badArchive, Err: err}
	}
	if !isAlone(data) || !beginsWithEntry(data, z.File) {
		return nil, &DamagedError{reason: twoInOne}
	}
	a := &archive{meter: m, files: make(map[string]*zip.File, len(z.File))}
	total := int64(0)
	for _, f := range z.File {
		if err := a.add(f); err != nil {
			return nil, err
		}
		total = min(total+declared(f), maxSize)
	}
	return a, m.check(limitTotal, total)
}

// Signatures of the ZIP format (APPNOTE 6.3.10, 4.3).
const (
	localHeader     = "PK\x03\x04"
	directoryHeader = "PK\x01\x02"
	directoryEnd    = "PK\x05\x06"
	wideEnd         = "PK\x06\x06"
	wideLocator     = "PK\x06\x07"
)

// isAlone reports whether the directory at the end of data stands where it says
// itself: if not, another package stands before, and archive/zip would read that
// one's directory where other programs read this one's.
func isAlone(data []byte) bool {
	le := binary.LittleEndian
	end := bytes.LastIndex(data, []byte(directoryEnd))
	if end < 0 || len(data)-end < 22 {
		return false
	}
	at, size, offset := uint64(end), uint64(le.Uint32(data[end+12:])), uint64(le.Uint32(data[end+16:]))
	if locator := end - 20; locator >= 0 && bytes.HasPrefix(data[locator:], []byte(wideLocator)) {
		at = le.Uint64(data[locator+8:])
		if at > uint64(locator) || locator-int(at) < 56 || !bytes.HasPrefix(data[at:], []byte(wideEnd)) {
			return false
		}
		size, offset = le.Uint64(data[at+40:]), le.Uint64(data[at+48:])
	}
	return size <= at && offset == at-size
}

// beginsWithEntry reports whether an entry of the directory stands at the very
// start of data. What stands before all entries is a program, or another package
// that a reader from the front would take for this one.
func beginsWithEntry(data []byte, files []*zip.File) bool {
	const fixed = 30
	if len(data) < fixed || !bytes.HasPrefix(data, []byte(localHeader)) {
		return false
	}
	first := fixed + int64(binary.LittleEndian.Uint16(data[26:])) + int64(binary.LittleEndian.Uint16(data[28:]))
	for _, f := range files {
		if at, err := f.DataOffset(); err == nil && at == first {
			return true
		}
	}
	return false
}

// add notes an entry that can be told from all others and is not beyond belief.
func (a *archive) add(f *zip.File) error {
	key, ok := partKey(f.Name)
	switch {
	case !ok:
		return &DamagedError{Part: f.Name, reason: badName}
	case a.files[key] != nil:
		return &DamagedError{Part: f.Name, reason: duplicate}
	case f.Mode()&fs.ModeType&^fs.ModeDir != 0:
		return &DamagedError{Part: f.Name, reason: notFile}
	case uint64(declared(f))/deflateRatio > f.CompressedSize64: // excelize takes memory for what is declared
		return &DamagedError{Part: f.Name, reason: badSize}
	}
	a.files[key] = f
	return nil
}

// declared is how long f says it is.
func declared(f *zip.File) int64 { return int64(min(f.UncompressedSize64, maxSize)) }

// partKey is the key an entry is found by; ok is false for a name that is none.
func partKey(name string) (key string, ok bool) {
	key = strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(name, `\`, "/"), "/"))
	return key, key != "" && !strings.HasPrefix(key, "/") && !strings.ContainsAny(key, ":\x00") &&
		path.Clean(key) == key && !strings.HasPrefix(key, "..")
}

// read inflates a part and checks that it is as long and as summed as declared.
func (a *archive) read(part string) ([]byte, error) {
	f := a.files[strings.ToLower(part)]
	if f == nil {
		return nil, &DamagedError{Part: part, reason: missing}
	}
	if f.Flags&1 != 0 || (f.Method != zip.Store && f.Method != zip.Deflate) {
		return nil, &DamagedError{Part: part, reason: locked}
	}
	size := declared(f)
	if err := a.check(limitPart, size); err != nil {
		return nil, located(err, part)
	}
	if err := a.spend(int(size)); err != nil {
		return nil, located(err, part)
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
