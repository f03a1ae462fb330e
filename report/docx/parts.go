package docx

import (
	"slices"
	"strings"
	"time"

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/notice"
)

// Names that more than one part mentions.
const (
	bodyPart     = "word/document.xml"
	linksPart    = "word/_rels/document.xml.rels"
	corePart     = "docProps/core.xml"
	oddFooterID  = "rIdOdd"
	evenFooterID = "rIdEven"
	noFooterID   = "rIdNone"
)

// skeleton is the whole package but for the notice's text: document.xml is empty.
// The order is the file's.
func skeleton(m notice.Meta, f faces, g geometry, b *body, own carriedFonts) ([]opc.Part, error) {
	core, err := coreProperties(m)
	if err != nil {
		return nil, err
	}
	headers, err := g.draft.draftParts()
	if err != nil {
		return nil, err
	}
	comments, err := b.review.part(m)
	if err != nil {
		return nil, err
	}
	return slices.Concat([]opc.Part{
		{Name: "[Content_Types].xml", Data: contentTypes(headers, comments, own)},
		{Name: "_rels/.rels", Data: relationships(
			relation{"rIdDocument", officeRel + "officeDocument", bodyPart},
			relation{"rIdCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", corePart},
			relation{"rIdApp", officeRel + "extended-properties", "docProps/app.xml"})},
		{Name: bodyPart, Data: []byte(xmlHead + `<w:document ` + nsW + `><w:body/></w:document>`)},
		{Name: linksPart, Data: relationships(slices.Concat(g.draft.relations(), []relation{
			{"rIdStyles", officeRel + "styles", "styles.xml"},
			{"rIdSettings", officeRel + "settings", "settings.xml"},
			{"rIdFonts", officeRel + "fontTable", "fontTable.xml"},
			{oddFooterID, officeRel + "footer", "footer1.xml"},
			{evenFooterID, officeRel + "footer", "footer2.xml"},
			{noFooterID, officeRel + "footer", "footer3.xml"}}, b.media.relations(), b.review.relations())...)},
		{Name: "word/styles.xml", Data: styles(f, g, b)},
		{Name: "word/settings.xml", Data: own.settings()},
		{Name: "word/fontTable.xml", Data: fontTable(f, own)},
		{Name: "word/footer1.xml", Data: g.footer("right")},
		{Name: "word/footer2.xml", Data: g.footer("left")},
		{Name: "word/footer3.xml", Data: []byte(xmlHead + `<w:ftr ` + nsW + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>`)},
		{Name: corePart, Data: core},
		{Name: "docProps/app.xml", Data: []byte(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Tongbao</Application></Properties>`)},
	}, headers, comments, b.media.parts(), own.parts()), nil
}

func contentTypes(headers, comments []opc.Part, own carriedFonts) []byte {
	const (
		prefix = "application/vnd.openxmlformats-"
		word   = prefix + "officedocument.wordprocessingml."
	)
	var x xmlBuf
	x.raw(xmlHead, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		`<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`, own.contentType())
	for _, t := range [...][2]string{
		{bodyPart, word + "document.main"},
		{"word/styles.xml", word + "styles"},
		{"word/settings.xml", word + "settings"},
		{"word/fontTable.xml", word + "fontTable"},
		{"word/footer1.xml", word + "footer"},
		{"word/footer2.xml", word + "footer"},
		{"word/footer3.xml", word + "footer"},
		{corePart, prefix + "package.core-properties"},
		{"docProps/app.xml", prefix + "officedocument.extended-properties"},
	} {
		x.raw(`<Override PartName="/`, t[0], `" ContentType="`, t[1], `+xml"/>`)
	}
	for _, h := range headers {
		x.raw(`<Override PartName="/`, h.Name, `" ContentType="`, word, `header+xml"/>`)
	}
	for _, c := range comments {
		x.raw(`<Override PartName="/`, c.Name, `" ContentType="`, word, `comments+xml"/>`)
	}
	x.raw(`</Types>`)
	return x.b
}

const officeRel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

type relation struct{ id, kind, target string }

