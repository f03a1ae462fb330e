// Command linebreaks FILE compares where lines may end with what go-text's
// segmenter (UAX 14) says. FILE has a paragraph a line, with U+2502 where a line
// may end. A difference that no row of the table explains is a fault.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: linebreaks FILE")
		os.Exit(2)
	}
	c := comparison{counts: map[string]int{}}
	if err := c.file(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !c.report() {
		os.Exit(1)
	}
}

// A comparison counts places by what the two say.
type comparison struct {
	places, agreed int
	counts         map[string]int // differences by what explains them
	faults         []string
}

func (c *comparison) file(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		c.paragraph(lines.Text())
	}
	return lines.Err()
}

const mark = '│'

func (c *comparison) paragraph(marked string) {
	text := []rune(strings.ReplaceAll(marked, string(mark), ""))
	ours, theirs := make([]bool, len(text)+1), make([]bool, len(text)+1)
	at := 0
	for _, r := range marked {
		if r == mark {
			ours[at] = true
			continue
		}
		at++
	}
	var s segmenter.Segmenter
	s.Init(text)
	for lines := s.LineIterator(); lines.Next(); {
		l := lines.Line()
		theirs[l.Offset+len(l.Text)] = true
	}
	for i := 1; i < len(text); i++ {
		c.place(text, i, ours[i], theirs[i])
	}
}

func (c *comparison) place(text []rune, i int, ours, theirs bool) {
	c.places++
	if ours == theirs {
		c.agreed++
		return
	}
	for _, k := range known {
		if k.ours == ours && k.holds(text, i) {
			c.counts[k.why]++
			return
		}
	}
	if len(c.faults) < 40 {
		who := "only they end a line in"
		if ours {
			who = "only we end a line in"
		}
		c.faults = append(c.faults, fmt.Sprintf("%s %s|%s", who, string(text[max(0, i-6):i]), string(text[i:min(len(text), i+6)])))
	} else {
		c.faults = append(c.faults, "")
	}
}

func (c *comparison) report() bool {
	fmt.Printf("%d places, %d alike\n", c.places, c.agreed)
	for _, k := range known {
		if n := c.counts[k.why]; n > 0 {
			fmt.Printf("%7d %s\n", n, k.why)
			delete(c.counts, k.why)
		}
	}
	for _, f := range c.faults[:min(40, len(c.faults))] {
		fmt.Println("FAULT", f)
	}
	fmt.Printf("%d faults\n", len(c.faults))
	return len(c.faults) == 0 && c.places > 0
}
