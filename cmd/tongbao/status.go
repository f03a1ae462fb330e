package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/report/workbook"
	"tongbao/sources/progress"
)

type statusOptions struct {
	source sourceOptions
	today  todayOption
	within int
	rate   string
	place  string // -o
	force  bool
}

// farthest bounds --within: ten years.
const farthest = 3660

func statusVerb(c *cobra.Command, u *ui) {
	var o statusOptions
	o.source.addReading(c)
	o.today.addFlag(c)
	c.Flags().IntVar(&o.within, "within", 30, "从这一天起多少`天`内到期的，算近期到期（不写是 30）")
	c.Flags().StringVar(&o.rate, "rate", progress.Rate{}.String(), "完成率的`算式`，如 已完成+基本完成/全部-长期坚持（不写是 已完成/全部）")
	c.Flags().Lookup("within").DefValue, c.Flags().Lookup("rate").DefValue = "0", "" // said in Chinese
	c.Flags().StringVarP(&o.place, "output", "o", "", "写成表格`文件`，如 进度.xlsx（要写 --today）")
	c.Flags().BoolVar(&o.force, "force", false, "覆盖已有的同名文件")
	c.Long = "统计整改进度：按问题类别、责任部门、责任领导的完成数、完成率、逾期、近期到期；几份台账或一个文件夹，另有每份的和合计。\n" +
		"例如 tongbao status 台账文件夹 --today 2026-06-30 -o 进度.xlsx。怎样计数，写在表格的「说明」里。"
	c.RunE = func(c *cobra.Command, args []string) error { return runStatus(c.Context(), u, args, o) }
}

// runStatus shows how the findings of the ledgers stand, all together and each
// ledger alone, and saves it if asked to.
func runStatus(ctx context.Context, u *ui, args []string, o statusOptions) error {
	rate, err := o.validate(args)
	if err != nil {
		return err
	}
	files := u.once(u.expand(args))
	if len(files) == 0 {
		return fileError("没有可以统计的台账：" + quoted(args) + "；请写出台账文件，如 tongbao status 台账.xlsx")
	}
	replaced, err := o.maySave(files)
	if err != nil {
		return err
	}
	l, err := o.source.loader(u)
	if err != nil {
		return err
	}
	run := statusRun{ui: u, loader: l, saving: o.place != "", options: progress.Options{Today: o.today.orClock(), Within: o.within}}
	for i, name := range shortNames(files) {
		if err := run.count(ctx, files[i], name); err != nil {
			return err
		}
	}
	r := progress.New(run.options, rate, run.counted, run.left)
	r.Passed = u.mayBeLedgers()
	var outputs []outputJSON
	if o.place != "" && len(r.Ledgers) > 0 {
		if err := create(o.place, func(w io.Writer) error { return workbook.WriteProgress(w, &r, run.links(o.place)) }); err != nil {
			return err
		}
		outputs = []outputJSON{{Format: "xlsx", Path: o.place, Replaced: replaced}}
	}
	return statusView{ui: u, Report: &r, byClock: !o.today.isGiven(), saved: o.place}.conclude(&run, outputs)
}

// validate understands the flags, before anything is read.
func (o *statusOptions) validate(args []string) (progress.Rate, error) {
	rate, ok := progress.ParseRate(o.rate)
	switch {
	case !ok:
		var states []string
		for _, s := range progress.States() {
			states = append(states, s.String())
		}
		return rate, usageError("--rate 看不懂：" + o.rate + "；写成 已完成/全部 这样的算式，左边用 + 加上也算完成的，右边用 - 减去不列入的，" +
			"如 已完成+基本完成/全部-长期坚持；减去的不能又算完成。状态有：" + strings.Join(states, "、"))
	case o.within < 0 || o.within > farthest:
		return rate, usageError("--within 要写 0 到 " + itoa(farthest) + " 之间的天数，如 --within 30")
	case o.place != "" && !o.today.isGiven():
		day := o.today.orClock().Format("2006-01-02")
		return rate, usageError("写成文件要写明按哪一天算，免得换一天运行结果就变；请运行：\n    tongbao status " + quoted(args) + " -o " + quoted([]string{o.place}) + " --today " + day)
	}
	return rate, nil
}

// quoted is args as they are typed.
func quoted(args []string) string {
	out := make([]string, len(args))
	for i, a := range args {
		if out[i] = a; strings.ContainsAny(a, " \t&()") {
			out[i] = `"` + a + `"`
		}
	}
	return strings.Join(out, " ")
}

// maySave keeps what stands where the workbook is to be.
func (o *statusOptions) maySave(files []string) (replaced bool, err error) {
	if o.place == "" {
		return false, nil
	}
	if err := notSource(o.place, o.source.reads(files)); err != nil {
		return false, err
	}
	return mayCreate(o.place, "-o", "进度.xlsx", o.force)
}

// mayBeLedgers is what expand passed over in folders and may be ledgers.
func (u *ui) mayBeLedgers() (names []string) {
	for _, p := range u.passed {
		if isOtherTable(p.File) || isFolder(p.File) {
			names = append(names, filepath.Base(p.File))
		}
	}
	return names
}

// once is files without those named before: a ledger counts once.
func (u *ui) once(files []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, file := range files {
		if key := pathKey(file); !seen[key] {
			seen[key] = true
			out = append(out, file)
			continue
		}
		u.say("%s 写了不止一次，只计一次", file)
	}
	return out
}

// shortNames is files as people know them: by name, with as many folders as tell
// them apart, and with / on every system.
func shortNames(files []string) []string {
	parts, names := make([][]string, len(files)), make([]string, len(files))
	for i, file := range files {
		parts[i] = strings.Split(filepath.ToSlash(filepath.Clean(file)), "/")
		names[i] = parts[i][len(parts[i])-1]
	}
	for depth := 2; ; depth++ {
		shared := map[string]int{}
		for _, name := range names {
			shared[name]++
		}
		longer := false
		for i, p := range parts {
			if shared[names[i]] > 1 && depth <= len(p) {
				names[i], longer = strings.Join(p[len(p)-depth:], "/"), true
			}
		}
		if !longer {
			return names
		}
	}
}
