package pdf

import (
	"bytes"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
)

func TestFile(t *testing.T) {
	for _, doc := range []*notice.Document{sample(), long(30)} {
		pages := newSetter(t).document(doc)
		data := write(t, doc, pages)
		if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) {
			t.Errorf("begins with %q", data[:20])
		}
		d := read(t, data)
		for n, o := range d.objects {
			if o.stream != nil && utf8.Valid(o.stream) && bytes.Contains(o.stream, []byte("\r")) {
				t.Errorf("stream %d has a carriage return", n)
			}
		}
		if len(d.pages()) != len(pages) {
			t.Fatalf("%d pages, want %d", len(d.pages()), len(pages))
		}
		for i, p := range d.pages() {
			box := p["MediaBox"].(array)
			if box[2] != 595.276 || box[3] != 841.89 || p["Tabs"] != name("S") {
				t.Errorf("page %d: %v", i+1, p)
			}
			last := d.pieces(p)[len(d.pieces(p))-1]
			if last.tag != "Artifact" || last.text == "" {
				t.Errorf("page %d ends with %v, not with its number", i+1, last)
			}
		}
	}
}

// The bytes depend on the document alone: not on what was written before, the
// time zone or the processors.
func TestSameBytes(t *testing.T) {
	doc := sample()
	want := write(t, doc, newSetter(t).document(doc))
	other := long(30)
	write(t, other, newSetter(t).document(other))
	zone, procs := time.Local, runtime.GOMAXPROCS(1)
	defer func() { time.Local = zone; runtime.GOMAXPROCS(procs) }()
	time.Local = time.FixedZone("elsewhere", -9*3600)
	again := sample()
	if got := write(t, again, newSetter(t).document(again)); !bytes.Equal(got, want) {
		t.Error("the same document gave other bytes")
	}
	doc.Body = append(doc.Body, paragraph("又一段。"))
	if a, b := read(t, want), read(t, write(t, doc, newSetter(t).document(doc))); a.trailer["ID"].(array)[0] == b.trailer["ID"].(array)[0] {
		t.Error("two documents have one ID")
	}
}

// A tree and pages that do not belong together, or make no valid file, are
// refused.
func TestRefuses(t *testing.T) {
	run := func(p []layout.Page) *layout.Run { return p[0].Items[1].(*layout.Run) }
	for name, spoil := range map[string]func(doc *notice.Document, pages []layout.Page) []layout.Page{
		"no pages":      func(_ *notice.Document, pages []layout.Page) []layout.Page { return nil },
		"no face":       func(_ *notice.Document, p []layout.Page) []layout.Page { run(p).Face = nil; return p },
		"no size":       func(_ *notice.Document, p []layout.Page) []layout.Page { run(p).Size = 0; return p },
		"unknown node":  func(_ *notice.Document, p []layout.Page) []layout.Page { run(p).Node = paragraph("别处"); return p },
		"missing glyph": func(_ *notice.Document, p []layout.Page) []layout.Page { run(p).Glyphs[0].ID = 0; return p },
		"a lost word":   func(_ *notice.Document, p []layout.Page) []layout.Page { run(p).Glyphs = run(p).Glyphs[1:]; return p },
		"a lost end": func(doc *notice.Document, p []layout.Page) []layout.Page {
			doc.Body = append(doc.Body, paragraph("末"))
			return p
		},
		"a word too many": func(doc *notice.Document, p []layout.Page) []layout.Page {
			run(p).Glyphs = append(run(p).Glyphs, run(p).Glyphs[0])
			return p
		},
		"a node twice": func(doc *notice.Document, p []layout.Page) []layout.Page {
			doc.Body = append(doc.Body, doc.Body[0])
			return p
		},
	} {
		t.Run(name, func(t *testing.T) {
			doc := sample()
			pages := spoil(doc, newSetter(t).document(doc))
			var out bytes.Buffer
			defer func() {
				r, _ := recover().(string)
				if !strings.HasPrefix(r, "pdf: ") || out.Len() > 0 {
					t.Errorf("panic %q after %d bytes", r, out.Len())
				}
			}()
			Write(&out, doc, pages, setup.Standard(fonts.Embedded()))
		})
	}
}

// A full disk is the writer's error, whenever it comes.
func TestWriterFails(t *testing.T) {
	full := errors.New("disk full")
	doc := long(30)
	pages := newSetter(t).document(doc)
	s := setup.Standard(fonts.Embedded())
	for _, room := range []int{0, 70_000, len(write(t, doc, pages)) - 1} {
		if err := Write(&limited{room, full}, doc, pages, s); !errors.Is(err, full) {
			t.Errorf("room for %d bytes: %v", room, err)
		}
	}
}

type limited struct {
	room int
	err  error
}

func (l *limited) Write(p []byte) (int, error) {
	if l.room -= len(p); l.room < 0 {
		return 0, l.err
	}
	return len(p), nil
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 16000: "16", -207: "-0.207", 595276: "595.276", 841890: "841.89", -1500: "-1.5", 7: "0.007", 120: "0.12", -100010: "-100.01",
	} {
		if got := string(new(buffer).milli(n).b); got != want {
			t.Errorf("%d thousandths: %s, want %s", n, got, want)
		}
	}
}

// gofpdf's file is cut by its own lengths, whatever the pages hold.
func TestPaint(t *testing.T) {
	want := func(i int) string { return strings.Repeat("stream <</Length 3>>\nendstream\n", i) }
	got := paint(2*batch+3, gb9704.A4().Width.Unit, gb9704.A4().Height.Unit, func(i int) []byte { return []byte(want(i)) })
	if len(got) != 2*batch+3 {
		t.Fatalf("%d streams", len(got))
	}
	for i, packed := range got {
		s := (&document{t: t}).unpack(dict{"Filter": name("FlateDecode")}, packed)
		if !bytes.HasSuffix(s, []byte(want(i)+"\n")) || len(s) > len(want(i))+40 {
			t.Fatalf("page %d: %.60q", i+1, s)
		}
	}
}
