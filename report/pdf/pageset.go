package pdf

import (
	"tongbao/report/gb9704"
	"tongbao/report/layout"
)

// A pageSet is the pages: equal sheets whose objects follow one another.
type pageSet struct {
	first         ref
	pages         []layout.Page
	width, height gb9704.Unit
}

func (s pageSet) page(i int) ref { return s.first + ref(i) }

// write writes the page tree and the pages with their contents, and returns the
// tree. Each page names its resources itself (ISO 19005-2, 6.2.2).
func (s pageSet) write(to *file, contents [][]byte, fonts *fontbook, pictures *album) ref {
	tree, resources, streams := to.alloc(1), to.alloc(1), to.alloc(len(s.pages))
	kids := make([]ref, len(s.pages))
	for i := range kids {
		kids[i] = s.page(i)
	}
	to.object(tree, new(buffer).str("<</Type/Pages/Kids").list(kids).str("/Count ").num(len(s.pages)).str(">>"))
	var b buffer
	for i := range contents {
		b.b = b.b[:0]
		to.object(s.page(i), b.str("<</Type/Page/Parent ").ref(tree).
			str("/MediaBox[0 0 ").milli(s.width.MilliPt()).str(" ").milli(s.height.MilliPt()).
			str("]/Resources ").ref(resources).str("/Contents ").ref(streams+ref(i)).
			str("/StructParents ").num(i).str("/Tabs/S").str(how(&s.pages[i])).str(">>"))
		to.packedStream(streams+ref(i), "", contents[i])
	}
	b.b = b.b[:0]
	b.str("<</Font<<")
	fonts.write(to, &b)
	b.str(">>")
	pictures.write(to, &b)
	to.object(resources, b.str(">>"))
	return tree
}

// how is the entries of a page that not every page has. One with a picture that
// is seen through says in which colours that is mixed (ISO 19005-2, 6.2.10).
func how(page *layout.Page) string {
	entries := ""
	if len(page.Turned) > 0 {
		entries = "/Rotate 90"
	}
	for item := range page.All() {
		if pic, ok := item.(*layout.Picture); ok && pic.Node.Picture.Transparent {
			return entries + "/Group<</S/Transparency/CS/DeviceRGB>>"
		}
	}
	return entries
}

// write writes the fonts and adds their names.
func (book *fontbook) write(to *file, b *buffer) {
	for _, f := range book.fonts {
		b.str("/").str(f.name).str(" ").ref(f.write(to))
	}
}
