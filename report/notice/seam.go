package notice

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// A seam is a place where two lines of a cell are joined with no mark between.
type seam struct {
	before, after string
	item          bool // after begins with a number: it is not a line broken for its looks
}

// seams finds where joining the lines of s leaves no mark between them. So do the
// blanks before a further item in one line, 三是培训  四是, unless they stay. What is
// parted inside brackets or quotes is one piece.
func seams(s string, blanksStay bool) (out []seam) {
	if !blanksStay && mayHaveGap(s) {
		s = gap.ReplaceAllString(s, "\n$1")
	}
	if !strings.ContainsAny(s, "\r\n") {
		return nil
	}
	depth, last := 0, ""
	for _, line := range (ledger.Cell{Text: strings.ReplaceAll(s, "\r", "\n")}).Lines() {
		if last != "" && depth == 0 && unmarked(last, line) {
			out = append(out, seam{last, line, item.MatchString(line)})
		}
		depth = max(0, depth+nesting(line))
		last = line
	}
	return out
}

// An item is what an item of a list begins with; a gap parts it from the one before.
var (
	item = regexp.MustCompile(`^` + itemNumber)
	gap  = regexp.MustCompile(`(?:[\t\p{Z}]{2,}|\x{3000})(` + itemNumber + `)`)
)

// mayHaveGap keeps the expression from the many cells that have no blanks in a row.
func mayHaveGap(s string) bool {
	blank := false
	for _, r := range s {
		if r == '\u3000' {
			return true
		}
		now := r == '\t' || r < 0x4e00 && unicode.Is(unicode.Z, r)
		if now && blank {
			return true
		}
		blank = now
	}
	return false
}

const itemNumber = `(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d０-９]+[）)]|[\d０-９]+[、.．）)]|[①-⑳])`

const (
	opening = "“‘（《〈【〔「("
	closing = "”’）》〉】〕」)"
	marks   = "。；！？：，、…—．.;:!?,"
)

// nesting is how many brackets and quotes line leaves open.
func nesting(line string) (n int) {
	for _, r := range line {
		switch {
		case r >= 0x4e00 && r <= 0x9fff: // nearly all are Hanzi
		case strings.ContainsRune(opening, r):
			n++
		case strings.ContainsRune(closing, r):
			n--
		}
	}
	return n
}

// unmarked reports whether last and next, joined, have no mark between them. Western
// words get a blank.
func unmarked(last, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	end, size := utf8.DecodeLastRuneInString(last)
	if isWestern(end) && isWestern(first) || strings.ContainsRune(marks+closing, first) {
		return false
	}
	for len(last) > size && strings.ContainsRune(closing+"\"", end) {
		last = last[:len(last)-size]
		end, size = utf8.DecodeLastRuneInString(last)
	}
	return !strings.ContainsRune(marks, end)
}

// seams warns of the seams in c, once for each cell. In a short heading a line that
// begins with no number was broken for its looks.
func (b *builder) seams(c ledger.Cell, heading bool) {
	var found []seam
	for _, s := range seams(c.Text, b.inAnnex) {
		if s.item || !heading {
			found = append(found, s)
		}
	}
	if len(found) == 0 || b.seamed[c.Pos] {
		return
	}
	if b.seamed == nil {
		b.seamed = map[problem.Pos]bool{}
	}
	b.seamed[c.Pos] = true
	message := "换行、空格的前面没有标点，通报里会连成“" + found[0].excerpt() + "”"
	if len(found) > 1 {
		message = fmt.Sprintf("有 %d 处", len(found)) + strings.Replace(message, "会连成", "会连在一起，第一处是", 1)
	}
	b.problems = append(b.problems, unmarkedSeam.At(c.Pos, message, "在行末补上；或。；本来是一句话的，把格里的换行去掉"))
}

// excerpt is the seam as it is printed: …制定计划2、开展学….
func (s seam) excerpt() string {
	const n = 6
	before, after := []rune(s.before), []rune(s.after)
	out := string(before)
	if len(before) > n {
		out = "…" + string(before[len(before)-n:])
	}
	if len(after) > n {
		return out + string(after[:n]) + "…"
	}
	return out + string(after)
}
