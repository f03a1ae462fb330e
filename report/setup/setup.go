// Package setup is everything besides the notice that the bytes depend on.
package setup

import (
	"tongbao/fonts"
	"tongbao/report/gb9704"
)

// A Setup is shared by all formats of one run and never changed. There is no
// clock in it: dates are the notice's own.
type Setup struct {
	Sheet    *gb9704.Sheet
	Fonts    *fonts.Set // faces that PDF embeds; layout.Faces gives those that a notice is set in, each with its hash
	Names    FontNames  // fonts that DOCX names
	Heads    HeadStyle
	Embed    bool   // DOCX names and carries OwnFaces, instead of Names
	Contents bool   // DOCX begins with 目录; PDF has bookmarks
	Draft    string // what every page of a text that is not final says, 征求意见稿; "" for the final one
}

// DraftMark is how pages say what s.Draft does: in which type, and how far the
// upper edge of its em box is from the page's, in the middle of 天头. No standard
// says so; it stands where 版头 never reaches.
func (s *Setup) DraftMark() (t gb9704.Type, top gb9704.Unit) {
	t = gb9704.Type{Face: gb9704.HeiTi, Size: gb9704.Size3}
	return t, (s.Sheet.Top.Unit - t.Size) / 2
}

// FontNames are the fonts a Word document asks for, by class of type. The office
// has them; they are never shipped.
type FontNames map[gb9704.Typeface]string

// OfficeFonts returns the names that offices use.
func OfficeFonts() FontNames {
	return FontNames{
		gb9704.FangSong: "仿宋_GB2312",
		gb9704.KaiTi:    "楷体_GB2312",
		gb9704.HeiTi:    "黑体",
		gb9704.XiaoBiao: "方正小标宋简体",
		gb9704.SongTi:   "宋体",
	}
}

// An OwnFace is one of the program's faces in a Word document that carries them.
type OwnFace struct {
	For  gb9704.Typeface
	Face *fonts.Face
	Part bool // only the characters that the document needs of it, for nobody writes in it
}

// OwnFaces are the faces that a Word document of s carries, under their own names:
// under an office font's they would stand in the way of the installed one. 宋体 sets
// page numbers and comments alone, and is the largest.
func OwnFaces() []OwnFace {
	set := fonts.Embedded()
	own := func(face gb9704.Typeface) OwnFace {
		return OwnFace{For: face, Face: set.Chain(StyleOf(face))[0], Part: face == gb9704.SongTi}
	}
	return []OwnFace{own(gb9704.FangSong), own(gb9704.HeiTi), own(gb9704.KaiTi), own(gb9704.SongTi), own(gb9704.XiaoBiao)}
}

// WordFonts are the names that a Word document of s asks for.
func (s *Setup) WordFonts() FontNames {
	if !s.Embed {
		return s.Names
	}
	names := FontNames{}
	for _, own := range OwnFaces() {
		names[own.For] = own.Face.Family()
	}
	return names
}

// StyleOf is the style whose faces stand for a class of type.
func StyleOf(face gb9704.Typeface) fonts.Style {
	switch face {
	case gb9704.KaiTi:
		return fonts.Kai
	case gb9704.HeiTi:
		return fonts.Hei
	case gb9704.XiaoBiao:
		return fonts.XBS
	case gb9704.SongTi:
		return fonts.Song
	}
	return fonts.Fang
}

// HeadStyle says how DOCX sets a run-in head: （一）….text.
type HeadStyle int

const (
	CharacterStyle HeadStyle = iota // looks right everywhere; not in the navigation pane
	StyleSeparator                  // Word's own way; LibreOffice shows two paragraphs
)

// Standard returns the setup of form notice on the standard's page.
func Standard(set *fonts.Set) *Setup {
	return &Setup{Sheet: gb9704.A4(), Fonts: set, Names: OfficeFonts()}
}
