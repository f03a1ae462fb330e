package pdf

import (
	"strconv"

	"tongbao/report/notice"
)

// An element is a node of the structure tree. A leaf has content on pages; the
// others hold leaves, so an element has either pieces or elements below it.
type element struct {
	role   string // as in ISO 32000-1, 14.8.4
	more   string // its attributes, as they are written
	parent int32
	depth  uint8  // 1 to 6 of a head, 0 of others
	words  string // what it says in the tree
	rest   string // what no run has said yet
	kids   []kid
	at     point // where its first words are
}

// A kid is one marked piece of an element's content.
type kid struct{ page, mcid int32 }

// A point is a place on the paper, in thousandths of a point, y up.
type point struct{ x, y int64 }

// A structure is the document's elements in reading order, each before those
// below it, and what pages show of each. There are many where a table is long.
type structure struct {
	elements []element // the first is the whole
	index    map[notice.Node]int
	pages    [][]int     // per page: the element of each marked piece
	title    int         // the document's title; 0 without
	labels   map[int]int // of an annex's title: what stands above it, 附件1

	parent int   // of the element that is added next
	above  uint8 // depth of the last head
	begun  int   // the last element that has begun on a page
}

const (
	label  = "Lbl"
	figure = "Figure"
)

// newStructure lists the elements of doc for a file of the given pages.
func newStructure(doc *notice.Document, pages int) *structure {
	count := tableElements(doc) // a long table has nearly all there are
	t := &structure{index: make(map[notice.Node]int, count), pages: make([][]int, pages), labels: map[int]int{}}
	t.elements = append(make([]element, 0, count), element{role: "Document"})
	t.document(doc)
	return t
}

// add adds an element below the one in work; node is nil for one that holds
// others.
func (t *structure) add(node notice.Node, e element) int {
	at := len(t.elements)
	if node != nil {
		if _, twice := t.index[node]; twice {
			panic("pdf: " + strconv.Quote(e.words) + " stands in the tree twice")
		}
		t.index[node] = at
	}
	e.parent, e.rest = int32(t.parent), e.words
	t.elements = append(t.elements, e)
	return at
}

// within adds an element that holds what fill adds.
func (t *structure) within(e element, fill func()) {
	outer := t.parent
	t.parent = t.add(nil, e)
	fill()
	t.parent = outer
}

// head adds a head. No level may be left out on the way down (ISO 14289-1,
// 7.4.2), and there are six.
func (t *structure) head(node notice.Node, level int, words string) int {
	t.above = uint8(min(level, int(t.above)+1, 6))
	return t.add(node, element{role: "H" + strconv.Itoa(int(t.above)), depth: t.above, words: words})
}

func (t *structure) paragraph(p *notice.Paragraph) {
	if p != nil {
		t.text(p, notice.Plain(p.Text))
	}
}

// text adds a paragraph of any node.
func (t *structure) text(node notice.Node, words string) int {
	return t.add(node, element{role: "P", words: words})
}
