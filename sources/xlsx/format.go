package xlsx

import (
	"strings"
	"unicode/utf8"
)

// A format is a number format, taken apart. Excel's Chinese edition is the
// measure of what a cell shows: built-in 14 is 2023/6/8, 31 is 2023年6月8日.
type format struct {
	sections []section
}

// A section is one of up to four parts of a format code.
type section struct {
	pieces  []piece
	date    bool // shows a year, month or day
	clock   bool // shows a time of day
	general bool // not understood, conditional or plain: shown as General does
	chinese bool // [DBNum1]: 二〇二三年六月
}

// A piece is a literal, or a code: y m d e a (weekday) h M (minute) s p (AM/PM)
// of a date, 0 # , . % of a number, G for General. Text is the literal, or the
// code as often as written.
type piece struct {
	code byte // 0 is a literal
	text string
}

// builtin is the format code of a built-in id in the Chinese edition, ECMA-376
// part 1, 18.8.30 with its table for zh-CN. "" is General.
func builtin(id int) string {
	switch id {
	case 1:
		return "0"
	case 2:
		return "0.00"
	case 3, 37, 38:
		return "#,##0"
	case 4, 39, 40:
		return "#,##0.00"
	case 9:
		return "0%"
	case 10:
		return "0.00%"
	case 14:
		return "yyyy/m/d"
	case 15:
		return "d-mmm-yy"
	case 16:
		return "d-mmm"
	case 17:
		return "mmm-yy"
	case 18:
		return "h:mm AM/PM"
	case 19:
		return "h:mm:ss AM/PM"
	case 20:
		return "h:mm"
	case 21:
		return "h:mm:ss"
	case 22:
		return "yyyy/m/d h:mm"
	case 27, 36, 50, 52, 57:
		return `yyyy"年"m"月"`
	case 28, 29, 51, 53, 54, 58:
		return `m"月"d"日"`
	case 30:
		return "m-d-yy"
	case 31:
		return `yyyy"年"m"月"d"日"`
	case 32:
		return `h"时"mm"分"`
	case 33:
		return `h"时"mm"分"ss"秒"`
	case 34, 55:
		return `上午/下午h"时"mm"分"`
	case 35, 56:
		return `上午/下午h"时"mm"分"ss"秒"`
	case 45, 47:
		return "mm:ss"
	case 46:
		return "[h]:mm:ss"
	}
	return ""
}

// maxCode bounds a format code, in bytes; Excel's own bound is 255 characters. One
// code shows a million cells: what is longer is shown as General.
const maxCode = 3 * 255

// maxPieces bounds what one section shows one after another.
const maxPieces = 64

// parseFormat takes a format code apart. It returns nil for General.
func parseFormat(code string) *format {
	if len(code) > maxCode {
		return nil
	}
	if code = newText(code, runs{}).shown; code == "" || lowerASCII(code) == "general" {
		return nil // what a cell may not hold, its format may not show either
	}
	f := &format{}
	for _, s := range splitSections(code) {
		f.sections = append(f.sections, parseSection(s))
	}
	return f
}

// splitSections parts code at every ; outside quotes and brackets.
func splitSections(code string) []string {
	var out []string
	from, quoted, bracket := 0, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case c == ';' && !bracket:
			out = append(out, code[from:i])
			from = i + 1
		}
	}
	return append(out, code[from:])
}

// parseSection reads one section from left to right.
func parseSection(code string) section {
	var s section
	for lower := lowerASCII(code); code != ""; {
		code = s.take(code, lower)
		lower = lower[len(lower)-len(code):]
	}
	s.minutes()
	if len(s.pieces) == 0 || len(s.pieces) > maxPieces {
		s.general = true
	}
	return s
}

