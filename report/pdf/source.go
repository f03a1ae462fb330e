package pdf

import (
	"bytes"
	"crypto/sha256"
)

const (
	producerTag = "<pdf:Producer>" + maker + "</pdf:Producer>"
	sourceOpen  = "<xmpMM:DocumentID>"
	sourceClose = "</xmpMM:DocumentID>"
	sourceForm  = "urn:uuid:00000000-0000-0000-0000-000000000000"
)

// SourceID reads back from a PDF's bytes which ledger it was made from, as
// notice.Meta.SourceID gives it. ok is false if Write did not make the file, or
// if any byte of it was changed, added or lost since: another program saved it,
// or a signature was appended.
func SourceID(data []byte) (id string, ok bool) {
	_, rest, found := bytes.Cut(data, []byte(producerTag+"\n"+sourceOpen))
	value, _, closed := bytes.Cut(rest, []byte(sourceClose))
	if !found || !closed || !isSourceID(value) || !untouched(data) {
		return "", false
	}
	return string(value), true
}

// untouched reports whether the file's identifiers are those that its other
// bytes give.
func untouched(data []byte) bool {
	at := bytes.LastIndex(data, []byte(idOpen)) + len(idOpen)
	if at < len(idOpen) {
		return false
	}
	sum := sha256.New()
	sum.Write(data[:at])
	end := min(at+len("><")+4*16, len(data)) // two numbers of 16 bytes, in hexadecimal
	return string(data[at:end]) == fileID(sum, data[end:])
}

// isSourceID reports whether value has the shape of sourceForm.
func isSourceID(value []byte) bool {
	const uuid = len("urn:uuid:")
	if len(value) != len(sourceForm) || string(value[:uuid]) != sourceForm[:uuid] {
		return false
	}
	for i := uuid; i < len(value); i++ {
		c := value[i]
		hex := c >= '0' && c <= '9' || c >= 'a' && c <= 'f'
		if sourceForm[i] == '-' && c != '-' || sourceForm[i] == '0' && !hex {
			return false
		}
	}
	return true
}
