package unlock

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"hash"
	"strings"
)

// maxRounds is the most that [MS-OFFCRYPTO] allows; Excel takes 100,000. It is
// some seconds of work.
const maxRounds = 10_000_000

// params is how something is encrypted.
type params struct {
	BlockSize int    `xml:"blockSize,attr"`
	KeyBits   int    `xml:"keyBits,attr"`
	HashSize  int    `xml:"hashSize,attr"`
	Cipher    string `xml:"cipherAlgorithm,attr"`
	Chaining  string `xml:"cipherChaining,attr"`
	Hash      string `xml:"hashAlgorithm,attr"`
	Salt      base   `xml:"saltValue,attr"`
}

// integrity is a keyed hash of the whole stream, with its key, both encrypted.
type integrity struct {
	Key   base `xml:"encryptedHmacKey,attr"`
	Value base `xml:"encryptedHmacValue,attr"`
}

type passwordKey struct {
	params
	Rounds        int64 `xml:"spinCount,attr"`
	VerifierInput base  `xml:"encryptedVerifierHashInput,attr"`
	VerifierHash  base  `xml:"encryptedVerifierHashValue,attr"`
	Key           base  `xml:"encryptedKeyValue,attr"`
}

// base is bytes written in base 64.
type base []byte

func (b *base) UnmarshalText(text []byte) (err error) {
	*b, err = base64.StdEncoding.DecodeString(string(text))
	return err
}

// readAgile reads the XML of EncryptionInfo and checks it, so that nothing can
// go wrong with sizes afterwards.
func readAgile(info []byte) (scheme, error) {
	var doc struct {
		XMLName    xml.Name   `xml:"encryption"`
		KeyData    params     `xml:"keyData"`
		Integrity  *integrity `xml:"dataIntegrity"`
		Encryptors []struct {
			URI string      `xml:"uri,attr"`
			Key passwordKey `xml:"encryptedKey"`
		} `xml:"keyEncryptors>keyEncryptor"`
	}
	if err := xml.Unmarshal(info, &doc); err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	a := &agile{data: doc.KeyData, integrity: doc.Integrity}
	for _, e := range doc.Encryptors {
		if strings.HasSuffix(e.URI, "/keyEncryptor/password") {
			a.password = e.Key
			return a, a.check()
		}
	}
	if len(doc.Encryptors) > 0 {
		return nil, &Error{Reason: Certificate}
	}
	return nil, &Error{Reason: Damaged, Err: errors.New("no key encryptor")}
}

func (a *agile) check() error {
	d, k := &a.data, &a.password
	if err := errors.Join(d.check(), k.check()); err != nil {
		return &Error{Reason: Cipher, Err: err}
	}
	if k.Rounds > maxRounds {
		return &Error{Reason: Rounds}
	}
	sound := k.Rounds >= 0 && blocks(k.VerifierInput, len(k.Salt)) && blocks(k.VerifierHash, k.HashSize) && blocks(k.Key, d.KeyBits/8)
	if i := a.integrity; i != nil {
		sound = sound && blocks(i.Key, d.HashSize) && blocks(i.Value, d.HashSize)
	}
	if !sound {
		return &Error{Reason: Damaged, Err: errors.New("EncryptionInfo has values of false sizes")}
	}
	return nil
}

// blocks reports whether data is whole blocks that hold size bytes.
func blocks(data []byte, size int) bool { return len(data) >= size && len(data)%aes.BlockSize == 0 }

// check returns an error for what we do not know.
func (p *params) check() error {
	h := p.newHash()
	if p.Cipher != "AES" || p.Chaining != "ChainingModeCBC" || p.BlockSize != aes.BlockSize || h == nil || p.HashSize != h().Size() ||
		p.KeyBits != 128 && p.KeyBits != 192 && p.KeyBits != 256 || len(p.Salt) == 0 {
		return fmt.Errorf("%s-%d %s blocks of %d, %s of %d", p.Cipher, p.KeyBits, p.Chaining, p.BlockSize, p.Hash, p.HashSize)
	}
	return nil
}

// newHash is the hash function, nil for one we do not know.
func (p *params) newHash() func() hash.Hash {
	switch strings.ReplaceAll(p.Hash, "-", "") {
	case "SHA1":
		return sha1.New
	case "SHA256":
		return sha256.New
	case "SHA384":
		return sha512.New384
	case "SHA512":
		return sha512.New
	}
	return nil
}

func (p *params) sum(parts ...[]byte) []byte {
	h := p.newHash()()
	for _, part := range parts {
		h.Write(part)
	}
	return h.Sum(nil)
}

// keyFor is the key for one use of the password.
func (p *params) keyFor(spun []byte, use string) []byte {
	return stretch(p.sum(spun, []byte(use)), p.KeyBits/8)
}

// iv is the initial vector for one use of the salt.
func (p *params) iv(use string) []byte { return stretch(p.sum(p.Salt, []byte(use)), p.BlockSize) }

// stretch makes data n bytes long.
func stretch(data []byte, n int) []byte {
	if len(data) < n {
		return append(bytes.Clone(data), bytes.Repeat([]byte{0x36}, n-len(data))...)
	}
	return data[:n]
}

// spin hashes the password so many times that guessing it is slow.
func spin(h hash.Hash, salt, password []byte, rounds int64) []byte {
	h.Write(salt)
	h.Write(password)
	sum := h.Sum(nil)
	var count [4]byte
	for i := range uint32(rounds) {
		binary.LittleEndian.PutUint32(count[:], i)
		h.Reset()
		h.Write(count[:])
		h.Write(sum)
		sum = h.Sum(sum[:0])
	}
	return sum
}

// decryptChain decrypts whole blocks chained from iv (CBC).
func decryptChain(key, iv, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // the size of the key was checked
	}
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, data)
	return out
}
