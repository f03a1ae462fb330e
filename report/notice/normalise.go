package notice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tongbao/sources/ledger"
)

// A normaliser is the one step between reader and tree that changes text. Raw
// text stays in the ledger; each change is kept. With raw set it only makes one
// line of a text, because a paragraph has no line ends.
type normaliser struct {
	raw     bool
	inAnnex bool // blanks within a text part what is written there, as 名　职务: they stay
	changes []ledger.Change
}

// text returns the words of c as the notice prints them.
func (n *normaliser) text(c ledger.Cell) Text { return Text{S: n.words(c, c.Text), Src: c.Pos} }

// becomes is t with the words s; that they differ is told.
func (n *normaliser) becomes(t Text, s string) Text {
	if s != t.S {
		n.changes = append(n.changes, ledger.Change{Pos: t.Src, Before: t.S, After: s})
	}
	return Text{S: s, Src: t.Src}
}

// words is text for a part of what c says.
func (n *normaliser) words(c ledger.Cell, s string) string {
	var out string
	switch {
	case n.raw:
		out = oneLine(s)
	case n.inAnnex:
		out = normalise(s, evenBlanks)
	default:
		out = Normalise(s)
	}
	return n.becomes(Text{S: s, Src: c.Pos}, out).S
}

// Normalise returns s in one line as a notice prints it: canonical composition
// (NFC), no blanks for layout, digits and Latin letters in half width (GB/T
// 15835-2011, 5.1), and full-width punctuation where the words around it are
// Chinese (GB/T 15834-2011). Numbers, times (8:30), amounts (1,200), addresses
// and Western words keep their marks. Wording never changes.
func Normalise(s string) string { return normalise(s, tightenBlanks) }

// normalise is Normalise with its own way with blanks.
func normalise(s string, blanks func([]rune) []rune) string {
	r := blanks([]rune(composed(oneLine(narrow(s)))))
	if slices.ContainsFunc(r, isHan) {
		for before := []rune(nil); !slices.Equal(before, r); { // a mark made full-width speaks for its neighbours
			before = slices.Clone(r)
			for _, step := range []func([]rune){pairQuotes, widenBrackets, widenMarks, widenStops, innerTitles, rangeDashes} {
				step(r)
			}
		}
	}
	return composed(string(blanks(r))) // a blank may have parted a letter from its accent
}

// composed is s in NFC. Text that only has what NFC never touches, as nearly all
// has, is looked through ten times as fast as norm does.
func composed(s string) string {
	if strings.ContainsFunc(s, mayCompose) {
		return norm.NFC.String(s)
	}
	return s
}

// mayCompose is false for the characters of Chinese text that NFC neither changes
// nor joins with one before them: Latin letters, Hanzi and the usual marks.
func mayCompose(r rune) bool {
	return r >= 0x300 && (r < 0x4e00 || r > 0x9fff) && (r < 0x2010 || r > 0x2027) && (r < 0x3001 || r > 0x3029) && (r < 0xff01 || r > 0xff5e)
}

// oneLine joins lines; only between two Western words does a blank part them.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return ledger.Trim(s)
	}
	var b strings.Builder
	var last rune
	for _, line := range (ledger.Cell{Text: strings.ReplaceAll(s, "\r", "\n")}).Lines() {
		first, _ := utf8.DecodeRuneInString(line)
		if b.Len() > 0 && isWestern(last) && isWestern(first) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
		last, _ = utf8.DecodeLastRuneInString(line)
	}
	return b.String()
}

// isHan asks the table only for what is not plain ASCII or the common Hanzi.
func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x2e80 && unicode.Is(unicode.Han, r)
}

// isWide reports whether r is a Han character or a full-width mark.
func isWide(r rune) bool {
	return isHan(r) || r >= 0x3001 && r <= 0x303f || r >= 0xff01 && r <= 0xff65
}

// isChinese reports whether r makes its neighbourhood Chinese. In a text with
// Han characters the marks that Western text shares count as well.
func isChinese(r rune) bool { return isWide(r) || strings.ContainsRune("“”‘’—…·", r) }