// take moves what code begins with into s and returns the rest. Lower is code in
// lower case, as long as code.
func (s *section) take(code, lower string) string {
	for _, word := range []string{"am/pm", "a/p", "上午/下午", "general", "g/通用格式"} {
		if strings.HasPrefix(lower, word) {
			if word == "general" || word == "g/通用格式" {
				s.add('G', "")
			} else {
				s.add('p', code[:len(word)])
			}
			return code[len(word):]
		}
	}
	switch c := lower[0]; c {
	case '"':
		text, rest, _ := strings.Cut(code[1:], `"`)
		s.add(0, text)
		return rest
	case '[':
		in, rest, _ := strings.Cut(code[1:], "]")
		if strings.HasPrefix(lowerASCII(in), "$-f800") { // the system's long date
			*s = parseSection(builtin(31))
			return ""
		}
		s.bracket(in)
		return rest
	case '\\', '_', '*':
		return s.escaped(code)
	case 'y', 'm', 'd', 'h', 's', 'e', 'a':
		return s.run(code, lower)
	case '0', '#', ',', '.', '%', '@', '?':
		s.add(c, code[:1])
		return code[1:]
	}
	_, n := utf8.DecodeRuneInString(code)
	s.add(0, code[:n])
	return code[n:]
}

// run takes a run of one letter.
func (s *section) run(code, lower string) string {
	n := 1
	for n < len(lower) && lower[n] == lower[0] {
		n++
	}
	if c := lower[0]; c != 'a' || n >= 3 {
		if c == 'e' && len(s.pieces) > 0 && strings.ContainsRune("0#", rune(s.pieces[len(s.pieces)-1].code)) {
			s.general = true // 0.00E+00
		}
		s.add(c, code[:n])
	} else {
		s.add(0, code[:n])
	}
	return code[n:]
}

// escaped takes \x (x itself), _x (a blank as wide as x) or *x (x as filling).
func (s *section) escaped(code string) string {
	_, n := utf8.DecodeRuneInString(code[1:])
	if code[0] == '\\' {
		s.add(0, code[1:1+n])
	}
	return code[1+n:]
}

// bracket takes the inside of […]: a colour, a condition, a locale, [h].
func (s *section) bracket(in string) {
	lower := lowerASCII(in)
	switch {
	case lower == "":
	case strings.Trim(lower, "h") == "", strings.Trim(lower, "m") == "", strings.Trim(lower, "s") == "":
		s.general, s.clock = true, true
	case lower == "dbnum1":
		s.chinese = true
	case lower[0] == '$':
		symbol, _, _ := strings.Cut(in[1:], "-")
		s.add(0, symbol)
	case strings.ContainsAny(lower[:1], "<>="):
		s.general = true
	}
}

// add appends a piece and notes what it shows.
func (s *section) add(code byte, text string) {
	if code == 0 && text == "" {
		return
	}
	switch code {
	case 'y', 'd', 'e', 'a', 'm':
		s.date = true
	case 'h', 's', 'p':
		s.clock = true
	case '@', '?':
		s.general = true
	}
	if n := len(s.pieces); code == 0 && n > 0 && s.pieces[n-1].code == 0 {
		s.pieces[n-1].text += text
		return
	}
	s.pieces = append(s.pieces, piece{code, text})
}

// lowerASCII keeps the length of code, so that indexes fit both.
func lowerASCII(code string) string {
	b := []byte(code)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

// minutes finds each m that is a minute: after an hour or before a second.
func (s *section) minutes() {
	var before byte
	for i, p := range s.pieces {
		if p.code == 'm' && len(p.text) <= 2 && (before == 'h' || s.codeAfter(i) == 's') {
			s.pieces[i].code = 'M'
		}
		if p.code != 0 && p.code != 'p' {
			before = s.pieces[i].code
		}
	}
	s.date = false
	for _, p := range s.pieces {
		s.date = s.date || (p.code != 0 && strings.IndexByte("ydeam", p.code) >= 0)
	}
}

// codeAfter is the first code after piece i.
func (s *section) codeAfter(i int) byte {
	for _, p := range s.pieces[i+1:] {
		if p.code != 0 {
			return p.code
		}
	}
	return 0
}

// isDate reports whether numbers of this format are days.
func (f *format) isDate() bool { return f != nil && f.sections[0].date && !f.sections[0].general }

// isClock reports whether numbers of this format are times of day alone.
func (f *format) isClock() bool {
	return f != nil && f.sections[0].clock && !f.sections[0].date && !f.sections[0].general
}
