package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
)

func documentOf(t testing.TB, doc *notice.Document) string {
	t.Helper()
	return string(part(t, write(t, doc, standard()), bodyPart))
}

// styled is the text of the paragraphs of a style.
func styled(t *testing.T, doc *notice.Document, style string) (out []string) {
	for p := range strings.SplitSeq(documentOf(t, doc), "</w:p>") {
		if strings.Contains(p, `<w:pStyle w:val="`+style+`"/>`) {
			text := ""
			for _, m := range regexp.MustCompile(`<w:t [^>]*>([^<]*)</w:t>|(<w:tab/>)`).FindAllStringSubmatch(p, -1) {
				if text += m[1]; m[2] != "" {
					text += "\t"
				}
			}
			out = append(out, text)
		}
	}
	return out
}

func TestHead(t *testing.T) {
	doc := specimen.Upward()
	for style, want := range map[string]string{
		copyStyle: "000001", secrecyStyle: "秘密★1年", urgencyStyle: "特急", markStyle: "某某市文化旅游局文件",
		signersStyle: "\t签发人：甲某某\t乙某", numberStyle: "\t某文旅发〔2024〕12号\t丙某某",
		recipientsStyle: "各县（市、区）文化旅游局，局属各单位，机关各科室：",
		attachmentStyle: "附件：1.\t巡察整改工作领导小组及其办公室成员单位名单和职责分工一览表（试行）|2.\t巡察整改台账",
		noteStyle:       "（此件公开发布）", annexLabelStyle: "附件1|附件2", tableBandStyle: "（一）履行职责方面",
		recordStyle: "抄送：\t市委巡察工作领导小组办公室，市纪委监委机关，市委组织部，市财政局，市审计局，市机关事务服务中心。|某某市文化旅游局办公室\t2024年4月9日印发",
	} {
		if got := strings.Join(styled(t, doc, style), "|"); got != want {
			t.Errorf("%s: %q, want %q", style, got, want)
		}
	}
	if got := styled(t, specimen.Formal(1), numberStyle); len(got) != 1 || got[0] != "某文旅发〔2024〕12号" {
		t.Errorf("发文字号 alone: %q", got)
	}
}

// Names that two of do not fit beside 发文字号 stand below each other.
func TestSignersFindRoom(t *testing.T) {
	doc := specimen.Upward()
	doc.Head.Signers.Names = [][]notice.Inline{words("阿卜杜热合曼·买买提"), words("乙某")}
	if got := strings.Join(styled(t, doc, signersStyle), "|"); got != "\t签发人：阿卜杜热合曼·买买提" {
		t.Errorf("%q", got)
	}
}

// The seal is behind the date, centred on it, at its size, with words for who
// does not see it.
func TestSeal(t *testing.T) {
	doc := specimen.Formal(1)
	data := write(t, doc, standard())
	text := string(part(t, data, bodyPart))
	for _, want := range []string{`behindDoc="1"`, `<wp:wrapNone/>`, `descr="“某某市文化旅游局”印章"`, `<wp:extent cx="1512000" cy="1512000"/>`, `r:embed="rIdImage1"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	if !bytes.Equal(part(t, data, "word/media/image1.png"), specimen.Seal().Picture.Data) {
		t.Error("the picture is another one")
	}
	p := regexp.MustCompile(`"SignatureDate"/><w:keepNext/><w:widowControl/><w:ind w:left="(\d+)" w:right="(\d+)"/><w:jc w:val="center"/>.*?<wp:posOffset>(-?\d+)</wp:posOffset>.*?<wp:posOffset>(-?\d+)</wp:posOffset>`).FindStringSubmatch(text)
	if p == nil {
		t.Fatal("the seal does not stand in the date's paragraph")
	}
	const perTwip, area = 635, 8844
	date := int(a4().width("2024年4月8日").Twips())
	middle := (number(t, p[1]) + area - number(t, p[2])) / 2
	x, y := number(t, p[3]), number(t, p[4])
	if off := middle*perTwip - (x + 1512000/2); off < -2*perTwip || off > 2*perTwip {
		t.Errorf("the seal's middle is %d EMU off the date's", off)
	}
	if end := area - middle - date/2; end < 1260 || end > 1268 {
		t.Errorf("the date ends %d twips from the edge, not four characters", end)
	}
	// Issuer and date, 16.0 mm high together, stand 3 mm below its middle.
	l := a4().bodyLine()
	rows := (l.pitch + gb9704.Cell)
	words := l.above() - l.pitch + rows/2 // the middle of the rows, from the date's line
	if off := emu(words) - (y + 1512000/2); off < 3*36000-900 || off > 3*36000+900 {
		t.Errorf("the words' middle is %d EMU below the seal's, want 3 mm", off)
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// An issuer as wide as the type area lets it be stands on one line, though a font
// may be a little wider.
func TestLongIssuerBelowSeal(t *testing.T) {
	doc := specimen.Formal(1)
	for _, b := range doc.Body {
		if s, ok := b.(*notice.Signature); ok {
			s.Issuer = para("中共某某市某某区文化旅游广电体育局党组")
		}
	}
	m := regexp.MustCompile(`"SignatureIssuer"/>.*?<w:ind w:left="(\d+)" w:right="(-?\d+)"/>`).FindStringSubmatch(documentOf(t, doc))
	if m == nil {
		t.Fatal("no issuer")
	}
	if room := 8844 - number(t, m[1]) - number(t, m[2]) - int(a4().width("中共某某市某某区文化旅游广电体育局党组").Twips()); room < 600 {
		t.Errorf("%d twips are left beside it", room)
	}
}

// A seal that reaches over 附注 pushes it down, and one that does not leaves it.
func TestNoteBelowSeal(t *testing.T) {
	doc := specimen.Formal(1)
	if !strings.Contains(documentOf(t, doc), `<w:pStyle w:val="DocumentNote"/></w:pPr>`) {
		t.Error("a short note is moved")
	}
	doc.Body[len(doc.Body)-1] = &notice.Note{Text: words("（" + strings.Repeat("联系人电话", 5) + "）")}
	if !strings.Contains(documentOf(t, doc), `<w:pStyle w:val="DocumentNote"/><w:spacing w:before="`) {
		t.Error("a note below the seal is not moved")
	}
}

