package docx

import (
	"fmt"
	"slices"
	"strconv"

	"tongbao/report/gb9704"
	"tongbao/report/setup"
)

// Ids of our own styles. Word's built-in ones are known by their names.
const (
	copyStyle       = "CopyNumber"
	secrecyStyle    = "Secrecy"
	urgencyStyle    = "Urgency"
	markStyle       = "IssuerMark"
	numberStyle     = "DocumentNumber"
	signersStyle    = "Signers"
	signerStyle     = "SignerName"
	recipientsStyle = "Recipients"
	attachmentStyle = "AttachmentList"
	issuerStyle     = "SignatureIssuer"
	dateStyle       = "SignatureDate"
	noteStyle       = "DocumentNote"
	annexLabelStyle = "AnnexLabel"
	annexTitleStyle = "AnnexTitle"
	tableHeadStyle  = "TableHead"
	tableBandStyle  = "TableBand"
	tableTextStyle  = "TableText"
	ledgerStyle     = "LedgerTable"
	afterTableStyle = "AfterTable"
	recordStyle     = "Record"

	recordTableStyle = "RecordTable"
)

// faces gives the fonts' names, escaped for attributes.
type faces map[gb9704.Typeface]string

// newFaces fails when names lacks a class of type that the notice needs: Word
// would fall back to a font of its own without a word.
func newFaces(names setup.FontNames) (faces, error) {
	f := faces{}
	for _, face := range typefaces() {
		name := names[face]
		if name == "" {
			return nil, fmt.Errorf("docx: no font named for %s", face)
		}
		var x xmlBuf
		if x.text(name); x.err != nil {
			return nil, x.err
		}
		f[face] = string(x.b)
	}
	return f, nil
}

func typefaces() []gb9704.Typeface {
	return []gb9704.Typeface{gb9704.FangSong, gb9704.HeiTi, gb9704.KaiTi, gb9704.SongTi, gb9704.XiaoBiao}
}

// font names one face for all scripts: with two, Word would take quotes and
// dashes from the Western one.
func (f faces) font(face gb9704.Typeface) string {
	n := f[face]
	return `<w:rFonts w:hint="eastAsia" w:ascii="` + n + `" w:eastAsia="` + n + `" w:hAnsi="` + n + `"/>`
}

// look is the face of t, and its weight.
func (f faces) look(t gb9704.Type) string {
	if t.Bold {
		return f.font(t.Face) + `<w:b/><w:bCs/>`
	}
	return f.font(t.Face)
}

// size is a type size in half points.
func size(u gb9704.Unit) string {
	n := strconv.Itoa(int(u.Twips() / 10))
	return `<w:sz w:val="` + n + `"/><w:szCs w:val="` + n + `"/>`
}

// tracking is the space added to each character.
func tracking(u gb9704.Unit) string { return fmt.Sprintf(`<w:spacing w:val="%d"/>`, u.Twips()) }

// A style is one w:style. Names are those Word knows, in English; it shows them
// in the user's language, with the alias behind.
type style struct {
	kind            string // paragraph, character, table or numbering
	id, name, alias string
	based, next     string
	link            string // the paragraph style's character twin, and the other way round
	standard        bool   // its kind's default
	own             bool   // not one of Word's
	hidden          bool
	priority        int
	ppr, rpr, tblpr string
}

