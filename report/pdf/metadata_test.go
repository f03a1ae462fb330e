package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"tongbao/fonts"
	"tongbao/report/setup"
	"tongbao/sources/ledger"
)

// properties reads an XMP packet as property → its texts.
func properties(t *testing.T, packet []byte) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	var path []string
	for p := xml.NewDecoder(bytes.NewReader(packet)); ; {
		token, err := p.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			path = append(path, token.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if s := strings.TrimSpace(string(token)); s != "" && len(path) > 3 {
				out[path[3]] = append(out[path[3]], s)
			}
		}
	}
}

func (d *document) packet() []byte { return d.streamOf(d.catalog().(dict)["Metadata"]) }

func TestMetadata(t *testing.T) {
	doc := sample()
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	x, info := properties(t, d.packet()), d.get(d.trailer["Info"]).(dict)
	const title, issuer, at = "某区文化局关于整改<进展>&情况的通报", "某区文化局", "2024-04-08T00:00:00+08:00"
	for _, c := range []struct{ key, xmp, info, want string }{
		{"title", x["title"][0], words(info["Title"]), title},
		{"title in Chinese", x["title"][1], words(info["Title"]), title},
		{"creator", x["creator"][0], words(info["Author"]), issuer},
		{"tool", x["CreatorTool"][0], words(info["Creator"]), "Tongbao"},
		{"producer", x["Producer"][0], words(info["Producer"]), "Tongbao"},
		{"created", x["CreateDate"][0], isoTime(words(info["CreationDate"])), at},
		{"changed", x["ModifyDate"][0], isoTime(words(info["ModDate"])), at},
		{"source", x["DocumentID"][0], doc.Meta.SourceID(), doc.Meta.SourceID()},
	} {
		if c.xmp != c.want || c.info != c.want {
			t.Errorf("%s: XMP %q, Info %q, want %q", c.key, c.xmp, c.info, c.want)
		}
	}
	if got := strings.Join(append(x["part"], x["conformance"]...), " "); got != "2 1 A" {
		t.Errorf("claims %q", got)
	}
	if d.catalog("Lang").(text) != "zh-CN" || d.catalog("MarkInfo", "Marked") != true || d.catalog("ViewerPreferences", "DisplayDocTitle") != true {
		t.Errorf("catalog %v", d.catalog())
	}
}

// A draft claims to be accessible, not to be archived.
func TestDraftClaims(t *testing.T) {
	doc := sample()
	pages := newSetter(t).document(doc)
	s := setup.Standard(fonts.Embedded())
	s.Draft = "征求意见稿"
	var out bytes.Buffer
	if err := Write(&out, doc, pages, s); err != nil {
		t.Fatal(err)
	}
	d := read(t, out.Bytes())
	x := properties(t, d.packet())
	if len(x["part"]) != 1 || x["part"][0] != "1" || x["conformance"] != nil {
		t.Errorf("a draft claims part %v, conformance %v", x["part"], x["conformance"])
	}
	if d.catalog("MarkInfo", "Marked") != true || len(d.leaves()) == 0 {
		t.Error("a draft has no tags")
	}
}

// isoTime turns D:20240408000000+08'00' into 2024-04-08T00:00:00+08:00.
func isoTime(s string) string {
	at, err := time.Parse("D:20060102150405-07'00'", s)
	if err != nil {
		return err.Error()
	}
	return at.Format(time.RFC3339)
}

// A date that is not known to the day is not made up.
func TestNoDate(t *testing.T) {
	doc := sample()
	doc.Meta.Date.Precision = ledger.Month
	d := read(t, write(t, doc, newSetter(t).document(doc)))
	x, info := properties(t, d.packet()), d.get(d.trailer["Info"]).(dict)
	if x["CreateDate"] != nil || x["date"] != nil || info["CreationDate"] != nil || info["ModDate"] != nil {
		t.Errorf("XMP %v, Info %v", x, info)
	}
}
