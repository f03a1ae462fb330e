package pdf

// A bookmark is one head in the outline; its links are 1-based indices, 0 none.
type bookmark struct {
	element                         int
	parent, prev, next, first, last int
	below                           int // visible bookmarks below it once it is open
}

// open is the depth down to which bookmarks show what is below them: the parts,
// which are heads of depth 2.
const open = 2

// bookmarks nests the heads on pages, without the document's title.
func (t *structure) bookmarks() []bookmark {
	marks := make([]bookmark, 1) // marks[0] is the outline itself
	var path []int
	for i := range t.elements {
		e := &t.elements[i]
		if e.depth == 0 || len(e.kids) == 0 || i == t.title {
			continue
		}
		for len(path) > 0 && t.elements[marks[path[len(path)-1]].element].depth >= e.depth {
			path = path[:len(path)-1]
		}
		parent := 0
		if len(path) > 0 {
			parent = path[len(path)-1]
		}
		at := len(marks)
		up := &marks[parent]
		m := bookmark{element: i, parent: parent, prev: up.last}
		if up.first == 0 {
			up.first = at
		} else {
			marks[up.last].next = at
		}
		up.last = at
		marks = append(marks, m)
		path = append(path, at)
	}
	t.count(marks)
	return marks
}

// count fills in below; children come after their parents.
func (t *structure) count(marks []bookmark) {
	for i := len(marks) - 1; i > 0; i-- {
		up := &marks[marks[i].parent]
		up.below++
		if t.elements[marks[i].element].depth <= open {
			up.below += marks[i].below
		}
	}
}

// writeOutline writes the outline (ISO 32000-1, 12.3.3) and returns it, or 0
// without heads.
func (t *structure) writeOutline(to *file, tree structTree, sheet pageSet) ref {
	marks := t.bookmarks()
	if len(marks) == 1 {
		return 0
	}
	root := to.alloc(len(marks))
	to.object(root, new(buffer).str("<</Type/Outlines/First ").ref(root+ref(marks[0].first)).
		str("/Last ").ref(root+ref(marks[0].last)).str("/Count ").num(marks[0].below).str(">>"))
	var b buffer
	for i := 1; i < len(marks); i++ {
		m := &marks[i]
		e := &t.elements[m.element]
		words, whole, from := t.target(m.element)
		b.b = b.b[:0]
		b.str("<</Title").text(words)
		m.links(&b, root)
		if e.depth > open && m.below > 0 {
			b.str("/Count ").num(-m.below)
		} else if m.below > 0 {
			b.str("/Count ").num(m.below)
		}
		b.str("/SE ").ref(tree.elements[whole]).str("/Dest[").ref(sheet.page(int(from.kids[0].page))).
			str("/XYZ ").milli(from.at.x).str(" ").milli(from.at.y).str(" null]>>")
		to.object(root+ref(i), &b)
	}
	return root
}

// target returns the words of the bookmark of a head, the element it stands for
// and the one it leads to. An annex's is 附件1 and its title, stands for all of
// the annex and leads to the first line.
func (t *structure) target(head int) (words string, whole int, first *element) {
	e := &t.elements[head]
	at, labelled := t.labels[head]
	if !labelled || len(t.elements[at].kids) == 0 {
		return e.words, head, e
	}
	first = &t.elements[at]
	return first.words + " " + e.words, int(e.parent), first
}

// links writes the references to the bookmarks around m.
func (m *bookmark) links(b *buffer, root ref) {
	b.str("/Parent ").ref(root + ref(m.parent))
	for _, l := range [...]struct {
		key string
		to  int
	}{{"/Prev ", m.prev}, {"/Next ", m.next}, {"/First ", m.first}, {"/Last ", m.last}} {
		if l.to != 0 {
			b.str(l.key).ref(root + ref(l.to))
		}
	}
}