func isWestern(r rune) bool { return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// around returns the runes before and after i, past a blank; 0 at the text's ends.
func around(r []rune, i int) (before, after rune) { return near(r, i, -1), near(r, i, 1) }

func near(r []rune, i, step int) rune {
	for k := i + step; 0 <= k && k < len(r) && k != i+3*step; k += step {
		if !unicode.IsSpace(r[k]) {
			return r[k]
		}
	}
	return 0
}

// pairQuotes turns straight quotes into “ ” in turn, if they come in pairs.
func pairQuotes(r []rune) {
	n := 0
	for _, c := range r {
		if c == '"' {
			n++
		}
	}
	if n%2 != 0 {
		return
	}
	open := true
	for i, c := range r {
		if c == '"' {
			r[i] = '”'
			if open {
				r[i] = '“'
			}
			open = !open
		}
	}
}

// widenBrackets makes a pair of brackets full-width if what they hold or stand
// beside is Chinese; both of a pair are alike in the end.
func widenBrackets(r []rune) {
	var open []int
	for i, c := range r {
		switch c {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if len(open) == 0 {
				continue
			}
			o := open[len(open)-1]
			open = open[:len(open)-1]
			before, _ := around(r, o)
			_, after := around(r, i)
			if c == '）' || r[o] == '（' || isChinese(before) || isChinese(after) || slices.ContainsFunc(r[o+1:i], isChinese) {
				r[o], r[i] = '（', '）'
			}
		}
	}
}

// fullWidth is the Chinese form of the marks that are typed half-width.
var fullWidth = map[rune]rune{',': '，', ';': '；', ':': '：', '?': '？', '!': '！'}

func widenMarks(r []rune) {
	for i := range r {
		widenMark(r, i)
	}
	for i := range slices.Backward(r) { // a run of marks before Chinese: the last is widened first
		widenMark(r, i)
	}
}

func widenMark(r []rune, i int) {
	if r[i] > unicode.MaxASCII { // most are Hanzi
		return
	}
	wide, ok := fullWidth[r[i]]
	if !ok {
		return
	}
	before, after := around(r, i)
	if (isChinese(before) || isChinese(after)) && !(isWestern(before) && isWestern(after)) {
		r[i] = wide
	}
}

// innerTitles turns < > within 《》 into 〈〉 (GB/T 15834-2011, 4.15.3.2).
func innerTitles(r []rune) {
	depth := 0
	for i, c := range r {
		switch {
		case c == '《':
			depth++
		case c == '》':
			depth--
		case depth > 0 && c == '<':
			r[i] = '〈'
		case depth > 0 && c == '>':
			r[i] = '〉'
		}
	}
}

// rangeDashes turns the hyphen of a range of times into 一字线: 2021年-2025年.
func rangeDashes(r []rune) {
	for i := 1; i+1 < len(r); i++ {
		if r[i] == '-' && strings.ContainsRune("年月日", r[i-1]) && unicode.IsDigit(r[i+1]) {
			r[i] = '—'
		}
	}
}

// tightenBlanks removes blanks beside Chinese and leaves one between Western words.
func tightenBlanks(r []rune) []rune {
	out := r[:0]
	for i, c := range r {
		if !unicode.IsSpace(c) {
			out = append(out, c)
			continue
		}
		if i+1 < len(r) && unicode.IsSpace(r[i+1]) {
			continue // the run's last blank decides
		}
		var before, after rune
		if len(out) > 0 {
			before = out[len(out)-1]
		}
		if i+1 < len(r) {
			after = r[i+1]
		}
		if before != 0 && after != 0 && !isWide(before) && !isWide(after) {
			out = append(out, ' ')
		}
	}
	return out
}

// evenBlanks keeps full-width blanks and makes one of each run of others.
func evenBlanks(r []rune) []rune {
	out := r[:0]
	for i, c := range r {
		switch {
		case !unicode.IsSpace(c) || c == '\u3000':
			out = append(out, c)
		case i+1 == len(r) || !unicode.IsSpace(r[i+1]) || r[i+1] == '\u3000':
			out = append(out, ' ')
		}
	}
	return out
}
