package main

import (
	"context"
	"io"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"tongbao/report/workbook"
	"tongbao/sources/compare"
	"tongbao/sources/ledger"
	"tongbao/sources/problem"
)

type diffOptions struct {
	source sourceOptions
	today  todayOption
	since  time.Time
	place  string // -o
	force  bool
}

func diffVerb(c *cobra.Command, u *ui) {
	var o diffOptions
	o.source.addReading(c)
	o.today.addFlag(c)
	c.Flags().Func("since", "旧台账是哪一`天`的，用来分出新逾期的（不写则看旧台账的填报时间）", func(s string) error {
		date, err := parseDay("--since", s)
		o.since = date.Time
		return err
	})
	c.Flags().StringVarP(&o.place, "output", "o", "", "全部变化写成表格`文件`，如 对比.xlsx（要写 --today）")
	c.Flags().BoolVar(&o.force, "force", false, "覆盖已有的同名文件")
	c.Long = "比较一份台账的前后两个版本：重新打开、删除、已销号、新增、变更、移动的各有哪些，哪些逾期。\n" +
		"问题按文字对上，其次按序号和类别，再次按文字相近；对得上几条的，列为“分不清”，不代为选择。\n有没有变化，退出码都是 0。"
	c.RunE = func(c *cobra.Command, args []string) error { return runDiff(c.Context(), u, args, o) }
}

// A side is one of the two ledgers.
type side struct {
	word, name string // 旧 or 新; the file as people know it
	draft
}

// A comparison is what diff shows and saves.
type comparison struct {
	old, new *side
	*compare.Result
	today   time.Time
	byClock bool      // today is the machine's
	since   time.Time // zero: not known
	late    []compare.Late
	outputs []outputJSON
}

// runDiff tells what happened between two versions of a ledger.
func runDiff(ctx context.Context, u *ui, args []string, o diffOptions) error {
	replaced, err := o.validate(args)
	if err != nil {
		return err
	}
	l, err := o.source.loader(u)
	if err != nil {
		return err
	}
	c := &comparison{old: &side{word: "旧"}, new: &side{word: "新"}, today: o.today.orClock(), byClock: !o.today.isGiven()}
	names := shortNames(args)
	for i, v := range []*side{c.old, c.new} {
		v.file, v.name = args[i], names[i]
		if v.loaded, err = l.load(ctx, v.file); err != nil {
			return named(v.file, err)
		}
		if v.encrypted && o.place != "" {
			return fileError(v.file + " 有打开密码，对比表存不了密码，没有生成；只在屏幕上看的，不写 -o；确实要写成表格的，先在 Excel 或 WPS 里另存一份没有密码的")
		}
		v.rename(v.name)
	}
	if bad := halfReads(filepath.Base(o.source.info), &c.old.draft, &c.new.draft); len(bad[0])+len(bad[1]) > 0 {
		return u.notCompared(c, bad)
	}
	c.Result = compare.Ledgers(c.old.ledger, c.new.ledger)
	if c.since, err = o.sinceWhen(c); err != nil {
		return err
	}
	c.late = c.Late(c.today, c.since)
	if o.place != "" {
		if err := create(o.place, func(w io.Writer) error { return workbook.WriteDiff(w, c.workbook()) }); err != nil {
			return err
		}
		c.outputs = []outputJSON{{Format: "xlsx", Path: o.place, Replaced: replaced}}
	}
	return u.compared(c)
}

// validate understands the flags, before anything is read.
func (o *diffOptions) validate(args []string) (replaced bool, err error) {
	if o.place == "" {
		return false, nil
	}
	if !o.today.isGiven() {
		return false, usageError("写成文件要写明按哪一天算逾期，免得换一天运行结果就变；请加上 --today " + o.today.orClock().Format(time.DateOnly))
	}
	if err := notSource(o.place, o.source.reads(args)); err != nil {
		return false, err
	}
	return mayCreate(o.place, "-o", "对比.xlsx", o.force)
}

// sinceWhen is the day the old ledger is of, as given or as it says itself; zero if
// neither.
func (o *diffOptions) sinceWhen(c *comparison) (time.Time, error) {
	switch filled := c.old.ledger.Info.FilledOn; {
	case o.since.After(c.today):
		return time.Time{}, usageError("--since " + o.since.Format(time.DateOnly) + " 晚于 --today " + c.today.Format(time.DateOnly) + "；--since 是旧台账的日期")
	case !o.since.IsZero():
		return o.since, nil
	case filled.Precision == ledger.Day && !filled.Time.After(c.today):
		return filled.Time, nil
	}
	return time.Time{}, nil
}

// notCompared lists why a ledger was not read whole: what is missing from it would
// be taken for deleted.
func (u *ui) notCompared(c *comparison, bad []problem.List) error {
	var done []ledgerJSON
	for i, v := range []*side{c.old, c.new} {
		if v.problems = bad[i]; len(v.problems) > 0 {
			u.problems(v.problems)
			u.warn("%s：有 %d 处错误，台账没有读全，不能比较；改好保存后再运行一次", v.file, len(v.problems))
		}
		done = append(done, newLedgerJSON(&v.draft))
	}
	if u.json {
		if err := u.writeJSON(runJSON{Verb: "diff", Exit: exitData, Ledgers: done}); err != nil {
			return err
		}
	}
	return reported{exitData}
}

// faults counts what is wrong with v besides, notice data aside: the findings are
// compared as they stand.
func (v *side) faults() (n int) {
	for _, p := range v.problems {
		if p.Severity == problem.Error && p.Code[:2] != "L5" {
			n++
		}
	}
	return n
}
