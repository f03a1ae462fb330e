package xlsx

import (
	"math"
	"strconv"
	"strings"
)

// showNumber is v as the cell shows it. What the code asks beyond digits,
// thousands, percent and literals (fractions, exponents, conditions) is shown as
// General shows it: never fewer digits than are stored.
func (f *format) showNumber(v float64) string {
	if f == nil {
		return general(v)
	}
	s, sign := f.pick(v)
	if s.general || s.date || s.clock {
		return general(v)
	}
	prefix, digits, suffix, ok := s.split()
	if !ok {
		return general(v)
	}
	shown := digits.show(math.Abs(v))
	if digits.general || shown == "" {
		shown = general(math.Abs(v))
	}
	if strings.Trim(shown, "0.,") == "" {
		sign = ""
	}
	return sign + prefix + shown + suffix
}

// pick returns the section for v, and the sign that section leaves to us.
func (f *format) pick(v float64) (section, string) {
	switch {
	case v < 0 && len(f.sections) > 1:
		return f.sections[1], ""
	case v == 0 && len(f.sections) > 2:
		return f.sections[2], ""
	case v < 0:
		return f.sections[0], "-"
	}
	return f.sections[0], ""
}

// A digits is the numeric middle of a section.
type digits struct {
	whole, least, most int // digits: at least before the point; after it
	thousands, general bool
	percent            int
}

// maxDigits bounds the placeholders on one side of the point; Excel shows thirty.
const maxDigits = 30

// split parts a section into what stands before, in and after its digits; ok is
// false if literals stand among them, there are none, or beyond reason.
func (s section) split() (prefix string, d digits, suffix string, ok bool) {
	point, last := false, byte(0)
	var before, after strings.Builder
	for _, p := range s.pieces {
		switch p.code {
		case 0, '%':
			if p.code == '%' {
				d.percent++
			}
			if ok {
				after.WriteString(p.text)
			} else {
				before.WriteString(p.text)
			}
			continue
		case '.':
			point = true
		}
		if after.Len() > 0 || (ok && d.general) {
			return "", d, "", false
		}
		ok, last = true, p.code
		d.add(p.code, point)
	}
	ok = ok && last != ',' // 0, shows thousands
	return before.String(), d, after.String(), ok && d.percent <= 2 && max(d.whole, d.most) <= maxDigits
}

// add counts one placeholder.
func (d *digits) add(code byte, point bool) {
	switch {
	case code == 'G':
		d.general = true
	case code == ',':
		d.thousands = true
	case code == '0' && !point:
		d.whole++
	case code == '0':
		d.most++
		d.least = d.most
	case code == '#' && point:
		d.most++
	}
}

// show is v, not negative, in these digits. It rounds the decimal that is
// written, as Excel does, not the binary value just below it.
func (d digits) show(v float64) string {
	for range d.percent {
		v *= 100
	}
	whole, decimals, _ := strings.Cut(strconv.FormatFloat(math.Nextafter(v, math.Inf(1)), 'f', d.most, 64), ".")
	for len(decimals) > d.least && strings.HasSuffix(decimals, "0") {
		decimals = decimals[:len(decimals)-1]
	}
	if whole == "0" {
		whole = ""
	}
	if short := d.whole - len(whole); short > 0 {
		whole = strings.Repeat("0", short) + whole
	}
	if d.thousands {
		whole = grouped(whole)
	}
	if decimals == "" {
		return whole
	}
	return whole + "." + decimals
}

// grouped sets a comma before every third digit from the end.
func grouped(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// general is v as a cell without a format shows it, but with every digit Excel
// keeps: fifteen. 20230301 stays so, 0.1+0.2 is 0.3.
func general(v float64) string {
	kept, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if a := max(kept, -kept); a != 0 && (a >= 1e21 || a < 1e-9) {
		return strconv.FormatFloat(kept, 'E', -1, 64)
	}
	if kept == 0 {
		return "0" // never -0
	}
	return strconv.FormatFloat(kept, 'f', -1, 64)
}
