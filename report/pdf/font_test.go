package pdf

import (
	"bytes"
	"encoding/binary"
	"strings"
	"sync"
	"testing"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
)

// oneRun returns a document of one paragraph and its page, set glyph by glyph.
func oneRun(t *testing.T, said string, glyphs ...layout.Glyph) (*notice.Document, []layout.Page) {
	p := paragraph(said)
	doc := &notice.Document{Meta: sample().Meta, Title: &notice.Title{}, Body: []notice.Block{p}}
	s := newSetter(t)
	face, _, _ := s.set.Find(fonts.Fang, '文')
	for _, g := range glyphs {
		g.Advance = gb9704.Cell
		s.glyph(p, face, g)
	}
	return doc, s.pages
}

// glyphOf is the glyph of r in the body's face.
func glyphOf(t *testing.T, r rune) fonts.GlyphID {
	face, _, _ := fonts.Embedded().Find(fonts.Fang, '文')
	id, ok := face.Glyph(r)
	if !ok {
		t.Fatalf("no glyph for %q", r)
	}
	return id
}

func TestTextsOfOneGlyph(t *testing.T) {
	shared, other := glyphOf(t, '文'), glyphOf(t, '化')
	doc, pages := oneRun(t, "文⽂化𠮷",
		layout.Glyph{ID: shared, Text: "文"}, layout.Glyph{ID: shared, Text: "⽂"},
		layout.Glyph{ID: other, Text: "化"}, layout.Glyph{ID: other, Text: "𠮷"})
	d := read(t, write(t, doc, pages))
	if got := d.pieces(d.pages()[0])[0].text; got != "文⽂化𠮷" {
		t.Errorf("page says %q", got)
	}
	descendant := d.get(d.get(d.pages()[0], "Resources", "Font", "F1", "DescendantFonts").(array)[0]).(dict)
	table := d.streamOf(descendant["CIDToGIDMap"])
	codes := d.codes(d.pages()[0])
	glyph := func(code uint16) uint16 { return binary.BigEndian.Uint16(table[2*code:]) }
	if codes[0] == codes[1] || glyph(codes[0]) != glyph(codes[1]) || glyph(codes[2]) != glyph(codes[3]) || glyph(codes[0]) == glyph(codes[2]) {
		t.Errorf("codes %v, table %v", codes, table)
	}
}

// codes returns the codes a page shows, in order.
func (d *document) codes(page dict) []uint16 {
	var out []uint16
	for p := d.parse(d.streamOf(page["Contents"])); ; {
		if p.blank(); len(p.b) == 0 {
			return out
		}
		list, ok := p.value().(array)
		for _, e := range list {
			s, isText := e.(text)
			for ; ok && isText && len(s) > 0; s = s[2:] {
				out = append(out, binary.BigEndian.Uint16([]byte(s)))
			}
		}
	}
}

// Glyphs without words, and words of private use, are said by ActualText.
func TestActualText(t *testing.T) {
	doc, pages := oneRun(t, "文\uE000化",
		layout.Glyph{ID: glyphOf(t, '文'), Text: "文"}, layout.Glyph{ID: glyphOf(t, '—')},
		layout.Glyph{ID: glyphOf(t, '局'), Text: "\uE000"}, layout.Glyph{ID: glyphOf(t, '化'), Text: "化"})
	d := read(t, write(t, doc, pages))
	if got := d.pieces(d.pages()[0])[0].text; got != "文\uE000化" {
		t.Errorf("page says %q", got)
	}
	content := string(d.streamOf(d.pages()[0]["Contents"]))
	for _, span := range []string{"/Span<</ActualText<FEFF>>>BDC\n", "/Span<</ActualText<FEFFE000>>>BDC\n"} {
		if strings.Count(content, span) != 1 {
			t.Errorf("%q is missing in\n%s", span, content)
		}
	}
}

func TestFontDictionaries(t *testing.T) {
	doc := sample()
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	all := d.get(d.pages()[0], "Resources", "Font").(dict)
	if len(all) < 4 {
		t.Fatalf("%d fonts", len(all))
	}
	for key, f := range all {
		tag, face, _ := strings.Cut(string(d.get(f, "BaseFont").(name)), "+")
		if len(tag) != 6 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || face == "" {
			t.Errorf("%s: name %s+%s", key, tag, face)
		}
		cid := d.get(f, "DescendantFonts").(array)[0]
		descriptor := d.get(cid, "FontDescriptor").(dict)
		program := d.streamOf(descriptor["FontFile2"])
		if n := d.get(descriptor["FontFile2"], "Length1"); n != float64(len(program)) {
			t.Errorf("%s: Length1 %v for %d bytes", key, n, len(program))
		}
		if descriptor["FontName"] != d.get(f, "BaseFont") || d.get(cid, "BaseFont") != d.get(f, "BaseFont") {
			t.Errorf("%s: names differ", key)
		}
		if sub, err := fonts.Parse(string(program)); err == nil && sub.UnitsPerEm() == 0 {
			t.Errorf("%s: subset without an em", key)
		}
	}
}

