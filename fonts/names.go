package fonts

import (
	"strings"
	"unicode/utf16"
)

// Names are the words of the name table that are used.
type names struct {
	postScript, english, chinese, version string
}

// Platforms, languages and name ids of the name table.
const (
	platformMac     = 1
	platformWindows = 3

	langEnglish = 0x409 // United States
	langChinese = 0x804 // People's Republic of China

	nameFamily     = 1
	nameVersion    = 5
	namePostScript = 6
)

// readNames reads the names that Windows uses. Only the PostScript name must be
// there; Macintosh's own copy of it, which comes first, will do.
func readNames(t table) (names, error) {
	if len(t) < 6 {
		return names{}, damaged("name", "is missing or cut short")
	}
	n := t.u16(2)
	store, ok := t.from(uint32(t.u16(4)))
	if !ok || len(t) < 6+12*n {
		return names{}, damaged("name", "list of names is cut short")
	}
	out := names{}
	for i := range n {
		record := t[6+12*i:][:12]
		size, at := record.u16(8), record.u16(10)
		if at+size > len(store) {
			return names{}, damaged("name", "name %d lies outside it", i)
		}
		out.take(record.u16(0), record.u16(4), record.u16(6), store[at:][:size])
	}
	if out.postScript == "" {
		return names{}, damaged("name", "has no PostScript name")
	}
	return out, nil
}

// take puts one record where it belongs.
func (n *names) take(platform, lang, id int, text table) {
	switch {
	case platform == platformMac && id == namePostScript:
		n.postScript = pdfName(string(text))
	case platform != platformWindows:
	case id == namePostScript && lang == langEnglish:
		n.postScript = pdfName(utf16BE(text))
	case id == nameVersion && lang == langEnglish:
		n.version = utf16BE(text)
	case id == nameFamily && lang == langEnglish:
		n.english = utf16BE(text)
	case id == nameFamily && lang == langChinese:
		n.chinese = utf16BE(text)
	}
}

// utf16BE decodes text; half a character at the end is dropped.
func utf16BE(text table) string {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = uint16(text.u16(2 * i))
	}
	return string(utf16.Decode(units))
}

// pdfName keeps what a PostScript name may hold.
func pdfName(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%", r) {
			return -1
		}
		return r
	}, s)
}
