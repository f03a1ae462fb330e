package unlock

import (
	"bytes"
	"crypto/hmac"
	"encoding/binary"
)

// agile is the encryption of Office 2010 and later. The package has a random
// key; a key made from the password encrypts that one.
type agile struct {
	data      params     // of the package
	integrity *integrity // nil if the writer gave none
	password  passwordKey
}

// The block keys of [MS-OFFCRYPTO] 2.3.4.13 and 2.3.4.14: each use of a key or
// salt has its own.
const (
	forVerifierInput = "\xfe\xa7\xd2\x76\x3b\x4b\x9e\x79"
	forVerifierHash  = "\xd7\xaa\x0f\x6d\x30\x61\x34\x4e"
	forKey           = "\x14\x6e\x0b\xe7\xab\xac\xd0\xd6"
	forHMACKey       = "\x5f\xb2\xad\x01\x0c\xb9\xe1\xf6"
	forHMACValue     = "\xa0\x67\x7f\x02\xb2\x2c\x84\x33"
)

func (a *agile) open(password, stream []byte) ([]byte, error) {
	k := &a.password
	spun := spin(k.newHash()(), k.Salt, password, k.Rounds)
	input := decryptChain(k.keyFor(spun, forVerifierInput), stretch(k.Salt, k.BlockSize), k.VerifierInput)
	want := decryptChain(k.keyFor(spun, forVerifierHash), stretch(k.Salt, k.BlockSize), k.VerifierHash)
	if !bytes.Equal(k.sum(input[:len(k.Salt)]), want[:k.HashSize]) {
		return nil, &Error{Reason: WrongPassword}
	}
	size, encrypted, err := body(stream)
	if err != nil {
		return nil, err
	}
	key := decryptChain(k.keyFor(spun, forKey), stretch(k.Salt, k.BlockSize), k.Key)[:a.data.KeyBits/8]
	if !a.intact(key, stream) {
		return nil, &Error{Reason: Tampered}
	}
	return a.decrypt(key, encrypted)[:size], nil
}

// intact compares the keyed hash of the stream. A writer that gave none leaves
// the check to the checksums inside the package.
func (a *agile) intact(key, stream []byte) bool {
	if a.integrity == nil {
		return true
	}
	d := &a.data
	macKey := decryptChain(key, d.iv(forHMACKey), a.integrity.Key)[:d.HashSize]
	want := decryptChain(key, d.iv(forHMACValue), a.integrity.Value)[:d.HashSize]
	mac := hmac.New(d.newHash(), macKey)
	mac.Write(stream)
	return hmac.Equal(mac.Sum(nil), want)
}

// segment is how many bytes of the package are encrypted in one chain.
const segment = 4096

func (a *agile) decrypt(key, data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i := uint32(0); len(data) > 0; i++ {
		n := min(segment, len(data))
		out = append(out, decryptChain(key, a.data.iv(string(binary.LittleEndian.AppendUint32(nil, i))), data[:n])...)
		data = data[n:]
	}
	return out
}
