package docx

import (
	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/setup"
)

// A mark is what the header of a draft's pages says; a final text has no header.
type mark struct {
	words    string
	kind     gb9704.Type
	distance gb9704.Unit // from the page's upper edge
}

func newMark(s *setup.Setup) mark {
	t, top := s.DraftMark()
	// A header that reached the text would push it down.
	return mark{s.Draft, t, max(0, min(top, s.Sheet.Word().Top.Unit-t.Size))}
}

// headers are the parts of a draft's headers: one for odd pages, one for even
// ones, as Word writes them.
func headers() [2]struct{ id, kind, target string } {
	return [2]struct{ id, kind, target string }{{"rIdDraftOdd", "default", "header1.xml"}, {"rIdDraftEven", "even", "header2.xml"}}
}

// draftParts are the headers of a draft.
func (m mark) draftParts() (parts []opc.Part, err error) {
	if m.words == "" {
		return nil, nil
	}
	var x xmlBuf
	x.raw(xmlHead, `<w:hdr `, nsW, `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:rPr>`, eastAsiaRun, `</w:rPr><w:t>`)
	x.text(m.words)
	x.raw(`</w:t></w:r></w:p></w:hdr>`)
	for _, h := range headers() {
		parts = append(parts, opc.Part{Name: "word/" + h.target, Data: x.b})
	}
	return parts, x.err
}

// relations are how document.xml finds its headers.
func (m mark) relations() (list []relation) {
	if m.words != "" {
		for _, h := range headers() {
			list = append(list, relation{h.id, officeRel + "header", h.target})
		}
	}
	return list
}

// styles are what a draft's headers are set in.
func (m mark) styles(f faces) []style {
	if m.words == "" {
		return nil
	}
	return []style{{kind: "paragraph", id: "Header", name: "header", alias: "稿件标记", based: "Normal", priority: 99,
		ppr: spacing(0, 0, m.kind.Size) + `<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>`,
		rpr: f.font(m.kind.Face) + tracking(0) + size(m.kind.Size)}}
}

// references are those of a section.
func (m mark) references(x *xmlBuf) {
	if m.words == "" {
		return
	}
	for _, h := range headers() {
		x.raw(`<w:headerReference w:type="`, h.kind, `" r:id="`, h.id, `"/>`)
	}
}

// usualHeader is where Word puts a header, in twips: a final text has none.
const usualHeader = 851

// headerDistance is the section's, in twips.
func (m mark) headerDistance() int {
	if m.words == "" {
		return usualHeader
	}
	return int(m.distance.Twips())
}

// lowered begins a draft's page so far below its margin: under a header
// LibreOffice keeps to no margin of that height. The paragraph itself is a point
// high.
func (b *body) lowered(by gb9704.Unit) {
	b.raw(`<w:p><w:pPr><w:pStyle w:val="`, afterTableStyle, `"/><w:spacing w:before="`, by-gb9704.Pt, `"/></w:pPr></w:p>`)
}
