package unlock

import (
	"bytes"
	"crypto/aes"
	"crypto/sha1"
	"encoding/binary"
	"errors"
)

// standard is the encryption of Office 2007: AES block by block, SHA-1. It has
// no check of integrity; that is left to the checksums inside the package.
type standard struct {
	salt, verifier, hash []byte
	keySize              int // bytes
}

const (
	standardRounds = 50_000
	flagAES        = 0x20
	headerSize     = 32 // of the fields before the provider's name
)

// readStandard reads what follows the version and flags of EncryptionInfo:
// the header's size, the header, the verifier.
func readStandard(info []byte) (scheme, error) {
	cut := &Error{Reason: Damaged, Err: errors.New("EncryptionInfo is cut short")}
	if len(info) < 4+headerSize {
		return nil, cut
	}
	size := binary.LittleEndian.Uint32(info)
	if size < headerSize || uint64(size) > uint64(len(info)-4) {
		return nil, cut
	}
	header, verifier := info[4:4+size], info[4+size:]
	keys := map[uint32]int{0x660E: 128, 0x660F: 192, 0x6610: 256} // AES
	bits, isAES := keys[binary.LittleEndian.Uint32(header[8:])]
	switch {
	case !isAES || binary.LittleEndian.Uint32(header)&flagAES == 0:
		return nil, &Error{Reason: Cipher}
	case len(verifier) < 4+16+16+4+32:
		return nil, cut
	case binary.LittleEndian.Uint32(verifier) != 16:
		return nil, &Error{Reason: Damaged, Err: errors.New("salt of a false size")}
	}
	return &standard{salt: verifier[4:20], verifier: verifier[20:36], hash: verifier[40:72], keySize: bits / 8}, nil
}

func (s *standard) open(password, stream []byte) ([]byte, error) {
	key := s.key(password)
	hash := sha1.Sum(decryptBlocks(key, s.verifier))
	if !bytes.Equal(hash[:], decryptBlocks(key, s.hash)[:sha1.Size]) {
		return nil, &Error{Reason: WrongPassword}
	}
	size, encrypted, err := body(stream)
	if err != nil {
		return nil, err
	}
	return decryptBlocks(key, encrypted)[:size], nil
}

// key is the key of [MS-OFFCRYPTO] 2.3.4.7.
func (s *standard) key(password []byte) []byte {
	hash := spin(sha1.New(), s.salt, password, standardRounds)
	last := sha1.Sum(append(hash, 0, 0, 0, 0))
	var out []byte
	for _, pad := range []byte{0x36, 0x5C} {
		buffer := bytes.Repeat([]byte{pad}, 64)
		for i := range last {
			buffer[i] ^= last[i]
		}
		half := sha1.Sum(buffer)
		out = append(out, half[:]...)
	}
	return out[:s.keySize]
}

// decryptBlocks decrypts whole blocks, each for itself.
func decryptBlocks(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // the size of the key was looked up
	}
	out := make([]byte, len(data))
	for at := 0; at < len(data); at += aes.BlockSize {
		block.Decrypt(out[at:], data[at:])
	}
	return out
}
