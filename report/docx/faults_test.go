package docx

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"sync"
	"testing"

	"tongbao/report/internal/opc"
	"tongbao/report/notice"
)

// The docx library has known faults. Each has a test here that fails when we walk
// into it.

// Replace writes w:br inside w:t for a line end, hits markup, misses what is
// split over runs; ReplaceImage and WriteToFile touch the disk. None is called.
func TestOnlyTheSoundHalfOfTheLibraryIsUsed(t *testing.T) {
	allowed := map[string]bool{"ReadDocxFromMemory": true, "Editable": true, "SetContent": true, "GetContent": true}
	file, err := parser.ParseFile(token.NewFileSet(), "seam.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok && (x.Name == "docx" || x.Name == "file" || x.Name == "edit") && !allowed[s.Sel.Name] {
			t.Errorf("seam.go uses %s.%s", x.Name, s.Sel.Name)
		}
		return true
	})
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if source, _ := os.ReadFile(e.Name()); e.Name() != "seam.go" && bytes.Contains(source, []byte("github.com/"+"nguyenthenguyen")) {
			t.Errorf("%s imports the library past the seam", e.Name())
		}
	}
}

// A line end never reaches w:t, and the title's breaks stand outside of it.
func TestBreaksStandOutsideText(t *testing.T) {
	body := string(part(t, write(t, small(), standard()), bodyPart))
	for text := range strings.SplitSeq(body, "<w:t ") {
		if inside, _, ok := strings.Cut(text, "</w:t>"); ok && strings.Contains(inside, "<w:br") {
			t.Errorf("w:br inside w:t: %s", inside)
		}
	}
	if strings.Count(body, "<w:br/>") != 1 {
		t.Error("the title of two parts has no break")
	}
}

// Placeholders and markup in the ledger stay words, whole.
func TestPlaceholdersStayWords(t *testing.T) {
	const s = "{{正文}} </w:t><w:br/> &lt;"
	doc := &notice.Document{Body: []notice.Block{para(s), para(s)}}
	for _, p := range paragraphs(t, write(t, doc, standard())) {
		if p.text != s {
			t.Errorf("%q became %q", s, p.text)
		}
	}
}

// Copies made by Editable share their header and footer maps, so that one
// document got another's footer, and a race with it: run with -race.
func TestDocumentsDoNotShareParts(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			doc, s := small(), standard()
			name := fmt.Sprintf("第%d局", i)
			doc.Meta.Issuer = name
			doc.Body = append(doc.Body, para(name))
			s.Names[typefaces()[0]] = name
			var b bytes.Buffer
			if err := Write(&b, doc, nil, s); err != nil {
				t.Error(err)
				return
			}
			for _, p := range []string{bodyPart, corePart, "word/styles.xml", "word/fontTable.xml"} {
				content, err := opc.ReadPart(b.Bytes(), p, 1<<20)
				if err != nil || !bytes.Contains(content, []byte(name)) {
					t.Errorf("%s of %s is another document's (%v)", p, name, err)
				}
			}
		})
	}
	wg.Wait()
}

// Word says of a package cut short that it is damaged; none gets that far.
func TestTruncatedOutputIsNoticed(t *testing.T) {
	parts, err := skeleton(small().Meta, mustFaces(t), a4(), &body{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(packed); n += 7 {
		if err := prove(packed[:n], parts); err == nil {
			t.Fatalf("a package cut at byte %d of %d got through", n, len(packed))
		}
	}
}

// What comes out is compared part by part.
func TestOddOutputIsNoticed(t *testing.T) {
	good, err := skeleton(small().Meta, mustFaces(t), a4(), &body{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]opc.Part{
		"part lost":    good[:len(good)-1],
		"part added":   append(good[:len(good):len(good)], opc.Part{Name: "word/evil.xml", Data: []byte("<a/>")}),
		"part changed": withBody(good, []byte("<a/>")),
		"part emptied": withBody(good, nil),
	} {
		var b bytes.Buffer
		if err := opc.Write(&b, bad...); err != nil {
			t.Fatal(err)
		}
		if err := prove(b.Bytes(), good); err == nil {
			t.Errorf("%s: got through", name)
		}
	}
	if _, err := pack(withBody(good, []byte("<a>"))); err == nil {
		t.Error("a body that is not XML got through")
	}
}

// It can't add or change styles, settings or properties: our skeleton has them.
func TestSkeletonArrivesWhole(t *testing.T) {
	want, err := skeleton(small().Meta, mustFaces(t), a4(), &body{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := opc.Read(write(t, small(), standard()))
	if err != nil {
		t.Fatal(err)
	}
	if err := same(got, withBody(want, part(t, write(t, small(), standard()), bodyPart))); err != nil {
		t.Error(err)
	}
	if err := opc.Check(got); err != nil {
		t.Error(err)
	}
}

func mustFaces(t testing.TB) faces {
	t.Helper()
	f, err := newFaces(standard().Names)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func a4() geometry { return newGeometry(standard(), &notice.Document{}, nil) }
