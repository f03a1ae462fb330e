package layout

import (
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/notice"
)

// FuzzParagraph sets a head that runs into its text, in lines of any width: no
// character is lost, none stands outside the lines, and no mark at a line's
// wrong end unless its unit is longer than a line.
func FuzzParagraph(f *testing.F) {
	for _, s := range []string{
		"（一）提高站位。巡察是政治体检，整改是政治任务——落实……是“担当”。",
		"联系电话：0731-28665080，邮箱 abc.def@example.gov.cn，见https://www.example.gov.cn/2023/06/21/notice.html。",
		"105℃、7078.6元、50％、GB/T 9704-2012、2021年—2025年",
		"。。。。。（（（（（““““””””", "i（（（（（（", "a\tb\nc　d  ", "·「『·』」·", "", "—", "———…………—…",
		strings.Repeat("abcdefghij", 20), strings.Repeat("1", 99), strings.Repeat("），", 40), strings.Repeat(" ", 99) + "。",
	} {
		f.Add(s, uint8(28), uint8(len(s)/2))
		f.Add(s, uint8(3), uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, cells, headLen uint8) {
		set := newSetter(standard())
		s = settable(set, s)
		width := (3 + Unit(cells)%26) * gb9704.Cell // a 破折号 and an indent at least
		spans := headAndText(s, int(headLen))
		rows := set.paragraph(nil, spans, 0, width/4, width)
		checkWords(t, rows, spans)
		checkEdges(t, rows, width)
		checkEnds(t, set.shape(spans), set.breaker.ends, measure{width - width/4, width})
	})
}

