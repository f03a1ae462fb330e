package pdf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/report/layout"
	"tongbao/report/notice"
)

// The pages must say what the tree says, all of it and in its order: what is
// painted goes through here, and a page that says something else is refused.

// find returns the element of node.
func (t *structure) find(node notice.Node) int {
	i, ok := t.index[node]
	if !ok {
		panic(fmt.Sprintf("pdf: %T on a page is not in the tree", node))
	}
	return i
}

// mark begins a piece of an element on a page. Elements begin in the order of
// the tree, but for a seal, which is below the words that are read before it.
func (t *structure) mark(page, i int) (role string, mcid int) {
	e := &t.elements[i]
	if len(e.kids) == 0 && e.role != figure {
		if i < t.begun {
			panic(fmt.Sprintf("pdf: %q stands after %q", e.words, t.elements[t.begun].words))
		}
		t.begun = i
	}
	mcid = len(t.pages[page])
	t.pages[page] = append(t.pages[page], i)
	e.kids = append(e.kids, kid{int32(page), int32(mcid)})
	return e.role, mcid
}

// split parts a run at the end of its label. What follows is the next element,
// which is the node's from then on.
func (t *structure) split(run *layout.Run) (first, rest *layout.Run) {
	i, ok := t.index[run.Node]
	if !ok || t.elements[i].role != label {
		return run, nil
	}
	left := letters(t.elements[i].rest)
	if left == 0 {
		t.index[run.Node]++
		return run, nil
	}
	n, x := 0, run.X
	for ; n < len(run.Glyphs) && left > 0; n++ {
		left -= letters(run.Glyphs[n].Text)
		x += run.Glyphs[n].Advance
	}
	if n == len(run.Glyphs) {
		return run, nil
	}
	before, after := *run, *run
	before.Glyphs, after.Glyphs, after.X = run.Glyphs[:n], run.Glyphs[n:], x
	return &before, &after
}

// letters counts what is not blank.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// say checks the words of a run, which is at a place, against those of its
// element, blanks aside.
func (t *structure) say(i int, run *layout.Run, at point) {
	e := &t.elements[i]
	if e.at == (point{}) {
		e.at = at
	}
	for g := range run.Glyphs {
		if rest, ok := strings.CutPrefix(e.rest, run.Glyphs[g].Text); ok { // nearly all
			e.rest = rest
			continue
		}
		for _, r := range run.Glyphs[g].Text {
			if unicode.IsSpace(r) {
				continue
			}
			rest := strings.TrimLeftFunc(e.rest, unicode.IsSpace)
			next, size := utf8.DecodeRuneInString(rest)
			if next != r {
				panic(fmt.Sprintf("pdf: page says %q where the notice says %q", r, rest))
			}
			e.rest = rest[size:]
		}
	}
}

// show notes that a picture stands in a box on the paper, in thousandths of a
// point. Its words are for those who do not see it.
func (t *structure) show(i int, box [4]int64) {
	e := &t.elements[i]
	if e.rest = ""; len(e.kids) > 1 {
		panic(fmt.Sprintf("pdf: %q is on the pages twice", e.words))
	}
	b := new(buffer).str("/Alt").text(e.words).str("/A<</O/Layout/Placement/Block/BBox[")
	for k, v := range box {
		if k > 0 {
			b.str(" ")
		}
		b.milli(v)
	}
	e.more = string(b.str("]>>").b)
}

// finish panics if a word or a picture of the tree is on no page.
func (t *structure) finish() {
	for i := range t.elements {
		if rest := strings.TrimSpace(t.elements[i].rest); rest != "" {
			panic(fmt.Sprintf("pdf: not on any page: %q", rest))
		}
	}
}
