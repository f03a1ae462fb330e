package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"

	"tongbao/report/notice"
)

const (
	maker    = "Tongbao" // what files say they were made with
	language = "zh-CN"
)

// The day begins in Beijing.
const (
	infoTime = "000000+08'00'"
	xmpTime  = "T00:00:00+08:00"
)

// day returns the notice's date as 2024-04-08, or "" if it is not known to the
// day: files then have no dates at all.
func day(m notice.Meta) string {
	if iso := m.Date.ISO(); len(iso) == len("2024-04-08") {
		return iso
	}
	return ""
}

// info is the document information dictionary; it says what [xmp] says.
func info(m notice.Meta) *buffer {
	b := new(buffer).str("<</Title").text(m.Title).str("/Author").text(m.Issuer).
		str("/Creator(" + maker + ")/Producer(" + maker + ")")
	if d := strings.ReplaceAll(day(m), "-", ""); d != "" {
		b.str("/CreationDate(D:" + d + infoTime + ")/ModDate(D:" + d + infoTime + ")")
	}
	return b.str(">>")
}

// xmp is the metadata packet (ISO 19005-2, 6.6; ISO 14289-1, 5). The namespace
// of PDF/UA is not among those PDF/A knows, so the packet describes it. A draft
// is as accessible as the final text, but nobody shall keep it for that: it does
// not claim to be PDF/A.
func xmp(m notice.Meta, draft bool) []byte {
	title, issuer := escape(m.Title), escape(m.Issuer)
	var b buffer
	b.str("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n").str(xmpHead)
	if !draft {
		b.str(archivalClaim)
	}
	b.str(accessibleClaim)
	b.str("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + title + "</rdf:li><rdf:li xml:lang=\"" + language + "\">" + title + "</rdf:li></rdf:Alt></dc:title>\n")
	b.str("<dc:creator><rdf:Seq><rdf:li>" + issuer + "</rdf:li></rdf:Seq></dc:creator>\n")
	b.str("<dc:language><rdf:Bag><rdf:li>" + language + "</rdf:li></rdf:Bag></dc:language>\n")
	if d := day(m); d != "" {
		d += xmpTime
		b.str("<dc:date><rdf:Seq><rdf:li>" + d + "</rdf:li></rdf:Seq></dc:date>\n")
		b.str("<xmp:CreateDate>" + d + "</xmp:CreateDate><xmp:ModifyDate>" + d + "</xmp:ModifyDate><xmp:MetadataDate>" + d + "</xmp:MetadataDate>\n")
	}
	b.str("<xmp:CreatorTool>" + maker + "</xmp:CreatorTool>\n" + producerTag + "\n")
	b.str(sourceOpen + m.SourceID() + sourceClose + "\n</rdf:Description>\n")
	return b.str(xmpExtension).str("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>").b
}

const xmpHead = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
`

const (
	archivalClaim   = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
	accessibleClaim = "<pdfuaid:part>1</pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n"
)

const xmpExtension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // b never fails
	return b.String()
}
