package docx

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/internal/specimen"
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

// The record of a draft begins where a final text's does, from a margin that no
// header takes the place of.
func TestDraftRecord(t *testing.T) {
	s := standard()
	final := string(part(t, write(t, specimen.Formal(3), s), bodyPart))
	s.Draft = "审核稿"
	draft := string(part(t, write(t, specimen.Formal(3), s), bodyPart))
	tops := regexp.MustCompile(`<w:pgMar w:top="(\d+)"`)
	last := func(body string) int {
		all := tops.FindAllStringSubmatch(body, -1)
		n, _ := strconv.Atoi(all[len(all)-1][1])
		return n
	}
	lowered := regexp.MustCompile(`<w:spacing w:before="(\d+)"/></w:pPr></w:p><w:tbl>`).FindStringSubmatch(draft)
	if lowered == nil || last(draft) != 1960 {
		t.Fatalf("a draft's last section begins at %d", last(draft))
	}
	if by, _ := strconv.Atoi(lowered[1]); by+20+last(draft)-last(final) > 1 || by+20+last(draft)-last(final) < -1 {
		t.Errorf("the record begins at %d, in a draft %d below %d", last(final), by+20, last(draft))
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
