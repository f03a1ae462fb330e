package docx

import (
	"bytes"
	"encoding/hex"
	"regexp"
	"strings"
	"testing"

	"tongbao/fonts"
	"tongbao/report/internal/opc"
	"tongbao/report/internal/specimen"
	"tongbao/report/setup"
)

func carrying() *setup.Setup {
	s := setup.Standard(fonts.Embedded())
	s.Embed = true
	return s
}

var (
	tableFont = regexp.MustCompile(`<w:font w:name="([^"]+)">.*?<w:embedRegular r:id="([^"]+)" w:fontKey="\{([0-9A-F-]{36})\}"/></w:font>`)
	fontLink  = regexp.MustCompile(`<Relationship Id="([^"]+)" Type="[^"]+/font" Target="([^"]+)"/>`)
)

// carriedFaces reads the fonts out of a document as Word does, by what the standard
// says: 17.8.1, the key's 32 digits from the last pair on.
func carriedFaces(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	targets, out := map[string]string{}, map[string][]byte{}
	for _, m := range fontLink.FindAllStringSubmatch(string(part(t, data, "word/_rels/fontTable.xml.rels")), -1) {
		targets[m[1]] = m[2]
	}
	for _, m := range tableFont.FindAllStringSubmatch(string(part(t, data, "word/fontTable.xml")), -1) {
		font := bytes.Clone(part(t, data, "word/"+targets[m[2]]))
		digits := strings.ReplaceAll(m[3], "-", "")
		for i := range 32 {
			at := 30 - 2*(i%16)
			key, err := hex.DecodeString(digits[at : at+2])
			if err != nil {
				t.Fatal(err)
			}
			font[i] ^= key[0]
		}
		out[m[1]] = font
	}
	return out
}

// Every face that the styles name is there, whole but for 宋体, under its own name.
func TestCarriedFonts(t *testing.T) {
	data := write(t, specimen.Formal(3), carrying())
	faces := carriedFaces(t, data)
	if len(faces) != len(typefaces()) {
		t.Fatalf("%d fonts", len(faces))
	}
	for _, own := range setup.OwnFaces() {
		got, err := fonts.Parse(string(faces[own.Face.Family()]))
		if err != nil {
			t.Fatalf("%s: %v", own.Face.Family(), err)
		}
		if got.Family() != own.Face.Family() || !got.Rights().Editable() {
			t.Errorf("%s calls itself %s", own.Face.Family(), got.Family())
		}
		if whole := got.Data() == own.Face.Data(); whole == own.Part {
			t.Errorf("%s is whole: %t", own.Face.Family(), whole)
		}
		if gb2312 := fonts.Charsets()[0]; !own.Part && gb2312.In(got) != gb2312.Size {
			t.Errorf("%s lacks Hanzi that somebody may type", own.Face.Family())
		}
	}
	for _, name := range regexp.MustCompile(`w:eastAsia="([^"]+)" w:hAnsi`).FindAllStringSubmatch(string(part(t, data, "word/styles.xml")), -1) {
		if faces[name[1]] == nil {
			t.Errorf("a style names %s, which is not there", name[1])
		}
	}
	if !bytes.Contains(part(t, data, "word/settings.xml"), []byte(`<w:embedTrueTypeFonts/>`)) {
		t.Error("Word drops the fonts when it saves")
	}
	if again := write(t, specimen.Formal(3), carrying()); !bytes.Equal(again, data) || !opc.Canonical(data) {
		t.Error("the same document, other bytes")
	}
}

// 宋体 has what stands in it: page numbers, whatever an office puts around them,
// comments.
func TestCarriedPart(t *testing.T) {
	s := carrying()
	sheet := *s.Sheet
	sheet.PageNumber.Before, sheet.PageNumber.After = "第", "页"
	s.Sheet = &sheet
	doc := reviewed(remarkAt(17, 4, "缺佐证"))
	song := setup.OwnFaces()[3].Face.Family()
	got, err := fonts.Parse(string(carriedFaces(t, write(t, doc, s))[song]))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "第0123456789页-Az缺佐证" {
		if _, ok := got.Glyph(r); !ok {
			t.Errorf("%c is missing", r)
		}
	}
	if _, ok := got.Glyph('龙'); ok {
		t.Error("has what nothing needs")
	}
}

// Without the option nothing of all this is in the file.
func TestNothingCarried(t *testing.T) {
	parts, err := opc.Read(write(t, specimen.Formal(3), setup.Standard(fonts.Embedded())))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if strings.Contains(p.Name, "font") && p.Name != "word/fontTable.xml" || bytes.Contains(p.Data, []byte("odttf")) || bytes.Contains(p.Data, []byte("embed")) && p.Name == "word/settings.xml" {
			t.Errorf("%s speaks of fonts in the file", p.Name)
		}
	}
}
