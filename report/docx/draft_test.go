package docx

import (
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
)

// A draft says so in the header of odd and of even pages, which stays clear of the
// text; a final text has neither header nor style for one.
func TestDraftHeader(t *testing.T) {
	s := standard()
	s.Draft = "征求意见稿"
	data := write(t, small(), s)
	for name, want := range map[string]string{
		"word/header1.xml": `<w:pStyle w:val="Header"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>征求意见稿</w:t>`,
		"word/header2.xml": `<w:t>征求意见稿</w:t>`,
		"word/styles.xml":  `<w:name w:val="header"/>`,
		bodyPart:           `<w:headerReference w:type="default" r:id="rIdDraftOdd"/><w:headerReference w:type="even" r:id="rIdDraftEven"/><w:footerReference`,
		linksPart:          `Id="rIdDraftEven"`,
	} {
		if !strings.Contains(string(part(t, data, name)), want) {
			t.Errorf("%s: no %s in\n%s", name, want, part(t, data, name))
		}
	}
	final := write(t, small(), standard())
	if _, err := opc.ReadPart(final, "word/header1.xml", 1<<20); err == nil {
		t.Error("a final text has a header")
	}
	if body := string(part(t, final, bodyPart)); strings.Contains(body, "header") != strings.Contains(body, `w:header="851"`) {
		t.Error("a final text has a place for a header other than Word's")
	}
	if strings.Contains(string(part(t, final, "word/styles.xml")), `"header"`) {
		t.Error("a final text has a style for headers")
	}
}

// The header ends above the text also where the upper margin is small.
func TestDraftHeaderFits(t *testing.T) {
	for mm := gb9704.Unit(10); mm <= 60; mm++ {
		s := standard()
		s.Draft, s.Sheet.Top.Unit = "草稿", mm*gb9704.Mm
		if m, top := newMark(s), s.Sheet.Word().Top.Unit; m.distance < 0 || m.distance+m.kind.Size > top {
			t.Errorf("top %d mm: header from %d to %d, text from %d", mm, m.distance, m.distance+m.kind.Size, top)
		}
	}
}
