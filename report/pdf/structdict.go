package pdf

// A structTree is the numbers of the structure's objects. The elements with
// content follow one another in reading order.
type structTree struct {
	root     ref
	elements []ref // by index in structure.elements; 0 if it has no content
}

// write writes the structure tree (ISO 32000-1, 14.7): one Document with heads
// and paragraphs as siblings, and the way back from each page's pieces.
func (t *structure) write(to *file, sheet pageSet) structTree {
	out := structTree{root: to.alloc(1), elements: make([]ref, len(t.elements))}
	whole, parents := to.alloc(1), to.alloc(1)
	var kids []ref
	for i := range t.elements {
		if len(t.elements[i].kids) > 0 {
			out.elements[i] = to.alloc(1)
			kids = append(kids, out.elements[i])
		}
	}
	to.object(out.root, new(buffer).str("<</Type/StructTreeRoot/K[").ref(whole).str("]/ParentTree ").ref(parents).
		str("/ParentTreeNextKey ").num(len(t.pages)).str(">>"))
	to.object(whole, new(buffer).str("<</Type/StructElem/S/Document/P ").ref(out.root).str("/K").list(kids).str(">>"))
	var b buffer
	for i, r := range out.elements {
		if r != 0 {
			b.b = b.b[:0]
			to.object(r, t.elements[i].dict(&b, whole, sheet))
		}
	}
	t.writeParents(to, parents, out.elements)
	return out
}

// dict writes one element; pieces on its first page are plain numbers.
func (e *element) dict(b *buffer, parent ref, sheet pageSet) *buffer {
	first := e.kids[0].page
	b.str("<</Type/StructElem/S/").str(e.role).str("/P ").ref(parent).
		str("/Pg ").ref(sheet.page(first)).str("/K[")
	for i, k := range e.kids {
		if i > 0 {
			b.str(" ")
		}
		if k.page == first {
			b.num(k.mcid)
			continue
		}
		b.str("<</Type/MCR/Pg ").ref(sheet.page(k.page)).str("/MCID ").num(k.mcid).str(">>")
	}
	return b.str("]>>")
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
