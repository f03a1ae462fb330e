package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tongbao/report/gb9704"
)

// TestBestLines weighs every way to part paragraphs, also those with lines short
// of more than its window, and wants none cheaper.
func TestBestLines(t *testing.T) {
	w, set := writer{state: 7}, newSetter(standard())
	for n := range 800 {
		words := w.paragraph()
		words = string([]rune(words)[:min(40+n%80, utf8.RuneCountInString(words))])
		cells := Unit(14 + n%15)
		b := breaker{cs: set.shape(bodySpans(words)), m: measure{(cells - 2) * gb9704.Cell, cells * gb9704.Cell}}
		b.best()
		got := b.ways[len(b.cs)].price
		if want := b.cheapest(0, map[int]price{}); got > want {
			t.Errorf("%d cells, %s: %d, but %d is possible", cells, broken(t, words, int(cells-2), int(cells)), got, want)
		}
	}
}

// cheapest is the price of the cheapest way on from start.
func (b *breaker) cheapest(start int, known map[int]price) price {
	if start == len(b.cs) {
		return 0
	}
	if p, ok := known[start]; ok {
		return p
	}
	least := price(forbidden)
	full := 0
	for end := start + 1; end <= len(b.cs) && b.natural(start, end)-b.cut(start, end) <= b.m.of(start); end++ {
		if full == 0 && b.natural(start, end) > b.m.of(start) {
			full = end - 1
		}
		if b.sums[end].part < forbidden {
			least = min(least, b.price(start, end, full)+b.cheapest(end, known))
		}
	}
	known[start] = least
	return least
}

// TestAloneUnavoidable has a second breaker, which knows the rules from words
// alone and tries every way to part a paragraph. Where one has no last line of a
// single character and no gap wider than an eighth, the product has none either.
func TestAloneUnavoidable(t *testing.T) {
	w, set := writer{state: 3}, newSetter(standard())
	alone := 0
	for n := range 3000 {
		words := string([]rune(w.paragraph())[:16+n%5])
		cells := 8 + n%6
		lines := strings.Split(broken(t, words, cells-2, cells), "|")
		if len(lines) < 2 || !aloneAtEnd(lines[len(lines)-1]) {
			continue
		}
		alone++
		s := slow{words, set.shape(bodySpans(words)), measure{Unit(cells-2) * gb9704.Cell, Unit(cells) * gb9704.Cell}}
		if way := s.way(0, 0); way != "" {
			t.Errorf("%d cells: %s could be %s", cells, strings.Join(lines, "|"), way)
		}
	}
	t.Logf("%d of 3000 end with a single character, none of which could be avoided", alone)
}

// A slow breaker tries everything.
type slow struct {
	words string
	cs    []char
	m     measure
}

// way returns words from char i, byte at, on in lines that are all tolerable and
// of which the last is not alone, or "" if there is no such way.
func (s slow) way(i, at int) string {
	end := at
	for j := i; j < len(s.cs); j++ {
		end += len(s.cs[j].text)
		line := s.words[at:end]
		if last := j+1 == len(s.cs); !s.tolerable(i, j+1, last) || s.wrong(line, end) {
			continue
		} else if last {
			if i == 0 || !aloneAtEnd(line) {
				return line
			}
		} else if rest := s.way(j+1, end); rest != "" {
			return line + "|" + rest
		}
	}
	return ""
}

func (s slow) wrong(line string, end int) bool {
	kinds, _ := tornWords(s.words, end)
	return len(kinds) > 0 || badFoot(line) || end < len(s.words) && badHead(s.words[end:])
}

// tolerable reports whether chars [i, j) can be brought to their width by half
// of each mark or by an eighth of a character in each gap between full ones.
func (s slow) tolerable(i, j int, last bool) bool {
	var width, marks, gaps Unit
	for k := i; k < j; k++ {
		width += s.cs[k].width
		if k > i && strings.ContainsAny(s.cs[k].text, opened+closing) {
			marks += s.cs[k].width / 2
		}
		if k > i && s.cs[k].width == gb9704.Cell {
			gaps++
		}
	}
	short := s.m.of(i) - width
	return short >= -marks && (last || short <= gaps*gb9704.Cell/8)
}