func styles(f faces, g geometry, b *body) []byte {
	var x xmlBuf
	p := g.page
	x.raw(xmlHead, `<w:styles `, nsW, `><w:docDefaults><w:rPrDefault><w:rPr>`, f.font(gb9704.Body().Face), size(gb9704.Body().Size),
		`<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	for _, s := range slices.Concat(textStyles(f, p), headStyles(f, g.sheet), formalStyles(f, g), tableStyles(f, g.tables), g.draft.styles(f), b.review.styles(f), b.list.styles(f, g)) {
		s.write(&x)
	}
	x.raw(`</w:styles>`)
	return x.b
}

const (
	noIndent = `<w:ind w:firstLineChars="0" w:firstLine="0"/>`
	lone     = `<w:keepNext/><w:keepLines/>`
)

// textStyles are those of every notice but the heads'. overflowPunct 1 is Word's default;
// LibreOffice reads it the other way round and without it hangs marks past the
// margin, where it loses some of them.
func textStyles(f faces, p gb9704.WordPage) []style {
	return []style{
		{kind: "paragraph", id: "Normal", name: "Normal", alias: "公文正文", standard: true,
			ppr: `<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>` +
				spacing(0, 0, p.Line.Unit) + fmt.Sprintf(`<w:ind w:firstLineChars="%d" w:firstLine="%d"/>`, 100*gb9704.Indent().N, p.Indent.Twips()) + `<w:jc w:val="both"/>`,
			rpr: tracking(p.Tracking.Unit)},
		{kind: "character", id: "DefaultParagraphFont", name: "Default Paragraph Font", standard: true, hidden: true, priority: 1},
		{kind: "table", id: "TableNormal", name: "Normal Table", standard: true, hidden: true, priority: 99},
		{kind: "numbering", id: "NoList", name: "No List", standard: true, hidden: true, priority: 99},
		{kind: "paragraph", id: "Title", name: "Title", alias: "公文标题", based: "Normal", next: "Normal", priority: 10,
			ppr: lone + spacing(p.TitleAbove.Unit, p.TitleBelow.Unit, p.TitleLine.Unit) + noIndent + `<w:jc w:val="center"/>`,
			rpr: f.font(gb9704.TitleType().Face) + tracking(0) + size(gb9704.TitleType().Size)},
		{kind: "paragraph", id: issuerStyle, name: "署名", based: "Normal", next: dateStyle, own: true, priority: 11,
			ppr: lone + spacing(p.OneLineGap.Unit, 0, p.Line.Unit) + noIndent + `<w:jc w:val="right"/>`},
		{kind: "paragraph", id: dateStyle, name: "成文日期", based: "Normal", own: true, priority: 11,
			ppr: `<w:keepLines/>` + noIndent + `<w:jc w:val="left"/>`},
		{kind: "paragraph", id: "Footer", name: "footer", alias: "公文页码", based: "Normal", priority: 99,
			ppr: spacing(0, 0, p.FooterLine.Unit) + noIndent,
			rpr: f.font(gb9704.PageNumberType().Face) + tracking(0) + size(gb9704.PageNumberType().Size)},
	}
}

// headStyles are heading 1 to 4 and their character twins, which run-in heads
// wear. They keep with the next paragraph, as in the PDF.
func headStyles(f faces, sheet *gb9704.Sheet) []style {
	var out []style
	for i, alias := range [...]string{"一级标题", "二级标题", "三级标题", "四级标题"} {
		n := strconv.Itoa(i + 1)
		id, look := "Heading"+n, f.look(sheet.HeadType(i+1))
		out = append(out,
			style{kind: "paragraph", id: id, name: "heading " + n, alias: alias, based: "Normal", next: "Normal", link: id + "Char", priority: 9,
				ppr: `<w:keepNext/><w:outlineLvl w:val="` + strconv.Itoa(i) + `"/>`, rpr: look},
			style{kind: "character", id: id + "Char", name: "heading " + n + " Char", alias: alias + "（段首）", based: "DefaultParagraphFont", link: id, own: true, priority: 9,
				rpr: look})
	}
	return out
}

// spacing is space before and after, and an exact line pitch.
func spacing(before, after, line gb9704.Unit) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="exact"/>`, before.Twips(), after.Twips(), line.Twips())
}

// write writes s, its elements in the schema's order.
func (s style) write(x *xmlBuf) {
	x.raw(`<w:style w:type="`, s.kind, `"`)
	if s.standard {
		x.raw(` w:default="1"`)
	}
	if s.own {
		x.raw(` w:customStyle="1"`)
	}
	x.raw(` w:styleId="`, s.id, `">`)
	for _, e := range [...][2]string{{"name", s.name}, {"aliases", s.alias}, {"basedOn", s.based}, {"next", s.next}, {"link", s.link}} {
		if e[1] != "" {
			x.raw(`<w:`, e[0], ` w:val="`, e[1], `"/>`)
		}
	}
	x.raw(`<w:uiPriority w:val="`, s.priority, `"/>`)
	if s.hidden {
		x.raw(`<w:semiHidden/>`)
	} else {
		x.raw(`<w:qFormat/>`)
	}
	if s.ppr != "" {
		x.raw(`<w:pPr>`, s.ppr, `</w:pPr>`)
	}
	if s.rpr != "" {
		x.raw(`<w:rPr>`, s.rpr, `</w:rPr>`)
	}
	if s.tblpr != "" {
		x.raw(`<w:tblPr>`, s.tblpr, `</w:tblPr>`)
	}
	x.raw(`</w:style>`)
}
