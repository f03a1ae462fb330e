package main

import (
	"bytes"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/fonts"
	"tongbao/report"
	"tongbao/report/gb9704"
	"tongbao/report/safefile"
	"tongbao/report/setup"
)

type makeOptions struct {
	source    sourceOptions
	severity  severityOptions
	formats   []string
	place     string // -o
	form      string
	force     bool
	separator bool
}

func makeVerb(c *cobra.Command, u *ui) {
	var o makeOptions
	c.Flags().StringSliceVar(&o.formats, "format", nil, "只要这些`格式`：docx、pdf（不写则都要）")
	c.Flags().StringVarP(&o.place, "output", "o", "", "放进这个`位置`：文件夹（不写则放在台账旁边），或文件名，如 通报.docx")
	c.Flags().StringVar(&o.form, "form", "", "`文种`：notice（社会通报，无红头；不写也是它）")
	c.Flags().BoolVar(&o.force, "force", false, "覆盖已有的同名文件")
	c.Flags().BoolVar(&o.separator, "style-separator", false, "DOCX 的行内标题用 Word 样式分隔符（进导航窗格；LibreOffice 会分成两段）")
	o.source.addFlags(c)
	o.severity.addFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error { return runMake(u, args, o) }
}

// runMake makes each ledger's notice, every format of it or none.
func runMake(u *ui, files []string, o makeOptions) error {
	if err := o.severity.validate(); err != nil {
		return err
	}
	target, err := newTarget(o.place, o.formats, len(files))
	if err != nil {
		return err
	}
	if form := gb9704.Form(o.form); form != "" && form != gb9704.Notice {
		return usageError("没有这个文种：" + o.form + "；现有：" + string(gb9704.Notice))
	}
	s := setup.Standard(fonts.Embedded())
	if o.separator {
		s.Heads = setup.StyleSeparator
	}
	var drafts []*draft
	for _, file := range files {
		d := prepare(file, o.source, s)
		d.problems = o.severity.apply(d.problems)
		if d.failure() == nil {
			d.outputs, d.err = write(d, target, s, o.force)
		}
		u.made(d)
		drafts = append(drafts, d)
	}
	return u.conclude("make", drafts)
}

// write renders every format in memory and saves them all or none.
func write(d *draft, t target, s *setup.Setup, force bool) ([]output, error) {
	outputs := t.outputs(d.file, d.doc.Meta.Title)
	files := make([]safefile.File, len(outputs))
	for i := range outputs {
		var b bytes.Buffer
		if err := outputs[i].format.Write(&b, d.doc, d.pages, s); err != nil {
			return nil, err
		}
		files[i] = safefile.File{Path: outputs[i].path, Data: b.Bytes()}
		if err := outputs[i].mayReplace(d.file, d.doc.Meta.SourceID(), force); err != nil {
			return nil, err
		}
	}
	if err := t.makeFolder(d.file); err != nil {
		return nil, err
	}
	return outputs, safefile.WriteAll(files)
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func findFormat(name string) (report.Format, error) {
	for _, f := range report.Formats() {
		if f.Name == strings.ToLower(name) {
			return f, nil
		}
	}
	return report.Format{}, usageError("没有这种格式：" + name + "；现有：" + strings.Join(formatNames(), "、"))
}
