package main

import (
	"fmt"
	"strings"
	"unicode"

	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

// changed sums up what normalising did; with each it shows every change but
// those of blanks alone, of which it names the cells. Of, if not empty, names the
// ledger.
func (u *ui) changed(of string, changes []ledger.Change, each bool) {
	var marks, blanks []problem.Pos
	for _, c := range changes {
		if ledger.Squeeze(c.Before) != ledger.Squeeze(c.After) {
			marks = addPlace(marks, c.Pos)
			if each {
				u.say("  规范 %s：%s", c.Pos, changesIn(c))
			}
		}
		if countBlanks(c.Before) != countBlanks(c.After) {
			blanks = addPlace(blanks, c.Pos)
		}
	}
	if each && len(blanks) > 0 {
		u.say("  去掉空白、连接换行：%s", cells(blanks))
	}
	var parts []string
	if len(marks) > 0 {
		parts = append(parts, fmt.Sprintf("%d 格的标点、数字或日期", len(marks)))
	}
	if len(blanks) > 0 {
		parts = append(parts, fmt.Sprintf("%d 格的空白和换行", len(blanks)))
	}
	if len(parts) == 0 {
		return
	}
	way := "逐处见 tongbao check；"
	if each {
		way = ""
	}
	u.say("%s已规范 %s（%s--no-normalise 保留原样）", of, strings.Join(parts, "、"), way)
}

// addPlace adds a cell once; changes of one cell follow each other.
func addPlace(list []problem.Pos, p problem.Pos) []problem.Pos {
	if len(list) > 0 && list[len(list)-1] == p {
		return list
	}
	return append(list, p)
}

func countBlanks(s string) (n int) {
	for _, r := range s {
		if unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// cells lists places: 「整改台账」E4 E6「通报正文」B7，要素.yaml 第3行.
func cells(places []problem.Pos) string {
	var b strings.Builder
	sheet := ""
	for _, p := range places {
		if p.Sheet == "" { // of an info file
			if b.Len() > 0 {
				b.WriteString("，")
			}
			b.WriteString(p.String())
			sheet = ""
			continue
		}
		if p.Sheet != sheet {
			sheet = p.Sheet
			b.WriteString("「" + sheet + "」")
		} else if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Address())
	}
	return b.String()
}

// manyHunks is how much of one cell is shown; the rest is counted.
const manyHunks = 10

// changesIn shows each change of a text: “…专题会上,强…”改为“…专题会上，强…”.
func changesIn(c ledger.Change) string {
	before, after := []rune(ledger.Squeeze(c.Before)), []rune(ledger.Squeeze(c.After))
	all := hunks(before, after)
	var out []string
	for _, h := range all[:min(len(all), manyHunks)] {
		out = append(out, "“"+excerpt(before, h.from, h.to)+"”改为“"+excerpt(after, h.from, h.end)+"”")
	}
	if rest := len(all) - len(out); rest > 0 {
		out = append(out, fmt.Sprintf("另有 %d 处", rest))
	}
	return strings.Join(out, "；")
}

// A hunk is what differs between two texts: from to to in the one, from to end in
// the other.
type hunk struct{ from, to, end int }

// hunks finds what differs, near places together. Normalising puts one character
// for another; where the lengths differ, as in a date, all between the common ends
// is one hunk.
func hunks(before, after []rune) (out []hunk) {
	if len(before) != len(after) {
		return []hunk{middle(before, after)}
	}
	const near, long = 6, 30
	for i := range before {
		if before[i] == after[i] {
			continue
		}
		if n := len(out); n > 0 && i-out[n-1].to < near && i-out[n-1].from < long {
			out[n-1].to, out[n-1].end = i+1, i+1
		} else {
			out = append(out, hunk{i, i + 1, i + 1})
		}
	}
	return out
}

// middle is what stands between the common ends of two texts.
func middle(before, after []rune) hunk {
	h := hunk{0, len(before), len(after)}
	for h.from < min(h.to, h.end) && before[h.from] == after[h.from] {
		h.from++
	}
	for min(h.to, h.end) > h.from && before[h.to-1] == after[h.end-1] {
		h.to--
		h.end--
	}
	return h
}

// excerpt is r from from to to with a little around it.
func excerpt(r []rune, from, to int) string {
	const around = 5
	from, to = max(0, from-around), min(len(r), to+around)
	s := string(r[from:to])
	if from > 0 {
		s = "…" + s
	}
	if to < len(r) {
		s += "…"
	}
	return s
}
