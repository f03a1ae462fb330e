package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"tongbao/report/workbook"
	"tongbao/sources"
	"tongbao/sources/check"
	"tongbao/sources/compare"
	"tongbao/sources/info"
	"tongbao/sources/ledger"
	"tongbao/sources/merge"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

type mergeOptions struct {
	source    sourceOptions
	severity  severityOptions
	place     string // -o
	conflicts string
	force     bool
}

// What --conflicts takes.
const (
	conflictsError = "error"
	conflictsBoth  = "keep-both"
)

func mergeVerb(c *cobra.Command, u *ui) {
	var o mergeOptions
	c.Flags().StringVarP(&o.place, "output", "o", "", "合并成这个`文件`，如 汇总.xlsx（必写）")
	c.Flags().StringVar(&o.conflicts, "conflicts", conflictsError, "同一条问题写得不一样时`怎样办`：error（列出来，不生成）、keep-both（两行都保留，注明）")
	c.Flags().BoolVar(&o.force, "force", false, "覆盖已有的同名文件")
	o.source.addReading(c)
	o.severity.addFlags(c)
	c.Long = "把几份台账合并成一份，写成模板的样子：按问题类别、主要问题排在一起，序号重新编，「来源」写明每一条原来在哪里。\n" +
		"完全相同的合成一条；同一条问题写得不一样的，列出两处，不生成。「基本信息」「通报正文」不合并。"
	c.RunE = func(c *cobra.Command, args []string) error { return runMerge(c.Context(), u, args, o) }
}

// A joining is one run of merge.
type joining struct {
	*ui
	mergeOptions
	drafts   []*draft
	half     []problem.List // of each draft, what keeps it from being read whole
	result   *merge.Result
	problems problem.List // of all ledgers together
	outputs  []outputJSON
}

// runMerge makes one ledger of several, or nothing.
func runMerge(ctx context.Context, u *ui, args []string, o mergeOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	j := &joining{ui: u, mergeOptions: o}
	files := j.sources(args)
	if err := notSource(o.place, o.source.reads(files)); err != nil {
		return err
	}
	replaced, err := mayCreate(o.place, "-o", "汇总.xlsx", o.force)
	if err != nil {
		return err
	}
	if err := j.load(ctx, files); err != nil {
		return err
	}
	if code := j.whole(); code != exitOK {
		return j.refused(code)
	}
	if j.join(); j.problems.Err() != nil {
		return j.refused(exitData)
	}
	if err := create(o.place, j.write); err != nil {
		return err
	}
	j.outputs = []outputJSON{{Format: "xlsx", Path: o.place, Replaced: replaced}}
	return j.merged()
}

func (o *mergeOptions) validate() error {
	switch {
	case o.place == "":
		return usageError("要写明合并成哪个文件，如 -o 汇总.xlsx")
	case o.conflicts != conflictsError && o.conflicts != conflictsBoth:
		return usageError("--conflicts 只能写 " + conflictsError + " 或 " + conflictsBoth + "，没有 " + o.conflicts)
	}
	return o.severity.validate()
}

// sources is the files to be merged. What an earlier run made stands in the folder,
// too: it is not one of them.
func (j *joining) sources(args []string) []string {
	there, err := os.Stat(j.place)
	return slices.DeleteFunc(j.once(j.expand(args)), func(file string) bool {
		stat, failed := os.Stat(file)
		if err != nil || failed != nil || !os.SameFile(there, stat) || slices.Contains(args, file) {
			return false
		}
		j.pass(file, "就是这次要写的文件，不算在内")
		return true
	})
}

// load reads every ledger. One that can't be read is told with the others.
func (j *joining) load(ctx context.Context, files []string) error {
	l, err := j.source.loader(j.ui)
	if err != nil {
		return err
	}
	for i, name := range shortNames(files) {
		d := &draft{file: files[i]}
		d.err = guard(func() (err error) {
			if d.loaded, err = l.load(ctx, d.file); err == nil && d.encrypted {
				err = fileError(d.file + " 有打开密码，合并出来的文件存不了密码，没有合并；确实要合并的，先在 Excel 或 WPS 里另存一份没有密码的")
			}
			return err
		})
		if err := ctx.Err(); err != nil {
			return err
		}
		if d.workbook, d.book = nil, nil; d.err == nil {
			d.rename(name)
		}
		j.drafts = append(j.drafts, d)
	}
	return nil
}