// Three sections: upright, turned for the table, and 版记 from an even page on.
func TestSections(t *testing.T) {
	sections := regexp.MustCompile(`<w:sectPr>.*?</w:sectPr>`).FindAllString(documentOf(t, specimen.Formal(3)), -1)
	if len(sections) != 3 {
		t.Fatalf("%d sections", len(sections))
	}
	for i, want := range []string{
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1960" w:right="1474" w:bottom="1847" w:left="1587"`,
		`<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"`,
		`<w:type w:val="evenPage"/><w:pgSz w:w="11906" w:h="16838"/>`,
	} {
		if !strings.Contains(sections[i], want) {
			t.Errorf("section %d is %s", i+1, sections[i])
		}
	}
	if n := strings.Count(documentOf(t, specimen.Plain()), "<w:sectPr>"); n != 1 {
		t.Errorf("a plain notice has %d sections", n)
	}
}

// A piece of a document that begins turned ends the section before it.
func TestTurnedAtOnce(t *testing.T) {
	text := documentOf(t, &notice.Document{Annexes: specimen.Formal(1).Annexes[1:]})
	if first, last, _ := strings.Cut(text, "</w:sectPr>"); strings.Contains(first, "landscape") || !strings.Contains(last, "landscape") {
		t.Errorf("sections of %s", text)
	}
}

// 版记 below text floats at its place; alone on its page it is in the flow.
func TestRecordBelowText(t *testing.T) {
	text := string(part(t, laidOut(t, twoPages()), bodyPart))
	if strings.Contains(text, "evenPage") || !strings.Contains(text, `w:vertAnchor="page"`) {
		t.Error("版记 that stands below text has a section of its own")
	}
	text = string(part(t, laidOut(t, specimen.Upward()), bodyPart))
	if !strings.Contains(text, "evenPage") || strings.Contains(text, "tblpPr") {
		t.Error("版记 on a page of its own floats")
	}
}

// The blank page before 版记 takes the page's number away.
func TestRecordWithoutNumber(t *testing.T) {
	text := string(part(t, laidOut(t, specimen.Formal(30)), bodyPart))
	last := text[strings.LastIndex(text, "<w:sectPr>"):]
	if strings.Count(last, noFooterID) != 2 || strings.Contains(last, oddFooterID) {
		t.Errorf("the last section is %s", last)
	}
}

func TestTable(t *testing.T) {
	doc := specimen.Formal(3)
	text := string(part(t, laidOut(t, doc), bodyPart))
	for want, n := range map[string]int{
		"<w:tbl>": 2, "<w:tblHeader/>": 1, `<w:gridSpan w:val="6"/>`: 1, "<w:cantSplit/>": 7,
		`<w:tblDescription w:val="巡察整改台账，共6栏"/>`: 1,
	} {
		if got := strings.Count(text, want); got != n {
			t.Errorf("%d %s, want %d", got, want, n)
		}
	}
	total := 0
	for _, m := range regexp.MustCompile(`<w:gridCol w:w="(\d+)"/>`).FindAllStringSubmatch(text, 6) {
		total += number(t, m[1])
	}
	if total < 12700 || total > 12756 {
		t.Errorf("columns are %d twips wide together, the type area 12756", total)
	}
}

