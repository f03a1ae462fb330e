package main

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/fonts"
	"tongbao/report/gb9704"
	"tongbao/report/setup"
	"tongbao/report/template"
	"tongbao/sources/problem"
)

// starterOptions say which template to begin.
type starterOptions struct {
	place string // -o
	form  gb9704.Form
	force bool
}

func templateVerb(c *cobra.Command, u *ui) {
	var o starterOptions
	c.Long = "看一份 Word 模板里有哪些占位，或用 -o 新建一份。占位写成 {{名称}}，大括号全角半角都行：\n" + placeholders()
	c.Flags().StringVarP(&o.place, "output", "o", "", "新建一份模板，写成这个`文件`，如 模板.docx")
	c.Flags().Func("form", "新建的模板用于哪个`文种`：notice（社会通报，不写就是它）、document（公文：版头、附件、版记）", func(s string) error {
		_, err := parseForm(s)
		o.form = gb9704.Form(s)
		return err
	})
	c.Flags().BoolVar(&o.force, "force", false, "覆盖已有的同名文件")
	c.RunE = func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 && o.place == "":
			return usageError("要写模板文件，如 tongbao template 模板.docx；新建一份用 tongbao template -o 模板.docx")
		case len(args) == 0:
			return u.starter(o)
		case o.place != "":
			return usageError("看模板和新建模板不能一起做；看 " + args[0] + " 请去掉 -o，新建请去掉 " + args[0])
		case o.force || o.form != "":
			return usageError("看模板不写文件，用不着 --force、--form")
		}
		return u.inspect(args[0])
	}
}

// placeholders lists them for help.
func placeholders() string {
	var b strings.Builder
	for _, w := range template.Words() {
		b.WriteString("  {{" + w.Name + "}} " + w.What + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// starter writes a template to begin with.
func (u *ui) starter(o starterOptions) error {
	path := o.place
	replaced, err := mayCreate(path, "tongbao template -o", "模板.docx", o.force)
	if err == nil {
		err = create(path, func(w io.Writer) error { return template.Starter(w, o.form, setup.Standard(fonts.Embedded())) })
	}
	if err != nil {
		return err
	}
	if u.json {
		return u.writeJSON(runJSON{Verb: "template", Outputs: []outputJSON{{Format: "docx", Path: path, Replaced: replaced}}})
	}
	word := "已生成"
	if replaced {
		word = "已更新"
	}
	u.result("%s %s", word, path)
	u.say("用 Word 或 WPS 改成单位的样子，占位留着，再运行 tongbao make --template %s 台账.xlsx", path)
	return nil
}

// inspect shows what a template holds.
func (u *ui) inspect(path string) error {
	t, l, err := readTemplate(path)
	if err != nil {
		return err
	}
	j := newTemplateJSON(path, t, l)
	code := exitOK
	if l.Err() != nil {
		code = exitData
	}
	if u.json {
		if err := u.writeJSON(runJSON{Verb: "template", Exit: code, Template: &j}); err != nil {
			return err
		}
	} else {
		u.holds(j)
		u.problems(l)
		if code != exitOK {
			u.warn("%s 有 %d 处错误，不能用来生成；规则见 tongbao explain %s", path, l.Count(problem.Error), firstError(l))
		}
	}
	if code != exitOK {
		return reported{code}
	}
	return nil
}

// holds lists places and styles.
func (u *ui) holds(j templateJSON) {
	if !j.Readable {
		return
	}
	u.result("%s：%d 处占位", j.File, len(j.Places))
	for _, p := range j.Places {
		u.result("  %s：{{%s}}　%s", p.Place, p.Name, p.What)
	}
	for _, s := range j.Styles {
		name := strings.Replace(s.Name, "heading", "标题", 1) // as Word shows it
		if s.Has == "" {
			u.result("  样式 %s：模板没有，生成时加上", name)
		} else {
			u.result("  样式 %s：用模板的“%s”", name, s.Has)
		}
	}
	if len(j.Missing) > 0 {
		u.result("  没有放的占位：{{%s}}", strings.Join(j.Missing, "}}、{{"))
	}
}

// openTemplate reads the template of a run and has it write the DOCX of target; a
// template with an error ends the run before a ledger is read. Without a path there
// is none.
func (u *ui) openTemplate(path string, target *target, severity *severityOptions) (*template.Template, error) {
	if path == "" {
		return nil, nil
	}
	used := false
	t, l, err := readTemplate(path)
	if err != nil {
		return nil, err
	}
	if l = severity.apply(l); l.Err() != nil {
		return nil, u.refuseTemplate(path, l)
	}
	u.problems(l)
	u.filled = &templateJSON{File: path, Readable: true, Problems: problemsJSON(l)}
	pdf := false
	for i, f := range target.formats {
		switch f.Name {
		case "docx":
			target.formats[i].Write, used = t.Write, true
		case "pdf":
			pdf = true
		}
	}
	if !used {
		return nil, usageError("--template 只用于 DOCX；请去掉它，或加上 --format docx")
	}
	if pdf {
		u.say("DOCX 按 %s 生成；PDF 仍按国家标准排版，不随模板", path)
	}
	return t, nil
}

// refuseTemplate ends a run whose template cannot be used.
func (u *ui) refuseTemplate(path string, l problem.List) error {
	if u.json {
		j := templateJSON{File: path, Problems: problemsJSON(l)}
		if err := u.writeJSON(runJSON{Verb: "make", Exit: exitData, Template: &j}); err != nil {
			return err
		}
		return reported{exitData}
	}
	u.problems(l)
	u.warn("模板 %s 有 %d 处错误，没有生成文件；规则见 tongbao explain %s", path, l.Count(problem.Error), firstError(l))
	return reported{exitData}
}

// readTemplate reads and guards a template; it is nil if nothing of it can be told.
func readTemplate(path string) (*template.Template, problem.List, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, template.MaxSize+1))
	if err != nil {
		return nil, nil, err
	}
	t, l := template.Open(path, data)
	return t, l, nil
}

// fit adds what of d has no place in the template.
func (d *draft) fit(t *template.Template, s *setup.Setup) {
	if t == nil || d.err != nil || d.doc == nil || d.doc.Title == nil {
		return
	}
	d.problems = append(d.problems, t.Check(d.doc, d.pages, s)...)
}