// whole shows what was read, and returns [exitOK] if that is all there is: a
// half-read ledger is never merged, nor is a secret one.
func (j *joining) whole() int {
	code := exitOK
	j.half = halfReads(filepath.Base(j.source.info), j.drafts...)
	for i, d := range j.drafts {
		if d.err != nil {
			j.failed(d, d.err)
			_, failed := translate(d.err)
			code = worst(code, failed)
			continue
		}
		var shown problem.List
		for _, p := range d.problems {
			switch {
			case slices.Contains(markedSecret(), p.Code):
				p.Severity = problem.Error
				j.half[i] = append(j.half[i], p)
			case p.Severity == problem.Warning && (isReading(p) && p.Code != unreadColumn || p.Code == markedInternal):
				shown = append(shown, p)
			}
		}
		shown = append(j.severity.apply(shown), j.half[i]...)
		shown.Sort()
		j.read(d)
		j.ui.problems(shown)
		if shown.Err() != nil {
			code = worst(code, exitData)
		}
	}
	return code
}

const (
	unreadColumn   = "L411" // merge says it in its own words
	markedInternal = "P107"
)

// markedSecret is the codes of ledgers with a secrecy level, on the ledger or as 密级
// of a notice or a document: the merged one would not bear it, and pass for public.
func markedSecret() []problem.Code { return []problem.Code{"P106", "L517", "L518"} }

// join merges the ledgers.
func (j *joining) join() {
	list := make([]*ledger.Ledger, len(j.drafts))
	for i, d := range j.drafts {
		list[i] = d.ledger
	}
	j.result, j.problems = merge.Ledgers(list, merge.Options{KeepBoth: j.conflicts == conflictsBoth})
	j.problems = j.severity.apply(j.problems)
	j.ui.problems(j.problems)
}

// write writes the merged ledger, once it was read back and says what it should.
func (j *joining) write(w io.Writer) error {
	var b bytes.Buffer
	if err := workbook.Write(&b, workbook.Template{Required: check.DefaultRequirements(), Findings: j.result.Findings, Fields: j.fields()}); err != nil {
		return err
	}
	if err := j.verify(b.Bytes()); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// fields is the columns of the merged ledger: what one of the ledgers has, and what
// has to be filled in. One that none has, as 验收人, would only be missed.
func (j *joining) fields() []ledger.Field {
	in := map[ledger.Field]bool{ledger.FieldSource: true}
	for _, d := range j.drafts {
		for _, t := range d.ledger.Tables {
			for x := range t.Columns {
				in[x] = true
			}
		}
	}
	for _, r := range check.DefaultRequirements() {
		in[r.Field] = in[r.Field] || r.When == ledger.Always || len(r.States) > 0
	}
	in[ledger.FieldPublication] = in[ledger.FieldPublication] || in[ledger.FieldWithheld]
	return slices.DeleteFunc(ledger.Fields(), func(x ledger.Field) bool { return !in[x] })
}

// verify reads the merged ledger again. What differs from the ledgers it was made
// of is our fault, and it is not saved.
func (j *joining) verify(data []byte) error {
	book, problems, err := sources.Read(filepath.Base(j.place), data, j.source.limits.Limits)
	if err != nil {
		return named(j.place, err)
	}
	in := ledger.Info{}
	info.FromBook(&in, book)
	l, more := recognise.Ledger(book, &in)
	if bad := halfRead(append(problems, more...)); len(bad) > 0 {
		panic(fmt.Sprintf("merge: %s is not read again: %s", bad[0].Pos.Address(), bad[0].Code))
	}
	if len(l.Findings) != len(j.result.Findings) {
		panic(fmt.Sprintf("merge: %d findings are %d when read again", len(j.result.Findings), len(l.Findings)))
	}
	for i := range l.Findings {
		was, is := &j.result.Findings[i], &l.Findings[i]
		if changes := compare.Differences(was, is); len(changes) > 0 {
			panic(fmt.Sprintf("merge: %s of finding %d is not the same when read again", changes[0].Field, i+1))
		}
		if was.No.Text != is.No.Text || ledger.Squeeze(was.Source.Text) != ledger.Squeeze(is.Source.Text) {
			panic(fmt.Sprintf("merge: finding %d is in another place when read again", i+1))
		}
	}
	return nil
}