// A face that was deflated in advance and one that was not: what a reader unpacks
// is the subset, byte for byte.
func TestFontPrograms(t *testing.T) {
	for _, style := range fonts.Styles() {
		for _, text := range []string{"1", "一", "通报", "天元区文化旅游广电体育局关于巡察整改进展情况的通报12—“”，。·𠮷㛃"} {
			var ids []fonts.GlyphID
			face := fonts.Embedded().Chain(style)[0]
			for _, r := range text {
				if g, ok := face.Glyph(r); ok {
					ids = append(ids, g)
				}
			}
			sub, err := face.Subset(ids)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			to := newFile(&b)
			r := to.alloc(1)
			to.font(r, sub)
			to.w.Flush()
			_, stream, _ := bytes.Cut(b.Bytes(), []byte("stream\n"))
			stream, _, _ = bytes.Cut(stream, []byte("\nendstream\nendobj\n"))
			got := (&document{t: t}).unpack(dict{"Filter": name("FlateDecode")}, stream)
			if !bytes.Equal(got, sub.Data()) {
				t.Errorf("%s, %q: %d bytes come out of the file for %d", face.Name(), text, len(got), sub.Size)
			}
		}
	}
}

// TestManyAtOnce is for the race detector: deflaters and packs are shared.
func TestManyAtOnce(t *testing.T) {
	docs := []*notice.Document{sample(), ample(3), ample(7)}
	var want [][]byte
	for _, doc := range docs {
		want = append(want, write(t, doc, newSetter(t).document(doc)))
	}
	var group sync.WaitGroup
	for i := range 12 {
		group.Go(func() {
			doc := docs[i%len(docs)]
			if got := write(t, doc, newSetter(t).document(doc)); !bytes.Equal(got, want[i%len(docs)]) {
				t.Error("other bytes beside other documents")
			}
		})
	}
	group.Wait()
}

// Glyphs stand where layout put them, to half a thousandth of an em.
func TestPlaces(t *testing.T) {
	doc := long(6)
	pages := newSetter(t).document(doc)
	for i, item := range pages[0].Items { // some lines are spread, some squeezed
		for k := range item.(*layout.Run).Glyphs {
			item.(*layout.Run).Glyphs[k].Advance += gb9704.Unit((k%3 - 1) * (i%5 - 2) * 12345)
		}
	}
	d := read(t, write(t, doc, pages))
	for i, page := range pages {
		got := d.places(d.pages()[i])
		for _, item := range page.Items {
			run := item.(*layout.Run)
			x := run.X
			for _, g := range run.Glyphs {
				want := float64(x) / float64(gb9704.Pt)
				if off := got[0] - want; off > 0.012 || off < -0.012 {
					t.Fatalf("page %d: %q at %v, want %v", i+1, g.Text, got[0], want)
				}
				x, got = x+g.Advance, got[1:]
			}
		}
		if len(got) != 0 {
			t.Errorf("page %d: %d more glyphs than layout has", i+1, len(got))
		}
	}
}

// places computes each glyph's x from the operators and /W.
func (d *document) places(page dict) []float64 {
	var out []float64
	var args []any
	var width func(uint16) float64
	var x, pen, size, tc float64
	for p := d.parse(d.streamOf(page["Contents"])); ; args = args[:0] {
		var op operator
		for op == "" {
			if p.blank(); len(p.b) == 0 {
				return out
			}
			v := p.value()
			op, _ = v.(operator)
			args = append(args, v)
		}
		switch op {
		case "BT":
			x = 0
		case "Tf":
			width, size = d.widths(args[0].(name)), args[1].(float64)
		case "Tc":
			tc = args[0].(float64)
		case "Td":
			x += args[0].(float64)
			pen = x
		case "TJ":
			for _, e := range args[0].(array) {
				if back, ok := e.(float64); ok {
					pen -= back * size / 1000
					continue
				}
				for s := []byte(e.(text)); len(s) > 0; s = s[2:] {
					out = append(out, pen)
					pen += width(binary.BigEndian.Uint16(s))*size/1000 + tc
				}
			}
		}
	}
}

// widths reads /W and /DW of a font.
func (d *document) widths(font name) func(uint16) float64 {
	cid := d.get(d.get(d.pages()[0], "Resources", "Font", string(font), "DescendantFonts").(array)[0]).(dict)
	table := map[uint16]float64{}
	w, _ := cid["W"].(array)
	for ; len(w) > 0; w = w[2:] {
		for i, v := range w[1].(array) {
			table[uint16(w[0].(float64))+uint16(i)] = v.(float64)
		}
	}
	return func(code uint16) float64 {
		if v, ok := table[code]; ok {
			return v
		}
		return cid["DW"].(float64)
	}
}
