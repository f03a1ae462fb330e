package report

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tongbao/fonts"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/recognise"
)

const workbook = "../testdata/天元区文旅广体局巡察整改台账.xlsx"

// realNotice is the notice of the real ledger.
func realNotice(t *testing.T) *notice.Document {
	t.Helper()
	data, err := os.ReadFile(workbook)
	if err != nil {
		t.Fatal(err)
	}
	book, problems, err := sources.Read(filepath.Base(workbook), data, sources.Limits{})
	if err != nil || problems.Err() != nil {
		t.Fatal(err, problems)
	}
	var in ledger.Info
	problems = append(problems, info.FromBook(&in, book)...)
	l, more := recognise.Ledger(book, &in)
	if problems = append(problems, more...); problems.Err() != nil {
		t.Fatal(problems)
	}
	doc, _, problems := notice.Build(l, notice.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return doc
}

// The tree of the real ledger says the 112 paragraphs of the published notice,
// word for word and in order.
func TestWords(t *testing.T) {
	want, err := os.ReadFile("../testdata/notice.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(paragraphs(realNotice(t)), "\n") + "\n"; got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("paragraph %d\n%s\nwant\n%s", i+1, g[i], w[i])
			}
		}
		t.Errorf("%d paragraphs, want %d", len(g), len(w))
	}
}

func paragraphs(doc *notice.Document) (out []string) {
	for _, part := range doc.Title.Parts {
		out = append(out, notice.Plain(part))
	}
	for _, block := range doc.Body {
		switch b := block.(type) {
		case *notice.Heading:
			words := b.Number + notice.Plain(b.Text)
			if b.Body != nil {
				words += notice.Plain(b.Body.Text)
			}
			out = append(out, words)
		case *notice.Paragraph:
			out = append(out, notice.Plain(b.Text))
		case *notice.Signature:
			out = append(out, notice.Plain(b.Issuer.Text), notice.Plain(b.Date.Text))
		}
	}
	return out
}

// Every format passes one suite: the same bytes whatever the processors, the
// time zone and what else runs; and it knows its ledger again.
func TestFormats(t *testing.T) {
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			first := render(t, f)
			conformHash(t, f, first)
			conformBytes(t, f, first)
			conformSource(t, f, first)
		})
	}
}

func render(t *testing.T, f Format) []byte {
	doc, s := realNotice(t), setup.Standard(fonts.Embedded())
	pages, problems := layout.Paginate(doc, s)
	if len(problems) > 0 {
		t.Error(problems)
	}
	var b bytes.Buffer
	if err := f.Write(&b, doc, pages, s); err != nil {
		t.Error(err)
	}
	return b.Bytes()
}

// conformHash holds the whole file to testdata/hashes.txt, so that no version
// writes other bytes unnoticed. UPDATE=1 rewrites the line.
func conformHash(t *testing.T, f Format, file []byte) {
	const hashes = "../testdata/hashes.txt"
	face, _, _ := fonts.Embedded().Find(fonts.Fang, '通')
	key := f.Name + " " + face.Name() + " "
	line := key + fmt.Sprintf("%x", sha256.Sum256(file))
	data, err := os.ReadFile(hashes)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	lines := slices.DeleteFunc(strings.Split(string(data), "\n"), func(l string) bool { return l == "" })
	if slices.Contains(lines, line) {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Errorf("%s is not in %s: the bytes changed; if that is meant, UPDATE=1", line, hashes)
		return
	}
	lines = append(slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, key) }), line)
	slices.Sort(lines)
	if err := os.WriteFile(hashes, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func conformBytes(t *testing.T, f Format, first []byte) {
	local := time.Local
	defer func(n int) { runtime.GOMAXPROCS(n); time.Local = local }(runtime.GOMAXPROCS(1))
	time.Local = time.FixedZone("", -11*3600)
	if !bytes.Equal(render(t, f), first) {
		t.Error("other bytes with one processor in another time zone")
	}
	runtime.GOMAXPROCS(4)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if !bytes.Equal(render(t, f), first) {
				t.Error("other bytes beside others")
			}
		})
	}
	all.Wait()
}

func conformSource(t *testing.T, f Format, file []byte) {
	want := notice.Meta{Source: filepath.Base(workbook)}.SourceID()
	if id, ok := f.SourceID(file); !ok || id != want {
		t.Errorf("made from %q, want %q", id, want)
	}
	for name, other := range map[string][]byte{
		"appended to": append(bytes.Clone(file), "\n"...), "cut": file[:len(file)/2], "empty": nil, "words": []byte("通报"),
	} {
		if _, ok := f.SourceID(other); ok {
			t.Errorf("a file %s passes for ours", name)
		}
	}
	if bytes.Contains(file, []byte(strings.TrimSuffix(filepath.Base(workbook), ".xlsx"))) {
		t.Error("the file tells its ledger's name")
	}
}

// A format that fails while it writes says so.
func TestWriteErrors(t *testing.T) {
	doc, s := realNotice(t), setup.Standard(fonts.Embedded())
	pages, _ := layout.Paginate(doc, s)
	for _, f := range Formats() {
		for _, room := range []int{0, 10, 5000} {
			if err := f.Write(&fullDisk{room}, doc, pages, s); err == nil {
				t.Errorf("%s: no error after %d bytes", f.Name, room)
			}
		}
	}
}

// fullDisk takes so many bytes and no more.
type fullDisk struct{ room int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		return d.room, os.ErrClosed
	}
	d.room -= len(p)
	return len(p), nil
}
