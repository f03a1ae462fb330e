package pdf

// A structTree is the numbers of the structure's objects.
type structTree struct {
	root     ref
	elements []ref // by index in structure.elements; 0 if it is not written
}

// write writes the structure tree (ISO 32000-1, 14.7): the elements in reading
// order, and the way back from each page's pieces.
func (t *structure) write(to *file, sheet pageSet) structTree {
	out := structTree{root: to.alloc(1), elements: make([]ref, len(t.elements))}
	out.elements[0] = to.alloc(1)
	parents := to.alloc(1)
	below := t.number(to, out.elements)
	to.object(out.root, new(buffer).str("<</Type/StructTreeRoot/K[").ref(out.elements[0]).str("]/ParentTree ").ref(parents).
		str("/ParentTreeNextKey ").num(len(t.pages)).str(">>"))
	var b buffer
	for i, r := range out.elements {
		if r == 0 {
			continue
		}
		e, parent := &t.elements[i], out.root
		if i > 0 {
			parent = out.elements[e.parent]
		}
		b.b = b.b[:0]
		b.str("<</Type/StructElem/S/").str(e.role).str("/P ").ref(parent).str(e.more)
		if len(e.kids) > 0 {
			e.content(&b, sheet)
		} else {
			b.str("/K").list(below[i])
		}
		to.object(r, b.str(">>"))
	}
	t.writeParents(to, parents, out.elements)
	return out
}

// number gives numbers to the elements that have something on a page, and
// returns those below each. Cells have one even if they are empty: without it
// those after it would stand in other columns.
func (t *structure) number(to *file, numbers []ref) [][]ref {
	used := make([]bool, len(t.elements))
	for i := len(t.elements) - 1; i > 0; i-- {
		e := &t.elements[i]
		used[i] = used[i] || len(e.kids) > 0 || e.role == tableCell
		used[e.parent] = used[e.parent] || used[i]
	}
	kids := make([][]ref, len(t.elements))
	for i := 1; i < len(t.elements); i++ {
		if used[i] {
			numbers[i] = to.alloc(1)
			up := t.elements[i].parent
			kids[up] = append(kids[up], numbers[i])
		}
	}
	return kids
}

// content writes the pieces of e; those on its first page are plain numbers.
func (e *element) content(b *buffer, sheet pageSet) {
	first := e.kids[0].page
	b.str("/Pg ").ref(sheet.page(int(first))).str("/K[")
	for i, p := range e.kids {
		if i > 0 {
			b.str(" ")
		}
		if p.page == first {
			b.num(int(p.mcid))
			continue
		}
		b.str("<</Type/MCR/Pg ").ref(sheet.page(int(p.page))).str("/MCID ").num(int(p.mcid)).str(">>")
	}
	b.str("]")
}

// writeParents writes the parent tree: for each page's /StructParents, which is
// the page's index, the element of each MCID.
func (t *structure) writeParents(to *file, r ref, elements []ref) {
	b := new(buffer).str("<</Nums[")
	var row []ref
	for page, marks := range t.pages {
		row = row[:0]
		for _, i := range marks {
			row = append(row, elements[i])
		}
		b.num(page).list(row).str("\n")
	}
	to.object(r, b.str("]>>"))
}
