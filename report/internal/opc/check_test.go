package opc

import (
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

const wellFormed = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
	`<w:a xmlns:w="u" w:b="1&quot;"><w:t xml:space="preserve"> 公文 &lt;&amp;&gt; "'` + "\t" + `]] &gt;</w:t><w:c/></w:a>`

func TestScanAcceptsWhatWeWrite(t *testing.T) {
	var tags []string
	err := scan([]byte(wellFormed), func(tag []byte, attrs []attr) error {
		tags = append(tags, string(tag)+" "+value(attrs, "w:b"))
		return nil
	})
	if err != nil || strings.Join(tags, ",") != `w:a 1&quot;,w:t ,w:c ` {
		t.Errorf("scan: %v, %q", err, tags)
	}
}

func TestScanRefuses(t *testing.T) {
	for _, bad := range []string{
		"", "x", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a", "<>", "< a/>", "<a b/>", "<a b=c/>", "<a b='c'/>",
		`<a b="c/>`, `<a b="<"/>`, `<a b="1" b="2"/>`, `<a b="1"c="2"/>`, `<a b="&"/>`, "<a>&</a>", "<a>&nbsp;</a>", "<a>]]></a>",
		"<a>\x00</a>", "<a>\x0b</a>", "<a>\xff</a>", "<a>\uFFFE</a>", "<!DOCTYPE a><a/>", "<a><!-- --></a>", "<a><![CDATA[x]]></a>",
		"<a><?p?></a>", "<a:b:c/>", "<:a/>", "<a:/>", "<1/>",
	} {
		if err := scan([]byte(bad), nil); err == nil {
			t.Errorf("accepted %q", bad)
		}
	}
}

// Whatever scan accepts, a full parser accepts too.
func TestScanIsNoLaxerThanAParser(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	accepted := 0
	for range 20_000 {
		b := []byte(wellFormed)
		for range 1 + r.IntN(3) {
			b[56+r.IntN(len(b)-56)] = `<>/"=& ?!:;x1`[r.IntN(13)]
		}
		if scan(b, nil) != nil {
			continue
		}
		accepted++
		for d := xml.NewDecoder(bytes.NewReader(b)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("accepted %q: %v", b, err)
			}
		}
	}
	if accepted == 0 {
		t.Error("no mutation was accepted: the test shows nothing")
	}
}

// whole is the smallest package that Check has nothing to say about.
func whole() []Part {
	return []Part{
		{contentTypes, []byte(`<Types><Default Extension="rels" ContentType="r"/><Override PartName="/w/d.xml" ContentType="d"/><Override PartName="/w/f.xml" ContentType="f"/></Types>`)},
		{"_rels/.rels", []byte(`<Relationships><Relationship Id="i1" Target="w/d.xml"/></Relationships>`)},
		{"w/d.xml", []byte(`<d><f r:id="i2"/></d>`)},
		{"w/_rels/d.xml.rels", []byte(`<Relationships><Relationship Id="i2" Target="f.xml"/></Relationships>`)},
		{"w/f.xml", []byte(`<f/>`)},
	}
}

func TestCheck(t *testing.T) {
	if err := Check(whole()); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		part     int
		old, new string
	}{
		"part without a type":   {0, `<Override PartName="/w/f.xml" ContentType="f"/>`, ``},
		"type without a part":   {0, `/w/f.xml`, `/w/g.xml`},
		"broken types":          {0, `</Types>`, ``},
		"broken relationships":  {3, `</Relationships>`, ``},
		"broken part":           {4, `<f/>`, `<f>`},
		"target missing":        {3, `f.xml`, `g.xml`},
		"id missing":            {3, `i2`, ``},
		"reference to nothing":  {2, `i2`, `i3`},
		"reference in no rels":  {4, `<f/>`, `<f r:embed="i2"/>`},
		"relationship id twice": {3, `</Relationships>`, `<Relationship Id="i2" Target="f.xml"/></Relationships>`},
	} {
		parts := whole()
		parts[c.part].Data = []byte(strings.Replace(string(parts[c.part].Data), c.old, c.new, 1))
		if err := Check(parts); err == nil {
			t.Errorf("%s: nothing noticed", name)
		}
	}
	if err := Check(whole()[1:]); err == nil {
		t.Error("no content types: nothing noticed")
	}
}
