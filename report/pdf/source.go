package pdf

import "bytes"

const (
	producerTag = "<pdf:Producer>" + maker + "</pdf:Producer>"
	sourceOpen  = "<xmpMM:DocumentID>"
	sourceClose = "</xmpMM:DocumentID>"
	sourceForm  = "urn:uuid:00000000-0000-0000-0000-000000000000"
)

// SourceID reads back from a PDF's bytes which ledger it was made from, as
// notice.Meta.SourceID gives it. ok is false if Write did not make the file, or
// if something was appended since, as a signature is.
func SourceID(data []byte) (id string, ok bool) {
	const eof = "%%EOF\n"
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(data, []byte(eof)) || bytes.Count(data, []byte("\nstartxref\n")) != 1 {
		return "", false
	}
	_, rest, found := bytes.Cut(data, []byte(producerTag+"\n"+sourceOpen))
	value, _, closed := bytes.Cut(rest, []byte(sourceClose))
	if !found || !closed || !isSourceID(value) {
		return "", false
	}
	return string(value), true
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
