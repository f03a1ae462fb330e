//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"tongbao/fonts"
	"tongbao/report/docx"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/pdf"
	"tongbao/report/safefile"
	"tongbao/report/setup"
	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/grid"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/recognise"
)

// BenchmarkStages takes one ledger from its bytes to two files, one stage at a
// time. Its cpu-ms counts the
// collector's work too, on every core. .ci/bench stages makes a table of it.
func BenchmarkStages(b *testing.B) {
	collectLess()
	for _, times := range []int{1, 10, 100} {
		file := fixture
		if times > 1 {
			file = enlarged(b, times)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		w := &work{data: data, setup: setup.Standard(fonts.Embedded()), folder: b.TempDir()}
		if err := w.all(); err != nil { // so that each stage can be run alone
			b.Fatal(err)
		}
		for _, stage := range append(stages(), stage{"all", (*work).all}) {
			b.Run(strconv.Itoa(40*times)+"/"+stage.name, func(b *testing.B) {
				b.ReportAllocs()
				before := processorTime(b)
				for b.Loop() {
					if err := stage.do(w); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric((processorTime(b)-before)*1000/float64(b.N), "cpu-ms/op")
			})
		}
	}
}

// A work is one ledger on its way through the stages.
type work struct {
	data   []byte
	setup  *setup.Setup
	folder string // where files are saved

	book   *grid.Book
	ledger *ledger.Ledger
	doc    *notice.Document
	pages  []layout.Page
	docx   bytes.Buffer
	pdf    bytes.Buffer
}

// A stage is one step of a work; it repeats without harm.
type stage struct {
	name string
	do   func(*work) error
}

func stages() []stage {
	return []stage{
		{"read", (*work).read},
		{"recognise+check", (*work).recognise},
		{"tree", (*work).tree},
		{"layout", (*work).layout},
		{"docx", func(w *work) error { return written(&w.docx, docx.Write, w) }},
		{"pdf", func(w *work) error { return written(&w.pdf, pdf.Write, w) }},
		{"save", (*work).save},
	}
}

func (w *work) read() (err error) {
	w.book, _, err = sources.Read("台账.xlsx", w.data, sources.Limits{})
	return err
}

func (w *work) recognise() error {
	var in ledger.Info
	problems := info.FromBook(&in, w.book)
	l, more := recognise.Ledger(w.book, &in)
	w.ledger = l
	return append(append(problems, more...), check.Ledger(l)...).Err()
}

func (w *work) tree() error {
	doc, _, problems := notice.Build(w.ledger, notice.Options{})
	w.doc = doc
	return problems.Err()
}

func (w *work) layout() error {
	pages, problems := layout.Paginate(w.doc, w.setup)
	w.pages = pages
	return problems.Err()
}

func written(to *bytes.Buffer, write func(io.Writer, *notice.Document, []layout.Page, *setup.Setup) error, w *work) error {
	to.Reset()
	return write(to, w.doc, w.pages, w.setup)
}

func (w *work) save() error {
	return safefile.WriteAll([]safefile.File{
		{Path: filepath.Join(w.folder, "通报.docx"), Data: w.docx.Bytes()},
		{Path: filepath.Join(w.folder, "通报.pdf"), Data: w.pdf.Bytes()},
	})
}

func (w *work) all() error {
	for _, stage := range stages() {
		if err := stage.do(w); err != nil {
			return err
		}
	}
	return nil
}

// processorTime is what the process has used since it began, in seconds.
func processorTime(b *testing.B) float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}
