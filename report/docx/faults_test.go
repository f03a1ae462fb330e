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

	"tongbao/report/gb9704"
	"tongbao/report/internal/opc"
	"tongbao/report/notice"
)

// The docx library has known faults. Each has a test here that fails when we walk
// into it.

// Replace writes w:br inside w:t for a line end, hits markup, misses what is
// split over runs; ReplaceImage and WriteToFile touch the disk. None is called.
func TestOnlyTheSoundHalfOfTheLibraryIsUsed(t *testing.T) {
	allowed := map[string]bool{"ReadDocxFromMemory": true, "Editable": true, "SetContent": true, "Write": true}
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

// The library drops write errors: what it leaves behind must not get through.
func TestTruncatedOutputIsNoticed(t *testing.T) {
	parts, err := skeleton(small().Meta, mustFaces(t), a4())
	if err != nil {
		t.Fatal(err)
	}
	var filled bytes.Buffer
	if err := opc.Write(&filled, edited(parts)...); err != nil {
		t.Fatal(err)
	}
	if _, err := repack(filled.Bytes(), parts); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < filled.Len(); n += 7 {
		if _, err := repack(filled.Bytes()[:n], parts); err == nil {
			t.Fatalf("a package cut at byte %d of %d got through", n, filled.Len())
		}
	}
}

// It reads and copies whatever a package holds: sizes without limit, names that
// lead out of the folder, parts lost or changed. Only our own skeleton goes in,
// and what comes out is compared part by part.
func TestOddOutputIsNoticed(t *testing.T) {
	all, err := skeleton(small().Meta, mustFaces(t), a4())
	if err != nil {
		t.Fatal(err)
	}
	good := edited(all)
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
		if _, err := repack(b.Bytes(), all); err == nil {
			t.Errorf("%s: got through", name)
		}
	}
	broken := withBody(good, []byte("<a>"))
	var b bytes.Buffer
	if err := opc.Write(&b, broken...); err != nil {
		t.Fatal(err)
	}
	if _, err := repack(b.Bytes(), withBody(all, []byte("<a>"))); err == nil {
		t.Error("a body that is not XML got through")
	}
}

// It can't add or change styles, settings or properties: our skeleton has them.
func TestSkeletonArrivesWhole(t *testing.T) {
	want, err := skeleton(small().Meta, mustFaces(t), a4())
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

func a4() geometry { return newGeometry(gb9704.A4()) }
