// Package fonts holds the faces the program embeds and what is needed to set
// and embed them: a reader of TrueType files, the chain of faces tried for a
// character, and a subsetter.
package fonts

import (
	"slices"
	"sync"
)

// A Style is a style of type a document asks for.
type Style int

const (
	Fang  Style = iota // 仿宋: body
	Kai                // 楷体: heads of level 2
	Hei                // 黑体: heads of level 1
	XBS                // 小标宋: titles
	Song               // 宋体: page numbers, tables
	Latin              // letters and digits beside Chinese, Times metrics
	styles

	// Rare is no style that documents ask for: fonts of rare characters, which
	// stand behind every Chinese style.
	Rare = styles
)

// Styles returns every style, in order, without Rare.
func Styles() []Style { return []Style{Fang, Kai, Hei, XBS, Song, Latin} }

// String is the style's name in Chinese.
func (s Style) String() string {
	return [...]string{"仿宋体", "楷体", "黑体", "小标宋体", "宋体", "西文和数字", "生僻字"}[s]
}

// A Set has for each style the faces to try, best first. It never changes; the
// zero Set has no face at all.
type Set struct {
	chains [styles][]source
}

// A source gives one face, or nil; it is parsed when first asked for.
type source func() *Face

// Find returns the first face of style that has r, and its glyph. Which
// characters are Latin is the caller's choice: a style's own chain never falls
// back on Latin, nor Latin on it.
func (s *Set) Find(style Style, r rune) (*Face, GlyphID, bool) {
	for _, open := range s.chains[style] {
		f := open()
		if f == nil {
			continue
		}
		if g, ok := f.Glyph(r); ok {
			return f, g, true
		}
	}
	return nil, 0, false
}

// File is the name, without its ending and without 体, of a file that stands for
// s because its owner says so: 仿宋.ttf or 仿宋体.ttf.
func (s Style) File() string {
	return [...]string{"仿宋", "楷", "黑", "小标宋", "宋", "西文", "生僻字"}[s]
}

// Chain returns the faces that style tries, best first. It parses those that no
// Find has needed yet.
func (s *Set) Chain(style Style) []*Face {
	var chain []*Face
	for _, open := range s.chains[style] {
		if f := open(); f != nil && !slices.Contains(chain, f) {
			chain = append(chain, f)
		}
	}
	return chain
}

// With returns a set in which each of the given faces is the first that its
// style tries; what it lacks, the faces of s have.
func (s *Set) With(first map[Style]*Face) *Set {
	out := *s
	for style, f := range first {
		own := func() *Face { return f }
		out.chains[style] = append([]source{own}, s.chains[style]...)
	}
	return &out
}

// Behind returns a set whose Chinese styles ask the face that open gives for what
// no other has. open is called once, when that first happens; it may return nil.
func (s *Set) Behind(open func() *Face) *Set {
	out := *s
	last := sync.OnceValue(open)
	for style := range Latin {
		out.chains[style] = append(slices.Clone(s.chains[style]), last)
	}
	return &out
}

// Faces returns every face of the set once, in order of style and rank. It
// parses faces that no Find has needed yet.
func (s *Set) Faces() []*Face {
	var all []*Face
	seen := map[*Face]bool{}
	for _, chain := range s.chains {
		for _, open := range chain {
			if f := open(); f != nil && !seen[f] {
				seen[f] = true
				all = append(all, f)
			}
		}
	}
	return all
}

// Embedded returns the faces the program carries. All callers share one Set.
func Embedded() *Set { return embedded() }

var embedded = sync.OnceValue(newEmbedded)

// newEmbedded lays the chains. 宋 has the most characters and stands behind
// every style; rare has what even 宋 lacks, such as 𠮷.
func newEmbedded() *Set {
	fang, rare := fangFaces()
	song := open(songData, "")
	s := &Set{}
	s.chains[Fang] = []source{fang, rare, song}
	s.chains[Kai] = []source{open(kaiData, ""), song, rare}
	s.chains[Hei] = []source{open(heiData, ""), song, rare}
	s.chains[XBS] = []source{open(xbsData, ""), song, rare}
	s.chains[Song] = []source{song, rare}
	s.chains[Latin] = []source{open(latinData, "")}
	return s
}

// open returns a source that parses data once, with the face's pack, or "".
// Embedded data that does not parse is a broken build, hence the panic.
func open(data, packed string) source {
	return sync.OnceValue(func() *Face {
		f, err := Parse(data)
		if err != nil {
			panic("embedded font: " + err.Error())
		}
		if packed != "" {
			f.pack = readPack(packed, f.glyphs)
		}
		return f
	})
}
