package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// accepts scans data to its end.
func accepts(data string) error { return newScanner([]byte(data)).finish() }

func TestScanner(t *testing.T) {
	for _, good := range []string{
		`<a/>`, `<a></a>`, `<a ></a >`, "\uFEFF<a/>", `<?xml version="1.0"?><a/>`, `<?xml version='1.0' encoding='utf-8' ?><a/>`, ` <a/> `,
		`<a b="1" c='"'/>`, "<a\nb = \"1\"\t/>", `<x:a xmlns:x="u" x:b=""><x:c/></x:a>`, `<a>&amp;&#10;&#x10FFFF;</a>`, `<a><![CDATA[<&]]></a>`,
		`<a><!-- <b> --><?p <c> ?></a>`, `<!-- a --><a/><!-- b -->`, `<a>办公室 𠮷</a>`, `<a>]]</a>`, `<a b=">"/>`,
	} {
		if err := accepts(good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
	for bad, reason := range map[string]reason{
		``: cutShort, ` `: cutShort, `<`: cutShort, `<a`: cutShort, `<a>`: cutShort, `<a></a`: cutShort, `<a b`: cutShort, `<a b="`: cutShort, `<a><!-- `: cutShort,
		`<a><![CDATA[`: cutShort, `<a>b`: cutShort, `<?xml version="1.0"`: cutShort, `<a/`: cutShort, `<a><`: cutShort, `<a></`: cutShort, `<a b=`: cutShort,
		`a`: notXML, `<a/>b`: notXML, `<a/><b/>`: notXML, `</a>`: notXML, `<a></b>`: notXML, `<a><b></a></b>`: notXML, `<a b/>`: notXML, `<a b=c/>`: notXML,
		`<a b="1"c="2"/>`: notXML, `<a b="1" b="2"/>`: notXML, `<a b="<"/>`: notXML, `<a>&b;</a>`: notXML, `<a>&</a>`: notXML, `<a>&#0;</a>`: notXML, `<a>&#xD800;</a>`: notXML,
		`<a>&#xFFFE;</a>`: notXML, `<a>&#;</a>`: notXML, `<a>&#x110000;</a>`: notXML, `<a>]]></a>`: notXML, "<a>\x00</a>": notXML, "<a b=\"\x1F\"/>": notXML, `<1/>`: notXML,
		`< a/>`: notXML, `<a><!-- -- --></a>`: notXML, `<a><!b></a></a></a>`: notXML, `<a/ >`: notXML, ` <?xml version="1.0"?><a/>`: notXML, `<?xml version="1.1"?><a/>`: notXML,
		`<?xml version="1.0" a="b"?><a/>`: notXML, "<a><!-- \x01 --></a>": notXML, `<a><? b?></a>`: notXML, `<![CDATA[a]]><a/>`: notXML, `<a ?>`: notXML,
		strings.Repeat("<a>", 300): tooDeep, "<a" + attributes(300) + "/>": tooDeep, `<::/>`: notXML, `<:a/>`: notXML, `<a:/>`: notXML, `<a:b:c/>`: notXML, `<a b:c:d="1"/>`: notXML,
		`<!DOCTYPE a><a/>`: hasDTD, "<a>\xC0\x80</a>": notUTF8, "<a>\xED\xA0\x80</a>": notUTF8, "<a>\uFFFE</a>": notUTF8, "<a>\uFFFF</a>": notUTF8, "\xFE\xFF": notUTF8,
		`<?xml version="1.0" encoding="UTF-16"?><a/>`: notUTF8,
	} {
		var syntax *syntaxError
		if err := accepts(bad); !errors.As(err, &syntax) || syntax.reason != reason {
			t.Errorf("%q: %v, want %s", bad, err, reason)
		}
	}
}

// attributes is n attributes.
func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%d=""`, i)
	}
	return b.String()
}

// FuzzScanner: what our scanner takes for well-formed, encoding/xml does too,
// with as many elements and the same characters.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{`<a b="1">c&amp;<d/>e<![CDATA[f]]><!-- g --></a>`, sheetXML(goodRow+goodRow2, ""), "<a>\r\n</a>", `<?xml version="1.0"?><x:a xmlns:x="y"/>`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		elements, text, err := scanAll(data)
		if err != nil {
			return
		}
		wantElements, wantText, err := decodeAll(data)
		if err != nil || elements != wantElements || text != wantText {
			t.Errorf("%q: %d %q, encoding/xml has %d %q %v", data, elements, text, wantElements, wantText, err)
		}
	})
}

func scanAll(data []byte) (elements int, text string, err error) {
	for s := newScanner(data); ; {
		tok, err := s.next()
		switch {
		case err != nil || tok == tokenEOF:
			return elements, text, err
		case tok == tokenStart:
			elements++
		case tok == tokenText:
			text += s.resolved()
		}
	}
}

func decodeAll(data []byte) (elements int, text string, err error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	depth := 0
	for {
		tok, err := d.RawToken()
		if err == io.EOF {
			return elements, text, nil
		}
		if err != nil {
			return elements, text, err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			elements++
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth > 0 {
				text += string(tok)
			}
		}
	}
}