// Tables that follow each other would become one.
func TestTablesStayApart(t *testing.T) {
	doc := &notice.Document{Body: []notice.Block{specimen.Table(1), specimen.Table(1)}}
	text := documentOf(t, doc)
	if strings.Contains(text, "</w:tbl><w:tbl>") || strings.Contains(text, "</w:tbl><w:sectPr>") {
		t.Error("no paragraph after a table")
	}
	empty := &notice.Table{Columns: []notice.Column{{}, {Head: para("二")}}, Rows: []notice.Row{{Cells: []notice.Cell{{}}}}}
	if text = documentOf(t, &notice.Document{Body: []notice.Block{empty}}); strings.Contains(text, "</w:tcPr></w:tc>") {
		t.Error("a cell without a paragraph")
	}
}

// Text below a table stands a row away from it, as far as from text.
func TestTextBelowTable(t *testing.T) {
	doc := &notice.Document{Body: []notice.Block{specimen.Table(1), para("正文。"), para("正文。")}}
	if n := strings.Count(documentOf(t, doc), `<w:p><w:pPr><w:spacing w:before="397"/>`); n != 1 {
		t.Errorf("%d paragraphs stand a row below a table", n)
	}
}

// What a checker of accessibility asks of every document.
func TestAccessibility(t *testing.T) {
	for name, doc := range specimens() {
		if name == "rows" {
			continue
		}
		data := laidOut(t, doc)
		text, core := string(part(t, data, bodyPart)), string(part(t, data, corePart))
		if !strings.Contains(core, "<dc:title>"+doc.Meta.Title+"</dc:title>") || !strings.Contains(core, "<dc:language>zh-CN</dc:language>") {
			t.Errorf("%s: no title or language", name)
		}
		if n := strings.Count(text, "<wp:anchor "); n != strings.Count(text, ` descr="“`) {
			t.Errorf("%s: %d pictures, not all with words", name, n)
		}
		if tables := strings.Count(text, `<w:tblStyle w:val="LedgerTable"/>`); tables != strings.Count(text, "<w:tblHeader/>") || tables != strings.Count(text, "<w:tblDescription ") {
			t.Errorf("%s: %d tables, not all with a head and words", name, tables)
		}
		level := 0
		for p := range strings.SplitSeq(text[:strings.LastIndex(text, "</w:p>")], "</w:p>") {
			if !strings.Contains(p, "<w:t ") && !strings.Contains(p, afterTableStyle) {
				t.Errorf("%s: an empty paragraph %s", name, p)
			}
			if m := regexp.MustCompile(`w:val="Heading(\d)(?:Char)?"`).FindStringSubmatch(p); m != nil {
				if n := number(t, m[1]); n > level+1 {
					t.Errorf("%s: level %d after %d", name, n, level)
				} else {
					level = n
				}
			}
		}
	}
}

// Words are in the file whatever happens to the layout.
func TestEveryWord(t *testing.T) {
	doc := specimen.Upward()
	d := xml.NewDecoder(strings.NewReader(documentOf(t, doc)))
	var got strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if c, ok := token.(xml.CharData); ok {
			got.Write(c)
		}
	}
	for _, want := range []string{"甲某某", "乙某", "丙某某", "特急", "（此件公开发布）", "每季度检查一次，结果通报各科室。", "2024年4月9日印发", "二、职责分工"} {
		if !strings.Contains(got.String(), want) {
			t.Errorf("no %s", want)
		}
	}
}

// Many documents at once give each its own bytes: run with -race.
func TestFormalSameBytes(t *testing.T) {
	want := map[string][]byte{"formal": laidOut(t, specimen.Formal(12)), "upward": laidOut(t, specimen.Upward())}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			doc, name := specimen.Formal(12), "formal"
			if i%2 == 1 {
				doc, name = specimen.Upward(), "upward"
			}
			if !bytes.Equal(laidOut(t, doc), want[name]) {
				t.Errorf("other bytes of %s", name)
			}
		})
	}
	wg.Wait()
	parts, err := opc.Read(want["formal"])
	if err != nil {
		t.Fatal(err)
	}
	if err := opc.Check(parts); err != nil {
		t.Error(err)
	}
}
