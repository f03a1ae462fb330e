package annotate

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxText is the characters a cell may hold.
const maxText = 32_767

// escape makes s the text or an attribute value of XML. What no cell may hold, or
// what does not show, is named instead: the sheet is read again by us.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n':
			b.WriteString("&#10;")
		case r == '_' && isEscape(s[i:]):
			b.WriteString("_x005F_")
		case r == '\t':
			b.WriteByte(' ')
		case isUnseen(r):
			fmt.Fprintf(&b, "(U+%04X)", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// exactly makes s the text or an attribute value of XML, for what others wrote.
func exactly(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;").Replace(s)
}

// isEscape reports whether s begins with what Excel takes for a character of that
// number: _x0041_.
func isEscape(s string) bool {
	return len(s) >= 7 && s[1] == 'x' && s[6] == '_' && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}

// isUnseen reports whether r is a control, takes no room, turns the direction of
// the text, or is no character.
func isUnseen(r rune) bool {
	switch {
	case r < ' ' || r >= 0x7F && r < 0xA0, r == 0xAD, r == 0xFEFF, r == utf8.RuneError:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return r&0xFFFE == 0xFFFE
}

// shown is a sheet's name as readers have it in the places of problems: they leave
// out what does not show.
func shown(name string) string {
	return strings.Map(func(r rune) rune {
		if isUnseen(r) {
			return -1
		}
		return r
	}, name)
}

// cutText bounds s to n characters, as Excel counts them in UTF-16, and says with …
// that there is more.
func cutText(s string, n int) string {
	units, keep := 0, 0
	for i, r := range s {
		if units < n {
			keep = i // what stands before leaves room for the …
		}
		units++
		if r > 0xFFFF {
			units++
		}
	}
	if units <= n {
		return s
	}
	return s[:keep] + "…"
}
