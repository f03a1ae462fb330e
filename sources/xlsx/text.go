package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"tongbao/sources/grid"
)

// A text is the string of one cell or shared by many.
type text struct {
	raw, shown string // as stored; line ends as "\n", refused and zero-width characters dropped
	refused    rune   // the first character no notice may hold, 0 if none
	dropped    rune   // the first zero-width character, 0 if none
	runs       runs
	units      int64 // length, once it was counted
}

// runs says how the runs of a rich text are struck out; blank ones do not count.
type runs struct{ struck, plain, inherit bool }

// strikes reports whether the whole text is struck out, or only a part of it,
// in a cell whose font is struck out or not.
func (r runs) strikes(font bool) (whole, part bool) {
	if r == (runs{}) {
		return font, false
	}
	struck, plain := r.struck || (r.inherit && font), r.plain || (r.inherit && !font)
	return struck && !plain, struck && plain
}

// newText makes a text of the characters of a t, v or run of r elements.
func newText(s string, r runs) text {
	t := text{raw: s, runs: r}
	if strings.Contains(s, "_x") {
		t.raw, t.refused = unescape(s)
	}
	t.shown = strings.ReplaceAll(lineEnds(t.raw), "\u2028", "\n")
	if t.refused != 0 { // half a character
		t.shown = strings.ReplaceAll(t.shown, string(utf8.RuneError), "")
	}
	if plain(t.shown) {
		return t
	}
	t.shown = strings.Map(func(r rune) rune {
		switch {
		case grid.IsZeroWidth(r):
			if t.dropped == 0 {
				t.dropped = r
			}
			return -1
		case isRefused(r):
			if t.refused == 0 {
				t.refused = r
			}
			if t.refused == 0 {
				t.refused = nul
			}
			return -1
		}
		return r
	}, t.shown)
	return t
}

// nul stands for U+0000 where 0 means none.
const nul = -1

// plain reports whether s has neither refused nor zero-width characters.
func plain(s string) bool {
	for _, r := range s {
		if (r < 0x20 && r != '\n' && r != '\t') || (r >= 0x7F && r <= 0xAD) || (r >= 0x200B && r <= 0x2069) || r >= 0xFEFF {
			if grid.IsZeroWidth(r) || isRefused(r) {
				return false
			}
		}
	}
	return true
}

// isRefused reports whether r is a C0 or C1 control but for line end and tab, a
// bidi control, or no character.
func isRefused(r rune) bool {
	return (r < 0x20 && r != '\n' && r != '\t') || (r >= 0x7F && r <= 0x9F) ||
		(r >= 0x202A && r <= 0x202E) || (r >= 0x2066 && r <= 0x2069) || r == 0xFFFE || r == 0xFFFF
}

// unescape resolves _xHHHH_, by which a workbook writes characters XML forbids,
// and _x005F_ for a _ that begins no escape (ECMA-376 part 1, 22.9.2.19). A
// surrogate without its other half is returned as lone.
func unescape(s string) (out string, lone rune) {
	var b strings.Builder
	for s != "" {
		i := strings.Index(s, "_x")
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		r, n := escape(s)
		if n == 0 {
			b.WriteString("_x")
			s = s[2:]
			continue
		}
		if utf16.IsSurrogate(r) {
			low, m := escape(s[n:])
			if pair := utf16.DecodeRune(r, low); m > 0 && pair != utf8.RuneError {
				r, n = pair, n+m
			} else if lone == 0 {
				lone = r
			}
		}
		b.WriteRune(r)
		s = s[n:]
	}
	b.WriteString(s)
	return b.String(), lone
}

// escape reads the _xHHHH_ that s begins with; n is its length, 0 if it is none.
func escape(s string) (r rune, n int) {
	if len(s) < 7 || s[:2] != "_x" || s[6] != '_' {
		return 0, 0
	}
	v, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil {
		return 0, 0
	}
	return rune(v), 7
}

// length is how many characters t has as Excel counts them: UTF-16 units. It is
// counted once, however many cells share the text.
func (t *text) length() int64 {
	if t.units == 0 {
		for _, r := range t.raw {
			t.units += int64(utf16.RuneLen(r))
		}
	}
	return t.units
}
