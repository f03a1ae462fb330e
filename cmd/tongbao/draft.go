package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"tongbao/report/gb9704"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/setup"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
)

// sourceOptions say where notice data comes from besides the workbook.
type sourceOptions struct {
	access accessOptions
	info   string       // --info file
	date   *ledger.Date // --date, over the workbook's
	form   *ledger.Form // --form, over the workbook's
	raw    bool         // --no-normalise

	limits limits // --limit
}

// addFlags defines the flags that make and check share.
func (o *sourceOptions) addFlags(c *cobra.Command) {
	o.addReading(c)
	c.Flags().BoolVar(&o.raw, "no-normalise", false, "标点和空格保留台账原样")
	c.Flags().Func("form", "`文种`，优先于台账里的：notice（社会通报，没有红头）、document（公文，红头、主送、版记）", func(s string) error {
		form, err := parseForm(s)
		o.form = &form
		return err
	})
	c.Flags().Func("date", "成文`日期`，优先于台账里的，如 2023-06-21", func(s string) error {
		date, err := parseDay("--date", s)
		o.date = &date
		return err
	})
}

// addReading defines those that every verb has that reads ledgers.
func (o *sourceOptions) addReading(c *cobra.Command) {
	o.access.addFlags(c)
	c.Flags().StringVar(&o.info, "info", "", "通报基本信息`文件`（YAML 或 JSON），优先于台账里的")
	addLimitFlag(c, &o.limits)
}

// parseForm reads --form.
func parseForm(s string) (ledger.Form, error) {
	switch gb9704.Form(s) {
	case gb9704.Notice:
		return ledger.FormNotice, nil
	case gb9704.Document:
		return ledger.FormDocument, nil
	}
	return 0, usageError("没有这个文种：" + s + "；现有：" + string(gb9704.Notice) + "、" + string(gb9704.Document))
}

// reads is every file that a run on these ledgers reads: what it writes is none of
// them.
func (o *sourceOptions) reads(ledgers []string) []string {
	files := slices.Concat(ledgers, o.access.passwordFiles)
	if o.info != "" {
		files = append(files, o.info)
	}
	return files
}

// A draft is one ledger on its way to a notice.
type draft struct {
	file string
	loaded
	layout     recognise.Layout // of check --explain-layout
	seal       seal
	doc        *notice.Document
	pages      []layout.Page
	changes    []ledger.Change
	outputs    []output
	embed      bool        // its DOCX carries fonts
	annotation *annotation // of check
	err        error       // the environment's
}

// prepare takes d.file as far as pages, so that everything wrong with it is told
// in one run. Nothing is written.
func (d *draft) prepare(ctx context.Context, l *loader, s *setup.Setup) {
	if d.loaded, d.err = l.load(ctx, d.file); d.err != nil {
		return
	}
	var more problem.List
	d.seal, more = readSeal(&d.ledger.Info, d.file, l.options.info)
	d.problems = append(d.problems, more...)
	d.doc, d.changes, more = notice.Build(d.ledger, notice.Options{Raw: l.options.raw, Seal: d.seal.picture})
	d.doc.Meta.Title = draftTitle(d.doc.Meta.Title, s.Draft)
	d.problems = append(d.problems, more...)
	d.pages, more = layout.Paginate(d.doc, s)
	d.problems = append(d.problems, more...)
	d.problems.Sort()
}

// failure is why d can't become a notice, or nil.
func (d *draft) failure() error {
	if d.err != nil {
		return d.err
	}
	return d.problems.Err()
}
