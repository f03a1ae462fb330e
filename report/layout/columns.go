package layout

import (
	"slices"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// A need is what a column's entries need, widths in characters: its own, however
// large they are set.
type need struct {
	brief bool // every entry is short: the column is narrow and centred
	least int  // what the longest word and the head need
	wish  int  // what a brief column gets
	total Unit // width of all its words in one line
}

// A census is what a table's entries need, measured in its largest type.
type census struct {
	em      Unit
	needs   []need
	entries []entry // of the rows that widths are tried on
}

// An entry is a paragraph of a cell.
type entry struct {
	row, column int
	width       Unit // of its words in one line
}

// tried is how many rows of a table widths are tried on: a share of all, evenly
// taken. More would take long and not say more.
const tried = 200

// census measures t.
func (t *setter) census(table *notice.Table) *census {
	rule := gb9704.Tables()
	em := rule.Sizes[0].Type.Unit
	c := &census{em: em, needs: make([]need, len(table.Columns))}
	every := len(table.Rows)/tried + 1
	cells, heads := solid(gb9704.Type{Face: rule.Cells, Size: em}), solid(gb9704.Type{Face: rule.Head, Size: em})
	longest := make([]Unit, len(c.needs))
	for i, row := range table.Rows {
		for k, cell := range row.Cells {
			n := &c.needs[k]
			for _, p := range cell.Paragraphs {
				width, word := t.extent(p, cells)
				n.total += width
				n.least = max(n.least, chars(word, em))
				longest[k] = max(longest[k], width)
				if i%every == 0 {
					c.entries = append(c.entries, entry{i, k, width})
				}
			}
		}
	}
	for k, column := range table.Columns {
		width, _ := t.extent(column.Head, heads)
		c.needs[k].settle(&rule, chars(longest[k], em), chars(width, em), column.Short)
	}
	return c
}

// settle sets what the column needs whose longest entry and whose head have so
// many characters. A head takes two lines rather than widen a brief column.
func (n *need) settle(rule *gb9704.TableRule, longest, head int, short bool) {
	n.brief = short || longest <= rule.Brief.N
	n.least = min(max(n.least, rule.Least.N), rule.Word.N)
	n.wish = max(n.least, min(longest, rule.Brief.N), min(evenLine(head, (head+1)/2), rule.Brief.N))
}

// extent is the width of p's words in one line and that of its longest word.
func (t *setter) extent(p *notice.Paragraph, set setting) (width, word Unit) {
	if p == nil {
		return 0, 0
	}
	t.spans = spansOf(t.spans[:0], p.Text, set, p)
	cs := t.shape(t.spans)
	var run Unit
	for i := range cs {
		if cs[i].before&parts != 0 {
			run = 0
		}
		run += cs[i].width
		width += cs[i].width
		word = max(word, run)
	}
	return width, word
}

// chars is width in characters of size em, rounded up.
func chars(width, em Unit) int { return int((width + em - 1) / em) }

// evenLine is the length of the lines of a head of total characters that should
// take about each: an even head keeps its words of two characters whole.
func evenLine(total, about int) int {
	if total%2 == 0 && about%2 == 1 {
		return about + 1
	}
	return about
}

// widths deals out n characters to the columns: brief ones get what they wish,
// the others what makes the rows least high. What is left over if all columns
// are brief stays with nobody. fine is false if words must part for want of room;
// the widths are nil if not even characters have it.
func (c *census) widths(n int) (widths []int, fine bool) {
	rule, long := gb9704.Tables(), []int(nil)
	widths, fine = make([]int, len(c.needs)), true
	for k, need := range c.needs {
		widths[k] = need.wish
		if !need.brief {
			widths[k] = need.least
			long = append(long, k)
		}
		n -= widths[k]
	}
	for ; n < 0; n++ {
		k := slices.Index(widths, slices.Max(widths))
		if fine = false; widths[k] <= rule.Least.N {
			return nil, false
		}
		widths[k]--
	}
	c.deal(widths, long, n)
	c.improve(widths, long)
	for _, k := range long {
		fine = fine && widths[k] >= rule.Comfortable.N
	}
	return widths, fine
}

// deal gives left to the long columns by the square root of what they hold.
func (c *census) deal(widths, long []int, left int) {
	s := share{total: Unit(left)}
	for _, k := range long {
		s.parts += root(c.needs[k].total) + 1
	}
	for _, k := range long {
		widths[k] += int(s.next(root(c.needs[k].total) + 1))
	}
}

// root is the whole part of x's square root.
func root(x Unit) Unit {
	if x < 2 {
		return max(x, 0)
	}
	for guess := x; ; {
		next := (guess + x/guess) / 2
		if next >= guess {
			return guess
		}
		guess = next
	}
}

// improve moves characters from one long column to another as long as that makes
// the rows less high: many at first, at last one by one.
func (c *census) improve(widths, long []int) {
	heights := newHeights(c, widths)
	least := heights.total(widths)
	for step := 8; step > 0; {
		from, to := -1, -1
		for _, a := range long {
			for _, b := range long {
				if a == b || widths[a]-step < c.needs[a].least {
					continue
				}
				widths[a], widths[b] = widths[a]-step, widths[b]+step
				if total := heights.total(widths); total < least {
					least, from, to = total, a, b
				}
				widths[a], widths[b] = widths[a]+step, widths[b]-step
			}
		}
		if from < 0 {
			step /= 2
			continue
		}
		widths[from], widths[to] = widths[from]-step, widths[to]+step
	}
}