func relationships(list ...relation) []byte {
	var x xmlBuf
	x.raw(xmlHead, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range list {
		x.raw(`<Relationship Id="`, r.id, `" Type="`, r.kind, `" Target="`, r.target, `"/>`)
	}
	x.raw(`</Relationships>`)
	return x.b
}

// settings turns on different odd and even footers, Chinese line breaking (marks
// that may not begin or end a line: GB/T 15834, 5.1) and Word's present layout.
const settings = xmlHead + `<w:settings ` + nsW + `><w:zoom w:percent="100"/><w:autoHyphenation w:val="0"/><w:evenAndOddHeaders/>` +
	`<w:characterSpacingControl w:val="compressPunctuation"/>` +
	`<w:noLineBreaksAfter w:lang="zh-CN" w:val="“‘（《〈【〔「『［｛￥([{"/>` +
	`<w:noLineBreaksBefore w:lang="zh-CN" w:val="、，。．：；？！”’）》〉】〕」』］｝·％‰℃),.:;?!]}%"/>` +
	`<w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>` +
	`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
	`<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`

// fontTable tells Word what else the fonts are called, for offices that have
// them under another name.
func fontTable(f faces, own carriedFonts) []byte {
	var x xmlBuf
	x.raw(xmlHead, `<w:fonts `, nsW, own.namespace(), `>`)
	for _, face := range typefaces() {
		other, family, pitch := alternatives(face)
		x.raw(`<w:font w:name="`, f[face], `"><w:altName w:val="`, without(other, f[face]),
			`"/><w:charset w:val="86"/><w:family w:val="`, family, `"/><w:pitch w:val="`, pitch, `"/>`, own.reference(face), `</w:font>`)
	}
	x.raw(`</w:fonts>`)
	return x.b
}

// alternatives are the names under which systems carry a class of type, and what
// Word wants to know to find another font like it.
func alternatives(face gb9704.Typeface) (names []string, family, pitch string) {
	switch face {
	case gb9704.FangSong:
		return []string{"仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312"}, "modern", "fixed"
	case gb9704.KaiTi:
		return []string{"楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312"}, "modern", "fixed"
	case gb9704.HeiTi:
		return []string{"黑体", "SimHei"}, "modern", "fixed"
	case gb9704.XiaoBiao:
		return []string{"方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S"}, "auto", "variable"
	}
	return []string{"宋体", "SimSun"}, "auto", "variable"
}

// without joins the names that are not name.
func without(names []string, name string) string {
	var rest []string
	for _, n := range names {
		if n != name {
			rest = append(rest, n)
		}
	}
	return strings.Join(rest, ",")
}

// footer is "— 1 —" (7.5) at the given side, or what the office wants instead. The
// field stands in five runs: WPS shows no number when they are one.
func (g geometry) footer(side string) []byte {
	rule := g.sheet.PageNumber
	var x xmlBuf
	x.raw(xmlHead, `<w:ftr `, nsW, `><w:p><w:pPr><w:pStyle w:val="Footer"/>`)
	if rule.Centred {
		x.raw(`<w:jc w:val="center"/>`)
	} else {
		x.raw(`<w:ind w:`, side, `="`, g.inset(), `"/><w:jc w:val="`, side, `"/>`)
	}
	x.raw(`</w:pPr>`)
	for _, content := range []string{
		`<w:t xml:space="preserve">` + rule.Before + `</w:t>`,
		`<w:fldChar w:fldCharType="begin"/>`,
		`<w:instrText xml:space="preserve"> PAGE </w:instrText>`,
		`<w:fldChar w:fldCharType="separate"/>`,
		`<w:t>1</w:t>`,
		`<w:fldChar w:fldCharType="end"/>`,
		`<w:t xml:space="preserve">` + rule.After + `</w:t>`,
	} {
		x.raw(`<w:r><w:rPr>`, eastAsiaRun, `</w:rPr>`, content, `</w:r>`)
	}
	x.raw(`</w:p></w:ftr>`)
	return x.b
}

// coreProperties says what the file is. Its times are the notice's date, midnight
// in Beijing: the file has no clock.
func coreProperties(m notice.Meta) ([]byte, error) {
	var x xmlBuf
	x.raw(xmlHead, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `,
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range [...][2]string{{"title", m.Title}, {"creator", m.Issuer}, {"identifier", m.SourceID()}, {"language", "zh-CN"}} {
		x.raw(`<dc:`, p[0], `>`)
		x.text(p[1])
		x.raw(`</dc:`, p[0], `>`)
	}
	if !m.Date.Time.IsZero() {
		day := m.Date.Time.Add(-8 * time.Hour).UTC().Format(time.RFC3339)
		for _, name := range [...]string{"created", "modified"} {
			x.raw(`<dcterms:`, name, ` xsi:type="dcterms:W3CDTF">`, day, `</dcterms:`, name, `>`)
		}
	}
	x.raw(`</cp:coreProperties>`)
	return x.b, x.err
}