// settable is s without the characters that no font has.
func settable(set *setter, s string) string {
	return strings.Map(func(r rune) rune {
		if set.types.sort(set.body(), r).face == nil {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

func headAndText(s string, n int) []span {
	n = min(n, len(s))
	for n < len(s) && s[n]&0xC0 == 0x80 {
		n++
	}
	sheet := gb9704.A4()
	return []span{
		{text: s[:n], setting: onGrid(gb9704.HeadType(2), sheet), node: &notice.Heading{}},
		{text: s[n:], setting: onGrid(gb9704.Body(), sheet), node: &notice.Paragraph{}},
	}
}

func checkWords(t *testing.T, rows []row, spans []span) {
	t.Helper()
	words := map[notice.Node]string{}
	for _, r := range rows {
		for _, run := range r.runs {
			for _, g := range run.Glyphs {
				words[run.Node] += g.Text
			}
		}
	}
	for _, s := range spans {
		if words[s.node] != s.text {
			t.Errorf("words %q, want %q", words[s.node], s.text)
		}
	}
}

// checkEdges wants each line within the measure. A mark whose blank left half is
// cut has its origin, not its ink, further left.
func checkEdges(t *testing.T, rows []row, width Unit) {
	t.Helper()
	for i, r := range rows {
		for _, run := range r.runs {
			least := Unit(0)
			if c := classOf([]rune(run.Glyphs[0].Text)[0]); c.has(cutLeft) {
				least = -gb9704.Cell / 2
			}
			if run.X < least {
				t.Errorf("line %d: x = %d", i, run.X)
			}
			if end := run.end(); end > width {
				t.Errorf("line %d ends %d beyond its width", i, end-width)
			}
		}
	}
}

func checkEnds(t *testing.T, cs []char, ends []int, m measure) {
	t.Helper()
	for _, end := range ends {
		if end == len(cs) || cs[end].before&parts != 0 {
			continue
		}
		from, to := end, end
		for from > 0 && cs[from].before&parts == 0 {
			from--
		}
		for to < len(cs) && (to == end || cs[to].before&parts == 0) {
			to++
		}
		unit := measured(cs, from, to)
		if unit.width > m.first || cs[end].before&partsLong != 0 && unit.width > longWord*gb9704.Cell {
			continue
		}
		t.Errorf("line ends before %q inside a unit of %d chars", cs[end].text, to-from)
	}
}

// TestGrid wants full-width lines that need no mark compressed to stand exactly
// on the cells.
func TestGrid(t *testing.T) {
	set := newSetter(standard())
	const line = "巡察组对区文旅广体局党组进行了为期两个月的集中巡察，并向"
	rows := set.paragraph(nil, bodySpans(line+line), 0, 0, 28*gb9704.Cell)
	if len(rows) != 2 {
		t.Fatalf("%d rows, want 2", len(rows))
	}
	for _, r := range rows {
		if len(r.runs) != 1 || len(r.runs[0].Glyphs) != 28 {
			t.Fatalf("a row of %d runs", len(r.runs))
		}
		for i, g := range r.runs[0].Glyphs {
			if g.Advance != gb9704.Cell {
				t.Errorf("cell %d is %d wide", i, g.Advance)
			}
		}
	}
}

// TestWidths is a digit's half cell, a letter's advance, a mark's whole cell.
func TestWidths(t *testing.T) {
	const cell = gb9704.Cell
	for text, want := range map[string]Unit{"1": cell / 2, "A": 253481, " ": cell / 4, "中": cell, "，": cell, "“": cell, "—": cell, "…": cell, "·": cell, "℃": cell} {
		for level := 1; level <= 4; level++ {
			s := span{text: text, setting: onGrid(gb9704.HeadType(level), gb9704.A4())}
			c := newSetter(standard()).shape([]span{s})[0]
			if c.width != want {
				t.Errorf("level %d: %q is %d wide, want %d", level, text, c.width, want)
			}
		}
	}
}

// TestMiddle sets · in the middle of its cell, also where the face's is narrow.
func TestMiddle(t *testing.T) {
	for level := 1; level <= 4; level++ {
		set := onGrid(gb9704.HeadType(level), gb9704.A4())
		c := newSetter(standard()).shape([]span{{text: "·", setting: set}})[0]
		advance := Unit(c.face.Advance(c.id)) * set.size / Unit(c.face.UnitsPerEm())
		if advance < set.cell && (2*c.inset+advance-set.cell)/2 != 0 {
			t.Errorf("level %d: %d before it, %d wide", level, c.inset, advance)
		}
		if advance >= set.cell && c.inset != 0 {
			t.Errorf("level %d: a full glyph stands %d from its cell's left", level, c.inset)
		}
	}
}

// TestUnstretched leaves a line as it is that two characters would have to fill.
func TestUnstretched(t *testing.T) {
	word := strings.Repeat("m", 13)
	rows := newSetter(standard()).paragraph(nil, bodySpans("甲乙"+word+"丙丁"), 0, 0, 11*gb9704.Cell)
	if end := rows[0].runs[0].end(); end != 2*gb9704.Cell {
		t.Errorf("line ends at %d", end)
	}
}

// TestDoubleDash wants —— in exactly two cells, and from one glyph where the face
// has it. Where it has not, its — fills its em (fonts.TestDashesJoin), and between
// two of them no line ends and no room is added.
func TestDoubleDash(t *testing.T) {
	for level := 1; level <= 4; level++ {
		set, s := newSetter(standard()), onGrid(gb9704.HeadType(level), gb9704.A4())
		want := "—|—"
		if _, ok := set.types.sort(s, '—').face.Glyph('⸺'); ok {
			want = "——"
		}
		cs := set.shape([]span{{text: "甲——乙—丙", setting: s}})
		n := len(cs) - len([]rune("甲乙—丙")) // glyphs of ——
		got, width := cs[1].text, cs[1].width
		if n > 1 {
			got, width = got+"|"+cs[2].text, width+cs[2].width
		}
		if got != want || width != 2*gb9704.Cell || n > 1 && cs[2].before != 0 {
			t.Errorf("level %d: %s, %d wide; want %s", level, got, width, want)
		}
	}
}

// TestJustified wants lines with digits to end at the edge, the room spread
// evenly and none of it inside a number.
func TestJustified(t *testing.T) {
	set := newSetter(standard())
	const width = 10 * gb9704.Cell
	rows := set.paragraph(nil, bodySpans("一二三四五12（345）六七八九十"), 0, 0, width)
	var least, most Unit = width, 0
	for _, run := range rows[0].runs {
		for i, g := range run.Glyphs {
			if strings.ContainsAny(g.Text, "1234") && i+1 < len(run.Glyphs) {
				if g.Advance != gb9704.Cell/2 {
					t.Errorf("%q is %d wide inside its number", g.Text, g.Advance)
				}
			} else if g.Advance > gb9704.Cell {
				least, most = min(least, g.Advance), max(most, g.Advance)
			}
		}
	}
	if most-least > 1 {
		t.Errorf("cells from %d to %d wide", least, most)
	}
	last := rows[0].runs[len(rows[0].runs)-1]
	if last.end() != width {
		t.Errorf("line ends at %d, want %d", last.end(), width)
	}
}
