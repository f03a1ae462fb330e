package main

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

	"tongbao/report/safefile"
	"tongbao/report/setup"
	"tongbao/report/template"
)

type makeOptions struct {
	source    sourceOptions
	severity  severityOptions
	fonts     fontOptions
	house     houseOptions
	draft     string // --draft
	review    bool
	contents  bool // --toc
	formats   []string
	place     string // -o
	template  string
	force     bool
	separator bool
	embed     bool // --embed-fonts
}

func makeVerb(c *cobra.Command, u *ui) {
	var o makeOptions
	c.Flags().StringSliceVar(&o.formats, "format", nil, "只要这些`格式`：docx、pdf（不写则都要）")
	c.Flags().StringVarP(&o.place, "output", "o", "", "放进这个`位置`：文件夹（不写则放在台账旁边），或文件名，如 通报.docx")
	c.Flags().StringVar(&o.template, "template", "", "DOCX 填进单位自己的 Word `模板`，占位见 tongbao template --help")
	c.Flags().BoolVar(&o.force, "force", false, "覆盖已有的同名文件")
	c.Flags().BoolVar(&o.separator, "style-separator", false, "DOCX 的行内标题用 Word 样式分隔符（进导航窗格；LibreOffice 会分成两段）")
	addDraftFlag(c, &o.draft)
	addReviewFlag(c, &o.review)
	addEmbedFlag(c, &o.embed)
	addContentsFlag(c, &o.contents)
	o.house.addFlags(c)
	o.fonts.addFlags(c)
	o.source.addFlags(c)
	o.severity.addFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error { return runMake(c.Context(), u, args, o) }
}

// runMake makes each ledger's notice, every format of it or none.
func runMake(ctx context.Context, u *ui, files []string, o makeOptions) error {
	if err := o.severity.validate(); err != nil {
		return err
	}
	if err := twice(files); err != nil {
		return err
	}
	files = u.expand(files)
	target, err := newTarget(o.place, o.formats, len(files))
	if err != nil {
		return err
	}
	if err := o.reviewed(target.formats); err != nil {
		return err
	}
	if err := o.listed(target.formats); err != nil {
		return err
	}
	l, err := o.source.loader(u)
	if err != nil {
		return err
	}
	look, err := u.openLook("make", o.house, o.fonts, &o.severity)
	if err != nil {
		return err
	}
	if err := o.embeds(target.formats, look.rules); err != nil {
		return err
	}
	tpl, err := u.openTemplate(o.template, &target, &o.severity)
	if err != nil {
		return err
	}
	s := look.setup
	s.Contents = o.contents
	s.Draft, s.Embed, u.draft, u.review = o.draft, o.embed, o.draft, o.review
	if o.separator {
		s.Heads = setup.StyleSeparator
	}
	w := writer{target: target, setup: s, force: o.force, reads: o.reads(files), taken: map[string]string{}}
	var done []ledgerJSON
	for _, file := range files {
		d := &draft{file: file, embed: o.embed}
		d.err = guard(func() error { return o.make(ctx, d, l, tpl, &w) })
		u.made(d, len(files) > 1)
		u.substituted(d, look.fonts, s)
		u.notCarried(d, s)
		done = append(done, u.keep(d))
	}
	u.carried(look.fonts, s, done)
	u.drafted(s.Draft, done)
	u.houseFonts(look)
	u.departed(look.rules)
	return u.conclude("make", done)
}

// make takes d all the way to saved files.
func (o *makeOptions) make(ctx context.Context, d *draft, l *loader, tpl *template.Template, w *writer) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	d.prepare(ctx, l, w.setup)
	d.workbook, d.book = nil, nil // read by now; the pages need the room
	d.fit(tpl, w.setup)
	d.problems = o.severity.apply(d.problems)
	if err := d.failure(); err != nil {
		return d.err
	}
	if o.review {
		d.remark()
	}
	return w.write(d)
}

// reads is every file that a run on these ledgers reads.
func (o *makeOptions) reads(ledgers []string) []string {
	files := o.house.reads(o.source.reads(ledgers))
	if o.template != "" {
		files = append(files, o.template)
	}
	return files
}

// A writer saves the notices of one run.
type writer struct {
	target target
	setup  *setup.Setup
	force  bool
	reads  []string          // what this run reads; nothing is written over it, not even by force
	taken  map[string]string // path → the ledger it was written for in this run
	files  []bytes.Buffer    // of the notice in work, one a format
}

// write renders every format in memory and saves them all or none.
func (w *writer) write(d *draft) error {
	outputs := w.target.outputs(d.file, d.doc.Meta.Title)
	files := make([]safefile.File, len(outputs))
	if w.files == nil {
		w.files = make([]bytes.Buffer, len(outputs))
	}
	for i := range outputs {
		if err := w.mayWrite(&outputs[i], d); err != nil {
			return err
		}
		b := &w.files[i]
		b.Reset()
		b.Grow(512 << 10)
		if err := outputs[i].format.Write(b, d.doc, d.pages, w.setup); err != nil {
			return err
		}
		outputs[i].size = b.Len()
		files[i] = safefile.File{Path: outputs[i].path, Data: b.Bytes()}
	}
	undo, err := makeFolder(w.target.dir(d.file))
	if err == nil {
		err = safefile.WriteAll(files)
	}
	if err != nil {
		undo()
		return err
	}
	for _, o := range outputs {
		w.taken[pathKey(o.path)] = d.file
	}
	d.outputs = outputs
	return nil
}
