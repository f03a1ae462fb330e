package opc

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
)

// theirs is a package as other programs make them: stored and packed entries, data
// descriptors, dates, comments, a folder, a backslash.
func theirs(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, h := range []*zip.FileHeader{
		{Name: "[Content_Types].xml", Method: zip.Deflate, Comment: "附注", Modified: time.Date(2020, 2, 3, 4, 5, 6, 0, time.UTC)},
		{Name: "xl/", Method: zip.Store},
		{Name: `xl\book.xml`, Method: zip.Store, Extra: []byte{0xAA, 0xBB, 1, 0, 7}},
		{Name: "xl/Sheet.xml", Method: zip.Deflate},
	} {
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(h.Name, "/") {
			io.WriteString(w, strings.Repeat("<"+h.Name+"/>", 50))
		}
	}
	z.SetComment("整包")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// headers is what a package says of its entries, and their packed bytes.
func headers(t *testing.T, data []byte) (out []zip.FileHeader, raw [][]byte, comment string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out, raw = append(out, f.FileHeader), append(raw, b)
	}
	return out, raw, z.Comment
}

func TestEditKeepsTheRest(t *testing.T) {
	data := theirs(t)
	p, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	p.Put("XL/sheet.xml", []byte("<new/>"))
	p.Put("xl/added.xml", []byte("<added/>"))
	p.Put("xl/gone.xml", nil)
	p.Remove("xl/gone.xml")
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	before, rawBefore, _ := headers(t, data)
	after, rawAfter, comment := headers(t, b.Bytes())
	if len(after) != 5 || after[3].Name != "xl/Sheet.xml" || after[4].Name != "xl/added.xml" || comment != "整包" {
		t.Fatalf("%d entries, comment %q", len(after), comment)
	}
	for i := range 3 {
		x, y := before[i], after[i]
		if x.Name != y.Name || x.Method != y.Method || x.Comment != y.Comment || !x.Modified.Equal(y.Modified) || !bytes.Equal(x.Extra, y.Extra) || !bytes.Equal(rawBefore[i], rawAfter[i]) {
			t.Errorf("%s became %+v", x.Name, y)
		}
	}
	if got, err := ReadPart(b.Bytes(), "xl/Sheet.xml", 100); err != nil || string(got) != "<new/>" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestEditFindsParts(t *testing.T) {
	p, err := Open(theirs(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"xl/book.xml", "XL/BOOK.xml", `xl\book.xml`} {
		if got, err := p.Part(name); err != nil || len(got) == 0 || !p.Has(name) || p.Sum(name) == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	sum := p.Sum("xl/Sheet.xml")
	content, err := p.Part("xl/Sheet.xml")
	if err != nil {
		t.Fatal(err)
	}
	p.Put("xl/Sheet.xml", content)
	if p.Sum("xl/Sheet.xml") != sum {
		t.Error("the same content has another sum")
	}
	p.Remove("xl/Sheet.xml")
	if _, err := p.Part("xl/Sheet.xml"); err == nil || p.Has("xl/Sheet.xml") || p.Sum("xl/Sheet.xml") != 0 {
		t.Error("a part is there that was taken out")
	}
	p.Put("xl/sheet.xml", nil)
	if got := strings.Join(p.Names(), " "); got != `[Content_Types].xml xl/ xl\book.xml xl/sheet.xml` {
		t.Error(got)
	}
}

func TestEditRefuses(t *testing.T) {
	for name, data := range map[string][]byte{"no package": []byte("PK"), "a name twice": foreign(t, "a.xml", "A.xml"), "a name twice, otherwise parted": foreign(t, "a/b", `a\b`)} {
		if _, err := Open(data); err == nil {
			t.Errorf("%s: opened", name)
		}
	}
	size := len(theirs(t))
	for n := range size {
		p, err := Open(theirs(t))
		if err != nil {
			t.Fatal(err)
		}
		if p.Write(&limited{n}) == nil {
			t.Fatalf("no error when only %d bytes could be written", n)
		}
	}
}

// A name that is not ASCII is still said to be UTF-8 once its part was edited.
func TestEditKeepsNames(t *testing.T) {
	p, err := Open(foreign(t, "xl/表.xml"))
	if err != nil {
		t.Fatal(err)
	}
	p.Put("xl/表.xml", []byte("<new/>"))
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	if h, _, _ := headers(t, b.Bytes()); h[0].Name != "xl/表.xml" || h[0].NonUTF8 {
		t.Errorf("%+v", h[0])
	}
}
