// Package unlock opens Office packages that have a password (ECMA-376, as
// [MS-OFFCRYPTO] describes it): the agile way of Office 2010 and later, and the
// standard way of Office 2007, LibreOffice and many other programs.
//
// excelize can decrypt too. But it does not look whether the password is right,
// so that a wrong one looks like a damaged file; it checks no integrity; it takes
// the first key encryptor for the password's and RC4 for AES; and it reads the
// container in quadratic time. To know the password is right, the key has to be
// derived here anyway, and then little is left to do. Its results are what the
// tests compare with.
package unlock

import (
	"crypto/aes"
	"encoding/binary"
	"errors"
	"unicode/utf16"

	"tongbao/sources/compound"
)

// A Lock is a package with a password.
type Lock struct {
	scheme  scheme
	content []byte // the stream EncryptedPackage
}

// A scheme is one way of encrypting.
type scheme interface {
	// open returns the package in stream, or a [*Error].
	open(password []byte, stream []byte) ([]byte, error)
}

// maxInfo bounds EncryptionInfo; a certificate or two more take some kilobytes.
const maxInfo = 1 << 20

// Open reads how data, a compound file, is locked. The error is an [*Error]; one
// that no password would help with comes here, not from [Lock.Package].
func Open(data []byte) (*Lock, error) {
	f, err := compound.Open(data)
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	content, err := f.Stream("EncryptedPackage")
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	info, err := f.Stream("EncryptionInfo")
	switch {
	case f.Has("DRMEncryptedTransform") || f.Has("DRMEncryptedDataSpace"):
		return nil, &Error{Reason: Rights}
	case err != nil:
		return nil, &Error{Reason: Damaged, Err: err}
	case len(content) < sizeField || len(info) > maxInfo:
		return nil, &Error{Reason: Damaged, Err: errors.New("a stream of a false size")}
	}
	s, err := readScheme(info)
	if err != nil {
		return nil, err
	}
	return &Lock{s, content}, nil
}

// readScheme tells the schemes apart by the version that begins info.
func readScheme(info []byte) (scheme, error) {
	if len(info) < 8 {
		return nil, &Error{Reason: Damaged, Err: errors.New("EncryptionInfo is cut short")}
	}
	major, minor := binary.LittleEndian.Uint16(info), binary.LittleEndian.Uint16(info[2:])
	switch {
	case major == 4 && minor == 4:
		return readAgile(info[8:])
	case major >= 2 && major <= 4 && minor == 2:
		return readStandard(info[8:])
	case minor == 3:
		return nil, &Error{Reason: Extensible}
	}
	return nil, &Error{Reason: Cipher}
}

// standing is the password Excel uses for workbooks that are to open without one.
const standing = "VelvetSweatshop"

// Standing returns the package if it opens without anyone's password.
func (l *Lock) Standing() ([]byte, error) { return l.Package(standing) }

// Package returns what password unlocks, whole and checked as far as the scheme
// has checks. The error is an [*Error]; the password is no part of it.
func (l *Lock) Package(password string) ([]byte, error) {
	units := utf16.Encode([]rune(password))
	encoded := make([]byte, 0, 2*len(units))
	for _, u := range units {
		encoded = binary.LittleEndian.AppendUint16(encoded, u)
	}
	return l.scheme.open(encoded, l.content)
}

// sizeField is the length of the package's size before the package.
const sizeField = 8

// body splits the stream: the size of the package, and its bytes encrypted in
// whole blocks, of which there may be more than needed.
func body(stream []byte) (size int, encrypted []byte, err error) {
	declared, encrypted := binary.LittleEndian.Uint64(stream), stream[sizeField:]
	if declared > uint64(len(encrypted)) {
		return 0, nil, &Error{Reason: Short}
	}
	size = int(declared)
	whole := (size + aes.BlockSize - 1) / aes.BlockSize * aes.BlockSize
	if whole > len(encrypted) {
		return 0, nil, &Error{Reason: Short}
	}
	return size, encrypted[:whole], nil
}
