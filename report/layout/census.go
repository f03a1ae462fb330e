package layout

import (
	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// A need is what a column's entries need, widths in characters: its own, however
// large they are set.
type need struct {
	brief bool // every entry is short: the column is narrow and centred
	word  int  // of the longest word
	most  int  // for every entry to stand on one line
	wish  int  // for a brief column to be just wide enough, for another to look well
	tight int  // if there is not so much room: for a brief column half of that
	total Unit // width of all its words in one line
}

// A census is what a table's entries need, measured in its largest type.
type census struct {
	em      Unit
	needs   []need
	entries []entry // of the rows that widths are tried on
	rows    int
	from    int  // where the entries of the latest of them begin
	most    Unit // and how much it holds
}

// An entry is a paragraph of a cell.
type entry struct {
	row, column int
	width       Unit // of its words in one line
}

// tried is about how many rows of a table widths are tried on. More would take
// long and not say more.
const tried = 200

// census measures t.
func (t *setter) census(table *notice.Table) *census {
	rule := gb9704.Tables()
	em := rule.Sizes[0].Type.Unit
	cells, heads := solid(gb9704.Type{Face: rule.Cells, Size: em}), solid(gb9704.Type{Face: rule.Head, Size: em})
	c := &census{em: em, needs: make([]need, len(table.Columns))}
	longest := make([]Unit, len(c.needs))
	var row []entry
	for i := range table.Rows {
		row = row[:0]
		for k, cell := range table.Rows[i].Cells {
			for _, p := range cell.Paragraphs {
				width, word := t.extent(p, cells)
				c.needs[k].word = max(c.needs[k].word, chars(word, em))
				c.needs[k].total += width
				longest[k] = max(longest[k], width)
				row = append(row, entry{i, k, width})
			}
		}
		c.try(row, len(table.Rows)/tried+1)
	}
	for k, column := range table.Columns {
		width, _ := t.extent(column.Head, heads)
		c.needs[k].settle(&rule, chars(longest[k], em), chars(width, em), column.Short)
	}
	return c
}

// try keeps of every so many rows the one that holds most.
func (c *census) try(row []entry, every int) {
	if len(row) == 0 {
		return
	}
	if c.rows%every == 0 {
		c.from, c.most = len(c.entries), -1
	}
	c.rows++
	var all Unit
	for _, e := range row {
		all += e.width
	}
	if all > c.most {
		c.entries, c.most = append(c.entries[:c.from], row...), all
	}
}

// settle sets what the column needs whose longest entry and whose head have so
// many characters. A head takes two lines rather than widen a column, and so does
// a short entry that is rather long.
func (n *need) settle(rule *gb9704.TableRule, longest, head int, short bool) {
	brief := rule.Brief.N
	n.brief = short || longest <= brief
	n.word = max(rule.Least.N, min(n.word, rule.Word.N))
	n.tight = max(n.word, min(evenLine(head, (head+1)/2), brief), min((longest+1)/2, brief))
	n.most = max(longest, n.tight, min(head, rule.Heads.N))
	if !n.brief {
		n.wish = max(n.tight, min(int(root(Unit(longest))), rule.Ample.N))
		n.tight = n.wish
		return
	}
	lines := max(1, (longest+brief-1)/brief)
	n.wish = max(n.tight, min((longest+lines-1)/lines, brief))
	if head <= rule.Heads.N {
		n.wish = max(n.wish, head)
	}
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
