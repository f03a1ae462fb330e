package layout

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"tongbao/report/gb9704"
)

// qualityParagraphs is how many paragraphs the table is measured over.
const qualityParagraphs = 2400

// TestQuality is the claim of good typography as numbers: a table over many
// paragraphs, measured from the finished lines. What must be 0 is tested as well
// as kept.
func TestQuality(t *testing.T) {
	q, w := quality{set: newSetter(standard())}, writer{state: 1}
	for range qualityParagraphs {
		q.paragraph(t, w.paragraph())
	}
	got := q.table()
	const name = "testdata/quality.txt"
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; UPDATE=1 rewrites it. Got:\n%s", name, got)
	}
}

// A quality is what is counted of the paragraphs set so far.
type quality struct {
	set                           *setter
	paragraphs, characters, lines int
	heads, feet, alone            int
	torn                          map[string]int
	ragged                        int // lines left short, as gaps would be too wide
	longParted                    int // words that had to part, as they leave too much room else
	ended                         int // lines that are not their paragraph's last
	plain, plainOnGrid, onGrid    int // those of full-width characters alone
	room, cut                     spectrum
}

// A spectrum is how many lines have how much of something, and the worst of them.
type spectrum struct {
	counts [7]int
	worst  int
	line   string
}

// The bands of each spectrum, by their upper bounds.
var (
	roomBands = [7]int{0, 10, 25, 50, 125, 250, 1000}
	cutBands  = [7]int{0, 100, 200, 300, 400, 500, 1000}
)

func (s *spectrum) add(bands [7]int, n int, line string) {
	for i, band := range bands {
		if n <= band {
			s.counts[i]++
			break
		}
	}
	if n > s.worst {
		s.worst, s.line = n, line
	}
}

func (q *quality) paragraph(t *testing.T, text string) {
	const width = 28 * gb9704.Cell
	rows := q.set.paragraph(nil, bodySpans(text), 0, 2*gb9704.Cell, width)
	if len(q.set.problems) > 0 {
		t.Fatal(q.set.problems)
	}
	q.paragraphs++
	q.characters += len([]rune(text))
	at := 0
	for i, r := range rows {
		line := printedLine(r)
		at += len(line)
		q.line(t, text, line, at)
		if last := i == len(rows)-1; last {
			q.lastLine(t, rows, line)
		} else {
			q.ended++
			q.measure(line, r)
		}
	}
}

func printedLine(r row) string {
	var b strings.Builder
	for i := range r.runs {
		b.WriteString(printed{&r.runs[i]}.String())
	}
	return b.String()
}

// line counts what is wrong with a line that ends at byte at of text.
func (q *quality) line(t *testing.T, text, line string, at int) {
	q.lines++
	if badHead(line) {
		q.heads++
		t.Errorf("begins with a mark: %s", line)
	}
	if badFoot(line) {
		q.feet++
		t.Errorf("ends with a mark: %s", line)
	}
	kinds, words := tornWords(text, at)
	for i, kind := range kinds {
		if kind == "words" && strings.ContainsAny(text[at-1:at], "-./_=&@?") && len(words[i]) > 18 {
			q.longParted++
			break
		}
		if q.torn == nil {
			q.torn = map[string]int{}
		}
		q.torn[kind]++
		t.Errorf("ends within %s: %s", words[i], line)
	}
}

func (q *quality) lastLine(t *testing.T, rows []row, line string) {
	if len(rows) > 1 && aloneAtEnd(line) {
		q.alone++
		t.Errorf("alone: %s after %s", line, printedLine(rows[len(rows)-2]))
	}
}

// measure measures how a line was brought to its width.
func (q *quality) measure(line string, r row) {
	plain := true
	for _, c := range q.set.shape(bodySpans(strings.TrimRight(line, " 　"))) {
		plain = plain && c.width%gb9704.Cell == 0
	}
	room, cut := q.spread(line, r)
	if r.runs[len(r.runs)-1].end() < 28*gb9704.Cell {
		q.ragged++
	}
	if plain {
		q.plain++
	}
	if room == 0 && cut == 0 {
		q.onGrid++
		if plain {
			q.plainOnGrid++
		}
	}
	q.room.add(roomBands, room, line)
	q.cut.add(cutBands, cut, line)
}

// spread returns the most room, in thousandths of a cell, that any gap of the
// line got, and the most that any mark lost.
func (q *quality) spread(line string, r row) (room, cut int) {
	cs := q.set.shape(bodySpans(line))
	origins := originsOf(r)
	for k := 1; k < len(cs) && k < len(origins); k++ {
		if strings.TrimSpace(cs[k].text) == "" {
			continue
		}
		own := cs[k-1].width - cs[k-1].inset + cs[k].inset
		d := int((origins[k] - origins[k-1] - own) * 1000 / gb9704.Cell)
		if strings.ContainsAny(cs[k-1].text, closing) && strings.ContainsAny(cs[k].text, opened) {
			d = max(d, d/2) // it is two marks that lose it
		}
		room, cut = max(room, d), max(cut, -d)
	}
	last := len(cs) - 1
	for last > 0 && strings.TrimSpace(cs[last].text) == "" {
		last--
	}
	end := origins[last] - cs[last].inset + cs[last].width - 28*gb9704.Cell
	return room, max(cut, int(end*1000/gb9704.Cell))
}

// opened and closing are marks whose blank half may be cut on that side.
const opened, closing = "“‘（《〈【〔·", "”’）》〉】〕，。、；：·"

// originsOf returns where each glyph of r stands.
func originsOf(r row) (origins []Unit) {
	for _, run := range r.runs {
		x := run.X
		for _, g := range run.Glyphs {
			origins = append(origins, x)
			x += g.Advance
		}
	}
	return origins
}

func (q *quality) table() string {
	var b strings.Builder
	row := func(name string, n int) { fmt.Fprintf(&b, "%8d  %s\n", n, name) }
	row("paragraphs", q.paragraphs)
	row("characters", q.characters)
	row("lines", q.lines)
	row("begin with a mark that may not", q.heads)
	row("end with a mark that may not", q.feet)
	for _, kind := range whole {
		row("end within "+kind.name, q.torn[kind.name])
	}
	row("part a URL or e-mail address after one of its marks, else gaps get a quarter of a character", q.longParted)
	row("left short of the edge, else gaps get more than half a character", q.ragged)
	row("last lines of a single character", q.alone)
	fmt.Fprintf(&b, "\nlines before the last, on the grid\n")
	row("all", q.ended)
	row("exactly on it", q.onGrid)
	row("in thousands", 1000*q.onGrid/q.ended)
	row("of full-width characters alone", q.plain)
	row("exactly on it", q.plainOnGrid)
	row("in thousands", 1000*q.plainOnGrid/q.plain)
	q.room.table(&b, "room added to a gap, in thousandths of a character", roomBands)
	q.cut.table(&b, "cut from a mark, in thousandths of a character", cutBands)
	return b.String()
}

func (s *spectrum) table(b *strings.Builder, name string, bands [7]int) {
	fmt.Fprintf(b, "\n%s\n", name)
	for i, band := range bands {
		fmt.Fprintf(b, "%8d  up to %d\n", s.counts[i], band)
	}
	fmt.Fprintf(b, "%8d  the most: %s\n", s.worst, s.line)
}
