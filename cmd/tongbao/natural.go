package main

import (
	"cmp"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"tongbao/sources/ledger"
)

// compareNames orders file names as people count: 支部2 before 支部10, 一 before 二
// before 十一; all else by code point. Names that count the same are in code point
// order, so that no two are equal.
func compareNames(a, b string) int {
	x, y := nameParts(a), nameParts(b)
	for i := range min(len(x), len(y)) {
		if c := x[i].compare(y[i]); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// A namePart is a number in a name, without leading zeros, or another character.
type namePart struct {
	number string
	other  rune
}

func (p namePart) compare(q namePart) int {
	if p.number != "" && q.number != "" {
		return cmp.Or(cmp.Compare(len(p.number), len(q.number)), strings.Compare(p.number, q.number))
	}
	return cmp.Compare(p.rank(), q.rank())
}

// rank puts every number where digits stand.
func (p namePart) rank() rune {
	if p.number != "" {
		return '0'
	}
	return p.other
}

// nameParts takes the base name of a file apart.
func nameParts(path string) []namePart {
	var out []namePart
	runes := []rune(ledger.HalfWidth(filepath.Base(path)))
	for i := 0; i < len(runes); {
		end := runOf(runes, i, func(r rune) bool { return r >= '0' && r <= '9' })
		if end > i {
			digits := strings.TrimLeft(string(runes[i:end]), "0")
			out = append(out, namePart{number: cmp.Or(digits, "0")})
			i = end
			continue
		}
		end = runOf(runes, i, func(r rune) bool { return strings.ContainsRune("零〇一二三四五六七八九十百", r) })
		if n, ok := ledger.ReadHan(string(runes[i:end])); ok && end > i {
			out = append(out, namePart{number: strconv.Itoa(n)})
			i = end
			continue
		}
		out = append(out, namePart{other: unicode.ToLower(runes[i])})
		i++
	}
	return out
}

// runOf is the end of the characters from i on that is says yes to.
func runOf(runes []rune, i int, is func(rune) bool) int {
	for i < len(runes) && is(runes[i]) {
		i++
	}
	return i
}
