package fonts

import (
	"slices"
	"strings"
)

// Names are the words of the name table that are used.
type names struct {
	postScript, english, chinese, version, licence string

	// all is every family, full and PostScript name, in any language and
	// encoding: what an office may know the font by.
	all []string
}

// Platforms, languages and name ids of the name table.
const (
	platformMac     = 1
	platformWindows = 3

	langEnglish = 0x409 // United States
	langChinese = 0x804 // People's Republic of China

	nameFamily     = 1 // Windows' own: of one weight and its bold
	nameFull       = 4
	nameVersion    = 5
	namePostScript = 6
	nameLicence    = 13
)

// mostName is the longest name that is kept, in bytes: a hostile font may say
// 64 KiB a thousand times.
const mostName = 1 << 10

// readNames reads the names that Windows uses; Macintosh's, which come first,
// stand in for those that are missing. A name that lies outside the table is
// passed over: real fonts have them.
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
		if size <= mostName && at+size <= len(store) {
			out.take(record.u16(0), record.u16(2), record.u16(4), record.u16(6), store[at:][:size])
		}
	}
	if out.postScript == "" {
		out.postScript = pdfName(out.english)
	}
	if out.postScript == "" {
		return names{}, damaged("name", "has no PostScript name")
	}
	return out, nil
}

// take puts one record where it belongs.
func (n *names) take(platform, encoding, lang, id int, raw table) {
	switch id {
	case nameFamily, nameFull, nameVersion, namePostScript, nameLicence:
	default:
		return
	}
	text := nameText(platform, encoding, raw)
	if id != nameVersion && id != nameLicence && text != "" && !slices.Contains(n.all, text) && len(n.all) < mostFaces {
		n.all = append(n.all, text)
	}
	windows := platform == platformWindows
	switch {
	case !windows && platform != platformMac:
	case id == namePostScript && (lang == langEnglish || !windows || n.postScript == ""):
		n.postScript = pdfName(text)
	case id == nameVersion && (lang == langEnglish || n.version == ""):
		n.version = text
	case id == nameLicence && (lang == langEnglish || n.licence == ""):
		n.licence = text
	case id == nameFamily && windows && lang == langChinese:
		n.chinese = text
	case id == nameFamily && (lang == langEnglish || n.english == ""):
		n.english = text
	}
}

// pdfName keeps what a PostScript name may hold, at most 63 characters of it.
func pdfName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#", r) {
			return -1
		}
		return r
	}, s)
	return s[:min(len(s), 63)]
}
