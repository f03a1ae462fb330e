package fonts

import (
	"cmp"
	"slices"
)

// Data returns the whole file of one of the program's own faces.
func (f *Face) Data() string { return f.data }

// Editable reports whether the font may be embedded in documents that others go
// on editing. It then may be installed there for as long as they are open.
func (r Rights) Editable() bool {
	return r.refusal() == nil && (r&rightsUse == 0 || r&editable != 0)
}

// Installable returns the file of a font under f's own names that has those of
// chars that f has, up to U+FFFF. Other than a [Subset] it has the tables by which
// systems and offices know a font: cmap, name, OS/2 and post. One set of chars
// gives one sequence of bytes. A damaged glyph or table is an *Error.
func (f *Face) Installable(chars []rune) ([]byte, error) {
	tables, err := readDirectory(f.data, 0)
	if err != nil {
		return nil, err
	}
	var known [3]table
	for i, need := range []struct {
		tag string
		min int
	}{{"OS/2", os2Least}, {"name", 6}, {"post", postHead}} {
		if known[i], err = require(tables, need.tag, need.min); err != nil {
			return nil, err
		}
	}
	list, ids := f.reached(chars)
	s, err := f.Subset(ids)
	if err != nil {
		return nil, err
	}
	codes := s.characters(list)
	os2, names, post := known[0], known[1], known[2][:postHead]
	size, sum := s.outlineSum()
	s.Front = writeFont(sorted(append(s.parts(size, sum),
		part{tag: "OS/2", size: len(os2), fill: func(b []byte) {
			copy(b, os2)
			putU16(b[64:], int(list[0]))
			putU16(b[66:], int(list[len(list)-1]))
		}},
		part{tag: "cmap", size: len(codes), fill: func(b []byte) { copy(b, codes) }},
		copied("name", names),
		part{tag: "post", size: postHead, fill: func(b []byte) {
			copy(b, post)
			putU32(b, postNoNames)
		}})))
	s.Size = len(s.Front) + size
	return s.Data(), nil
}

// Of OS/2 version 0, which holds the rights and the first and last character, and
// of post without glyphs' names.
const (
	os2Least    = 68
	postHead    = 32
	postNoNames = 3 << 16
)

// reached are those of chars that a format 4 subtable can lead to, ascending, each
// once, and their glyphs. There is at least the blank.
func (f *Face) reached(chars []rune) (list []rune, ids []GlyphID) {
	chars = append([]rune{' '}, chars...)
	slices.Sort(chars)
	for _, r := range slices.Compact(chars) {
		if g, ok := f.Glyph(r); r == ' ' || ok && r < 0xFFFF {
			list, ids = append(list, r), append(ids, g)
		}
	}
	return list, ids
}

// characters is a cmap table of one subtable, Windows' format 4, from list to the
// subset's ids. Each segment's ids run as its characters do.
func (s *Subset) characters(list []rune) []byte {
	type segment struct{ first, last, delta int }
	var segments []segment
	for _, r := range list {
		g, _ := s.face.Glyph(r)
		delta := int(s.ID(g)) - int(r)
		if n := len(segments); n > 0 && segments[n-1].last == int(r)-1 && segments[n-1].delta == delta {
			segments[n-1].last++
			continue
		}
		segments = append(segments, segment{int(r), int(r), delta})
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 1}) // which every reader expects
	const directory = 12
	n := len(segments)
	b := make([]byte, directory+format4Head+2+8*n)
	for i, v := range []int{0, 1, platformWindows, 1, 0, directory} {
		putU16(b[2*i:], v)
	}
	sub := b[directory:]
	span := 1
	log := 0
	for 2*span <= n {
		span, log = 2*span, log+1
	}
	for i, v := range []int{4, len(sub), 0, 2 * n, 2 * span, log, 2 * (n - span)} {
		putU16(sub[2*i:], v)
	}
	for i, seg := range segments {
		putU16(sub[format4Head+2*i:], seg.last)
		putU16(sub[format4Head+2+2*n+2*i:], seg.first)
		putU16(sub[format4Head+2+4*n+2*i:], seg.delta&0xFFFF) // and idRangeOffset 0
	}
	return b
}

func sorted(parts []part) []part {
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.tag, b.tag) })
	return parts
}
