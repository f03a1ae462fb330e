package safefile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is the bytes a name may have before its ending; file systems stop at 255.
const maxName = 200

// Name turns a title into a file name that Windows, Linux and archives take: no
// characters they reserve, no device name, no blank or dot at the end, 200
// bytes at most. It is never empty.
func Name(title string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || strings.ContainsRune(`<>:"/\|?*`, r) {
			return -1
		}
		return r
	}, title)
	for len(name) > maxName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	name = strings.TrimLeft(strings.TrimRight(name, ". "), " .")
	stem, _, _ := strings.Cut(name, ".")
	if name == "" || isDevice(stem) {
		name = "通报" + name
	}
	return name
}

// isDevice reports whether Windows keeps a name for itself, with any ending.
func isDevice(stem string) bool {
	stem = strings.ToUpper(strings.TrimSpace(stem))
	if n := len(stem); n == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) {
		return stem[3] >= '1' && stem[3] <= '9'
	}
	return slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, stem)
}
