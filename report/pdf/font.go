package pdf

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"slices"
	"strconv"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/layout"
)

// A use is one glyph standing for one text. Two texts of one glyph have two
// codes, or a reader could not tell them apart.
type use struct {
	id     fonts.GlyphID // in the face
	text   string
	next   int // 1-based index of the next use of the same glyph; 0 ends
	sub    fonts.GlyphID
	code   uint16 // = CID
	width  int64  // thousandths of an em, rounded as in /W
	actual bool   // needs /ActualText, see [needsActual]
}

// A font is one face with the glyphs that the document uses, in order of first
// use until the codes are given.
type font struct {
	face *fonts.Face
	name string  // in /Resources
	byID []int32 // 1-based index of the first use of each glyph
	uses []use
	sub  *fonts.Subset
	tag  string // name of the subset: ABCDEF+Face
}

// A fontbook is the document's fonts in order of first use.
type fontbook struct {
	fonts  []*font
	byFace map[*fonts.Face]*font
}

// collect finds the fonts, glyphs and pictures of pages, subsets each face once
// and gives every use its code.
func collect(pages []layout.Page) (*fontbook, *album) {
	book, pictures := &fontbook{byFace: map[*fonts.Face]*font{}}, newAlbum()
	for i := range pages {
		for item := range pages[i].All() {
			switch item := item.(type) {
			case *layout.Run:
				book.add(item)
			case *layout.Rule:
			case *layout.Picture:
				pictures.add(item)
			default:
				panic(fmt.Sprintf("pdf: page item %T", item))
			}
		}
	}
	for _, f := range book.fonts {
		f.subset()
	}
	return book, pictures
}

func (book *fontbook) add(run *layout.Run) {
	if run.Face == nil || run.Size <= 0 {
		panic("pdf: run without face or size")
	}
	f := book.byFace[run.Face]
	if f == nil {
		f = &font{face: run.Face, name: "F" + strconv.Itoa(len(book.fonts)+1)}
		book.byFace[run.Face] = f
		book.fonts = append(book.fonts, f)
	}
	for i := range run.Glyphs {
		f.add(&run.Glyphs[i])
	}
}

func (f *font) add(g *layout.Glyph) {
	if g.ID == 0 {
		panic(fmt.Sprintf("pdf: %q has no glyph in %s", g.Text, f.face.Name()))
	}
	if n := len(f.byID); int(g.ID) >= n {
		f.byID = append(f.byID, make([]int32, int(g.ID)|0xFFF+1-n)...) // 4,096 more at least
	}
	at := int(f.byID[g.ID])
	for i := at; i != 0; i = f.uses[i-1].next {
		if f.uses[i-1].text == g.Text {
			return
		}
	}
	u := use{id: g.ID, text: g.Text, actual: needsActual(g.Text)}
	if at == 0 {
		f.byID[g.ID] = int32(len(f.uses) + 1)
	} else {
		u.next = f.uses[at-1].next
		f.uses[at-1].next = len(f.uses) + 1
	}
	f.uses = append(f.uses, u)
}

// find returns the use that add made for g.
func (f *font) find(g *layout.Glyph) *use {
	i := int(f.byID[g.ID])
	for f.uses[i-1].text != g.Text {
		i = f.uses[i-1].next
	}
	return &f.uses[i-1]
}

// subset cuts the face down and gives the codes: the glyph's number in the
// subset for its first text, numbers above all of these for further texts.
func (f *font) subset() {
	ids := make([]fonts.GlyphID, 0, len(f.uses))
	for id, at := range f.byID {
		if at != 0 {
			ids = append(ids, fonts.GlyphID(id))
		}
	}
	sub, err := f.face.Subset(ids)
	if err != nil {
		panic(fmt.Sprintf("pdf: subset of %s: %v", f.face.Name(), err))
	}
	f.sub = sub
	f.tag = subsetTag(sub.Front) + "+" + f.face.Name()
	f.encode()
}

func (f *font) encode() {
	top := 0
	for i := range f.uses {
		u := &f.uses[i]
		u.sub = f.sub.ID(u.id)
		u.width = f.thousandths(f.face.Advance(u.id))
		top = max(top, int(u.sub))
	}
	for i := range f.uses {
		u := &f.uses[i]
		u.code = uint16(u.sub)
		if int(f.byID[u.id]) == i+1 {
			continue
		}
		if top++; top > 0xFFFF {
			panic("pdf: more than 65535 codes in " + f.tag)
		}
		u.code = uint16(top)
	}
}

// byCode returns the uses in order of their codes.
func (f *font) byCode() []*use {
	sorted := make([]*use, len(f.uses))
	for i := range f.uses {
		sorted[i] = &f.uses[i]
	}
	slices.SortFunc(sorted, func(a, b *use) int { return cmp.Compare(a.code, b.code) })
	return sorted
}

// thousandths converts font units to thousandths of an em.
func (f *font) thousandths(v int) int64 {
	return gb9704.Round(int64(v)*1000, int64(f.face.UnitsPerEm()))
}

// subsetTag is the six capitals that tell subsets of one face apart
// (ISO 32000-1, 9.6.4), made from the subset's front.
func subsetTag(front []byte) string {
	sum := crc32.ChecksumIEEE(front)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(tag)
}
