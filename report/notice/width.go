package notice

import (
	"strings"
	"unicode"
)

// narrow turns full-width digits and Latin letters into half width, and the point
// of a number with them: ２０２５年, Ａ级, ３．５%.
func narrow(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return isFullWidth(r) || r == '．' }) < 0 {
		return s
	}
	r := []rune(s)
	for i, c := range r {
		if isFullWidth(c) {
			r[i] = c - '０' + '0'
		}
	}
	for i := 1; i+1 < len(r); i++ {
		if r[i] == '．' && isDigit(r[i-1]) && isDigit(r[i+1]) {
			r[i] = '.'
		}
	}
	return string(r)
}

func isFullWidth(r rune) bool {
	return '０' <= r && r <= '９' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ'
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// widenStops turns a half-width full stop that ends a Chinese sentence into 。:
// 每月一次. and 反馈了意见.现将. The point of a number, a typed number (一.加强),
// a row of points, a file's ending and an address keep theirs.
func widenStops(r []rune) {
	for i, c := range r {
		if c == '.' && endsSentence(r, i) && startsSentence(r, i) && !inName(r, i) && !inAddress(r[:i]) {
			r[i] = '。'
		}
	}
}

// endsSentence reports whether a sentence may end before the stop at i.
func endsSentence(r []rune, i int) bool {
	before, _ := around(r, i)
	switch {
	case before == '）':
		return i >= 2 && !isNumeral(r[i-2])
	case strings.ContainsRune("”’》〉%％", before):
		return true
	case !isHan(before):
		return false
	}
	k := i - 1
	for k >= 0 && (isNumeral(r[k]) || unicode.IsSpace(r[k])) {
		k--
	}
	return k == i-1 || k >= 0 && isHan(r[k]) // not a typed number alone: 一. and ；二.
}

// startsSentence reports whether a sentence may begin, or a quotation end, after
// the stop at i.
func startsSentence(r []rune, i int) bool {
	_, after := around(r, i)
	return after == 0 && i > 0 || isHan(after) || after != 0 && strings.ContainsRune("“”‘’《》（）〈〉", after)
}

// isNumeral reports whether r is a digit or one of Chinese numerals.
func isNumeral(r rune) bool {
	return isDigit(r) || strings.ContainsRune("〇零一二三四五六七八九十百", r)
}

// inName reports whether the point at i may part a foreign or minority name, which
// many type for ·: 买买提.吐尔逊. A name parted by 。 is worse than a stop left.
func inName(r []rune, i int) bool {
	const sounds = "阿艾买麦吐尔提逊古丽娜汗江依迪热孜帕巴拜库克拉卡哈斯特玛亚萨姆罗约翰"
	before, after := around(r, i)
	return strings.ContainsRune(sounds, before) && strings.ContainsRune(sounds, after)
}

// inAddress reports whether before ends within an address: http://示例.
func inAddress(before []rune) bool {
	from := len(before)
	for from > 0 && !unicode.IsSpace(before[from-1]) && (isHan(before[from-1]) || !isWide(before[from-1])) {
		from--
	}
	s := string(before[from:])
	return strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@")
}
