package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/internal/specimen"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

func write(t testing.TB, doc *notice.Document, s *setup.Setup) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, doc, nil, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func part(t testing.TB, data []byte, name string) []byte {
	t.Helper()
	p, err := opc.ReadPart(data, name, 64<<20)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A para is one w:p as a reader sees it; style is the id, text has \n for w:br.
type wordPara struct {
	style, text string
	runs        []wordRun
}

type wordRun struct{ style, text string }

// paragraphs reads document.xml with a parser of its own.
func paragraphs(t testing.TB, data []byte) []wordPara {
	t.Helper()
	type val struct {
		V string `xml:"val,attr"`
	}
	type run struct {
		Style val        `xml:"rPr>rStyle"`
		Text  []string   `xml:"t"`
		Break []xml.Name `xml:"br"`
	}
	var doc struct {
		P []struct {
			Style val   `xml:"pPr>pStyle"`
			R     []run `xml:"r"`
		} `xml:"body>p"`
	}
	if err := xml.Unmarshal(part(t, data, bodyPart), &doc); err != nil {
		t.Fatal(err)
	}
	var out []wordPara
	for _, p := range doc.P {
		w := wordPara{style: p.Style.V}
		for _, r := range p.R {
			text := strings.Join(r.Text, "") + strings.Repeat("\n", len(r.Break))
			w.text += text
			w.runs = append(w.runs, wordRun{r.Style.V, text})
		}
		out = append(out, w)
	}
	return out
}

// small has one block of every kind.
func small() *notice.Document {
	return &notice.Document{
		Title: &notice.Title{Parts: [][]notice.Inline{words("某某局党组"), words("关于巡察整改情况的通报")}},
		Meta:  notice.Meta{Title: "某某局党组关于巡察整改情况的通报", Issuer: "某某局党组", Source: "台账.xlsx"},
		Body: []notice.Block{
			para("现将巡察整改情况予以公布。"),
			&notice.Heading{Level: 1, Number: "一、", Text: words("组织整改落实情况")},
			&notice.Heading{Level: 2, Number: "（一）", Text: words("提高站位。"), Body: para("分管副局长牵头。")},
			&notice.Heading{Level: 2, Number: "（二）", Text: words("压实责任")},
			&notice.Heading{Level: 3, Number: "1.", Text: words("“严”字当头")},
			&notice.Heading{Level: 4, Number: "（1）", Text: words("办公室未按规定开展。")},
			para("整改情况：A&B <c> ]]> {{正文}} 'd' \"e\" 𠮷"),
			&notice.Signature{Issuer: para("中共某某县文化旅游广电体育局党组"), Date: para("2023年6月21日")},
		},
	}
}

func TestGolden(t *testing.T) {
	for folder, doc := range map[string]*notice.Document{"testdata": small(), "testdata/formal": specimen.Formal(3)} {
		parts, err := opc.Read(write(t, doc, standard()))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			if ext := path.Ext(p.Name); ext == ".xml" || ext == ".rels" {
				golden(t, path.Join(folder, path.Base(p.Name)), p.Data)
			}
		}
	}
}

// golden compares a part with a file, a paragraph, style or table row a line.
func golden(t *testing.T, file string, data []byte) {
	t.Helper()
	if _, err := os.Stat(file); err != nil && path.Dir(file) == "testdata" {
		return // of a notice without 版头 only what differs is kept
	}
	got := strings.NewReplacer("</w:p>", "</w:p>\n", "</w:style>", "</w:style>\n", "<w:body>", "<w:body>\n", "</w:docDefaults>", "</w:docDefaults>\n").
		Replace(string(data))
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s; UPDATE=1 rewrites it:\n%s", file, got)
	}
}

func TestEveryParagraphOfTheRealNotice(t *testing.T) {
	text, err := os.ReadFile("../../testdata/notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	for _, heads := range []setup.HeadStyle{setup.CharacterStyle, setup.StyleSeparator} {
		s := standard()
		s.Heads = heads
		var got strings.Builder
		for _, p := range paragraphs(t, write(t, seed(t), s)) {
			if p.text == "" {
				t.Error("an empty paragraph")
			}
			got.WriteString(p.text)
		}
		if strings.ReplaceAll(got.String(), "\n", "") != strings.Join(want, "") {
			t.Errorf("heads %d: other words", heads)
		}
	}
}

func TestOutline(t *testing.T) {
	for heads, want := range map[setup.HeadStyle]map[string]int{
		setup.CharacterStyle: {"Title": 1, "Heading1": 3, "Heading2": 3, "Heading3": 11, "Heading4": 40, issuerStyle: 1, dateStyle: 1, "": 51},
		setup.StyleSeparator: {"Title": 1, "Heading1": 3, "Heading2": 10, "Heading3": 11, "Heading4": 40, issuerStyle: 1, dateStyle: 1, "": 51},
	} {
		s, got := standard(), map[string]int{}
		s.Heads = heads
		for _, p := range paragraphs(t, write(t, seed(t), s)) {
			got[p.style]++
		}
		for style, n := range want {
			if got[style] != n {
				t.Errorf("heads %d: %d paragraphs of style %q, want %d", heads, got[style], style, n)
			}
		}
	}
}

