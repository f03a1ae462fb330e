package layout

import (
	"strings"

	"tongbao/report/notice"
)

// A printed line is the runs of one baseline.
type printed []*Run

// linesOf returns p's lines but for the page number and rules.
func linesOf(p Page) (lines []printed) {
	for _, item := range p.Items {
		run, ok := item.(*Run)
		if !ok || run.Node == nil {
			continue
		}
		if n := len(lines); n > 0 && lines[n-1][0].Y == run.Y {
			lines[n-1] = append(lines[n-1], run)
			continue
		}
		lines = append(lines, printed{run})
	}
	return lines
}

func (l printed) left() Unit  { return l[0].X }
func (l printed) right() Unit { return l[len(l)-1].end() }

// top is the upper edge of the line's em box.
func (l printed) top() Unit { return l[0].Y - l[0].Size*ascent/100 }

func (l printed) String() string {
	var b strings.Builder
	for _, run := range l {
		for _, g := range run.Glyphs {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

// wordsOf returns each node's words as the pages have them.
func wordsOf(pages []Page) map[notice.Node]string {
	words := map[notice.Node]string{}
	for i := range pages {
		for item := range pages[i].All() {
			if run, ok := item.(*Run); ok && run.Node != nil {
				words[run.Node] += printed{run}.String()
			}
		}
	}
	return words
}
