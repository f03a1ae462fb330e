package docx

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/problem"
)

// A carriedFont is a font in the document, as ISO/IEC 29500-1, 17.8.1, wants it:
// its first bytes are mixed with a key, so that nobody takes it out by mistake.
type carriedFont struct {
	face gb9704.Typeface
	key  string // {12345678-…}
	data []byte // mixed
}

// carriedFonts are those of one document, none by default.
type carriedFonts []carriedFont

// carry returns the fonts of a document of s. A face whose makers would not have
// others edit with it is an error: ours all allow it.
func carry(s *setup.Setup, said []problem.Problem, m notice.Meta) (carriedFonts, error) {
	if !s.Embed {
		return nil, nil
	}
	var list carriedFonts
	for _, own := range setup.OwnFaces() {
		if !own.Face.Rights().Editable() {
			return nil, fmt.Errorf("docx: %s may not be embedded in documents that are edited", own.Face.Name())
		}
		data := []byte(own.Face.Data())
		if own.Part {
			var err error
			if data, err = own.Face.Installable(written(s, said, m)); err != nil {
				return nil, fmt.Errorf("docx: %s: %w", own.Face.Name(), err)
			}
		}
		key := fontKey(data)
		mix(data, key)
		list = append(list, carriedFont{own.For, key, data})
	}
	return list, nil
}

// written are the characters that stand in 宋体: page numbers, any ASCII that an
// office may put around them, and comments.
func written(s *setup.Setup, said []problem.Problem, m notice.Meta) []rune {
	var b strings.Builder
	for c := ' '; c <= '~'; c++ {
		b.WriteRune(c)
	}
	b.WriteString("—－-" + s.Sheet.PageNumber.Before + s.Sheet.PageNumber.After)
	for _, p := range said {
		b.WriteString(strings.Join(commentLines(p, m.Source), ""))
	}
	return []rune(b.String())
}

// fontKey is a GUID made of the font's bytes: one font, one key (RFC 9562, 5.8).
func fontKey(data []byte) string {
	sum := sha256.Sum256(data)
	id := sum[:16]
	id[6] = id[6]&0x0F | 0x80
	id[8] = id[8]&0x3F | 0x80
	return strings.ToUpper(fmt.Sprintf("{%x-%x-%x-%x-%x}", id[:4], id[4:6], id[6:8], id[8:10], id[10:]))
}

// mix mixes a font with its key, or unmixes it: the bytes of the key as it is
// written, from the last on, twice.
func mix(data []byte, key string) {
	bytes, err := hex.DecodeString(strings.NewReplacer("{", "", "}", "", "-", "").Replace(key))
	if err != nil {
		panic(err) // the key is ours
	}
	for i := range min(len(data), 2*len(bytes)) {
		data[i] ^= bytes[len(bytes)-1-i%len(bytes)]
	}
}

// parts are the fonts and the links of the font table to them.
func (c carriedFonts) parts() []opc.Part {
	var list []opc.Part
	var links []relation
	for i, f := range c {
		list = append(list, opc.Part{Name: "word/" + fontFile(i), Data: f.data})
		links = append(links, relation{fontID(i), officeRel + "font", fontFile(i)})
	}
	if len(c) == 0 {
		return nil
	}
	return append([]opc.Part{{Name: "word/_rels/fontTable.xml.rels", Data: relationships(links...)}}, list...)
}

func fontFile(i int) string { return "fonts/font" + strconv.Itoa(i+1) + ".odttf" }

func fontID(i int) string { return "rId" + strconv.Itoa(i+1) }

// reference is what the font table says of face's font.
func (c carriedFonts) reference(face gb9704.Typeface) string {
	for i, f := range c {
		if f.face == face {
			return `<w:embedRegular r:id="` + fontID(i) + `" w:fontKey="` + f.key + `"/>`
		}
	}
	return ""
}

func (c carriedFonts) contentType() string {
	if len(c) == 0 {
		return ""
	}
	return `<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>`
}

func (c carriedFonts) namespace() string {
	if len(c) == 0 {
		return ""
	}
	return " " + nsR
}

// settings have Word keep the fonts, whole, when it saves the document.
func (c carriedFonts) settings() []byte {
	if len(c) == 0 {
		return []byte(settings)
	}
	const before = `<w:autoHyphenation`
	return []byte(strings.Replace(settings, before, `<w:embedTrueTypeFonts/>`+before, 1))
}