func TestRunInHead(t *testing.T) {
	p := paragraphs(t, write(t, small(), standard()))[3]
	want := []wordRun{{"Heading2Char", "（一）提高站位。"}, {"", "分管副局长牵头。"}}
	if p.style != "" || !slices.Equal(p.runs, want) {
		t.Errorf("run-in head is %+v", p)
	}
}

func TestTextIsText(t *testing.T) {
	for _, s := range []string{
		"<w:br/>", "&amp;", "]]>", "{{正文}}", "｛｛x｝｝", `"'`, "  两端  ", "a\tb", "\u00a0\u3000", "𠮷𪚥", "\ufffd", "\ue000", "\u2028", "\u0085",
	} {
		doc := &notice.Document{Body: []notice.Block{para(s)}}
		if got := paragraphs(t, write(t, doc, standard()))[0].text; got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestImpossibleTextIsRefused(t *testing.T) {
	for _, s := range []string{"a\nb", "a\rb", "\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\xff", "\xed\xa0\x80", "公\xe5"} {
		for name, doc := range map[string]*notice.Document{
			"body":   {Body: []notice.Block{para(s)}},
			"title":  {Title: &notice.Title{Parts: [][]notice.Inline{words(s)}}},
			"issuer": {Meta: notice.Meta{Issuer: s}},
		} {
			var b bytes.Buffer
			if err := Write(&b, doc, nil, standard()); err == nil || b.Len() > 0 || !strings.Contains(err.Error(), strconv.Quote(s)) {
				t.Errorf("%q as %s: error %v, %d bytes written", s, name, err, b.Len())
			}
		}
	}
}

func TestEveryTypefaceNeedsAName(t *testing.T) {
	for _, face := range typefaces() {
		s := standard()
		delete(s.Names, face)
		if err := Write(io.Discard, small(), nil, s); err == nil {
			t.Errorf("no name for %s: no error", face)
		}
	}
	s := standard()
	s.Names[typefaces()[0]] = `仿宋"<`
	write(t, small(), s)
}

func TestSameBytes(t *testing.T) {
	want := write(t, seed(t), standard())
	local, procs := time.Local, runtime.GOMAXPROCS(0)
	defer func() { time.Local = local; runtime.GOMAXPROCS(procs) }()
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("CST", 8*3600), time.FixedZone("", -11*3600)} {
		time.Local = zone
		runtime.GOMAXPROCS(1 + procs%2)
		if !bytes.Equal(write(t, seed(t), standard()), want) {
			t.Errorf("other bytes in zone %v", zone)
		}
	}
}

func TestProperties(t *testing.T) {
	core := string(part(t, write(t, seed(t), standard()), corePart))
	for _, want := range []string{
		"<dc:title>天元区文化旅游广电体育局党组关于巡察整改情况的社会通报</dc:title>",
		"<dc:creator>中共株洲市天元区文化旅游广电体育局党组</dc:creator>",
		"<dc:language>zh-CN</dc:language>",
		`<dcterms:created xsi:type="dcterms:W3CDTF">2023-06-20T16:00:00Z</dcterms:created>`,
		`<dcterms:modified xsi:type="dcterms:W3CDTF">2023-06-20T16:00:00Z</dcterms:modified>`,
	} {
		if !strings.Contains(core, want) {
			t.Errorf("no %s in\n%s", want, core)
		}
	}
	if strings.Contains(core, "台账") {
		t.Error("the ledger's name got into the file")
	}
	if core := part(t, write(t, small(), standard()), corePart); bytes.Contains(core, []byte("dcterms:created")) {
		t.Errorf("a notice without a date is dated:\n%s", core)
	}
}

// The sheet is the setup's, in the whole file.
func TestSheet(t *testing.T) {
	s := standard()
	s.Sheet.Top.Unit += 10 * gb9704.Mm
	s.Sheet.Pitch.Unit -= gb9704.Pt
	s.Sheet.Cell.Unit = gb9704.Size3
	data := write(t, small(), s)
	for name, want := range map[string]string{
		bodyPart:           `w:top="2537" w:right="1474" w:bottom="1290"`,
		"word/styles.xml":  `w:line="572" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>`,
		"word/footer1.xml": `<w:ind w:right="320"/>`,
	} {
		if !strings.Contains(string(part(t, data, name)), want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

func TestFooterFieldStandsInFiveRuns(t *testing.T) {
	data := write(t, small(), standard())
	for name, side := range map[string]string{"word/footer1.xml": "right", "word/footer2.xml": "left"} {
		footer := string(part(t, data, name))
		for _, want := range []string{`<w:jc w:val="` + side + `"/>`, `<w:ind w:` + side + `="316"/>`, `>— </w:t>`, `> —</w:t>`} {
			if strings.Count(footer, want) != 1 {
				t.Errorf("%s: want one %s in\n%s", name, want, footer)
			}
		}
		for run := range strings.SplitSeq(footer, "</w:r>") {
			if strings.Count(run, "<w:fldChar")+strings.Count(run, "<w:instrText")+strings.Count(run, "<w:t") > 1 {
				t.Errorf("%s: one run holds more than one piece: %s", name, run)
			}
		}
	}
}

func TestWriterFailures(t *testing.T) {
	if err := Write(failing{}, small(), nil, standard()); !errors.Is(err, errFull) {
		t.Errorf("a full disk gives %v", err)
	}
	if err := Write(short{}, small(), nil, standard()); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("a short write gives %v", err)
	}
}

var errFull = errors.New("disk full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }
