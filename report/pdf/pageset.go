package pdf

import "tongbao/report/gb9704"

// A pageSet is the pages: equal sheets whose objects follow one another.
type pageSet struct {
	first         ref
	count         int
	width, height gb9704.Unit
}

func (s pageSet) page(i int) ref { return s.first + ref(i) }

// up turns a distance from the sheet's upper edge into PDF's, from the lower
// edge, in thousandths of a point.
func (s pageSet) up(y gb9704.Unit) int64 { return (s.height - y).MilliPt() }

// write writes the page tree and the pages with their contents, and returns the
// tree. Each page names its resources itself (ISO 19005-2, 6.2.2).
func (s pageSet) write(to *file, contents [][]byte, fonts *fontbook) ref {
	tree, resources, streams := to.alloc(1), to.alloc(1), to.alloc(s.count)
	kids := make([]ref, s.count)
	for i := range kids {
		kids[i] = s.page(i)
	}
	to.object(tree, new(buffer).str("<</Type/Pages/Kids").list(kids).str("/Count ").num(s.count).str(">>"))
	var b buffer
	for i := range contents {
		b.b = b.b[:0]
		to.object(s.page(i), b.str("<</Type/Page/Parent ").ref(tree).
			str("/MediaBox[0 0 ").milli(s.width.MilliPt()).str(" ").milli(s.height.MilliPt()).
			str("]/Resources ").ref(resources).str("/Contents ").ref(streams+ref(i)).
			str("/StructParents ").num(i).str("/Tabs/S>>"))
		to.stream(streams+ref(i), "", contents[i])
	}
	to.object(resources, fonts.resources(to))
	return tree
}

// resources writes the fonts and returns the dictionary that names them.
func (book *fontbook) resources(to *file) *buffer {
	b := new(buffer).str("<</Font<<")
	for _, f := range book.fonts {
		b.str("/").str(f.name).str(" ").ref(f.write(to))
	}
	return b.str(">>>>")
}
