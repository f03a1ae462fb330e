package unlock

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// The inverse of agile, for parameters that no program here writes. excelize
// opens what it makes, so that it is not wrong in the same way.

// locked is a package locked in the agile way, as XML and stream.
type locked struct {
	key, password    params
	rounds           int
	mac              bool
	keyURI           string
	tail             int // bytes of the stream after its end
	info, stream     []byte
	infoFrom, infoTo string // a change to the XML
}

func usual() locked {
	p := params{BlockSize: 16, KeyBits: 256, HashSize: 64, Cipher: "AES", Chaining: "ChainingModeCBC", Hash: "SHA512", Salt: []byte("0123456789abcdef")}
	q := p
	q.Salt = []byte("fedcba9876543210")
	return locked{key: p, password: q, rounds: 1000, mac: true, keyURI: "http://schemas.microsoft.com/office/2006/keyEncryptor/password"}
}

func sha1AES128() locked {
	l := usual()
	for _, p := range []*params{&l.key, &l.password} {
		p.KeyBits, p.HashSize, p.Hash = 128, 20, "SHA1"
	}
	return l
}

func encryptChain(key, iv, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	data = append(bytes.Clone(data), make([]byte, (aes.BlockSize-len(data)%aes.BlockSize)%aes.BlockSize)...)
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(data, data)
	return data
}

// lock fills in info and stream.
func (l *locked) lock(content []byte, password string) {
	d, k := &l.key, &l.password
	key := bytes.Repeat([]byte{7}, d.KeyBits/8)
	l.stream = binary.LittleEndian.AppendUint64(nil, uint64(len(content)))
	for i := 0; i*segment < len(content); i++ {
		iv := d.iv(string(binary.LittleEndian.AppendUint32(nil, uint32(i))))
		l.stream = append(l.stream, encryptChain(key, iv, content[i*segment:min(len(content), (i+1)*segment)])...)
	}
	l.stream = append(l.stream, make([]byte, l.tail)...)
	macKey := bytes.Repeat([]byte{9}, d.HashSize)
	mac := hmac.New(d.newHash(), macKey)
	mac.Write(l.stream)
	var encoded []byte
	for _, u := range utf16.Encode([]rune(password)) {
		encoded = binary.LittleEndian.AppendUint16(encoded, u)
	}
	spun := spin(k.newHash()(), k.Salt, encoded, int64(l.rounds))
	iv := stretch(k.Salt, k.BlockSize)
	input := []byte("verifier verifie")
	b64 := base64.StdEncoding.EncodeToString
	integrity := ""
	if l.mac {
		integrity = fmt.Sprintf(`<dataIntegrity encryptedHmacKey="%s" encryptedHmacValue="%s"/>`,
			b64(encryptChain(key, d.iv(forHMACKey), macKey)), b64(encryptChain(key, d.iv(forHMACValue), mac.Sum(nil))))
	}
	info := fmt.Sprintf(`<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">`+
		`<keyData %s/>%s<keyEncryptors><keyEncryptor uri="%s"><p:encryptedKey spinCount="%d" %s encryptedVerifierHashInput="%s" encryptedVerifierHashValue="%s" encryptedKeyValue="%s"/>`+
		`</keyEncryptor></keyEncryptors></encryption>`,
		d.attributes(), integrity, l.keyURI, l.rounds, k.attributes(), b64(encryptChain(k.keyFor(spun, forVerifierInput), iv, input)),
		b64(encryptChain(k.keyFor(spun, forVerifierHash), iv, k.sum(input))), b64(encryptChain(k.keyFor(spun, forKey), iv, key)))
	l.info = append([]byte{4, 0, 4, 0, 0x40, 0, 0, 0}, bytes.Replace([]byte(info), []byte(l.infoFrom), []byte(l.infoTo), 1)...)
}

func (p *params) attributes() string {
	return fmt.Sprintf(`saltSize="%d" blockSize="%d" keyBits="%d" hashSize="%d" cipherAlgorithm="%s" cipherChaining="%s" hashAlgorithm="%s" saltValue="%s"`,
		len(p.Salt), p.BlockSize, p.KeyBits, p.HashSize, p.Cipher, p.Chaining, p.Hash, base64.StdEncoding.EncodeToString(p.Salt))
}

// open is what the program does with l.
func (l *locked) open(password string) ([]byte, error) {
	s, err := readScheme(l.info)
	if err != nil {
		return nil, err
	}
	return (&Lock{s, l.stream}).Package(password)
}

// contain puts info and stream, both of 4096 bytes at least, into a compound
// file of one FAT sector.
func contain(info, stream []byte) []byte {
	le := binary.LittleEndian
	const free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
	file := make([]byte, 512*3) // header, FAT, directory
	copy(file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for at, v := range map[int]uint16{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		le.PutUint16(file[at:], v)
	}
	for at, v := range map[int]uint32{44: 1, 48: 1, 56: 4096, 60: end, 68: end} {
		le.PutUint32(file[at:], v)
	}
	for at := 80; at < 1024; at += 4 { // no more FAT sectors; all sectors free
		le.PutUint32(file[at:], free)
	}
	le.PutUint32(file[512:], fat)
	le.PutUint32(file[516:], end)
	entry := func(i int, name string, kind byte, child, right, start uint32, size int) {
		e := file[1024+128*i:]
		for j, u := range utf16.Encode([]rune(name)) {
			le.PutUint16(e[2*j:], u)
		}
		e[64], e[66] = byte(2*len(name)+2), kind
		for at, v := range map[int]uint32{68: free, 72: right, 76: child, 116: start, 120: uint32(size)} {
			le.PutUint32(e[at:], v)
		}
	}
	entry(0, "Root Entry", 5, 1, free, end, 0)
	next := uint32(2)
	for i, data := range [][]byte{info, stream} {
		entry(i+1, []string{"EncryptionInfo", "EncryptedPackage"}[i], 2, free, []uint32{2, free}[i], next, len(data))
		file = append(file, data...)
		file = append(file, make([]byte, (512-len(data)%512)%512)...)
		for count := (len(data) + 511) / 512; count > 0; count-- {
			next++
			le.PutUint32(file[512+4*(next-1):], next)
		}
		le.PutUint32(file[512+4*(next-1):], end)
	}
	return file
}
