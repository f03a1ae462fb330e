package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
)

// An element is one leaf of the structure tree: a head or a paragraph.
type element struct {
	role  string // H1 to H6, P
	depth int    // 1 to 6 of a head, 0 of a paragraph
	words string // what it says in the tree
	rest  string // what no run has said yet
	kids  []kid
	top   gb9704.Unit // upper edge of its first run
}

// A kid is one marked piece of an element's content.
type kid struct{ page, mcid int }

// A structure is the document's elements in reading order, and what pages show
// of each.
type structure struct {
	elements []element
	index    map[notice.Node]int
	pages    [][]int // per page: the element of each marked piece
	titled   bool    // elements[0] is the title
}

// newStructure lists the elements of doc for a file of the given pages.
func newStructure(doc *notice.Document, pages int) *structure {
	t := &structure{index: map[notice.Node]int{}, pages: make([][]int, pages)}
	if doc.Title != nil {
		var words strings.Builder
		for _, part := range doc.Title.Parts {
			words.WriteString(notice.Plain(part))
		}
		t.head(doc.Title, 1, words.String())
		t.titled = true
	}
	for _, block := range doc.Body {
		t.block(block)
	}
	return t
}

func (t *structure) block(block notice.Block) {
	switch block := block.(type) {
	case *notice.Heading:
		t.head(block, block.Level+1, block.Number+notice.Plain(block.Text))
		t.paragraph(block.Body)
	case *notice.Paragraph:
		t.paragraph(block)
	case *notice.Signature:
		t.paragraph(block.Issuer)
		t.paragraph(block.Date)
	default:
		panic(fmt.Sprintf("pdf: block %T", block))
	}
}

// head adds a head. No level may be left out on the way down (ISO 14289-1,
// 7.4.2), and there are six.
func (t *structure) head(node notice.Node, depth int, words string) {
	above := 0
	for i := len(t.elements) - 1; i >= 0 && above == 0; i-- {
		above = t.elements[i].depth
	}
	depth = min(depth, above+1, 6)
	t.add(node, element{role: "H" + strconv.Itoa(depth), depth: depth, words: words})
}

func (t *structure) paragraph(p *notice.Paragraph) {
	if p != nil {
		t.add(p, element{role: "P", words: notice.Plain(p.Text)})
	}
}

func (t *structure) add(node notice.Node, e element) {
	if _, twice := t.index[node]; twice {
		panic(fmt.Sprintf("pdf: %q stands in the tree twice", e.words))
	}
	e.rest = e.words
	t.index[node] = len(t.elements)
	t.elements = append(t.elements, e)
}

// mark begins a piece of the run's node on a page.
func (t *structure) mark(page int, run *layout.Run) (role string, mcid int) {
	i, ok := t.index[run.Node]
	if !ok {
		panic(fmt.Sprintf("pdf: run of a node that is not in the tree: %T", run.Node))
	}
	e := &t.elements[i]
	mcid = len(t.pages[page])
	t.pages[page] = append(t.pages[page], i)
	if len(e.kids) == 0 {
		e.top = run.Y - run.Size
	}
	e.kids = append(e.kids, kid{page, mcid})
	return e.role, mcid
}

// say checks the words of a run against those of its node: the pages must say
// what the tree says, blanks aside, in its order.
func (t *structure) say(run *layout.Run) {
	if run.Node == nil {
		return
	}
	e := &t.elements[t.index[run.Node]]
	for i := range run.Glyphs {
		for _, r := range run.Glyphs[i].Text {
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

// finish panics if a word of the tree is on no page.
func (t *structure) finish() {
	for i := range t.elements {
		if rest := strings.TrimSpace(t.elements[i].rest); rest != "" {
			panic(fmt.Sprintf("pdf: not on any page: %q", rest))
		}
	}
}
